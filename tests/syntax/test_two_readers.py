"""The quick ways of reading give what the thorough ones give."""

import re

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.source import Source
from argmap.syntax import ARGMAP, REFERENCE, Form, parse, parser, scanner
from argmap.syntax.verbatim.ordinary import is_ordinary
from argmap.syntax.verbatim.reader import read_verbatim

NEVER = re.compile(r"(?!)")
ORDINARY = (
    "\n", "\n\n", "\n  + ", "\n  - ", "\n    <_ ", "\n  +> ", "\n  >< [B]", "\n _ ", "[A]", "[A]: ", "<A>",
    "<B>: b", "word ", "two words.", " a, b; (d) - e", "# H\n\n", "\n\n(1) ", "\n(2) ", "\n----\n", "\n(3) ",
    "\n-- r, s --\n", "\n-- r {uses: [1]} --\n", " #tag", " {a: 1}", ' {b: "x, y"}', "3", "'q'", '"q"', "é漢",
    "  ", "\n\n<A>\n\n(1) p\n----\n(2) c\n", "wrapped\nline ", "12. ", "* ", "a_b", "\n# G {a: 1}\n\n",
)  # fmt: skip


def ordinary_texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(ORDINARY), max_size=20).map("".join)


@pytest.mark.parametrize("dialect", [ARGMAP, REFERENCE], ids=["argmap", "reference"])
@settings(max_examples=250, deadline=None)
@given(text=st.one_of(argdown(), ordinary_texts()))
def test_common_lines_are_read_as_all_lines_are(dialect, text):
    document = parse(Source.of(text), dialect)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanner, "common_line", lambda _: NEVER)
        assert parse(Source.of(text), dialect) == document


def meaning(items):
    """Return what items say: blanks run together, and places left out."""
    for item in items:
        fields = item._asdict()
        text = fields.pop("text", None)
        if fields.get("form") is Form.REFERENCE:
            text = None  # exactly read, it says its tags
        data = fields.pop("data", None)
        yield (
            type(item).__name__,
            [value for key, value in fields.items() if not key.endswith("span")],
            " ".join(text.plain.split()) if text else "",
            [(mark.kind, mark.target) for mark in text.marks] if text else [],
            data.value if data else {},
        )


@settings(max_examples=600, deadline=None)
@given(ordinary_texts())
def test_the_two_readers_agree_on_ordinary_texts(text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "is_ordinary", lambda _: True)
        forgiving = parse(Source.of(text), REFERENCE)
    exact = read_verbatim(text, REFERENCE)
    if is_ordinary(text) and exact is not None and not forgiving.problems:
        assert list(meaning(forgiving.items)) == list(meaning(exact.items))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A]: Trams are good. #pro {source: x}\n  + <B>: They are quiet: very.\n", True),
        ("<B>\n\n(1) p\n(2) q\n-- rule, other {uses: [1, 2]} --\n(3) c\n", True),
        ("# Heading\n\nA sentence, and one more\nover two lines.\n", True),
        ("An *emphasis*.\n", False),
        ("A // comment\n", False),
        ("a.b.c\n", False),
        ("# Heading\nand text\n", False),
        ("{a: 1} text\n", False),
        ("* item\n", False),
        ("===\ntitle: t\n===\n\n[A]\n", False),
        ("a\u00a0b\n", False),
        ("a\r\n", False),
    ],
)
def test_what_is_ordinary(text, expected):
    assert is_ordinary(text) is expected

"""The canonical layout: what it looks like, and that it loses and changes nothing.

`layout/cases.txt` holds texts before and after. ARGMAP_UPDATE_GOLDEN=1 writes down what comes out
now, to be reviewed as a difference.
"""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import maps
from spelled_out import read, spell_out

import argmap
from argmap.syntax import ARGMAP, REFERENCE
from argmap.syntax.formatter import proof

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "layout" / "cases.txt"
EXAMPLE = re.compile(
    r"^%%% (?P<name>.+)\n(?P<before>(?:.*\n)*?)--->\n(?P<after>(?:(?!%%% ).*\n)*)", re.M
)
SPEC_EXAMPLE = re.compile(r"^%%% .+\n(?P<text>(?:.*\n)*?)---> *\n", re.M)


def laid_out(text):
    return argmap.format_text(text).text


def _rewritten(match):
    return f"%%% {match['name']}\n{match['before']}--->\n{laid_out(match['before'])}\n"


if "ARGMAP_UPDATE_GOLDEN" in os.environ:
    golden = EXAMPLE.sub(_rewritten, CASES.read_text("utf-8"))
    CASES.write_text(golden.rstrip("\n") + "\n", "utf-8")

EXAMPLES = list(EXAMPLE.finditer(CASES.read_text("utf-8")))
NAMES = [match["name"] for match in EXAMPLES]


# -- what it looks like ------------------------------------------------------------------------


def test_all_examples_are_found():
    assert len(EXAMPLES) == len(re.findall("^%%% ", CASES.read_text("utf-8"), re.M))
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("match", EXAMPLES, ids=NAMES)
def test_an_example_is_laid_out(match):
    formatted = argmap.format_text(match["before"])
    assert formatted.text == match["after"].rstrip("\n") + "\n"
    assert formatted.left == ()


def test_the_documentation_shows_what_is_done():
    page = (ROOT / "docs/formatting.md").read_text("utf-8")
    pairs = re.findall(r"```argdown\n(.*?)```\s+becomes\s+```argdown\n(.*?)```", page, re.DOTALL)
    assert pairs
    for before, after in pairs:
        assert laid_out(before) == after


@pytest.mark.parametrize("path", sorted((ROOT / "maps").glob("*.argdown")), ids=lambda p: p.stem)
def test_the_maps_are_in_the_canonical_layout(path):
    text = path.read_bytes().decode()
    assert laid_out(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("\n \n\t\n", ""),
        ("[A]: a", "[A]: a\n"),
        ("[A]: a\n\n\n", "[A]: a\n"),
        ("\n\n[A]: a \t\n", "[A]: a\n"),
        ("\ufeff[A]:a\n", "[A]: a\n"),
        ("\ufeff\ufeffa\n", "\ufeff\ufeffa\n"),  # the second one is text
        ("[A]:a\r\n +[B]\r\n", "[A]: a\r\n  + [B]\r\n"),
        ("[A]: a {x: 1,\r\n y: 2}\r\n\n\n/* c\n */", "[A]: a {x: 1,\r\n y: 2}\r\n\r\n/* c\r\n */\r\n"),
        ("[A]: a\r + [B]\r", "[A]: a\n  + [B]\n"),
        ("a // c", "a // c\n"),
        ("a \\ \nb\n", "a \\ \nb\n"),  # an escaped blank
        ("a // c  \n/* d */  \n", "a // c\n/* d */\n"),
    ],
    ids=ascii,
)  # fmt: skip
def test_line_ends_and_blanks(before, after):
    assert laid_out(before) == after


# -- what is left as it is ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[A]:a\n\n[B]:b {x: : 1,\n   y: 2}\n\n[C]:c\n", "[B]", "YAML"),
        ("[A]:a\n\n[B]:b {x: 1,\n   y: 2\n\n[C]:c\n", "[B]", "never closed"),
        ("[A]:a\n\n[B]:b\n\n# H\n\n  + [D]:d\n\n[C]:c\n", "  + [D]", "relates this line to nothing"),
    ],
)  # fmt: skip
def test_a_faulty_block_stays_as_it_is(text, place, words):
    formatted = argmap.format_text(text)
    [finding] = formatted.left
    block = next(block for block in text.split("\n\n") if place in block)
    assert block in formatted.text.split("\n\n")
    assert "[A]: a" in formatted.text and "[C]: c" in formatted.text
    assert words in finding.message and finding.help.endswith(".")
    assert text.find(block) <= finding.span.start <= text.find(block) + len(block)


def test_what_cannot_be_proven_is_not_done(monkeypatch):
    from argmap.syntax.formatter import layout

    text = "[A]:a\n\n[B]:b\n\n[C]:c\n"
    monkeypatch.setattr(layout.Words, "beginning", _careless(layout.Words.beginning))
    formatted = argmap.format_text(text)
    assert formatted.text == "[A]: a\n\n[B]:b\n\n[C]: c\n"
    [finding] = formatted.left
    assert finding.span.start == text.index("[B]") and "differently" in finding.message


def _careless(beginning):
    def lose(self, head, end, shift):
        return beginning(self, head, end, shift).replace("b", "x")

    return lose


def test_a_text_of_unprovable_blocks_is_not_touched(monkeypatch):
    from argmap.syntax.formatter import layout

    monkeypatch.setattr(layout.Words, "beginning", lambda *_: "x")
    text = "".join(f"[A{number}]:a\n\n\n" for number in range(100))
    formatted = argmap.format_text(text)
    assert formatted.text == text and len(formatted.left) == 1


def test_a_comment_that_gets_lost_is_noticed(monkeypatch):
    from argmap.syntax.formatter import layout

    monkeypatch.setattr(layout._Writer, "_comment", lambda *_: None)
    text = "[A]:a\n// c\n  + [B]\n"
    formatted = argmap.format_text(text)
    assert "// c" in formatted.text and len(formatted.left) == 1


# -- nothing is lost ---------------------------------------------------------------------------


def reading(text, dialect):
    """Spell out all that counts: not where it stands, nor what is wrong with it."""
    lines = [line for line in spell_out(read(text, dialect)).split("\n") if line[:2] != "! "]
    if dialect.reads_verbatim:  # keeps the blanks around a text, which nobody sees
        blank = r"(?:\\t|\\r|\\n|\s)+"
        lines = [
            re.sub(f"(?<=[\"']){blank}|{blank}(?=[\"'])", "", re.sub(blank, " ", line))
            for line in lines
        ]
    return [
        re.sub(r" (?=['\"]$)", "", re.sub(r"(\\r|\\n|\\t|\s)+", " ", line))
        if line.startswith("comment ")
        else line
        for line in "\n".join(lines).replace("\\r\\n", "\\n").split("\n")
    ]


def faults(text):
    return sorted((code, finding.message) for code, finding in read(text).problems)


def assert_laid_out_well(text):
    formatted = argmap.format_text(text)
    ended = text if text.endswith(("\n", "\r")) else text + "\n"
    assert reading(formatted.text, ARGMAP) == reading(text, ARGMAP)
    if formatted.text != text:
        assert reading(formatted.text, REFERENCE) == reading(ended, REFERENCE)
    left = faults(text)
    for fault in faults(formatted.text):
        left.remove(fault)  # raises if it is a new one
    assert laid_out(formatted.text) == formatted.text
    return formatted


def documents():
    for folder in ("tests/conformance", "tests/checks", "maps"):
        for path in sorted((ROOT / folder).rglob("*.argdown")):
            yield path.read_bytes().decode()
    for spec in sorted((ROOT / "tests/syntax/spec").glob("*.txt")):
        for match in SPEC_EXAMPLE.finditer(spec.read_text("utf-8")):
            yield match["text"]


DOCUMENTS = list(documents())


def with_carriage_returns(text):
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def with_byte_order_mark(text):
    return "\ufeff" + text.removeprefix("\ufeff")


def with_tabs(text):
    return re.sub("^( +)", lambda blanks: "\t" * len(blanks[1]), text, flags=re.M)


def in_other_scripts(text):
    signs = ["漢字", "😀", "e\u0301", "שלום", "👩\u200d👧", "\u200f", "नि", "\u00a0"]
    return re.sub(r"\b[a-z]{4,}\b", lambda word: signs[len(word[0]) % len(signs)], text)


# A lone carriage return, and a rule that begins with a dash.
READ_IN_TWO_WAYS = re.compile(r"\r(?!\n)|---\* --")


def test_documents_keep_their_meaning():
    for text in DOCUMENTS:
        formatted = assert_laid_out_well(text)
        if not read(text).problems and not READ_IN_TWO_WAYS.search(text):
            assert formatted.left == (), text


@pytest.mark.parametrize(
    "vary", [with_carriage_returns, with_byte_order_mark, with_tabs, in_other_scripts]
)
def test_documents_keep_their_meaning_however_they_are_written(vary):
    for text in DOCUMENTS[::4]:
        assert_laid_out_well(vary(text))


TEXTS = st.one_of(argdown(), argdown(12), st.text(max_size=100))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_keeps_its_meaning(text):
    assert_laid_out_well(text)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_maps_keep_their_meaning(text):
    assert assert_laid_out_well(text).left == ()


# What the dialects take for the start of a line, mixed line ends, and a comment that is never
# closed, which is reported only where no word touches it.
_SPECIAL = re.compile(r"\r(?!\n)|^[ \t]*'|\A\ufeff(?:/\*|<!--)", re.M)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_without_a_fault_is_laid_out(text):
    text += "\n"
    if not _SPECIAL.search(text) and not read(text).problems:
        with pytest.MonkeyPatch.context() as patch:
            # To the letter, the reference takes sides about blanks that nobody sees.
            patch.setattr(proof, "REFERENCE", replace(REFERENCE, reads_verbatim=False))
            assert argmap.format_text(text).left == ()


@settings(max_examples=60, deadline=None)
@given(maps(), st.data())
def test_careless_maps_are_put_in_order(text, data):
    """Whatever blanks an author has left, the layout is the same."""
    blanks = st.sampled_from(["", " ", "  "])
    empty = st.sampled_from(["", "\n", " \n\n"])
    front, fence, body = text.rpartition("===\n")
    careless = re.sub("$", lambda _: data.draw(blanks), body, flags=re.M)
    careless = re.sub("^(?=  [+_<>-])", lambda _: " ", careless, flags=re.M)
    careless = re.sub(r"\n[ ]*\n", lambda gap: gap[0] + data.draw(empty), careless)
    assert laid_out(front + fence + careless) == laid_out(text)


@pytest.mark.parametrize(
    "unit",
    ["{a: 1", "{a: ", "#(", "\\", "// a\n", "/* */", "(1) a\n---\n", "  + <a> + <b>\n", "[a](",
     "* a\n", "@include(x)\n", "===\n", "\n", " ", "[a]:\n", "(1)\n", "-- a\n"],
    ids=ascii,
)  # fmt: skip
def test_long_texts_take_no_quadratic_time(unit):
    text = unit * (60_000 // len(unit))  # would take minutes
    assert_laid_out_well(text)


def test_deep_and_long_maps():
    deep = "[t]: t\n" + "".join(f"{' ' * depth}+ <a{depth}>: t\n" for depth in range(1, 1500))
    wide = "[t]: t\n" + "".join(f" + <a{number}>:t\n" for number in range(20_000))
    for text in (deep, wide):
        formatted = argmap.format_text(text)
        assert formatted.text != text and formatted.left == ()

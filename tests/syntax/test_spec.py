"""The constructs of the language, one by one: a text, and the document that it is read as.

`spec/*.txt` hold the examples. ARGMAP_UPDATE_GOLDEN=1 writes down what comes out now, to be
reviewed as a difference.
"""

import os
import re
from pathlib import Path

import pytest
from spelled_out import assert_spans_hold, read, spell_out

from argmap.model import build_graph
from argmap.syntax import REFERENCE

SPEC = Path(__file__).parent / "spec"
EXAMPLE = re.compile(
    r"^%%% (?P<name>.+)\n(?P<text>(?:.*\n)*?)---> *\n(?P<tree>(?:(?!%%% ).*\n)*)", re.M
)


def _rewritten(match):
    tree = spell_out(read(match["text"]))
    return f"%%% {match['name']}\n{match['text']}--->\n{tree}\n\n"


if "ARGMAP_UPDATE_GOLDEN" in os.environ:
    for spec in SPEC.glob("*.txt"):
        text = EXAMPLE.sub(_rewritten, spec.read_text(encoding="utf-8"))
        spec.write_text(text.rstrip() + "\n", encoding="utf-8")

EXAMPLES = [
    (path, match)
    for path in sorted(SPEC.glob("*.txt"))
    for match in EXAMPLE.finditer(path.read_text(encoding="utf-8"))
]
NAMES = [f"{path.stem}-{match['name']}" for path, match in EXAMPLES]


def test_all_examples_are_found():
    for path in SPEC.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        rows = re.findall(r"^%%% \S", text, re.M)
        assert len(rows) == sum(found == path for found, _ in EXAMPLES)
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize(("path", "match"), EXAMPLES, ids=NAMES)
def test_an_example_is_read_as_its_tree(path, match):
    assert spell_out(read(match["text"])) == match["tree"].strip()


def with_carriage_returns(text):
    return text.replace("\n", "\r\n")


def with_byte_order_mark(text):
    return "\ufeff" + text


def in_chinese_and_emoji(text):
    table = {ord("a"): "漢", ord("e"): "😀", ord("o"): "e\u0301"}
    return re.sub(r"[a-z]{4,}", lambda word: word[0].translate(table), text)


VARIATIONS = [str, with_carriage_returns, with_byte_order_mark, in_chinese_and_emoji]


@pytest.mark.parametrize("vary", VARIATIONS)
@pytest.mark.parametrize("dialect", [None, REFERENCE], ids=["argmap", "reference"])
def test_every_span_covers_what_it_should(vary, dialect):
    for _, match in EXAMPLES:
        text = vary(match["text"])
        document = read(text) if dialect is None else read(text, dialect)
        assert_spans_hold(document)
        build_graph(document)


@pytest.mark.parametrize("vary", [with_carriage_returns, with_byte_order_mark])
def test_line_ends_and_byte_order_mark_change_nothing(vary):
    for _, match in EXAMPLES:
        plain, varied = read(match["text"]), read(vary(match["text"]))
        assert spell_out(varied).replace("\\r\\n", "\\n") == spell_out(plain)

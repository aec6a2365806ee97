"""Whatever a text holds, it is read: nothing raises, and every span lies where it should."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled_out import assert_spans_hold, read

import argmap
from argmap.model import build_graph
from argmap.rendering.cells import cell_width
from argmap.rendering.findings.full import write_report
from argmap.rendering.terminal import write_tree
from argmap.source import Source
from argmap.syntax import REFERENCE, parse

ROOT = Path(__file__).parents[2]
TEXTS = st.one_of(argdown(), st.text(max_size=200))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_span_lies_where_it_should(text):
    assert_spans_hold(read(text))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_reference_s_reading_raises_nothing(text):
    document = parse(Source.of(text), REFERENCE)
    assert_spans_hold(document)
    build_graph(document, REFERENCE)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_what_is_read_can_be_checked_and_shown(text):
    graph = argmap.loads(text)
    findings = argmap.check(graph, select=["ALL"])
    report = write_report(graph.document.source, findings)
    tree = write_tree(graph, width=40)
    assert all(character.isprintable() or character == "\n" for character in report + tree)
    assert all(cell_width(line) <= 40 for line in tree.split("\n"))


@settings(max_examples=60, deadline=None)
@given(argdown(), st.sampled_from(["argdown-json", "graphml", "node-link"]))
def test_what_is_read_can_be_converted(text, to):
    argmap.convert(argmap.loads(text), to).encode("utf-8")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_document_can_be_compared_copied_and_printed(text):
    document = read(text)
    assert document == read(text)
    assert pickle.loads(pickle.dumps(document)) == document
    assert repr(document)


@settings(max_examples=60, deadline=None)
@given(argdown())
def test_everything_that_is_written_is_in_some_item_or_comment(text):
    """Nothing but blanks, markers and closing words may lie outside: no words get lost."""
    document = read(text.replace("=", "").replace("word", "WORD").replace("\x00", ""))
    covered = bytearray(len(document.source.text))
    for span in (*(item.span for item in document.items), *document.comments):
        covered[span.start : span.end] = b"x" * (span.end - span.start)
    at = document.source.text.find("WORD")
    while at >= 0:
        assert covered[at : at + 4] == b"xxxx"
        at = document.source.text.find("WORD", at + 1)


def test_ten_thousand_levels():
    text = "[0]\n" + "\n".join(f"{' ' * level}+ <{level}>" for level in range(1, 10_001))
    document = read(text)
    assert len(document.items) == 20_001 and not document.problems
    assert document.items[-1].parent == 19_999
    assert document == read(text)
    assert pickle.loads(pickle.dumps(document)) == document
    assert len(repr(document)) > len(text)
    assert len(build_graph(document).relations) == 10_000


def test_the_hash_seed_changes_nothing():
    script = (
        "import argmap, sys\n"
        "for path in sys.argv[1:]:\n"
        "    graph = argmap.load(path)\n"
        "    print(graph.statements, graph.arguments, graph.relations, graph.problems)\n"
        "    print(argmap.check(graph, select=['ALL']), argmap.evaluate(graph))\n"
    )
    maps = [str(path) for path in sorted((ROOT / "maps").glob("*.argdown"))]
    outputs = set()
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(
            [sys.executable, "-c", script, *maps],
            env=environment,
            capture_output=True,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1 and len(next(iter(outputs))) > 10_000


@pytest.mark.parametrize("character", ["\ud800", "\udfff", "\x00", "\ufffe", "\U0010ffff"])
def test_characters_that_are_none(character):
    text = f"[A{character}]: t{character} {{a: {character}}}\n  + {character}\n"
    graph = argmap.loads(text)
    argmap.check(graph)
    write_tree(graph)

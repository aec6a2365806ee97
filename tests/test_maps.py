"""The shipped maps: each finds exactly what it announces, quotes its source, and is drawn."""

import hashlib
import re
from pathlib import Path

import pytest

import argmap
from argmap.checks.verdict import count_failures

ROOT = Path(__file__).parents[1]
MAPS = sorted((ROOT / "maps").glob("**/*.argdown"))


@pytest.fixture(params=MAPS, ids=lambda path: path.stem)
def graph(request):
    return argmap.load(request.param)


def test_the_findings_are_those_announced(graph):
    diagnostics = argmap.check(graph)
    assert count_failures(diagnostics, "info") == 0
    announced = graph.settings.get("expect") or []
    assert sum(diagnostic.expected for diagnostic in diagnostics) == len(announced)


def test_every_quote_stands_in_its_source_where_the_map_says(graph):
    announced = [str(entry) for entry in graph.settings.get("expect") or []]
    for quote in argmap.quotes(graph):
        if f"SRC002 [{quote.node.title}]" in announced:
            assert not quote.is_found
            continue
        assert quote.is_found and not quote.is_misplaced, quote.text


def test_every_quote_of_the_huang_map_names_its_source():
    graph = argmap.load(ROOT / "maps/huang.argdown")
    quoted = [node for ref in graph.order if "quote" in (node := graph.node(ref)).data]
    assert len(quoted) > 20
    assert {node.data.get("source") for node in quoted} == {"huang"}


def test_the_seed_is_the_article_unchanged():
    data = (ROOT / "seeds/huang.txt").read_bytes()
    assert len(data) == 2817
    known = "f3391db1bcf7137771907b41fdd5f2a00d29744aaa70e1edf886122efb2f3bd8"
    assert hashlib.sha256(data).hexdigest() == known


def test_what_the_huang_map_is_about():
    graph = argmap.load(ROOT / "maps/huang.argdown")
    reconstructed = {title for title, a in graph.arguments.items() if a.is_reconstructed}
    assert {"Developer Loss", "Ecosystem Split", "CUDA Dominance"} <= reconstructed
    labels = argmap.evaluate(graph)
    assert str(labels.of(graph.statements["Must Be Allowed"].ref).label) == "out"
    [finding] = [d for d in argmap.check(graph) if d.code == "SUP001"]
    assert finding.title == "Worldwide Developer Loss"
    assert finding.finding.chain[0] == "Must Be Allowed"


def test_the_text_of_the_federalist_is_complete_and_unchanged():
    data = (ROOT / "seeds/federalist10.txt").read_bytes()
    text = data.decode("ascii")
    assert text.startswith("FEDERALIST No. 10\n") and text.endswith("\nPUBLIUS\n")
    assert len(text) == 18_112 and len(re.split(r"\n\n+", text.strip())) == 29
    graph = argmap.load(ROOT / "maps/federalist10.argdown")
    declared = graph.settings["sources"]["fed10"]["sha256"]
    assert declared == hashlib.sha256(data).hexdigest()


def test_the_federalist_argues_by_elimination_twice():
    graph = argmap.load(ROOT / "maps/federalist10.argdown")
    rules = [
        (title, inference.rules)
        for title, argument in graph.arguments.items()
        for inference in argument.inferences
    ]
    eliminations = [title for title, names in rules if "elimination" in names]
    assert eliminations == ["Only Cure Left", "Neither Removal Works", "The Dangerous Case"]
    assert 30 <= len(graph.statements) <= 40
    labels = argmap.evaluate(graph)
    assert str(labels.of(graph.statements["Union Cures Faction"].ref).label) == "in"


def test_the_chinese_map_has_two_sides_in_two_languages():
    graph = argmap.load(ROOT / "maps/salt_and_iron.zh.argdown")
    nodes = [graph.node(ref) for ref in graph.order]
    spoken = {node.data.get("speaker") for node in nodes if node.data.get("speaker") is not None}
    assert spoken == {"文学", "大夫"}
    for node in nodes:
        assert re.search("[\u4e00-\u9fff]", node.text) and re.search("[a-z]{3}", node.text)
    assert 15 <= len(nodes) <= 30
    assert argmap.draw_map(graph).language == "zh"


def test_the_first_lesson_has_ten_boxes_and_both_sides():
    graph = argmap.load(ROOT / "maps/school_uniform.argdown")
    drawn = argmap.draw_map(graph)
    assert len(drawn.boxes) == 10
    assert {str(edge.kind) for edge in drawn.edges} == {"support", "attack"}

import json

from argmap.model import ArgumentGraph, build_graph
from argmap.source import Source
from argmap.syntax import parse

TEXT = """\
===
title: Trams
===

# City

[Thesis]: Trams should be free. #policy {source: s1, weights: [1, 2]}
  <+ <Air>: They clean the air.
  >< [Not So]: They should not.

<Air>
  <_ <Doubt>: Not in winter.

(1) Trams replace cars.
(7) [Cars]: Cars pollute.
-- Modus Ponens, Induction {uses: [7]} --
(8) [Less]: Less pollution.
----
(9) [Thesis]

An untitled remark.
"""


def graph_of(text: str) -> ArgumentGraph:
    return build_graph(parse(Source.of(text, "trams.argdown")))


def test_statements_arguments_and_inferences_are_nodes() -> None:
    graph = graph_of(TEXT).to_networkx()
    assert list(graph.nodes) == [
        "[Thesis]",
        "<Air>",
        "[Not So]",
        "<Doubt>",
        "[Untitled 1]",
        "[Cars]",
        "[Less]",
        "[Untitled 2]",
        "<Air>#1",
        "<Air>#2",
    ]
    assert graph.graph == {"title": "Trams", "path": "trams.argdown", "mode": "loose"}
    assert graph.nodes["[Thesis]"] == {
        "kind": "statement",
        "title": "Thesis",
        "titled": True,
        "text": "Trams should be free. #policy",
        "tags": ["policy"],
        "data": {"source": "s1", "weights": [1, 2]},
        "section": ["City"],
        "path": "trams.argdown",
        "line": 7,
        "column": 1,
    }
    assert graph.nodes["[Untitled 2]"]["titled"] is False
    assert graph.nodes["<Air>#1"] == {
        "kind": "inference",
        "title": "Air",
        "step": 1,
        "rules": ["Modus Ponens", "Induction"],
        "data": {"uses": [7]},
        "line": 16,
        "column": 1,
    }


def test_premises_conclusions_and_relations_are_edges() -> None:
    graph = graph_of(TEXT).to_networkx()
    edges = [(source, data["kind"], target) for source, target, data in graph.edges(data=True)]
    assert sorted(edges) == [
        ("<Air>", "support", "[Thesis]"),
        ("<Air>#1", "conclusion", "[Less]"),
        ("<Air>#2", "conclusion", "[Thesis]"),
        ("<Doubt>", "undercut", "<Air>"),
        ("[Cars]", "premise", "<Air>#1"),
        ("[Less]", "premise", "<Air>#2"),
        ("[Thesis]", "contradictory", "[Not So]"),
    ]
    assert graph.edges["[Cars]", "<Air>#1", 0] == {
        "kind": "premise",
        "number": 7,
        "line": 15,
        "column": 5,
    }
    assert graph.edges["<Air>", "[Thesis]", 0]["symbol"] == "<+"


def test_a_relation_that_is_written_twice_is_two_edges() -> None:
    graph = graph_of("[A]: a\n  + [B]: b\n  <+ [B]\n").to_networkx()
    assert graph.number_of_edges("[B]", "[A]") == 2


def test_strict_mode_gives_logical_kinds() -> None:
    text = "===\nmodel: {mode: strict}\n===\n\n[A]: a\n  + [B]: b\n  - [C]: c\n  - <D>: d\n"
    graph = graph_of(text).to_networkx()
    kinds = {source: data["kind"] for source, _, data in graph.edges(data=True)}
    assert kinds == {"[B]": "entails", "[C]": "contrary", "<D>": "attack"}
    assert graph.graph["mode"] == "strict"


def test_everything_is_fit_for_json_and_belongs_to_the_caller() -> None:
    source = graph_of(TEXT)
    graph = source.to_networkx()
    json.dumps([list(graph.nodes(data=True)), list(graph.edges(data=True)), graph.graph])
    graph.nodes["[Thesis]"]["data"]["weights"].append(3)
    graph.nodes["[Thesis]"]["section"].clear()
    assert source.statements["Thesis"].data["weights"] == [1, 2]
    assert source.to_networkx().nodes["[Thesis]"]["section"] == ["City"]

"""What is written can be read again, and says the same."""

import io
import json

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.exchange import argdown_json, graphml, node_link
from argmap.model import ArgumentGraph, build_graph
from argmap.source import Source
from argmap.syntax import REFERENCE, parse

TITLES = st.sampled_from(["A", "B", "größe", "a & b", 'x "y"', "日本", "C: D", "1"])
TEXTS = st.one_of(st.text(max_size=12), st.sampled_from(["p", "**b** #t", "<x>", "a\tb", "\x01"]))
DATA = st.sampled_from(
    ["", " {k: 1}", " {k: [a, {b: .nan}]}", " {isInMap: false}", ' {s: "\\ud800"}']
)


@st.composite
def statements(draw: st.DrawFn) -> str:
    title = draw(TITLES)
    return draw(st.sampled_from([f"[{title}]: {draw(TEXTS)}{draw(DATA)}", f"[{title}]"]))


@st.composite
def arguments(draw: st.DrawFn) -> str:
    title = draw(TITLES)
    return draw(st.sampled_from([f"<{title}>: {draw(TEXTS)}{draw(DATA)}", f"<{title}>"]))


@st.composite
def blocks(draw: st.DrawFn) -> str:
    lines = [draw(st.one_of(statements(), arguments()))]
    for _ in range(draw(st.integers(0, 3))):
        symbol = draw(st.sampled_from(["+", "-", "+>", "->", "><", "<_", "_>"]))
        lines.append(f"  {symbol} {draw(st.one_of(statements(), arguments()))}")
    if lines[0].startswith("<") and draw(st.booleans()):
        lines += ["", f"(1) {draw(statements())}", "-- rule --", f"(2) {draw(statements())}"]
    return "\n".join(lines)


@st.composite
def graphs(draw: st.DrawFn) -> ArgumentGraph:
    front = draw(st.sampled_from(["", "===\ntitle: T\nmodel: {mode: strict}\n===\n\n", "# H\n\n"]))
    text = front + "\n\n".join(draw(st.lists(blocks(), max_size=4)))
    return build_graph(parse(Source.of(text)))


@given(graphs())
@settings(deadline=None, max_examples=60)
def test_node_link_data_is_the_graph(graph: ArgumentGraph) -> None:
    data = json.loads(node_link.write(graph))
    again = networkx.node_link_graph(data, edges="edges")
    assert isinstance(again, networkx.MultiDiGraph)
    assert list(again.nodes) == [node["id"] for node in data["nodes"]]
    assert set(again.graph) == {"title", "path", "mode"}
    full = graph.to_networkx()
    assert set(again.edges(keys=True)) == set(full.edges(keys=True))


@given(graphs())
@settings(deadline=None, max_examples=60)
def test_graphml_read_by_networkx_has_the_same_nodes_and_edges(graph: ArgumentGraph) -> None:
    again = networkx.read_graphml(io.BytesIO(graphml.write(graph).encode()), force_multigraph=True)
    full = graph.to_networkx()
    assert list(again.nodes) == [graphml.xml_text(node) for node in full.nodes]
    for node, data in full.nodes(data=True):
        read = again.nodes[graphml.xml_text(node)]
        assert read["kind"] == data["kind"]
        assert read["line"] == data["line"]
        assert read.get("text") == (
            None if data.get("text") is None else graphml.xml_text(data["text"])
        )
    assert sorted(
        (source, target, data["kind"], data["line"])
        for source, target, data in again.edges(data=True)
    ) == sorted(
        (graphml.xml_text(source), graphml.xml_text(target), data["kind"], data["line"])
        for source, target, data in full.edges(data=True)
    )


@given(graphs())
@settings(deadline=None, max_examples=60)
def test_argdown_json_can_be_written_of_anything(graph: ArgumentGraph) -> None:
    export = json.loads(argdown_json.write(graph))
    assert set(export["statements"]) == set(graph.statements)


@given(st.text(alphabet="[]<>:+-_># \n(1)={}a*", max_size=80))
@settings(deadline=None, max_examples=200)
def test_no_text_raises(text: str) -> None:
    graph = build_graph(parse(Source.of(text), REFERENCE), REFERENCE)
    json.loads(argdown_json.write(graph, REFERENCE))
    json.loads(node_link.write(graph))
    networkx.read_graphml(io.BytesIO(graphml.write(graph).encode()), force_multigraph=True)

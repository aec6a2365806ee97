"""An argument graph as a `networkx.MultiDiGraph`.

Nodes are named as Argdown writes them: `[Title]` a statement, `<Title>` an argument, `<Title>#1`
the first inference of its reconstruction. All attributes are made of texts, numbers, booleans,
None, lists and dictionaries with texts as keys. A title is the made-up one (`Untitled 3`) where
`titled` is False.

Nodes have
    kind         "statement", "argument" or "inference"
    title        the statement's or argument's title; an inference's argument
    line, column where it is best shown, from 1
and statements and arguments further
    titled       whether the author gave it a title
    text         its canonical wording or gist, or None
    tags         list of texts
    data         what the author wrote in `{…}` about it
    section      list of the headings that it stands under, from the outermost
    path         the file
and inferences
    step         its number within the reconstruction, from 1
    rules        list of the rules that it names
    data         what the author wrote in `{…}` at it

Edges have
    kind         "premise" (statement → inference), "conclusion" (inference → statement),
                 "support", "attack", "undercut", "contradictory", "contrary" or "entails"
                 (source → target; one edge for each time that the relation was written)
    line, column where it is written, from 1
and premises and conclusions
    number       the printed number of the step
and relations
    symbol       what the author typed, such as `<+`

The graph has `title` (or None), `path` and `mode` ("loose" or "strict").
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, assert_never

from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    RelationKind,
    Statement,
)
from argmap.source import Span

if TYPE_CHECKING:
    import networkx

_LOGICAL = {
    RelationKind.SUPPORT: RelationKind.ENTAILS,
    RelationKind.ATTACK: RelationKind.CONTRARY,
}


def node_id(ref: NodeRef) -> str:
    """Return the name of a node in the networkx graph."""
    match ref.kind:
        case NodeKind.STATEMENT:
            return f"[{ref.title}]"
        case NodeKind.ARGUMENT:
            return f"<{ref.title}>"
        case NodeKind.INFERENCE:
            return f"<{ref.title}>#{(ref.step or 0) + 1}"
        case _ as never:
            assert_never(never)


def to_networkx(graph: ArgumentGraph) -> "networkx.MultiDiGraph[str]":
    """Return a graph with a node for each statement, argument and inference."""
    import networkx

    title = graph.settings.get("title")
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    result.graph["title"] = None if title is None else str(title)
    result.graph["path"] = graph.document.source.path
    result.graph["mode"] = "strict" if graph.is_strict else "loose"
    sections = _section_paths(graph)
    for ref in graph.order:
        node = graph.node(ref)
        result.add_node(node_id(ref), **_node(graph, node, sections))
    for argument in graph.arguments.values():
        _add_steps(graph, argument, result)
    for relation in graph.relations:
        ends = (relation.source, relation.target)
        between_statements = all(end.kind is NodeKind.STATEMENT for end in ends)
        kind = relation.kind
        if graph.is_strict and between_statements:
            kind = _LOGICAL.get(kind, kind)
        result.add_edge(
            node_id(relation.source),
            node_id(relation.target),
            kind=kind.value,
            symbol=relation.symbol,
            **_place(graph, relation.span),
        )
    return result


def _node(
    graph: ArgumentGraph, node: Statement | Argument, sections: list[list[str]]
) -> dict[str, object]:
    return {
        "kind": node.ref.kind.value,
        "title": node.title,
        "titled": node.is_titled,
        "text": node.text,
        "tags": list(node.tags),
        "data": _data(node.data),
        "section": [] if node.section is None else list(sections[node.section]),
        "path": graph.document.source.locate(node.span.start).path,
        **_place(graph, node.span),
    }


def _add_steps(
    graph: ArgumentGraph, argument: Argument, result: "networkx.MultiDiGraph[str]"
) -> None:
    for step, inference in enumerate(argument.inferences):
        name = node_id(NodeRef(NodeKind.INFERENCE, argument.title, step))
        result.add_node(
            name,
            kind=NodeKind.INFERENCE.value,
            title=argument.title,
            step=step + 1,
            rules=list(inference.rules),
            data=_data(inference.data),
            **_place(graph, inference.span),
        )
        for position in (*inference.premises, inference.conclusion):
            line = argument.pcs[position]
            statement = node_id(NodeRef(NodeKind.STATEMENT, line.title))
            is_premise = position != inference.conclusion
            source, target = (statement, name) if is_premise else (name, statement)
            result.add_edge(
                source,
                target,
                kind="premise" if is_premise else "conclusion",
                number=line.number,
                **_place(graph, line.occurrence.span),
            )


def _place(graph: ArgumentGraph, span: Span) -> dict[str, Any]:
    place = graph.document.source.locate(span.start)
    return {"line": place.line, "column": place.column}


def _section_paths(graph: ArgumentGraph) -> list[list[str]]:
    paths: list[list[str]] = []
    for section in graph.sections:
        above = [] if section.parent is None else paths[section.parent]
        paths.append([*above, section.title])
    return paths


def _data(value: Mapping[str, object]) -> dict[str, object]:
    """Copy data, so that changing the networkx graph does not change ours."""
    return {key: _copied(entry) for key, entry in value.items()}


def _copied(value: object) -> object:
    # Data is nested 100 levels deep at most.
    match value:
        case Mapping():
            return {str(key): _copied(entry) for key, entry in value.items()}
        case list() | tuple():
            return [_copied(entry) for entry in value]
        case None | bool() | str() | int() | float():
            return value
        case _:
            return str(value)

"""Argdown's own JSON, as `@argdown/core` exports it: the model, the map, sections and tags.

Positions are as there: lines and columns from 1, ends inclusive, ranges in UTF-16 units. Where
the text has problems, a list `diagnostics` is added, which the reference does not have.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from argmap.diagnostic import Problem
from argmap.exchange import json_text
from argmap.exchange.argdown_members import MemberWriter, html_id
from argmap.exchange.format import Format
from argmap.exchange.json_text import Pieces
from argmap.mapping.resolve import ResolvedRelation
from argmap.mapping.sections import MapSection
from argmap.mapping.select import select
from argmap.mapping.selection import SelectedGroup, SelectedNode, Selection
from argmap.mapping.settings_reader import is_truthy
from argmap.memory import without_collection
from argmap.model.graph import Argument, ArgumentGraph, NodeKind, Role, Statement
from argmap.syntax import REFERENCE, Dialect, Heading
from argmap.syntax import Argument as ArgumentItem
from argmap.syntax import Statement as StatementItem

_TYPES = {
    NodeKind.STATEMENT: "equivalence-class",
    NodeKind.ARGUMENT: "argument",
    NodeKind.INFERENCE: "inference",
}
_USES = {
    Role.TOP_LEVEL: "isUsedAsTopLevelStatement",
    Role.RELATION: "isUsedAsRelationStatement",
    Role.PREMISE: "isUsedAsPremise",
    Role.INTERMEDIATE_CONCLUSION: "isUsedAsIntermediaryConclusion",
    Role.MAIN_CONCLUSION: "isUsedAsMainConclusion",
}


@without_collection
def write(graph: ArgumentGraph, dialect: Dialect = REFERENCE) -> str:
    """Write a graph, and the map that its front matter asks for, as Argdown's JSON.

    The graph must have been parsed and built in the same dialect.
    """
    return "".join(pieces(graph, dialect))


def pieces(graph: ArgumentGraph, dialect: Dialect = REFERENCE) -> Iterator[str]:
    """Give the same in pieces, so that a large map's can be written while it is made."""
    writer = _Writer(graph, select(graph, dialect=dialect))
    yield from json_text.lumps(json_text.entries(writer.parts()))
    yield "\n"


FORMAT = Format(
    "argdown-json",
    ".json",
    "Argdown's own JSON export, for tools that read Argdown maps",
    REFERENCE,
    write,
    pieces,
)


class _Writer:
    """Holds what the parts of one export share. `written` is the graph as it was handed in."""

    def __init__(self, written: ArgumentGraph, selection: Selection) -> None:
        self.written, self.selection = written, selection
        self.graph = selection.graph
        self.section_ids = [section.id for section in selection.sections.items]
        settings = written.settings.get("json")
        self.settings: Mapping[str, object] = settings if isinstance(settings, Mapping) else {}
        self.embeds_relations = self.settings.get("removeEmbeddedRelations") is not True
        self.members = MemberWriter(written, self._data)
        self.relations = [self._relation(relation) for relation in selection.resolution.relations]
        self.node_ids = {node.ref: f"n{n}" for n, node in enumerate(selection.nodes)}

    def parts(self) -> Iterator[tuple[str, Pieces]]:
        """Give the members of the export as JSON texts."""
        graph = self.graph
        arguments = ((title, self._argument(node)) for title, node in graph.arguments.items())
        yield "arguments", json_text.entries(arguments)
        statements = ((title, self._statement(node)) for title, node in graph.statements.items())
        yield "statements", json_text.entries(statements)
        yield "relations", json_text.listing(self.relations)
        if self._wants("exportMap"):
            edges = json_text.listing(self._edges())
            yield "map", json_text.members({"nodes": self._map_nodes(), "edges": edges})
        if self._wants("exportSections"):
            yield "sections", self._sections()
        if self._wants("exportTags"):
            yield "tags", json_text.entries(self._tags())
        diagnostics = list(self._diagnostics())
        if diagnostics:
            yield "diagnostics", json_text.items(diagnostics)

    def _wants(self, setting: str) -> bool:
        value = self.settings.get(setting)
        return value is None or is_truthy(value)

    def _data(self, data: Mapping[str, object]) -> Iterator[str]:
        if data and self._wants("exportData"):
            yield f'"data": {json_text.line(json_text.plain(data))}'

    def _node(self, node: Statement | Argument, *uses: str) -> Iterator[str]:
        """Give the members that statements and arguments have in common; `uses` stand inside."""
        ref = node.ref
        yield f'"type": "{_TYPES[ref.kind]}", "title": {json_text.quoted(node.title)}'
        if node.tags:
            yield f'"tags": {json_text.line(node.tags)}'
        yield from self._data(node.data)
        section = self.selection.sections.of(node)
        if section is not None:
            yield f'"section": "{self.section_ids[section]}"'
        yield from uses
        if self.embeds_relations:
            touching = self.selection.resolution.touching.get(ref, ())
            yield json_text.member_list("relations", [self.relations[i] for i in touching])
        members = [self.members.text(node.title, written) for written in node.occurrences]
        yield json_text.member_list("members", members)

    def _statement(self, statement: Statement) -> str:
        roles = dict.fromkeys(occurrence.role for occurrence in statement.occurrences)
        uses = (f'"{_USES[role]}": true' for role in roles if role in _USES)
        return json_text.object_of(self._node(statement, *uses))

    def _argument(self, argument: Argument) -> str:
        span = argument.pcs_span
        places = (self.members.places(span),) if span is not None else ()
        steps = [self.members.text(step.title, step.occurrence) for step in argument.pcs]
        pcs = json_text.member_list("pcs", steps)
        return json_text.object_of((*self._node(argument, *places), pcs))

    def _relation(self, relation: ResolvedRelation) -> str:
        source, target = relation.source, relation.target
        entry = (
            f'{{"type": "relation", "relationType": "{relation.kind}", '
            f'"from": {json_text.quoted(source.title)}, "fromType": "{_TYPES[source.kind]}", '
            f'"to": {json_text.quoted(target.title)}, "toType": "{_TYPES[target.kind]}"'
        )
        if target.step is None:
            return entry + "}"
        inference = self.written.arguments[target.title].inferences[target.step]
        return f'{entry}, "conclusionIndex": {inference.conclusion}}}'

    def _map_nodes(self) -> Pieces:
        """Write the nodes: groups first, then what stands in none."""
        selection = self.selection
        nodes: list[str] = []
        children: defaultdict[int | None, list[int]] = defaultdict(list)
        for index, group in enumerate(selection.groups):
            nodes.append(json_text.object_of(self._group(group)))
            children[group.parent].append(index)
            _ = children[index]
        for node in selection.nodes:
            children[node.group].append(len(nodes))
            nodes.append(json_text.object_of(self._map_node(node)))
        return json_text.forest(nodes, children)

    def _group(self, group: SelectedGroup) -> Iterator[str]:
        title = json_text.quoted(group.title)
        yield f'"id": "{group.id}", "title": {title}, "type": "group-map-node"'
        yield f'"level": {group.level}, "labelTitle": {title}'
        if group.is_closed:
            yield '"isClosed": true'
        if group.parent is not None:
            yield f'"parent": "{self.selection.groups[group.parent].id}"'

    def _map_node(self, node: SelectedNode) -> Iterator[str]:
        ref = node.ref
        yield f'"id": "{self.node_ids[ref]}", "title": {json_text.quoted(ref.title)}'
        yield f'"type": "{ref.kind}-map-node"'
        if node.label_title is not None:
            yield f'"labelTitle": {json_text.quoted(node.label_title)}'
        if node.label_text is not None:
            yield f'"labelText": {json_text.quoted(node.label_text)}'
        if node.tags:
            yield f'"tags": {json_text.line(node.tags)}'

    def _edges(self) -> Iterator[str]:
        for number, edge in enumerate(self.selection.edges, 1):
            entry = (
                f'{{"id": "e{number}", "type": "map-edge", "relationType": "{edge.kind}", '
                f'"from": "{self.node_ids[edge.source]}", "to": "{self.node_ids[edge.target]}"'
            )
            if edge.from_statement is not None:
                entry += f', "fromEquivalenceClass": {json_text.quoted(edge.from_statement)}'
            if edge.to_statement is not None:
                entry += f', "toEquivalenceClass": {json_text.quoted(edge.to_statement)}'
            yield entry + "}"

    def _sections(self) -> Pieces:
        nodes: list[str] = []
        children: defaultdict[int | None, list[int]] = defaultdict(list)
        for index, section in enumerate(self.selection.sections.items):
            nodes.append(json_text.object_of(self._section(section)))
            children[section.parent].append(index)
            _ = children[index]
        return json_text.forest(nodes, children)

    def _section(self, section: MapSection) -> Iterator[str]:
        yield f'"type": "section", "id": "{section.id}", "level": {section.level}'
        yield f'"title": {json_text.quoted(section.title)}'
        yield f'"isGroup": {"true" if section.is_group else "false"}'
        if section.is_closed:
            yield '"isClosed": true'
        if section.tags:
            yield f'"tags": {json_text.line(section.tags)}'
        if section.parent is not None:
            yield f'"parent": "{self.section_ids[section.parent]}"'
        if section.heading is not None:
            heading = self.written.sections[section.heading]
            yield from self._data(heading.data)
            yield self.members.start(heading.span)

    def _tags(self) -> Iterator[tuple[str, str]]:
        tags = dict.fromkeys(
            tag
            for item in self.written.document.items
            if isinstance(item, StatementItem | ArgumentItem | Heading)
            for tag in item.tags
        )
        for number, tag in enumerate(tags):
            entry = {"tag": tag, "cssClass": html_id(f"tag-{tag}"), "occurrenceIndex": number}
            yield tag, json_text.line(entry)

    def _diagnostics(self) -> Iterator[dict[str, object]]:
        problems: dict[Problem, None] = dict.fromkeys(
            (
                *self.written.document.problems,
                *self.written.problems,
                *self.selection.problems,
            )
        )
        locate = self.written.document.source.locate
        for problem in sorted(problems, key=lambda problem: problem.finding.span):
            place = locate(problem.finding.span.start)
            yield {
                "path": place.path,
                "line": place.line,
                "column": place.column,
                "code": problem.code,
                "message": problem.finding.message,
            }

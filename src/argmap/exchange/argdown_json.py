"""Argdown's own JSON, as `@argdown/core` exports it: the model, the map, sections and tags.

Positions are as there: lines and columns from 1, ends inclusive, ranges in UTF-16 units. Where
the text has problems, a list `diagnostics` is added, which the reference does not have.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from argmap.diagnostic import Problem
from argmap.exchange import json_text
from argmap.exchange.argdown_members import MemberWriter, html_id
from argmap.exchange.format import Format
from argmap.exchange.json_text import Pieces
from argmap.mapping.resolve import ResolvedRelation
from argmap.mapping.select import select
from argmap.mapping.selection import SelectedNode, Selection
from argmap.mapping.settings_reader import is_truthy
from argmap.memory import without_collection
from argmap.model.graph import Argument, ArgumentGraph, NodeKind, Role, Statement
from argmap.syntax import REFERENCE, Dialect, Heading
from argmap.syntax import Argument as ArgumentItem
from argmap.syntax import Statement as StatementItem

Texts = Sequence[str]

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
    yield from map(json_text.writable, json_text.entries(writer.parts()))
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
        self.members = MemberWriter(written, self._with_data)
        self.relations = [
            json_text.line(self._relation(relation)) for relation in selection.resolution.relations
        ]
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
            edges = json_text.items(self._edges())
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

    def _with_data(self, entry: dict[str, object], data: Mapping[str, object]) -> None:
        if data and self._wants("exportData"):
            entry["data"] = json_text.plain(data)

    def _node(self, node: Statement | Argument) -> tuple[dict[str, object], dict[str, Texts]]:
        """Return what statements and arguments have in common: an entry, and its lists."""
        entry: dict[str, object] = {"type": _TYPES[node.ref.kind], "title": node.title}
        if node.tags:
            entry["tags"] = node.tags
        self._with_data(entry, node.data)
        section = self.selection.sections.of(node)
        if section is not None:
            entry["section"] = self.section_ids[section]
        lists: dict[str, Texts] = {}
        if self.settings.get("removeEmbeddedRelations") is not True:
            touching = self.selection.resolution.touching.get(node.ref, ())
            lists["relations"] = [self.relations[index] for index in touching]
        lists["members"] = [
            self.members.text(node.title, occurrence) for occurrence in node.occurrences
        ]
        return entry, lists

    def _statement(self, statement: Statement) -> str:
        entry, lists = self._node(statement)
        for role in {occurrence.role: None for occurrence in statement.occurrences}:
            if role in _USES:
                entry[_USES[role]] = True
        return json_text.with_lists(entry, lists)

    def _argument(self, argument: Argument) -> str:
        entry, lists = self._node(argument)
        if argument.pcs_span is not None:
            entry.update(self.members.places(argument.pcs_span))
        lists["pcs"] = [self.members.text(step.title, step.occurrence) for step in argument.pcs]
        return json_text.with_lists(entry, lists)

    def _relation(self, relation: ResolvedRelation) -> dict[str, object]:
        entry: dict[str, object] = {
            "type": "relation",
            "relationType": relation.kind,
            "from": relation.source.title,
            "fromType": _TYPES[relation.source.kind],
            "to": relation.target.title,
            "toType": _TYPES[relation.target.kind],
        }
        if relation.target.step is not None:
            inferences = self.written.arguments[relation.target.title].inferences
            entry["conclusionIndex"] = inferences[relation.target.step].conclusion
        return entry

    def _map_nodes(self) -> Pieces:
        """Write the nodes: groups first, then what stands in none."""
        selection = self.selection
        nodes: list[dict[str, object]] = []
        children: defaultdict[int | None, list[int]] = defaultdict(list)
        for index, group in enumerate(selection.groups):
            nodes.append(
                {
                    "id": group.id,
                    "title": group.title,
                    "type": "group-map-node",
                    "level": group.level,
                    "labelTitle": group.title,
                }
            )
            if group.is_closed:
                nodes[-1]["isClosed"] = True
            if group.parent is not None:
                nodes[-1]["parent"] = selection.groups[group.parent].id
            children[group.parent].append(index)
            _ = children[index]
        for node in selection.nodes:
            children[node.group].append(len(nodes))
            nodes.append(self._map_node(node))
        return json_text.forest(nodes, children)

    def _map_node(self, node: SelectedNode) -> dict[str, object]:
        entry: dict[str, object] = {
            "id": self.node_ids[node.ref],
            "title": node.ref.title,
            "type": f"{node.ref.kind}-map-node",
        }
        if node.label_title is not None:
            entry["labelTitle"] = node.label_title
        if node.label_text is not None:
            entry["labelText"] = node.label_text
        if node.tags:
            entry["tags"] = node.tags
        return entry

    def _edges(self) -> Iterator[dict[str, object]]:
        for number, edge in enumerate(self.selection.edges, 1):
            entry: dict[str, object] = {
                "id": f"e{number}",
                "type": "map-edge",
                "relationType": edge.kind,
                "from": self.node_ids[edge.source],
                "to": self.node_ids[edge.target],
            }
            if edge.from_statement is not None:
                entry["fromEquivalenceClass"] = edge.from_statement
            if edge.to_statement is not None:
                entry["toEquivalenceClass"] = edge.to_statement
            yield entry

    def _sections(self) -> Pieces:
        nodes: list[dict[str, object]] = []
        children: defaultdict[int | None, list[int]] = defaultdict(list)
        for index, section in enumerate(self.selection.sections.items):
            entry: dict[str, object] = {
                "type": "section",
                "id": section.id,
                "level": section.level,
                "title": section.title,
                "isGroup": section.is_group,
            }
            if section.is_closed:
                entry["isClosed"] = True
            if section.tags:
                entry["tags"] = section.tags
            if section.parent is not None:
                entry["parent"] = self.section_ids[section.parent]
            if section.heading is not None:
                heading = self.written.sections[section.heading]
                self._with_data(entry, heading.data)
                entry.update(self.members.start(heading.span))
            nodes.append(entry)
            children[section.parent].append(index)
            _ = children[index]
        return json_text.forest(nodes, children)

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

"""Arrange the shown part of an argument graph as boxes, cards and edges."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from argmap.mapping.argument_map import (
    HEADER,
    ArgumentMap,
    Box,
    BoxKind,
    Edge,
    EdgeKind,
    End,
    Footnote,
    Group,
    LegendEntry,
    Mark,
    Opening,
    Part,
    Row,
    RowKind,
)
from argmap.mapping.cards import lay_out_card, row_port, strip_port
from argmap.mapping.footnotes import Sources
from argmap.mapping.homes import Homes, declared_theses, find_homes
from argmap.mapping.names import Names
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    PcsStatement,
    Relation,
    RelationKind,
    Role,
    Statement,
)

UNSUPPORTED_CODES = frozenset({"SUP001", "SUP002"})
"""Findings that colour a box amber: conclusions, never ordinary leaf premises."""
UNSTATED_TAG = "unstated"

_EDGE_KINDS = {
    RelationKind.SUPPORT: EdgeKind.SUPPORT,
    RelationKind.ATTACK: EdgeKind.ATTACK,
    RelationKind.UNDERCUT: EdgeKind.UNDERCUT,
    RelationKind.CONTRADICTORY: EdgeKind.CONTRADICTORY,
    RelationKind.CONTRARY: EdgeKind.CONTRARY,
    RelationKind.ENTAILS: EdgeKind.ENTAILS,
}
_HEADER_ROLES = (EdgeKind.SUPPORT, EdgeKind.ATTACK, EdgeKind.UNDERCUT)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the selection lets through, in document order; titles of statements and arguments.

    groups:   frames, outermost first; `group_of` has the index of each node's innermost frame
    """

    statements: tuple[str, ...]
    arguments: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    group_of: Mapping[NodeRef, int] = field(default_factory=dict)


def show_everything(graph: ArgumentGraph) -> Shown:
    """Return a selection that leaves nothing out and frames nothing."""
    return Shown(tuple(graph.statements), tuple(graph.arguments))


def arrange(
    graph: ArgumentGraph,
    shown: Shown,
    marks: Mapping[str, Mark] | None = None,
    *,
    opening: Opening = Opening.CARDS,
    theses: Collection[str] = (),
) -> ArgumentMap:
    """Turn the shown part of a graph into a map.

    `marks` are findings and labels by statement title. `theses` are main claims besides the ones
    that the text declares; if there are none at all, a single statement on which everything
    converges is taken for the main claim.
    """
    return _Arranger(graph, shown, marks or {}, opening, frozenset(theses)).arrange()


class _Arranger:
    """Holds what the steps of one arrangement share."""

    def __init__(
        self,
        graph: ArgumentGraph,
        shown: Shown,
        marks: Mapping[str, Mark],
        opening: Opening,
        theses: frozenset[str],
    ) -> None:
        self.graph = graph
        self.shown = shown
        self.marks = marks
        self.opening = opening
        self.arguments = [graph.arguments[title] for title in shown.arguments]
        visible = set(shown.arguments)
        self.relations = [
            relation
            for relation in graph.relations
            if all(
                end.kind is NodeKind.STATEMENT or end.title in visible
                for end in (relation.source, relation.target)
            )
        ]
        self.theses = declared_theses(graph) | theses
        self.homes: Homes = find_homes(
            graph,
            statements=frozenset(shown.statements),
            arguments=shown.arguments,
            relations=self.relations,
            theses=self.theses,
            has_rows=opening is Opening.CARDS,
        )
        self.sources = Sources(graph)
        self.names = Names()
        self.ids = {
            ref: self.names.claim(ref.kind, ref.title)
            for ref in graph.order
            if (ref.kind is NodeKind.ARGUMENT and ref.title in visible)
            or (ref.kind is NodeKind.STATEMENT and ref.title in self.homes.boxes)
        }

    def arrange(self) -> ArgumentMap:
        """Do it."""
        edges = self._edges()
        theses = self.theses or self._converging(edges)
        roles = self._roles(edges)
        boxes = tuple(self._box(ref, roles, theses) for ref in self.ids)
        if self.opening is Opening.NONE:
            boxes = tuple(replace(box, text=None) if box.title else box for box in boxes)
        title = self.graph.settings.get("title")
        language = self.graph.settings.get("lang")
        return ArgumentMap(
            title=str(title) if title else None,
            boxes=boxes,
            edges=edges,
            groups=self.shown.groups,
            footnotes=self.sources.footnotes(),
            legend=tuple(_legend(boxes, edges)),
            language=language if isinstance(language, str) else None,
        )

    # Boxes

    def _box(self, ref: NodeRef, roles: Mapping[str, EdgeKind], theses: Collection[str]) -> Box:
        identifier = self.ids[ref]
        group = self.shown.group_of.get(ref)
        if ref.kind is NodeKind.STATEMENT:
            statement = self.graph.statements[ref.title]
            return Box(
                id=identifier,
                kind=BoxKind.STATEMENT,
                ref=ref,
                title=statement.title if statement.is_titled else None,
                text=wording(statement),
                is_thesis=statement.title in theses,
                is_unsupported=self._is_unsupported(statement.title),
                is_unstated=UNSTATED_TAG in statement.tags,
                label=self._label(statement.title),
                sources=self.sources.of(statement),
                group=group,
            )
        argument = self.graph.arguments[ref.title]
        parts = self._parts(argument)
        return Box(
            id=identifier,
            kind=BoxKind.ARGUMENT,
            ref=ref,
            title=argument.title if argument.is_titled else None,
            # A card says in full what the gist only sums up.
            text=None if parts else wording(argument),
            role=roles.get(identifier),
            parts=parts,
            is_unstated=UNSTATED_TAG in argument.tags,
            sources=self.sources.of(argument),
            group=group,
        )

    def _parts(self, argument: Argument) -> tuple[Part, ...]:
        if self.opening is not Opening.CARDS or not argument.is_reconstructed:
            return ()
        conclusion = argument.main_conclusion
        return lay_out_card(
            argument,
            shows_conclusion=self.homes.rows.get(conclusion or "") == argument.title,
            make_row=lambda port, kind, line: self._row(argument, port, kind, line),
        )

    def _row(
        self, argument: Argument, port: str, kind: RowKind, line: PcsStatement
    ) -> Row:
        statement = self.graph.statements[line.title]
        has_box = line.title in self.homes.boxes
        is_linked = has_box and not self._is_only_mentioned(line.title, argument)
        return Row(
            port=port,
            kind=kind,
            title=statement.title,
            text=None if is_linked and statement.is_titled else wording(statement),
            number=line.number,
            has_own_box=has_box,
            also_in=() if is_linked or not has_box else self._users(line.title, argument),
            is_unsupported=self._is_unsupported(line.title) and not has_box,
            is_unstated=UNSTATED_TAG in statement.tags,
            label=self._label(line.title),
            sources=() if has_box else self.sources.of(statement),
        )

    def _users(self, title: str, besides: Argument) -> tuple[str, ...]:
        """Return the titles of the other cards that use a statement."""
        return tuple(
            other.title
            for other in self.arguments
            if other is not besides
            and other.is_titled
            and any(line.title == title for line in other.pcs)
        )

    def _is_unsupported(self, title: str) -> bool:
        mark = self.marks.get(title)
        return mark is not None and not UNSUPPORTED_CODES.isdisjoint(mark.codes)

    def _label(self, title: str) -> str | None:
        mark = self.marks.get(title)
        return mark.label if mark else None

    # Edges

    def _edges(self) -> tuple[Edge, ...]:
        found: dict[tuple[EdgeKind, End, End], None] = {}
        for argument in self.arguments:
            for edge in self._inner_edges(argument):
                found.setdefault(edge)
        for relation in self.relations:
            source, target = self._start(relation.source), self._end(relation)
            kind = _EDGE_KINDS[relation.kind]
            if source is None or target is None or self._is_told(relation, kind):
                continue
            if kind.is_symmetric and (kind, target, source) in found:
                continue
            found.setdefault((kind, source, target))
        return tuple(
            Edge(f"edge-{number}", kind, source, target)
            for number, (kind, source, target) in enumerate(found, start=1)
        )

    def _inner_edges(self, argument: Argument) -> Iterable[tuple[EdgeKind, End, End]]:
        """Yield what a structure itself says: to its conclusion, and from its premises' boxes."""
        card = self.ids[argument.ref]
        opened = self.opening is Opening.CARDS
        for position, line in enumerate(argument.pcs if argument.is_reconstructed else ()):
            box = self.ids.get(NodeRef(NodeKind.STATEMENT, line.title))
            if box is None:
                continue
            port = row_port(position) if opened else None
            match line.role:
                case Role.MAIN_CONCLUSION:
                    yield EdgeKind.SUPPORT, End(card), End(box)
                case Role.INTERMEDIATE_CONCLUSION:
                    yield EdgeKind.SUPPORT, End(card, port), End(box)
                case _:
                    if not self._is_only_mentioned(line.title, argument):
                        yield EdgeKind.PREMISE, End(box), End(card, port)

    def _is_only_mentioned(self, title: str, argument: Argument) -> bool:
        """Whether a card says in full what has its box in another group.

        An edge across the groups is worth drawing only for what leads to the statement.
        """
        ref = NodeRef(NodeKind.STATEMENT, title)
        groups = self.shown.group_of
        return (
            groups.get(ref) != groups.get(argument.ref)
            and all(other.main_conclusion != title for other in self.arguments)
            and all(ref not in (edge.source, edge.target) for edge in self.relations)
        )

    def _start(self, ref: NodeRef) -> End | None:
        if ref in self.ids:
            return End(self.ids[ref])
        # A conclusion that lives in its card speaks from the card.
        home = self.homes.rows.get(ref.title) if ref.kind is NodeKind.STATEMENT else None
        return End(self.ids[NodeRef(NodeKind.ARGUMENT, home)]) if home else None

    def _end(self, relation: Relation) -> End | None:
        ref = relation.target
        if ref.kind is NodeKind.STATEMENT:
            if ref in self.ids:
                return End(self.ids[ref])
            home = self.homes.rows.get(ref.title)
            if home is None:
                return None
            lines = enumerate(self.graph.arguments[home].pcs)
            position = next(place for place, line in lines if line.title == ref.title)
            return End(self.ids[NodeRef(NodeKind.ARGUMENT, home)], row_port(position))
        argument = self.graph.arguments[ref.title]
        card = self.ids[argument.ref]
        if self.opening is not Opening.CARDS or not argument.is_reconstructed:
            return End(card)
        if relation.kind is RelationKind.UNDERCUT:
            step = len(argument.inferences) - 1 if ref.step is None else ref.step
            return End(card, strip_port(step))
        return End(card, HEADER)

    def _is_told(self, relation: Relation, kind: EdgeKind) -> bool:
        """Whether an argument's relation only repeats what its structure and conclusion say."""
        if relation.source.kind is not NodeKind.ARGUMENT:
            return False
        conclusion = self.graph.arguments[relation.source.title].main_conclusion
        if conclusion is None:
            return False
        if relation.target == NodeRef(NodeKind.STATEMENT, conclusion):
            return kind in (EdgeKind.SUPPORT, EdgeKind.ENTAILS)
        source = NodeRef(NodeKind.STATEMENT, conclusion)
        return source in self.ids and any(
            other.source == source
            and other.target == relation.target
            and other.kind is relation.kind
            for other in self.relations
        )

    def _roles(self, edges: Iterable[Edge]) -> dict[str, EdgeKind]:
        """Say for each argument what it does, if its edges agree."""
        said: dict[str, set[EdgeKind]] = {}
        for edge in edges:
            kinds = said.setdefault(edge.source.box, set())
            if edge.source.port is None and edge.kind is not EdgeKind.PREMISE:
                kinds.add(_plain(edge.kind))
        return {box: next(iter(kinds)) for box, kinds in said.items() if len(kinds) == 1}

    def _converging(self, edges: tuple[Edge, ...]) -> frozenset[str]:
        """Return the only statement that receives edges and sends none, or nothing."""
        sending = {edge.source.box for edge in edges}
        receiving = {edge.target.box for edge in edges}
        tops = [
            ref
            for ref, identifier in self.ids.items()
            if identifier in receiving and identifier not in sending
        ]
        if len(tops) == 1 and tops[0].kind is NodeKind.STATEMENT:
            return frozenset({tops[0].title})
        return frozenset()


def _plain(kind: EdgeKind) -> EdgeKind:
    match kind:
        case EdgeKind.ENTAILS:
            return EdgeKind.SUPPORT
        case EdgeKind.CONTRARY | EdgeKind.CONTRADICTORY:
            return EdgeKind.ATTACK
        case _:
            return kind


def wording(node: Statement | Argument) -> str | None:
    """Return a node's text without the tags at its end, which are for argmap and not for readers."""
    text = node.text
    if text is None:
        return None
    shortened = True
    while shortened:
        shortened = False
        text = text.rstrip()
        for tag in node.tags:
            for written in (f"#{tag}", f"#({tag})"):
                if text.endswith(written):
                    text, shortened = text.removesuffix(written), True
    return text or node.text


def _legend(boxes: Iterable[Box], edges: Iterable[Edge]) -> Iterable[LegendEntry]:
    kinds = {edge.kind.name for edge in edges}
    kinds.update(_row_states(boxes))
    return [entry for entry in LegendEntry if entry.name in kinds]


def _row_states(boxes: Iterable[Box]) -> Iterable[str]:
    for box in boxes:
        if box.kind is BoxKind.JUNCTION:
            yield LegendEntry.JUNCTION.name
        for part in (box, *(part for part in box.parts if isinstance(part, Row))):
            if part.is_unsupported:
                yield LegendEntry.UNSUPPORTED.name
            if part.is_unstated:
                yield LegendEntry.UNSTATED.name


__all__ = ["Footnote", "Shown", "arrange", "show_everything", "wording"]

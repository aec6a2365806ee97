"""Arrange the shown part of an argument graph as boxes, cards and edges."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from argmap.mapping.argument_map import (
    ArgumentMap,
    Box,
    BoxKind,
    Edge,
    EdgeKind,
    LegendEntry,
    Mark,
    Opening,
    Part,
    Row,
    RowKind,
)
from argmap.mapping.cards import lay_out_card
from argmap.mapping.closing import close_groups
from argmap.mapping.footnotes import Sources
from argmap.mapping.homes import declared_theses, find_homes
from argmap.mapping.links import Links, roles_of
from argmap.mapping.names import Names
from argmap.mapping.options import MapOptions
from argmap.mapping.shown import Shown, choose_shown
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    PcsStatement,
    Statement,
)
from argmap.syntax import ARGMAP, Dialect

UNSUPPORTED_CODES = frozenset({"SUP001", "SUP002"})
"""Findings that colour a box amber: about conclusions, never about ordinary leaf premises."""
UNSTATED_TAG = "unstated"


def build_map(  # noqa: PLR0913  (what the pipeline knows about a map)
    graph: ArgumentGraph,
    options: MapOptions | None = None,
    marks: Mapping[str, Mark] | None = None,
    *,
    dialect: Dialect = ARGMAP,
    opening: Opening = Opening.CARDS,
    theses: Collection[str] = (),
    labels: Mapping[NodeRef, str] | None = None,
) -> ArgumentMap:
    """Select what a graph's map shows and arrange it; see `choose_shown` and `arrange`."""
    shown = choose_shown(graph, options, dialect)
    return arrange(shown, marks, opening=opening, theses=theses, labels=labels)


def arrange(
    shown: Shown,
    marks: Mapping[str, Mark] | None = None,
    *,
    opening: Opening = Opening.CARDS,
    theses: Collection[str] = (),
    labels: Mapping[NodeRef, str] | None = None,
) -> ArgumentMap:
    """Turn the shown part of a graph into a map.

    `marks` are findings by statement title, `labels` what evaluation said. `theses` are main
    claims besides the ones that the text declares; if there are none at all, a single statement
    on which everything converges is taken for the main claim.
    """
    arranged = _Arranger(shown, marks or {}, opening, frozenset(theses), labels or {}).arrange()
    return close_groups(arranged, shown.closed)


class _Arranger:
    """Holds what the steps of one arrangement share."""

    def __init__(
        self,
        shown: Shown,
        marks: Mapping[str, Mark],
        opening: Opening,
        theses: frozenset[str],
        labels: Mapping[NodeRef, str],
    ) -> None:
        self.graph = graph = shown.graph
        self.shown = shown
        self.marks = marks
        self.labels = labels
        self.opening = opening
        visible = set(shown.arguments)
        relations = tuple(
            relation
            for relation in graph.relations
            if all(
                end.kind is NodeKind.STATEMENT or end.title in visible
                for end in (relation.source, relation.target)
            )
        )
        has_rows = opening is Opening.CARDS
        self.theses = declared_theses(graph) | theses
        self.homes = find_homes(
            graph,
            statements=frozenset(shown.statements),
            arguments=shown.arguments,
            relations=relations,
            theses=self.theses,
            has_rows=has_rows,
        )
        self.sources = Sources(graph)
        names = Names()
        self.ids = {
            ref: names.claim(ref.kind, ref.title)
            for ref in graph.order
            if (ref.kind is NodeKind.ARGUMENT and ref.title in visible)
            or (ref.kind is NodeKind.STATEMENT and ref.title in self.homes.boxes)
        }
        self.links = Links(shown, relations, self.homes, self.ids, opening)
        self.users: dict[str, list[Argument]] = {}
        for argument in (graph.arguments[name] for name in shown.arguments):
            for title in dict.fromkeys(line.title for line in argument.pcs):
                self.users.setdefault(title, []).append(argument)

    def arrange(self) -> ArgumentMap:
        """Do it."""
        edges = self.links.edges()
        roles = roles_of(edges)
        theses = self.theses or self._converging(edges)
        boxes = tuple(
            self._statement(self.graph.statements[ref.title], theses)
            if ref.kind is NodeKind.STATEMENT
            else self._argument(self.graph.arguments[ref.title], roles)
            for ref in self.ids
        )
        boxes += self.links.junctions()
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
            legend=_legend(boxes, edges),
            language=language if isinstance(language, str) else None,
        )

    def _statement(self, statement: Statement, theses: Collection[str]) -> Box:
        title, text = self._caption(statement)
        return Box(
            id=self.ids[statement.ref],
            kind=BoxKind.STATEMENT,
            ref=statement.ref,
            title=title,
            text=text,
            is_thesis=statement.title in theses,
            is_unsupported=self._is_unsupported(statement.title),
            is_unstated=UNSTATED_TAG in statement.tags,
            label=self._label(statement),
            sources=self.sources.of(statement),
            group=self.shown.group_of.get(statement.ref),
            link=self.sources.link(statement),
        )

    def _argument(self, argument: Argument, roles: Mapping[str, EdgeKind]) -> Box:
        parts = self._parts(argument)
        title, text = self._caption(argument)
        return Box(
            id=self.ids[argument.ref],
            kind=BoxKind.ARGUMENT,
            ref=argument.ref,
            title=title,
            # A card says in full what the gist only sums up.
            text=None if parts else text,
            role=roles.get(self.ids[argument.ref]),
            parts=parts,
            is_unstated=UNSTATED_TAG in argument.tags,
            label=self.labels.get(argument.ref),
            sources=self.sources.of(argument),
            group=self.shown.group_of.get(argument.ref),
            link=self.sources.link(argument),
        )

    def _caption(self, node: Statement | Argument) -> tuple[str | None, str | None]:
        """Return the title and the text to print, as the label modes want it."""
        title, text = node.title if node.is_titled else None, wording(node)
        chosen = self.shown.captions.get(node.ref)
        if chosen is None:
            return title, text
        return title if chosen[0] else None, text if chosen[1] else None

    def _parts(self, argument: Argument) -> tuple[Part, ...]:
        if self.opening is not Opening.CARDS or not argument.is_reconstructed:
            return ()
        conclusion = argument.main_conclusion or ""
        return lay_out_card(
            argument,
            shows_conclusion=self.homes.rows.get(conclusion) == argument.title,
            make_row=lambda port, kind, line: self._row(argument, port, kind, line),
        )

    def _row(self, argument: Argument, port: str, kind: RowKind, line: PcsStatement) -> Row:
        statement = self.graph.statements[line.title]
        has_box = line.title in self.homes.boxes
        is_linked = has_box and not (
            kind is RowKind.PREMISE and self.links.is_mentioned(line.title, argument)
        )
        return Row(
            port=port,
            kind=kind,
            title=statement.title,
            text=None if is_linked and statement.is_titled else wording(statement),
            number=line.number,
            has_own_box=has_box,
            also_in=() if is_linked else self._users(line.title, argument),
            is_unsupported=self._is_unsupported(line.title) and not has_box,
            is_unstated=UNSTATED_TAG in statement.tags,
            label=self._label(statement),
            sources=() if has_box else self.sources.of(statement),
            link=None if has_box else self.sources.link(statement),
        )

    def _users(self, title: str, besides: Argument) -> tuple[str, ...]:
        """Return the titles of the other cards that use a statement."""
        return tuple(
            other.title
            for other in self.users.get(title, ())
            if other is not besides and other.is_titled
        )

    def _is_unsupported(self, title: str) -> bool:
        mark = self.marks.get(title)
        return mark is not None and not UNSUPPORTED_CODES.isdisjoint(mark.codes)

    def _label(self, statement: Statement) -> str | None:
        mark = self.marks.get(statement.title)
        return mark.label if mark and mark.label else self.labels.get(statement.ref)

    def _converging(self, edges: tuple[Edge, ...]) -> frozenset[str]:
        """Return the only statement that receives edges and sends none, or nothing."""
        directed = [edge for edge in edges if not edge.kind.is_symmetric]
        sending = {edge.source.box for edge in directed}
        receiving = {edge.target.box for edge in directed}
        tops = [ref for ref, box in self.ids.items() if box in receiving and box not in sending]
        if len(tops) == 1 and tops[0].kind is NodeKind.STATEMENT:
            return frozenset({tops[0].title})
        return frozenset()


def wording(node: Statement | Argument) -> str | None:
    """Return a node's text without the tags at its end: they are for argmap, not for readers."""
    text = node.text
    if text is None:
        return None
    names = frozenset(node.tags)
    end = len(text.rstrip())
    while end:
        mark = "#(" if text[end - 1] == ")" else "#"
        start = text.rfind(mark, 0, end)
        if start < 0 or text[start + len(mark) : end - len(mark) + 1] not in names:
            break
        end = start
        while end and text[end - 1].isspace():
            end -= 1
    return text[:end] or text


def _legend(boxes: Iterable[Box], edges: Iterable[Edge]) -> tuple[LegendEntry, ...]:
    names = {edge.kind.name for edge in edges}
    for box in boxes:
        if box.kind is BoxKind.JUNCTION:
            names.add(LegendEntry.JUNCTION.name)
        parts: list[Box | Row] = [box, *(part for part in box.parts if isinstance(part, Row))]
        for part in parts:
            names.update([LegendEntry.UNSUPPORTED.name] * part.is_unsupported)
            names.update([LegendEntry.UNSTATED.name] * part.is_unstated)
    return tuple(entry for entry in LegendEntry if entry.name in names)

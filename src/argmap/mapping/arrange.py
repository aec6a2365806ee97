"""Arrange the shown part of an argument graph as boxes, cards and edges."""

from collections.abc import Collection, Mapping

from argmap.mapping.argument_map import (
    ArgumentMap,
    Box,
    BoxKind,
    EdgeKind,
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
from argmap.mapping.joints import Joints, find_undercut_steps
from argmap.mapping.legend import choose_legend
from argmap.mapping.links import Links, find_converging, roles_of
from argmap.mapping.names import Names
from argmap.mapping.narrowing import Whole, narrow
from argmap.mapping.openings import choose_openings
from argmap.mapping.options import MapOptions
from argmap.mapping.shown import Shown, choose_shown, holding
from argmap.mapping.view import WHOLE, CannotView, View
from argmap.mapping.view_names import ViewNames, read_names
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    PcsStatement,
    Role,
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
    view: View = WHOLE,
    theses: Collection[str] = (),
    labels: Mapping[NodeRef, str] | None = None,
) -> ArgumentMap:
    """Select what a graph's map shows, arrange it, and keep what a view shows of that.

    See `choose_shown`, `arrange` and `narrow`.
    raises: `CannotView`, and `UnknownTitle` for titles that the view names
    """
    shown = choose_shown(graph, options, dialect, view.labels)
    if graph.order and not (shown.statements or shown.arguments):
        raise CannotView(
            f"{graph.document.source.path}: `selection:` in the front matter, or `isInMap: false` "
            "in the data, leaves nothing of the map to show"
        )
    return arrange(shown, marks, view=view, theses=theses, labels=labels)


def arrange(
    shown: Shown,
    marks: Mapping[str, Mark] | None = None,
    *,
    view: View = WHOLE,
    theses: Collection[str] = (),
    labels: Mapping[NodeRef, str] | None = None,
) -> ArgumentMap:
    """Turn the shown part of a graph into a map, and keep what a view shows of it.

    `marks` are findings by statement title, `labels` what evaluation said. `theses` are main
    claims besides the ones that the text declares; if there are none at all, a single statement
    on which everything converges is taken for the main claim.
    raises: `CannotView`, and `UnknownTitle` for titles that the view names
    """
    names = read_names(shown.graph, view)
    arranger = _Arranger(shown, marks or {}, view, names, frozenset(theses), labels or {})
    arranged = arranger.arrange()
    closed = close_groups(arranged, shown.closed - holding(shown, names.roots))
    if not view.is_narrow:
        return closed.map
    return narrow(Whole(shown.graph, closed, arranger.members()), view, names)


class _Arranger:
    """Holds what the steps of one arrangement share."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        shown: Shown,
        marks: Mapping[str, Mark],
        view: View,
        names: ViewNames,
        theses: frozenset[str],
        labels: Mapping[NodeRef, str],
    ) -> None:
        self.graph = graph = shown.graph
        self.shown = shown
        self.marks = marks
        self.labels = labels
        self.openings = choose_openings(graph, view, shown.arguments)
        opened = {title for title, how in self.openings.items() if how is Opening.BOXES}
        visible = set(shown.arguments)
        relations = tuple(
            relation
            for relation in graph.relations
            if all(
                end.kind is NodeKind.STATEMENT or end.title in visible
                for end in (relation.source, relation.target)
            )
        )
        self.theses = declared_theses(graph) | theses
        self.homes = find_homes(
            graph,
            statements=self._may_be_boxes(opened, names.root_statements),
            arguments=shown.arguments,
            relations=relations,
            theses=self.theses | names.root_statements,
            opened=opened,
        )
        ids = Names()
        named = {
            ref: ids.claim(ref.kind, ref.title)
            for ref in graph.order
            if (ref.kind is NodeKind.ARGUMENT and ref.title in visible)
            or (ref.kind is NodeKind.STATEMENT and ref.title in self.homes.boxes)
        }
        # An opened argument without a title has no box: its premises lead to its conclusion.
        self.ids = {
            ref: name
            for ref, name in named.items()
            if ref.kind is NodeKind.STATEMENT
            or ref.title not in opened
            or graph.arguments[ref.title].is_titled
        }
        undercut = find_undercut_steps(graph, relations)
        self.joints = Joints(graph, shown.group_of, named, self.ids, self.openings, undercut)
        self.links = Links(shown, relations, self.homes, self.ids, self.openings, self.joints)
        self.sources = Sources(graph)
        self.users: dict[str, list[Argument]] = {}
        for argument in (graph.arguments[name] for name in shown.arguments):
            for title in dict.fromkeys(line.title for line in argument.pcs):
                self.users.setdefault(title, []).append(argument)

    def _may_be_boxes(self, opened: Collection[str], roots: frozenset[str]) -> frozenset[str]:
        """Return the statements that may have a box: the shown ones, premises as boxes, roots."""
        lines = {line.title for title in opened for line in self.graph.arguments[title].pcs}
        return frozenset(self.shown.statements) | ((lines | roots) & self.shown.premises)

    def arrange(self) -> ArgumentMap:
        """Do it."""
        edges = self.links.edges()
        roles = roles_of(edges)
        theses = self.theses or find_converging(edges, self.ids)
        boxes = tuple(
            self._statement(self.graph.statements[ref.title], theses)
            if ref.kind is NodeKind.STATEMENT
            else self._argument(self.graph.arguments[ref.title], roles)
            for ref in self.ids
        )
        boxes += self.joints.boxes()
        title = self.graph.settings.get("title")
        language = self.graph.settings.get("lang")
        return ArgumentMap(
            title=str(title) if title else None,
            boxes=boxes,
            edges=edges,
            groups=self.shown.groups,
            footnotes=self.sources.footnotes(),
            legend=choose_legend(boxes, edges),
            language=language if isinstance(language, str) else None,
        )

    def members(self) -> Mapping[str, tuple[NodeRef, ...]]:
        """Return for each box what is in it: its node, and the statements that live there."""
        found = {name: [ref] for ref, name in self.ids.items()}
        for name in self.openings:
            argument = self.graph.arguments[name]
            if argument.ref in self.ids:
                lines = dict.fromkeys(line.title for line in argument.pcs)
                found[self.ids[argument.ref]] += [
                    NodeRef(NodeKind.STATEMENT, title)
                    for title in lines
                    if title not in self.homes.boxes
                ]
        return {box: tuple(refs) for box, refs in found.items()}

    def _statement(self, statement: Statement, theses: Collection[str]) -> Box:
        title, text, is_headed = self.shown.captions.of_box(statement)
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
            is_headed=is_headed,
            number=self._number(statement.title),
        )

    def _number(self, title: str) -> int | None:
        """Return the number of a premise that one argument, opened as boxes, uses once."""
        users = self.users.get(title, ())
        if len(users) != 1 or self.openings.get(users[0].title) is not Opening.BOXES:
            return None
        lines = [line for line in users[0].pcs if line.title == title]
        is_premise = len(lines) == 1 and lines[0].role is Role.PREMISE
        return lines[0].number if is_premise else None

    def _argument(self, argument: Argument, roles: Mapping[str, EdgeKind]) -> Box:
        parts = self._parts(argument)
        is_closed = self.openings.get(argument.title) is Opening.NONE
        title, text, _ = self.shown.captions.of_box(argument)
        return Box(
            id=self.ids[argument.ref],
            kind=BoxKind.ARGUMENT,
            ref=argument.ref,
            title=title,
            # A card says in full what the gist only sums up.
            text=None if title and (parts or is_closed) else text,
            role=roles.get(self.ids[argument.ref]),
            parts=parts,
            is_unstated=UNSTATED_TAG in argument.tags,
            label=self.labels.get(argument.ref),
            sources=self.sources.of(argument),
            group=self.shown.group_of.get(argument.ref),
            link=self.sources.link(argument),
            inside=self._count_inside(argument) if is_closed else 0,
        )

    def _count_inside(self, argument: Argument) -> int:
        premises = {line.title for line in argument.pcs if line.role is Role.PREMISE}
        return len(premises - self.homes.boxes)

    def _parts(self, argument: Argument) -> tuple[Part, ...]:
        if self.openings.get(argument.title) is not Opening.CARDS:
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
            text=self.shown.captions.of_row(statement, is_elsewhere=is_linked),
            number=line.number,
            has_own_box=has_box,
            also_in=() if is_linked else self._users(line.title, argument),
            is_unsupported=self._is_unsupported(line.title) and not has_box,
            is_unstated=UNSTATED_TAG in statement.tags,
            label=self._label(statement),
            sources=() if has_box else self.sources.of(statement),
            link=None if has_box else self.sources.link(statement),
            is_blank=self.shown.captions.are_rows_blank,
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

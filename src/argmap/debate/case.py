"""A map as one side of a debate sees it: whose each point is, its cards, its answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from argmap.analysis import find_theses
from argmap.debate.evidence import Card, SourceTexts, cards_of
from argmap.debate.points import Objection, Point, find_points
from argmap.debate.teams import CON, PRO, Stance, Teams
from argmap.diagnostic import Diagnostic
from argmap.evaluation import Labelling
from argmap.model.graph import ArgumentGraph, NodeRef


@dataclass(frozen=True)
class Case:
    """Everything that the pages of one side draw on.

    side:     the side that prepares, by its name in `teams.names`
    texts:    source key → its text
    findings: what the checks found
    """

    labelling: Labelling = field(repr=False)
    side: str
    teams: Teams = field(repr=False)
    texts: SourceTexts = field(repr=False, default_factory=dict)
    findings: tuple[Diagnostic, ...] = field(repr=False, default=())

    @staticmethod
    def of(
        labelling: Labelling,
        side: str,
        texts: SourceTexts | None = None,
        findings: tuple[Diagnostic, ...] = (),
    ) -> "Case":
        """Prepare a map for a side: `pro`, `con`, or a name that `side:` gives.

        raises: `UnknownSide`
        """
        teams = Teams.of(labelling.steps)
        return Case(labelling, teams.find(side), teams, texts or {}, findings)

    @property
    def graph(self) -> ArgumentGraph:
        """The map."""
        return self.labelling.steps.graph

    @cached_property
    def theses(self) -> tuple[NodeRef, ...]:
        """What the debate is about."""
        steps = self.labelling.steps
        return tuple(steps.nodes[node].ref for node in find_theses(steps).nodes)

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """All points, of both sides, in document order."""
        return find_points(self.labelling)

    @cached_property
    def by_ref(self) -> Mapping[NodeRef, Point]:
        """The points by their nodes."""
        return {point.ref: point for point in self.points}

    @cached_property
    def _argued(self) -> Mapping[NodeRef, Point]:
        found: dict[NodeRef, Point] = {}
        for point in self.points:
            if point.conclusion is not None:
                found.setdefault(point.conclusion.ref, point)
        return found

    def point_of(self, ref: NodeRef) -> Point | None:
        """Return the point that a node is, or that it is the conclusion of."""
        return self.by_ref.get(ref) or self._argued.get(ref)

    @cached_property
    def ours(self) -> tuple[Point, ...]:
        """Our points, and those that serve both sides."""
        return self._standing(Stance.OURS, Stance.BOTH)

    @cached_property
    def theirs(self) -> tuple[Point, ...]:
        """The other side's points, and those that serve both sides."""
        return self._standing(Stance.THEIRS, Stance.BOTH)

    def _standing(self, *stances: Stance) -> tuple[Point, ...]:
        return tuple(point for point in self.points if self.stance(point.ref) in stances)

    def from_the_other_side(self) -> "Case":
        """Return the same map as the other side sees it, as far as that has a name."""
        other = self.other_side
        return replace(self, side=other if other in self.teams.names else CON)

    @property
    def other_side(self) -> str:
        """What the other side is called."""
        leaning = self.teams.leans(self.side)
        return {PRO: CON, CON: PRO}.get(leaning or "", "the other side")

    def stance(self, ref: NodeRef) -> Stance:
        """Return whose a statement or argument is."""
        return self.teams.stance(ref, self.side)

    def said(self, ref: NodeRef) -> str:
        """Return the words of a statement or argument, its title if it has none."""
        point = self.by_ref.get(ref)
        if point is not None:
            return point.tag
        node = self.graph.node(ref)
        return node.text or node.title

    @cached_property
    def cards(self) -> Mapping[NodeRef, tuple[Card, ...]]:
        """The evidence cards of each node that has any."""
        found: dict[NodeRef, list[Card]] = {}
        for card in cards_of(self.graph, self.texts):
            found.setdefault(card.node, []).append(card)
        return {ref: tuple(cards) for ref, cards in found.items()}

    def evidence(self, point: Point) -> tuple[Card, ...]:
        """Return the cards of a point: its own, those of its premises, those of its conclusion."""
        refs = [point.ref, *(line.ref for line in point.lines), *point.reasons]
        if point.conclusion is not None:
            refs.append(point.conclusion.ref)
        return tuple(card for ref in dict.fromkeys(refs) for card in self.cards.get(ref, ()))

    def answers(self, objection: Objection, to: Point) -> tuple[Objection, ...]:
        """Return what attacks an objection: not the point itself, where they attack each other."""
        attacker = self.point_of(objection.source)
        if attacker is None:
            return ()
        mine = {to.ref, *(line.ref for line in to.lines)}
        if to.conclusion is not None:
            mine.add(to.conclusion.ref)
        return tuple(each for each in attacker.objections if each.source not in mine)

    @cached_property
    def _findings_by_title(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        found: dict[str, list[Diagnostic]] = {}
        for each in self.findings:
            if each.title is not None:
                found.setdefault(each.title, []).append(each)
        return {title: tuple(about) for title, about in found.items()}

    def findings_about(self, ref: NodeRef) -> tuple[Diagnostic, ...]:
        """Return what the checks found about a node."""
        return self._findings_by_title.get(ref.title, ())

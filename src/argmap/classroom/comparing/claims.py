"""A map as it is compared: its claims, and what bears on what."""

from collections import deque
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from argmap.analysis import find_theses
from argmap.analysis.map_wording import MapWording
from argmap.model.front_titles import listed_titles
from argmap.model.graph import ArgumentGraph, NodeRef
from argmap.model.steps import build_steps


class Tie(NamedTuple):
    """One claim bears on another, for it or (`is_con`) against it."""

    source: int
    target: int
    is_con: bool


class Group(NamedTuple):
    """Premises that support a claim only together."""

    premises: frozenset[int]
    conclusion: int


class Claim(NamedTuple):
    """A statement, or a sketched argument with its gist; `said` is its text, else its title."""

    ref: NodeRef
    is_titled: bool
    text: str
    same_as: tuple[str, ...]

    @property
    def said(self) -> str:
        """What is compared."""
        return self.text or self.ref.title

    @property
    def called(self) -> str:
        """What a reader finds it by."""
        return self.ref.title if self.is_titled else self.text


class Claims:
    """The claims of one map in document order, and the ties between them.

    A reconstructed argument has no claim of its own: it speaks through its premises and
    conclusions. An undercut bears against the conclusion of the step that it hits.
    """

    def __init__(self, graph: ArgumentGraph, name: str) -> None:
        self.graph, self.name = graph, name
        self.steps = build_steps(graph)
        wording = MapWording(graph)
        self.all: tuple[Claim, ...] = tuple(
            Claim(
                node.ref,
                graph.node(node.ref).is_titled,
                wording.text(node.ref),
                listed_titles(graph.node(node.ref).data.get("same_as")),
            )
            for node in self.steps.nodes
        )
        self.ties: frozenset[Tie] = frozenset(tie for tie in self._ties() if tie[0] != tie[1])
        self.undercuts = frozenset(
            (undercut.source, self.steps.steps[undercut.step].conclusion)
            for undercut in self.steps.undercuts
        )
        self.groups: frozenset[Group] = frozenset(
            Group(frozenset(step.premises), step.conclusion)
            for step in self.steps.steps
            if len(step.premises) > 1
        )
        self._reached: dict[int, frozenset[tuple[int, bool]]] = {}

    def _ties(self) -> Iterator[Tie]:
        steps = self.steps
        for step in steps.steps:
            yield from (Tie(premise, step.conclusion, False) for premise in step.premises)
        for pseudo in steps.pseudo_supports:
            yield Tie(pseudo.source, steps.steps[pseudo.step].conclusion, False)
        for source, attacked in enumerate(steps.attacked):
            yield from (Tie(source, target, True) for target in attacked)
        for undercut in steps.undercuts:
            yield Tie(undercut.source, steps.steps[undercut.step].conclusion, True)
        for idle in steps.idle_undercuts:
            yield Tie(idle.source, idle.target, True)

    @cached_property
    def outgoing(self) -> Mapping[int, tuple[Tie, ...]]:
        """For each claim that bears on something the ties from it, in order."""
        found: dict[int, list[Tie]] = {}
        for tie in sorted(self.ties):
            found.setdefault(tie.source, []).append(tie)
        return {source: tuple(ties) for source, ties in found.items()}

    @cached_property
    def incoming(self) -> Mapping[int, tuple[Tie, ...]]:
        """For each claim that something bears on the ties to it, in order."""
        found: dict[int, list[Tie]] = {}
        for tie in sorted(self.ties):
            found.setdefault(tie.target, []).append(tie)
        return {target: tuple(ties) for target, ties in found.items()}

    @cached_property
    def reconstructed(self) -> Mapping[str, tuple[str, int]]:
        """Title of a reconstructed argument → its gist, empty without one, and its conclusion."""
        wording = MapWording(self.graph)
        return {
            argument.title: (
                wording.arguments[argument.title],
                self.steps.statements[argument.main_conclusion],
            )
            for argument in self.graph.arguments.values()
            if argument.main_conclusion is not None and argument.is_titled
        }

    @cached_property
    def theses(self) -> tuple[int, ...]:
        """The main claims."""
        return find_theses(self.steps).nodes

    def bears(self, source: int, target: int, *, is_con: bool) -> bool:
        """Tell whether a way leads from a claim to another, for it or against it by its parity.

        An attack on what attacks speaks for it: two attacks on a way make none.
        """
        if Tie(source, target, is_con) in self.ties:
            return True
        if source not in self._reached:
            self._reached[source] = self._reach(source)
        return (target, is_con) in self._reached[source]

    def _reach(self, source: int) -> frozenset[tuple[int, bool]]:
        found: set[tuple[int, bool]] = set()
        waiting = deque([(source, False)])
        while waiting:
            node, is_con = waiting.popleft()
            for tie in self.outgoing.get(node, ()):
                state = (tie.target, is_con != tie.is_con)
                if state not in found:
                    found.add(state)
                    waiting.append(state)
        return frozenset(found)

    def sides(self, claim: int) -> frozenset[bool]:
        """Return how a claim bears on the main claims: False for, True against."""
        return frozenset(
            is_con
            for is_con in (False, True)
            if any(self.bears(claim, thesis, is_con=is_con) for thesis in self.theses)
        )

    @cached_property
    def distances(self) -> tuple[int | None, ...]:
        """Return for each claim how many ties lie between it and a main claim; None: no way."""
        found: list[int | None] = [None] * len(self.all)
        waiting = deque(self.theses)
        for thesis in self.theses:
            found[thesis] = 0
        while waiting:
            node = waiting.popleft()
            here = found[node]
            assert here is not None
            for tie in self.incoming.get(node, ()):
                if found[tie.source] is None:
                    found[tie.source] = here + 1
                    waiting.append(tie.source)
        return tuple(found)

    def weight(self, claim: int) -> float:
        """Return the weight of a claim: 1 for a main claim, ½ one tie away, ⅓ two."""
        distance = self.distances[claim]
        return 0.0 if distance is None else 1 / (1 + distance)

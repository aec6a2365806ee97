"""Who supports, attacks and undercuts whom, among all that an author can name.

The step graph has no node for a reconstructed argument, which speaks through its main conclusion.
Who asks about an argument means the whole of it, though. So its vertices are all statements and
arguments, and besides them the steps, so that no way runs from a premise to a conclusion that it
is no premise of. A reconstructed argument is where ways begin and end, and none runs through it:
they run through its steps.
"""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from argmap.analysis.ways import reach
from argmap.model.graph import Argument, NodeKind, NodeRef, Relation, RelationKind, Statement
from argmap.model.steps import StepGraph

Edge = tuple[int, int]


class Tie(StrEnum):
    """How an edge leads from one vertex to the next."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"


ALL_TIES = frozenset(Tie)

_SUPPORTS = (RelationKind.SUPPORT, RelationKind.ENTAILS)


class Ties:
    """The ties of one map; each kind is worked out when it is asked for, in linear time.

    refs:   statements and arguments in document order: vertices 0 … n-1; step i is vertex n+i
    nodes:  what these refer to
    wholes: the vertices of reconstructed arguments
    """

    def __init__(self, steps: StepGraph) -> None:
        self.steps = steps
        self.refs: tuple[NodeRef, ...] = steps.graph.order
        self.nodes: tuple[Statement | Argument, ...] = tuple(map(steps.graph.node, self.refs))
        self.vertices = {ref: vertex for vertex, ref in enumerate(self.refs)}
        self.wholes = frozenset(
            vertex
            for vertex, ref in enumerate(self.refs)
            if ref.kind is NodeKind.ARGUMENT and ref.title not in steps.gists
        )
        self._at = [self.vertices[node.ref] for node in steps.nodes]
        self._neighbours: dict[tuple[frozenset[Tie], bool], list[list[int]]] = {}

    def __len__(self) -> int:
        """Return the number of statements and arguments."""
        return len(self.refs)

    def neighbours(self, ties: frozenset[Tie], *, back: bool = False) -> list[list[int]]:
        """Return for each vertex where ties of these kinds lead, or where they come from."""
        key = (ties, back)
        if key not in self._neighbours:
            found: list[list[int]] = [[] for _ in range(len(self) + len(self.steps.steps))]
            for tie in Tie:
                for source, target in self._edges(tie) if tie in ties else ():
                    if back:
                        found[target].append(source)
                    else:
                        found[source].append(target)
            self._neighbours[key] = found
        return self._neighbours[key]

    def supported_by(self, reasons: Collection[int]) -> dict[int, int]:
        """Return what rests directly on one of some vertices, each with that one."""
        return _first((target, source) for source, target in self._reasons() if source in reasons)

    def supporting(self, supported: Collection[int]) -> dict[int, int]:
        """Return what one of some vertices rests directly on, each with that one."""
        return _first(pair for pair in self._reasons() if pair[1] in supported)

    def attacked_by(self, attackers: Collection[int]) -> dict[int, int]:
        """Return what one of some vertices attacks or undercuts, each with that one.

        A reconstructed argument is attacked as a whole, in an inference or in a premise.
        """
        hit = _first((target, source) for source, target in self._blows() if source in attackers)
        for premise, whole in self._premises_of_wholes():
            if premise in hit:
                hit.setdefault(whole, hit[premise])
        return hit

    def attacking(self, attacked: Collection[int]) -> dict[int, int]:
        """Return what attacks or undercuts one of some vertices, each with that one."""
        aims = {vertex: vertex for vertex in attacked}
        for premise, whole in self._premises_of_wholes():
            if whole in attacked:
                aims.setdefault(premise, whole)
        return _first((source, aims[target]) for source, target in self._blows() if target in aims)

    def answered_by(self, answers: Collection[int]) -> frozenset[int]:
        """Return what is attacked by one of some vertices itself, or in what it rests on.

        An attack counts in the direction in which it is written, and `><` does not: what somebody
        contradicts has not answered them.
        """
        steps = self.steps
        hit = {
            self._at[attack.target]
            for attack in steps.attacks
            if attack.origin.kind is not RelationKind.CONTRADICTORY
            and self._at[attack.source] in answers
        }
        hit.update(
            len(self) + undercut.step
            for undercut in steps.undercuts
            if self._at[undercut.source] in answers
        )
        hit.update(
            target
            for kinds in ((RelationKind.ATTACK, RelationKind.CONTRARY), (RelationKind.UNDERCUT,))
            for source, target in self._written(kinds)
            if source in answers
        )
        onward = self.neighbours(frozenset((Tie.SUPPORT,)))
        hit.update(reach(onward, sorted(hit), self.wholes))
        return frozenset(vertex for vertex in hit if vertex < len(self))

    def _edges(self, tie: Tie) -> Iterator[Edge]:
        match tie:
            case Tie.SUPPORT:
                yield from self._supports()
            case Tie.ATTACK | Tie.UNDERCUT:
                yield from self._strikes(tie)

    def _supports(self) -> Iterator[Edge]:
        for index, step in enumerate(self.steps.steps):
            vertex = len(self) + index
            for premise in step.premises:
                yield self._at[premise], vertex
            yield vertex, self._at[step.conclusion]
        for pseudo in self.steps.pseudo_supports:
            yield self._at[pseudo.source], len(self) + pseudo.step
        yield from self._around_wholes()

    def _reasons(self) -> Iterator[Edge]:
        """Yield what is a reason for what, without the steps between them."""
        for step in self.steps.steps:
            for premise in step.premises:
                yield self._at[premise], self._at[step.conclusion]
        yield from self._around_wholes()

    def _around_wholes(self) -> Iterator[Edge]:
        """Yield the supports of which one end is a reconstructed argument."""
        for step in self.steps.steps:
            if step.is_inference:
                whole = self._whole(step.argument)
                for premise in step.premises:
                    yield self._at[premise], whole
                yield whole, self._at[step.conclusion]
        for pseudo in self.steps.pseudo_supports:
            yield self._at[pseudo.source], self._whole(self.steps.steps[pseudo.step].argument)
        for source, target in self._written(_SUPPORTS):
            if source in self.wholes or target in self.wholes:
                yield source, target

    def _strikes(self, tie: Tie) -> Iterator[Edge]:
        """Yield attacks or undercuts; an undercut of a mere sketch is one as it is written."""
        for attack in self.steps.attacks:
            if _tie(attack.origin) is tie:
                yield self._at[attack.source], self._at[attack.target]
                if attack.is_mutual:
                    yield self._at[attack.target], self._at[attack.source]
        for undercut in self.steps.undercuts:
            if _tie(undercut.origin) is tie:
                yield self._at[undercut.source], len(self) + undercut.step
        if tie is Tie.UNDERCUT:
            yield from self._written((RelationKind.UNDERCUT,))
            return
        both_ways = (RelationKind.CONTRARY, RelationKind.CONTRADICTORY)
        for source, target in self._written((RelationKind.ATTACK, *both_ways)):
            if source in self.wholes or target in self.wholes:
                yield source, target
        for source, target in self._written(both_ways):
            if source in self.wholes or target in self.wholes:
                yield target, source

    def _blows(self) -> Iterator[Edge]:
        for tie in (Tie.ATTACK, Tie.UNDERCUT):
            for source, target in self._strikes(tie):
                if target < len(self):
                    yield source, target

    def _premises_of_wholes(self) -> Iterator[Edge]:
        for step in self.steps.steps:
            if step.is_inference:
                whole = self._whole(step.argument)
                for premise in step.premises:
                    yield self._at[premise], whole

    def _whole(self, argument: str | None) -> int:
        assert argument is not None, "an inference belongs to an argument"
        return self.vertices[NodeRef(NodeKind.ARGUMENT, argument)]

    def _written(self, kinds: Collection[RelationKind]) -> Iterator[Edge]:
        """Yield relations between what the author names; an inference stands for its argument."""
        for relation in self.steps.graph.relations:
            if relation.kind in kinds:
                yield self._named(relation.source), self._named(relation.target)

    def _named(self, ref: NodeRef) -> int:
        if ref.kind is NodeKind.INFERENCE:
            return self._whole(ref.title)
        return self.vertices[ref]


def _tie(relation: Relation) -> Tie:
    return Tie.UNDERCUT if relation.kind is RelationKind.UNDERCUT else Tie.ATTACK


def _first(pairs: Iterable[Edge]) -> dict[int, int]:
    found: dict[int, int] = {}
    for one, other in pairs:
        found.setdefault(one, other)
    return found

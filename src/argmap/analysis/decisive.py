"""Attacks that decide whether a conclusion stands, and what would have to be answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from argmap.analysis.links import LinkKind
from argmap.analysis.proofs import prove
from argmap.analysis.rejecting import rejecting
from argmap.analysis.sides import Side, sides
from argmap.evaluation import Label, Labelling, evaluate
from argmap.model.graph import NodeKind, NodeRef, Relation, RelationKind
from argmap.model.steps import StepGraph, build_steps

MOST_ANSWERED = 4
_MOST_ROUNDS = 300
MOST_WORK = 400_000
"""Nodes that are labelled anew for one question, in all: some seconds."""

_DEEP = 1 << 40
_SUPPORTS = (RelationKind.SUPPORT, RelationKind.ENTAILS)


class Decisive(NamedTuple):
    """An attack without which the conclusion would have another label.

    source: the node that attacks; target: what the relation points to, as it was written
    """

    source: int
    target: NodeRef
    kind: RelationKind
    after: Label


@dataclass(frozen=True, slots=True)
class Battle:
    """What is for and against one conclusion, and what hangs on it.

    decisive:    attacks whose removal alone changes its label
    is_complete: whether all that could be decisive were tried
    to_answer:   fewest attackers that would have to be answered, so that they fall, for it to
                 stand; empty if it stands; None if none were found
    is_least:    whether fewer are known not to do
    sides:       the side of every node that has a way to it
    unanswered:  attackers that are not out, and that nothing attacks or undercuts
    """

    labelling: Labelling = field(repr=False)
    conclusion: int
    decisive: tuple[Decisive, ...]
    is_complete: bool
    to_answer: tuple[int, ...] | None
    is_least: bool
    sides: Mapping[int, Side] = field(repr=False)
    unanswered: tuple[int, ...]

    @property
    def label(self) -> Label:
        """The conclusion's label as things are."""
        return self.labelling.node_verdicts[self.conclusion].label

    @property
    def turn(self) -> Side:
        """The side that has to move: the one that the label disfavours (Rescher 1977)."""
        return Side.AGAINST if self.label is Label.IN else Side.FOR


def fight_over(labelling: Labelling, conclusion: int, work: int = MOST_WORK) -> Battle:
    """Return which attacks decide about a conclusion, and what its side has to answer.

    work: how many nodes may be labelled anew; beyond that the answer says what is missing
    """
    cone = sides(labelling.steps, conclusion)
    decisive, is_complete = _decisive(labelling, conclusion, cone, work)
    to_answer, is_least = _to_answer(labelling, conclusion, cone, work)
    return Battle(
        labelling,
        conclusion,
        decisive,
        is_complete,
        to_answer,
        is_least,
        cone,
        _unanswered(labelling, cone),
    )


# Attacks whose removal changes the label


def _decisive(
    labelling: Labelling, conclusion: int, cone: Mapping[int, Side], left: int
) -> tuple[tuple[Decisive, ...], bool]:
    """Try the attacks that can matter, each with all the times that it was written."""
    steps = labelling.steps
    before = labelling.node_verdicts[conclusion].label
    pairs = _pairs_that_matter(labelling, conclusion, cone)
    groups: dict[tuple[object, ...], list[int]] = {}
    for number, relation in enumerate(steps.graph.relations):
        if relation.kind not in _SUPPORTS and not pairs.isdisjoint(_hits(steps, relation)):
            groups.setdefault(_identity(steps, relation), []).append(number)
    found: list[Decisive] = []
    for numbers in groups.values():
        left -= len(steps.nodes)
        if left < 0:
            return tuple(found), False
        gone = frozenset(numbers)
        kept = (r for number, r in enumerate(steps.graph.relations) if number not in gone)
        without = build_steps(replace(steps.graph, relations=tuple(kept)))
        after = evaluate(without, labelling.policy).node_verdicts[conclusion].label
        if after is not before:
            first = steps.graph.relations[numbers[0]]
            source = steps.source_of(first.source)
            found.append(Decisive(source, first.target, first.kind, after))
    return tuple(found), True


def _pairs_that_matter(
    labelling: Labelling, conclusion: int, cone: Mapping[int, Side]
) -> set[tuple[int, int]]:
    """Return who hits whom, where that may decide about the conclusion.

    What is in or out has a proof, and stays so while that stands: only the attacks in it matter.
    What is undecided has none; there every attack matters that is not out itself. An attack on a
    premise matters besides if it makes an attack on the whole argument idle.
    """
    steps, verdicts = labelling.steps, labelling.node_verdicts
    if verdicts[conclusion].label is Label.UNDECIDED:
        return {
            (source, node)
            for node in cone
            for source in _hitting(steps, node)
            if verdicts[source].label is not Label.OUT
        }
    index = {node.ref: number for number, node in enumerate(steps.nodes)}
    pairs = {
        (index[child.ref], index[proof.ref])
        for proof in prove(labelling, steps.nodes[conclusion].ref, _DEEP).nodes()
        for child in proof.children
        if child.tie is not LinkKind.RESTS_ON and child.verdict.label is not Label.OUT
    }
    for relation in steps.graph.relations:
        is_attack, target = relation.kind is RelationKind.ATTACK, relation.target
        if is_attack and target.kind is NodeKind.ARGUMENT and target.title in steps.inferences:
            source = steps.source_of(relation.source)
            pairs.update((source, attacked) for attacked in steps.attacked[source])
    return pairs


def _hitting(steps: StepGraph, node: int) -> list[int]:
    """Return what attacks a node or undercuts a step into it."""
    cutters = (cutter for index in steps.into[node] for cutter in steps.undercutters[index])
    return [*steps.attackers[node], *cutters]


def _hits(steps: StepGraph, relation: Relation) -> set[tuple[int, int]]:
    """Return who may hit whom by a written attack or undercut."""
    source = steps.source_of(relation.source)
    target = relation.target
    if target.kind is NodeKind.STATEMENT or target.title in steps.gists:
        hit = [steps.source_of(target)]
    else:
        hit = [steps.steps[index].conclusion for index in steps.inferences[target.title]]
    return {pair for node in hit for pair in ((source, node), (node, source))}


def _identity(steps: StepGraph, relation: Relation) -> tuple[object, ...]:
    source = steps.source_of(relation.source)
    if relation.kind in (RelationKind.CONTRADICTORY, RelationKind.CONTRARY):
        return (relation.kind, *sorted((source, steps.source_of(relation.target))))
    return (relation.kind, source, relation.target)


# What would have to be answered


def _to_answer(
    labelling: Labelling, conclusion: int, cone: Mapping[int, Side], left: int
) -> tuple[tuple[int, ...] | None, bool]:
    """Return a smallest set of attackers without which the conclusion stands.

    Every reason why it does not stand names attackers, at least one of which has to fall unless
    the reason itself rests on another's fall. A smallest set that meets all reasons found so far
    is tried, and gives a new reason or is enough. The second value tells whether that settles it.
    """
    steps = labelling.steps
    attacking = frozenset(
        node for node in cone if steps.attacked[node] or steps.undercutting[node]
    )
    reasons: list[_Reason] = []
    now, answered = labelling, frozenset[int]()
    for _ in range(_MOST_ROUNDS):
        if now.node_verdicts[conclusion].label is Label.IN:
            return tuple(sorted(answered)), True
        reasons.append(_reason_against(now, conclusion, attacking, cone, answered))
        if len(reasons) * len(steps.nodes) > left:
            return None, False
        search = _Answers(reasons)
        smallest = search.smallest()
        if smallest is None:
            return None, not search.is_cut
        answered = smallest
        now = evaluate(rejecting(steps, answered), labelling.policy)
    return None, False


class _Reason(NamedTuple):
    """Given the fall of some nodes, one of the attackers has to fall too."""

    attackers: frozenset[int]
    given: frozenset[int]


def _reason_against(
    labelling: Labelling,
    conclusion: int,
    attacking: frozenset[int],
    cone: Iterable[int],
    answered: frozenset[int],
) -> _Reason:
    steps, verdicts = labelling.steps, labelling.node_verdicts
    if verdicts[conclusion].label is Label.UNDECIDED:
        holding = (node for node in cone if verdicts[node].label is not Label.OUT)
        return _Reason(attacking.intersection(holding) - {conclusion}, answered)
    index = {node.ref: number for number, node in enumerate(steps.nodes)}
    proof = prove(labelling, steps.nodes[conclusion].ref, _DEEP)
    told = {index[each.ref] for each in proof.nodes()}
    holding = (node for node in told if verdicts[node].label is Label.IN)
    return _Reason(attacking.intersection(holding), answered.intersection(told))


class _Answers:
    """Looks for a smallest set that meets all reasons; `is_cut` if larger ones were left out."""

    def __init__(self, reasons: list[_Reason]) -> None:
        self._reasons = reasons
        self.is_cut = False

    def smallest(self) -> frozenset[int] | None:
        """Return the first of the smallest sets; None beyond 4 members, or if there is none."""
        for size in range(1, MOST_ANSWERED + 1):
            self.is_cut = False
            found = self._within(size, frozenset())
            if found is not None or not self.is_cut:
                return found
        return None

    def _within(self, left: int, chosen: frozenset[int]) -> frozenset[int] | None:
        """Branch on the attackers of a reason that is not met; at most 4 levels deep."""
        unmet = [
            reason.attackers
            for reason in self._reasons
            if reason.given <= chosen and reason.attackers.isdisjoint(chosen)
        ]
        if not unmet:
            return chosen
        members = min((sorted(attackers) for attackers in unmet), key=len)
        if not left:
            self.is_cut = self.is_cut or bool(members)
            return None
        for member in members:
            found = self._within(left - 1, chosen | {member})
            if found is not None:
                return found
        return None


def _unanswered(labelling: Labelling, cone: Mapping[int, Side]) -> tuple[int, ...]:
    steps = labelling.steps
    return tuple(
        node
        for node in sorted(cone)
        if (any(t in cone for t in steps.attacked[node]) or steps.undercutting[node])
        and labelling.node_verdicts[node].label is not Label.OUT
        and not _hitting(steps, node)
    )

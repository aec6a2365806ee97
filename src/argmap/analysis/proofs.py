"""Why something is in, out or undecided: a proof tree, read off a labelling."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.analysis.links import LinkKind
from argmap.evaluation import Label, Labelling, Reason, Verdict, reason_sentence
from argmap.model.graph import NodeRef

USUAL_DEPTH = 40
MOST_DEPTH = 200


class Shown(NamedTuple):
    """Why a node of a tree has nothing below it, although something could be told."""

    is_above: bool = False  # it stands above, or in an earlier tree, with what is below it
    is_deeper: bool = False  # the tree is deep enough; ask about this one by itself


@dataclass(slots=True)
class Proof:
    """A node with its label, and below it what decided that.

    ref:   a statement or argument
    tie:   what the node above it has to do with it; None at the top
    shown: whether its own tree is left out here
    """

    ref: NodeRef
    verdict: Verdict
    tie: LinkKind | None = None
    shown: Shown = field(default_factory=Shown)
    children: list["Proof"] = field(default_factory=list)

    def nodes(self) -> Iterator["Proof"]:
        """Yield all nodes of the tree."""
        waiting = [self]
        for proof in waiting:  # grows while it is read
            yield proof
            waiting += proof.children

    def walk(self) -> Iterator[tuple["Proof", tuple[bool, ...]]]:
        """Yield the nodes from the top downwards, with whether others follow at each level."""
        waiting: list[tuple[Proof, tuple[bool, ...]]] = [(self, ())]
        while waiting:
            proof, more = waiting.pop()
            yield proof, more
            last = len(proof.children) - 1
            waiting += [
                (child, (*more, place < last))
                for place, child in reversed(list(enumerate(proof.children)))
            ]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one node has its label: the proof tree, and the labels that it was read off."""

    labelling: Labelling = field(repr=False)
    proof: Proof

    @property
    def sentence(self) -> str:
        """The nearest reason, in one sentence."""
        return reason_sentence(self.labelling, self.proof.ref)


class _Reason(NamedTuple):
    tie: LinkKind
    node: int


def prove(labelling: Labelling, ref: NodeRef, depth: int = USUAL_DEPTH) -> Proof:
    """Return the proof tree of a label.

    What is in rests on the premises of one step that holds; whatever speaks against it is shown
    too, for it is out. What is out is attacked or undercut by what is in, or all its supports
    fail. In the grounded discussion game that is a winning strategy (Modgil and Caminada 2009):
    what decided a label was decided before, so that the tree has an end. Of a circle of support
    the members are named, and what else would support them; what is undecided leads to the circle
    of attack that it hangs on. Everything is told once; a node that comes again says so, and so
    does one that lies deeper than `depth` levels.
    """
    return _told(labelling, ref, depth, set())


def prove_each(
    labelling: Labelling, refs: Iterable[NodeRef], depth: int = USUAL_DEPTH
) -> tuple[Proof, ...]:
    """Return the proof trees of some labels, to be read one after the other.

    What one tree tells the later ones do not tell again, so that all together are no larger than
    the map. Each shows the nearest reasons of its own top all the same.
    """
    told: set[NodeRef] = set()
    return tuple(_told(labelling, ref, depth, told) for ref in refs)


def _told(labelling: Labelling, ref: NodeRef, depth: int, told: set[NodeRef]) -> Proof:
    """Return one proof tree, without what has been told above its top; add what it tells."""
    top = Proof(ref, labelling.of(ref))
    waiting: list[tuple[Proof, int]] = [(top, 0)]
    while waiting:
        proof, level = waiting.pop()
        reasons = _reasons(labelling, proof.ref)
        if not reasons:
            continue
        if proof.ref in told and proof is not top:
            proof.shown = Shown(is_above=True)
            continue
        if level >= depth:
            proof.shown = Shown(is_deeper=True)
            continue
        told.add(proof.ref)
        for reason in reasons:
            ref = labelling.steps.nodes[reason.node].ref
            proof.children.append(Proof(ref, labelling.of(ref), reason.tie))
        waiting += [(child, level + 1) for child in reversed(proof.children)]
    return top


def _reasons(labelling: Labelling, ref: NodeRef) -> list[_Reason]:
    """Return what decided the label of a statement or argument, each once."""
    step = labelling.steps.step_of(ref)
    if step is None:
        found = _of_node(labelling, labelling.steps.source_of(ref))
    else:
        found = _of_step(labelling, step)
    return list(dict.fromkeys(found))


def _of_node(labelling: Labelling, node: int) -> list[_Reason]:
    steps, verdict = labelling.steps, labelling.node_verdicts[node]
    attackers = [_Reason(LinkKind.ATTACKED_BY, attacker) for attacker in steps.attackers[node]]
    match verdict.reason:
        case Reason.GIVEN:
            return attackers
        case Reason.SUPPORTED:
            assert verdict.step is not None
            return _of_step(labelling, verdict.step) + attackers
        case Reason.ATTACKED | Reason.OPEN_ATTACK:
            return [_Reason(LinkKind.ATTACKED_BY, attacker) for attacker in verdict.because]
        case Reason.NO_SUPPORT | Reason.CIRCLE:
            return [
                reason
                for index in steps.into[node]
                if not steps.steps[index].is_void
                for reason in _failures(labelling, index, verdict)
            ]
        case Reason.OPEN_SUPPORT:
            assert verdict.step is not None
            return _of_step(labelling, verdict.step)
        case _:
            return []


def _failures(labelling: Labelling, index: int, above: Verdict) -> list[_Reason]:
    """Return why a step into what is out does not hold: what is out or undercuts it.

    Only what was decided before is a reason: what came to stand because the conclusion fell cannot
    be why it fell. In a circle that is the next member of it, unless something else fails too.
    """
    steps = labelling.steps
    verdicts = labelling.node_verdicts
    cutters = [
        _Reason(LinkKind.UNDERCUT_BY, cutter)
        for cutter in steps.undercutters[index]
        if verdicts[cutter].label is Label.IN and verdicts[cutter].rank < above.rank
    ]
    out = [
        _Reason(LinkKind.RESTS_ON, premise)
        for premise in steps.steps[index].premises
        if verdicts[premise].label is Label.OUT
    ]
    before = [reason for reason in out if verdicts[reason.node].rank < above.rank]
    # The members of a circle share one tuple of its members: a look into it would take its length.
    circle = [reason for reason in out if verdicts[reason.node].because is above.because]
    return cutters or before or circle


def _of_step(labelling: Labelling, index: int) -> list[_Reason]:
    steps, verdict = labelling.steps, labelling.step_verdicts[index]
    step = steps.steps[index]
    match verdict.reason:
        case Reason.PREMISES_HOLD:
            premises = [_Reason(LinkKind.RESTS_ON, premise) for premise in step.premises]
            return premises + [_Reason(LinkKind.UNDERCUT_BY, c) for c in steps.undercutters[index]]
        case Reason.UNDERCUT | Reason.OPEN_ATTACK:
            return [_Reason(LinkKind.UNDERCUT_BY, cutter) for cutter in verdict.because]
        case Reason.PREMISE_FAILS | Reason.OPEN_SUPPORT:
            return [_Reason(LinkKind.RESTS_ON, premise) for premise in verdict.because]
        case _:
            return []

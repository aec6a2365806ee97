"""A verdict in one plain sentence."""

from collections.abc import Sequence
from typing import assert_never

from argmap.evaluation.labelling import Label, Labelling, Reason, Verdict
from argmap.model.graph import NodeRef
from argmap.model.status import Status
from argmap.model.steps import StepGraph
from argmap.model.written_names import listed, written_name

_MOST_NAMED = 5


def reason_sentence(labelling: Labelling, ref: NodeRef) -> str:  # noqa: PLR0911, PLR0912
    """Say why a statement, argument or inference is in, out or undecided."""
    steps = labelling.steps
    verdict = labelling.of(ref)
    name = written_name(steps.graph.node(ref))
    because = _names(steps, verdict.because)
    are = "are" if len(verdict.because) > 1 else "is"
    match verdict.reason:
        case Reason.GIVEN:
            return f"{name} stands by itself{_despite(labelling, ref)}."
        case Reason.SUPPORTED | Reason.PREMISES_HOLD:
            return f"{name} is in because {because} {are} in{_despite(labelling, ref)}."
        case Reason.VOID if (rejected := _rejected_conclusion(steps, verdict)) is not None:
            return f"{name} is out because {_names(steps, [rejected])} is marked as rejected."
        case Reason.REJECTED | Reason.VOID:
            return f"{name} is out because it is marked as rejected."
        case Reason.TODO:
            return f"{name} is out because it is still to do."
        case Reason.NOT_GRANTED:
            return f"{name} is out because it has no support and is not {_required(labelling)}."
        case Reason.NO_SUPPORT if not verdict.because:
            return f"{name} is out because nothing that stands supports it."
        case Reason.NO_SUPPORT | Reason.PREMISE_FAILS:
            return f"{name} is out because its support fails: {_failures(labelling, verdict)}."
        case Reason.CIRCLE if len(verdict.because) == 1:
            return f"{name} is out because it is supported by nothing but itself."
        case Reason.CIRCLE:
            return f"{name} is out because {because} support one another and nothing else does."
        case Reason.ATTACKED:
            return f"{name} is out because it is attacked by {because}, which is in."
        case Reason.UNDERCUT:
            return f"{name} is out because it is undercut by {because}, which is in."
        case Reason.OPEN_ATTACK:
            return f"{name} is undecided because its attacker {because} {are} undecided."
        case Reason.OPEN_SUPPORT:
            return f"{name} is undecided because {because} {are} undecided."
        case _:
            assert_never(verdict.reason)


def _names(steps: StepGraph, nodes: Sequence[int]) -> str:
    shown = [written_name(steps.graph.node(steps.nodes[node].ref)) for node in nodes[:_MOST_NAMED]]
    return listed(shown, _MOST_NAMED, len(nodes))


def _rejected_conclusion(steps: StepGraph, verdict: Verdict) -> int | None:
    """Return the conclusion of a void step, if it is that which is rejected."""
    if verdict.step is None:
        return None
    conclusion = steps.steps[verdict.step].conclusion
    return conclusion if steps.nodes[conclusion].status is Status.REJECTED else None


def _required(labelling: Labelling) -> str:
    return "sourced" if labelling.policy == "sourced" else "declared or sourced"


def _despite(labelling: Labelling, ref: NodeRef) -> str:
    """Name the attackers that a node withstands."""
    steps = labelling.steps
    index = steps.statements.get(ref.title) if ref.kind == "statement" else None
    if ref.kind == "argument":
        index = steps.gists.get(ref.title)
    attackers = steps.attackers[index] if index is not None else ()
    if not attackers:
        return ""
    are = "are" if len(attackers) > 1 else "is"
    return f", and {_names(steps, attackers)}, which would speak against it, {are} out"


def _failures(labelling: Labelling, verdict: Verdict) -> str:
    """Tell premises that are out from undercutters that are in."""
    labels = [(labelling.node_verdicts[node].label, node) for node in verdict.because]
    out = [node for label, node in labels if label is Label.OUT]
    cutters = [node for label, node in labels if label is Label.IN]
    parts = []
    if out:
        parts.append(f"{_names(labelling.steps, out)} {'are' if len(out) > 1 else 'is'} out")
    if cutters:
        parts.append(f"{_names(labelling.steps, cutters)} undercuts it")
    return " and ".join(parts)

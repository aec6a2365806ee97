"""A verdict in one plain sentence."""

from typing import assert_never

from argmap.evaluation.labelling import Labelling, Reason, Verdict
from argmap.evaluation.phrases import are, circle, in_because, rejected, undercut, unsupported
from argmap.evaluation.policy import Policy
from argmap.model.graph import NodeRef
from argmap.model.written_names import written_name, written_names


def reason_sentence(labelling: Labelling, ref: NodeRef) -> str:
    """Say why a statement, argument or inference is in, out or undecided."""
    verdict = labelling.of(ref)
    name = written_name(labelling.steps.graph.node(ref))
    return f"{name} {_reason(labelling, ref, verdict)}."


def _reason(labelling: Labelling, ref: NodeRef, verdict: Verdict) -> str:  # noqa: PLR0911
    steps, because = labelling.steps, verdict.because
    match verdict.reason:
        case Reason.GIVEN:
            return f"stands by itself{_despite(labelling, ref, verdict)}"
        case Reason.SUPPORTED | Reason.PREMISES_HOLD:
            return f"{in_because(steps, because)}{_despite(labelling, ref, verdict)}"
        case Reason.REJECTED | Reason.VOID:
            return rejected(steps, ref)
        case Reason.TODO:
            return "is out because it is still to do"
        case Reason.NOT_GRANTED:
            is_sourced = labelling.policy is Policy.SOURCED
            required = "sourced" if is_sourced else "declared or sourced"
            return f"is out because it has no support and is not {required}"
        case Reason.NO_SUPPORT | Reason.PREMISE_FAILS:
            return unsupported(steps, because, lambda node: labelling.node_verdicts[node].label)
        case Reason.CIRCLE:
            return circle(steps, because)
        case Reason.ATTACKED:
            return f"is out because it is attacked by {written_names(steps, because)}, which is in"
        case Reason.UNDERCUT:
            return undercut(steps, because)
        case Reason.OPEN_ATTACK:
            attackers = "attackers" if len(because) > 1 else "attacker"
            return f"is undecided because its {attackers} {are(steps, because, 'undecided')}"
        case Reason.OPEN_SUPPORT:
            return f"is undecided because {are(steps, because, 'undecided')}"
        case _:
            assert_never(verdict.reason)


def _despite(labelling: Labelling, ref: NodeRef, verdict: Verdict) -> str:
    """Name the attackers that a node withstands, and the undercutters of what it rests on."""
    steps = labelling.steps
    against = () if steps.step_of(ref) is not None else steps.attackers[steps.source_of(ref)]
    if verdict.step is not None:
        against += steps.undercutters[verdict.step]
    if not against:
        return ""
    against = tuple(dict.fromkeys(against))
    is_out = "are out" if len(against) > 1 else "is out"
    return f", and {written_names(steps, against)}, which would speak against it, {is_out}"

"""Parts of the sentences that say why something has its label; the same in every mode."""

from collections.abc import Callable, Sequence

from argmap.evaluation.labelling import Label
from argmap.model.graph import NodeRef
from argmap.model.status import Status
from argmap.model.steps import StepGraph
from argmap.model.written_names import written_name, written_names


def are(steps: StepGraph, nodes: Sequence[int], what: str) -> str:
    """Return `[A] is out`, or `[A] and [B] are out`."""
    return f"{written_names(steps, nodes)} {'are' if len(nodes) > 1 else 'is'} {what}"


def in_because(steps: StepGraph, premises: Sequence[int]) -> str:
    """Say why something is in: by the premises of the step that carries it."""
    return f"is in because {are(steps, premises, 'in') if premises else 'it needs no premise'}"


def undercut(steps: StepGraph, cutters: Sequence[int]) -> str:
    """Say by what an argument or inference is undercut, and that this is in."""
    are_in = "which are in" if len(cutters) > 1 else "which is in"
    return f"is out because it is undercut by {written_names(steps, cutters)}, {are_in}"


def unsupported(steps: StepGraph, because: Sequence[int], label_of: Callable[[int], Label]) -> str:
    """Say why nothing carries a claim or argument: premises are out, or undercutters in."""
    out = [node for node in because if label_of(node) is Label.OUT]
    cutters = [node for node in because if label_of(node) is Label.IN]
    parts = []
    if out:
        parts.append(are(steps, out, "out"))
    if cutters:
        verb = "undercut" if len(cutters) > 1 else "undercuts"
        parts.append(f"{written_names(steps, cutters)} {verb} it")
    if not parts:
        return "is out because nothing that stands supports it"
    return f"is out because its support fails: {', and '.join(parts)}"


def circle(steps: StepGraph, members: Sequence[int]) -> str:
    """Say that claims only support one another, or one only itself."""
    if len(members) == 1:
        return "is out because it is supported by nothing but itself"
    names = written_names(steps, members)
    return f"is out because {names} support one another and nothing else does"


def rejected(steps: StepGraph, ref: NodeRef) -> str:
    """Say what its author has marked as rejected: a claim or argument, or its conclusion."""
    step = steps.step_of(ref)
    if step is not None:
        conclusion = steps.nodes[steps.steps[step].conclusion]
        if conclusion.status is Status.REJECTED:
            name = written_name(steps.graph.node(conclusion.ref))
            return f"is out because {name} is marked as rejected"
    return "is out because it is marked as rejected"

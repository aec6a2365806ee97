"""What a page must know of a map to label it again by itself, in a small form."""

from argmap.evaluation import Labelling, base_set
from argmap.model.graph import NodeKind, NodeRef
from argmap.model.status import Assumed, Status, standing_of
from argmap.model.steps import StepGraph

GIVEN = 1  # stands without a step, as the map is drawn
REJECTED = 2
NEVER_GIVEN = 4  # the policy would not let it stand even if it were accepted


def label_data(labelling: Labelling) -> dict[str, object]:
    """Return what `computeLabels` in `assets/labels.js` labels a map with; it goes into JSON.

    policy:    by which the labels are; it is settled here who may stand, under it, as given
    nodes:     their keys: `[Title]` for statements, `<Title>` for sketched arguments
    standing:  a digit for each node, the sum of `GIVEN`, `REJECTED` and `NEVER_GIVEN`
    steps:     for each step its conclusion and its premises, as indices of nodes
    arguments: the reconstructed ones: the key, 1 if it is rejected else 0, and its steps' indices,
               the last of them the one whose label it has
    attacks:   of whom on whom, pairs in one flat list; conflicts in both directions
    undercuts: of which node on which step, likewise
    """
    steps = labelling.steps
    rejected = _rejected_arguments(steps)
    return {
        "policy": labelling.policy.value,
        "nodes": [node_key(node.ref) for node in steps.nodes],
        "standing": _standings(labelling),
        "steps": [[step.conclusion, *step.premises] for step in steps.steps],
        "arguments": [
            [f"<{title}>", int(title in rejected), *indices]
            for title, indices in steps.inferences.items()
        ],
        "attacks": [
            end
            for source, targets in enumerate(steps.attacked)
            for target in targets
            for end in (source, target)
        ],
        "undercuts": [
            end
            for source, hit in enumerate(steps.undercutting)
            for step in hit
            for end in (source, step)
        ],
    }


def node_key(ref: NodeRef) -> str:
    """Return by which key a page knows a statement or an argument."""
    return f"[{ref.title}]" if ref.kind is NodeKind.STATEMENT else f"<{ref.title}>"


def _standings(labelling: Labelling) -> str:
    steps = labelling.steps
    given = base_set(steps, labelling.policy)
    codes = []
    for index, node in enumerate(steps.nodes):
        code = GIVEN if index in given else 0
        if node.status is Status.REJECTED:
            code |= REJECTED
        if not _would_be_given(labelling, index):
            code |= NEVER_GIVEN
        codes.append(str(code))
    return "".join(codes)


def _would_be_given(labelling: Labelling, index: int) -> bool:
    """Tell whether a node would stand if it were accepted.

    What is accepted counts as sourced too, unless its author wrote an empty source.
    """
    node = labelling.steps.nodes[index]
    if labelling.policy != "sourced" or node.is_sourced:
        return True
    return "source" not in labelling.steps.graph.node(node.ref).data


def _rejected_arguments(steps: StepGraph) -> frozenset[str]:
    """Return the reconstructed arguments that are marked as rejected."""
    assumed = Assumed.of(steps.graph.settings)
    arguments = steps.graph.arguments
    return frozenset(
        title
        for title in steps.inferences
        if standing_of(arguments[title], is_leaf=False, assumed=assumed).status is Status.REJECTED
    )

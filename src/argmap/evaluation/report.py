"""A labelling for programs: what `argmap evaluate --format json` prints."""

from collections.abc import Mapping, Sequence

from argmap.evaluation.labelling import Labelling, Verdict
from argmap.evaluation.reported_steps import reported_steps
from argmap.evaluation.wording import reason_sentence
from argmap.model.graph import NodeKind, NodeRef

Json = dict[str, object]

_MOST_BECAUSE = 100  # titles; each member of a large circle would name all the others


def report_labels(labelling: Labelling, theses: Sequence[str]) -> Json:
    """Return labels with reasons, as plain dictionaries and lists, in document order.

    Each statement and argument has `label`, `reason` (one of `Reason`), `because` (titles, at most
    100) and `text` (the reason as a sentence). `inferences` are those of reconstructions, supports
    between statements (`argument` is None), and supports by sketched arguments (which have no
    premises).
    """
    graph = labelling.steps.graph
    return {
        "policy": str(labelling.policy),
        "statements": _entries(labelling, NodeKind.STATEMENT, graph.statements),
        "arguments": _entries(labelling, NodeKind.ARGUMENT, graph.arguments),
        "inferences": _inferences(labelling),
        "theses": list(theses),
    }


def _entries(labelling: Labelling, kind: NodeKind, nodes: Mapping[str, object]) -> Json:
    return {
        title: {
            **_entry(labelling, labelling.of(NodeRef(kind, title))),
            "text": reason_sentence(labelling, NodeRef(kind, title)),
        }
        for title in nodes
    }


def _entry(labelling: Labelling, verdict: Verdict) -> Json:
    return {
        "label": str(verdict.label),
        "reason": str(verdict.reason),
        "because": list(labelling.steps.titles(verdict.because[:_MOST_BECAUSE])),
    }


def _inferences(labelling: Labelling) -> list[Json]:
    return [
        {
            "argument": step.argument,
            "conclusion": step.conclusion,
            "premises": list(step.premises),
            **_entry(labelling, labelling.step_verdicts[step.number]),
        }
        for step in reported_steps(labelling.steps)
    ]

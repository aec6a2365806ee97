"""Judgements for programs: what `argmap evaluate --mode standards --format json` prints."""

from collections.abc import Mapping, Sequence

from argmap.evaluation.gradual.report import report_problems
from argmap.evaluation.proof.judgement import Judgement, Judgements
from argmap.evaluation.proof.wording import judgement_sentence
from argmap.evaluation.reported_steps import reported_steps
from argmap.model.graph import NodeKind, NodeRef

Json = dict[str, object]


def report_judgements(judgements: Judgements, theses: Sequence[str]) -> Json:
    """Return judgements as `argmap.evaluation.report_labels` returns labels, and their weights.

    Statements and sketched arguments that something speaks against have `standard`, and `pro` and
    `con`, the weights of the best that is in on either side; inferences have `weight`.
    """
    case = judgements.case
    graph = case.steps.graph
    return {
        "mode": str(judgements.mode),
        "policy": str(case.policy),
        "statements": _entries(judgements, NodeKind.STATEMENT, graph.statements),
        "arguments": _entries(judgements, NodeKind.ARGUMENT, graph.arguments),
        "inferences": [
            {
                "argument": step.argument,
                "conclusion": step.conclusion,
                "premises": list(step.premises),
                **_entry(judgements, judgements.steps[step.number]),
                "weight": case.weights[step.number],
            }
            for step in reported_steps(case.steps)
        ],
        "theses": list(theses),
        "problems": report_problems(graph, case.problems),
    }


def _entries(judgements: Judgements, kind: NodeKind, nodes: Mapping[str, object]) -> Json:
    return {title: _node_entry(judgements, NodeRef(kind, title)) for title in nodes}


def _node_entry(judgements: Judgements, ref: NodeRef) -> Json:
    case = judgements.case
    judgement = judgements.of(ref)
    entry = _entry(judgements, judgement)
    entry["text"] = judgement_sentence(judgements, ref)
    if ref.kind is NodeKind.STATEMENT or ref.title in case.steps.gists:
        node = case.steps.source_of(ref)
        if case.is_at_issue(node):
            entry["standard"] = str(case.standards[node])
            entry["pro"], entry["con"] = judgement.pro, judgement.con
    return entry


def _entry(judgements: Judgements, judgement: Judgement) -> Json:
    return {
        "label": str(judgement.label),
        "reason": str(judgement.ground),
        "because": list(judgements.case.steps.titles(judgement.because)),
    }

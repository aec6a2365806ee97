"""A judgement in one plain sentence."""

from typing import assert_never

from argmap.evaluation.gradual.numbers import shown
from argmap.evaluation.phrases import are, circle, in_because, rejected, undercut, unsupported
from argmap.evaluation.proof.judgement import Ground, Judgement, Judgements
from argmap.model.graph import NodeRef
from argmap.model.written_names import written_name, written_names


def judgement_sentence(judgements: Judgements, ref: NodeRef) -> str:
    """Say why a statement, argument or inference is in, out or undecided."""
    name = written_name(judgements.case.steps.graph.node(ref))
    return f"{name} {_reason(judgements, ref, judgements.of(ref))}."


def _reason(judgements: Judgements, ref: NodeRef, judgement: Judgement) -> str:  # noqa: PLR0911
    steps, because = judgements.case.steps, judgement.because
    match judgement.ground:
        case Ground.ASSUMED:
            return "is in because it is assumed"
        case Ground.GIVEN:
            return "stands by itself"
        case Ground.SUPPORTED | Ground.HOLDS:
            return in_because(steps, because)
        case Ground.PROVEN:
            return f"is in because it meets its standard{_weights(judgements, ref, judgement)}"
        case Ground.NOT_PROVEN:
            by = f", because of {written_names(steps, because)}" if because else ""
            weights = _weights(judgements, ref, judgement)
            return f"is out because it misses its standard{weights}{by}"
        case Ground.REJECTED | Ground.VOID:
            return rejected(steps, ref)
        case Ground.UNSUPPORTED | Ground.PREMISE_FAILS:
            return unsupported(steps, because, lambda node: judgements.nodes[node].label)
        case Ground.CIRCLE:
            return circle(steps, because)
        case Ground.RIVAL_ASSUMED:
            names = written_names(steps, because)
            is_assumed = "are assumed" if len(because) > 1 else "is assumed"
            return f"is out because {names}, which it conflicts with, {is_assumed}"
        case Ground.UNDERCUT:
            return undercut(steps, because)
        case Ground.OPEN | Ground.OPEN_ISSUE:
            return f"is undecided because {are(steps, because, 'undecided')}"
        case _:
            assert_never(judgement.ground)


def _weights(judgements: Judgements, ref: NodeRef, judgement: Judgement) -> str:
    """Return `, preponderance: 0.8 for it and 0.5 against it`."""
    standard = judgements.case.standards[judgements.case.steps.source_of(ref)]
    return f", {standard}: {shown(judgement.pro)} for it and {shown(judgement.con)} against it"

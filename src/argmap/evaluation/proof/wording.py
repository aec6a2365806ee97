"""A judgement in one plain sentence."""

from collections.abc import Iterable
from typing import assert_never

from argmap.evaluation.gradual.numbers import shown
from argmap.evaluation.proof.judgement import Ground, Judgement, Judgements
from argmap.model.graph import NodeRef
from argmap.model.steps import StepGraph
from argmap.model.written_names import listed, written_name


def judgement_sentence(judgements: Judgements, ref: NodeRef) -> str:  # noqa: PLR0911, PLR0912
    """Say why a statement or argument is in, out or undecided."""
    steps = judgements.case.steps
    judgement = judgements.of(ref)
    name = written_name(steps.graph.node(ref))
    because = _names(steps, judgement.because)
    are = "are" if len(judgement.because) > 1 else "is"
    match judgement.ground:
        case Ground.ASSUMED:
            return f"{name} is in because it is assumed."
        case Ground.GIVEN:
            return f"{name} stands by itself."
        case Ground.SUPPORTED | Ground.HOLDS:
            return f"{name} is in because {because} {are} in." if because else f"{name} is in."
        case Ground.PROVEN:
            weights = _weights(judgements, ref, judgement)
            return f"{name} is in because it meets its standard{weights}."
        case Ground.NOT_PROVEN:
            weights = _weights(judgements, ref, judgement)
            by = f", because of {because}" if because else ""
            return f"{name} is out because it misses its standard{weights}{by}."
        case Ground.REJECTED | Ground.VOID:
            return f"{name} is out because it is marked as rejected."
        case Ground.UNSUPPORTED if because:
            return f"{name} is out because its support fails, by {because}."
        case Ground.UNSUPPORTED:
            return f"{name} is out because nothing that stands supports it."
        case Ground.RIVAL_ASSUMED:
            return f"{name} is out because {because}, which it conflicts with, {are} assumed."
        case Ground.PREMISE_FAILS:
            return f"{name} is out because {because} {are} out."
        case Ground.UNDERCUT:
            return f"{name} is out because it is undercut by {because}."
        case Ground.OPEN | Ground.OPEN_ISSUE:
            return f"{name} is undecided because {because} {are} undecided."
        case _:
            assert_never(judgement.ground)


def _weights(judgements: Judgements, ref: NodeRef, judgement: Judgement) -> str:
    """Return `, preponderance: 0.8 for it, 0.5 against it`."""
    steps = judgements.case.steps
    node = steps.source_of(ref)
    standard = judgements.case.standards[node]
    return f", {standard}: {shown(judgement.pro)} for it and {shown(judgement.con)} against it"


def _names(steps: StepGraph, nodes: Iterable[int]) -> str:
    return listed([written_name(steps.graph.node(steps.nodes[node].ref)) for node in nodes])

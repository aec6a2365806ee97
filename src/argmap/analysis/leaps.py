"""Conclusions that say more than any premise of theirs does, as far as words show it.

The word lists are those of `argmap.analysis.lexicon`. A conclusion leaps if every step into it
does: one step that has what is asked for is enough. Gists of sketched arguments may have it, but a
conclusion that has only sketched arguments behind it is not judged, for a sketch leaves premises
out on purpose.
"""

from typing import NamedTuple

from argmap.analysis.map_wording import MapWording
from argmap.model.steps import Step, StepGraph


class Leap(NamedTuple):
    """`word` of the conclusion; the `premise` and its `weaker` word, if it is about one."""

    word: str
    premise: int | None = None
    weaker: str | None = None


def modality_leap(steps: StepGraph, wording: MapWording, node: int) -> Leap | None:
    """Return how a certain conclusion goes beyond premises that are only possible."""
    word = wording.find(steps.nodes[node].ref, "certain", unless="possible")
    into = _stated_steps(steps, node) if word else []
    if word is None or not into:
        return None
    first: Leap | None = None
    for step in into:
        leap = _from_possible(steps, wording, step, word)
        if leap is None:
            return None
        first = first or leap
    return first


def _from_possible(steps: StepGraph, wording: MapWording, step: Step, word: str) -> Leap | None:
    for premise in step.premises:
        weaker = wording.find(steps.nodes[premise].ref, "possible")
        if weaker is not None:
            return Leap(word, premise, weaker)
    return None


def unprepared_word(
    steps: StepGraph, wording: MapWording, node: int, said: str, prepared_by: str
) -> Leap | None:
    """Return a word of the list `said` in a conclusion whose premises all lack `prepared_by`."""
    word = wording.find(steps.nodes[node].ref, said)
    into = _stated_steps(steps, node) if word else []
    if word is None or not into:
        return None
    premises = {premise for step in into for premise in step.premises}
    if any(wording.find(steps.nodes[premise].ref, prepared_by) for premise in premises):
        return None
    return Leap(word)


def is_spelled_out(steps: StepGraph, node: int) -> bool:
    """Tell whether a step into a node puts premises together: an inference, or linked supports."""
    into = (steps.steps[index] for index in steps.into[node])
    return any(step.is_inference or len(step.premises) > 1 for step in into)


def _stated_steps(steps: StepGraph, node: int) -> list[Step]:
    """Return the steps into a node; none if there is nothing but sketched arguments."""
    into = [steps.steps[index] for index in steps.into[node]]
    into = [step for step in into if not step.is_void]
    is_stated = any(steps.nodes[p].is_statement for step in into for p in step.premises)
    return into if is_stated else []

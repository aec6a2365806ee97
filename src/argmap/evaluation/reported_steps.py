"""Which steps are told to programs, and how they are named there."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model.steps import StepGraph


class ReportedStep(NamedTuple):
    """A step by its titles; `number` is its index. That of a sketched argument has no premises."""

    number: int
    argument: str | None
    premises: tuple[str, ...]
    conclusion: str


def reported_steps(steps: StepGraph) -> Iterator[ReportedStep]:
    """Yield the inferences of reconstructions, and the supports that statements or sketches give.

    Steps between others, such as the support that one sketch gives another, are not told.
    """
    for index, step in enumerate(steps.steps):
        is_sketched = step.argument is not None and not step.is_inference
        ends = (*step.premises, step.conclusion)
        if is_sketched or all(steps.nodes[node].is_statement for node in ends):
            premises = () if is_sketched else steps.titles(step.premises)
            yield ReportedStep(index, step.argument, premises, steps.title(step.conclusion))

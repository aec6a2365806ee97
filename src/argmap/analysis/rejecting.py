"""The same step graph, with some nodes rejected."""

from collections.abc import Iterable
from dataclasses import replace

from argmap.model.status import Status
from argmap.model.steps import StepGraph


def rejecting(steps: StepGraph, nodes: Iterable[int]) -> StepGraph:
    """Return a step graph in which some nodes do not stand, and steps into them are void."""
    rejected = frozenset(nodes)
    changed = list(steps.nodes)
    inferences = list(steps.steps)
    for node in rejected:
        changed[node] = changed[node]._replace(status=Status.REJECTED)
        for index in steps.into[node]:
            inferences[index] = inferences[index]._replace(is_void=True)
    return replace(steps, nodes=tuple(changed), steps=tuple(inferences))

"""The way from a conclusion down to what it rests on."""

from collections.abc import Iterable

from argmap.model.steps import StepGraph


def chain_down(
    steps: StepGraph, bottom: Iterable[int], between: Iterable[int], top: int
) -> tuple[int, ...]:
    """Return a shortest chain from `top` down to one of `bottom`, each resting on the next.

    It runs through steps from the nodes `between`; empty if there is none.
    """
    allowed = frozenset(between)
    came_from: dict[int, int | None] = dict.fromkeys(bottom)
    queue = list(came_from)
    for node in queue:  # grows while it is read
        if node == top:
            chain = [node]
            while (below := came_from[chain[-1]]) is not None:
                chain.append(below)
            return tuple(chain)
        for step in steps.using[node]:
            conclusion = steps.steps[step].conclusion
            if conclusion in allowed and conclusion not in came_from:
                came_from[conclusion] = node
                queue.append(conclusion)
    return ()

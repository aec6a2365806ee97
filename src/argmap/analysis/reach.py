"""Which nodes lead to a conclusion by support alone."""

from collections.abc import Iterable

from argmap.model.steps import StepGraph


def supporters(steps: StepGraph, conclusions: Iterable[int]) -> frozenset[int]:
    """Return the nodes from which support leads, in one step or more, to a conclusion.

    Steps of what is rejected carry nothing. Support for a reconstructed argument as a whole leads
    to what that argument concludes. Linear in the size of the map.
    """
    pseudo: dict[int, list[int]] = {}
    for support in steps.pseudo_supports:
        pseudo.setdefault(support.step, []).append(support.source)
    found: set[int] = set()
    queue = list(dict.fromkeys(conclusions))
    visited = set(queue)
    for node in queue:  # grows while it is read
        for index in steps.into[node]:
            step = steps.steps[index]
            if step.is_void:
                continue
            below = (*step.premises, *pseudo[index]) if index in pseudo else step.premises
            for premise in below:
                found.add(premise)
                if premise not in visited:
                    visited.add(premise)
                    queue.append(premise)
    return frozenset(found)

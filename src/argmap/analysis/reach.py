"""Which nodes lead to a conclusion by support alone."""

from collections.abc import Iterable, Mapping

from argmap.model.steps import StepGraph


def supporters(steps: StepGraph, conclusions: Iterable[int]) -> Mapping[int, int]:
    """Return the nodes from which support leads, in one step or more, to a conclusion: to which.

    Of several conclusions a nearest one is given.

    Steps of what is rejected carry nothing. Support for a reconstructed argument as a whole leads
    to what that argument concludes. Linear in the size of the map.
    """
    pseudo: dict[int, list[int]] = {}
    for support in steps.pseudo_supports:
        pseudo.setdefault(support.step, []).append(support.source)
    found: dict[int, int] = {}
    queue = list(dict.fromkeys(conclusions))
    leads_to = {conclusion: conclusion for conclusion in queue}
    for node in queue:  # grows while it is read
        for index in steps.into[node]:
            step = steps.steps[index]
            if step.is_void:
                continue
            below = (*step.premises, *pseudo[index]) if index in pseudo else step.premises
            for premise in below:
                found.setdefault(premise, leads_to[node])
                if premise not in leads_to:
                    leads_to[premise] = leads_to[node]
                    queue.append(premise)
    return found

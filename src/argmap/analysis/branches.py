"""Branches of a map that lead to none of its theses."""

from collections.abc import Collection

from argmap.analysis.flow import flow_successors, terminal_components
from argmap.model.steps import StepGraph


def irrelevant_branches(steps: StepGraph, theses: Collection[int]) -> list[list[int]]:
    """Return the ends of what leads to no thesis: the nodes of terminal components without one.

    Whatever leads on is covered by where it leads. Nodes without any edge are not returned.
    """
    if _leads_everywhere(steps, theses):
        return []
    count = len(steps.nodes)
    named = frozenset(theses)
    return sorted(
        [member for member in members if member < count]
        for members in terminal_components(flow_successors(steps))
        if named.isdisjoint(members)
    )


def _leads_everywhere(steps: StepGraph, theses: Collection[int]) -> bool:
    """Tell whether every node that leads anywhere leads to a thesis; faster than components."""
    if steps.idle_undercuts or steps.pseudo_supports:
        return False
    queue = list(theses)
    reached = bytearray(len(steps.nodes))
    for node in queue:
        reached[node] = True
    for node in queue:  # grows while it is read
        before = list(steps.attackers[node])
        for index in steps.into[node]:
            before += steps.steps[index].premises
            before += steps.undercutters[index]
        for other in before:
            if not reached[other]:
                reached[other] = True
                queue.append(other)
    links = (steps.into, steps.using, steps.attackers, steps.attacked, steps.undercutting)
    return all(
        has_reached or not any(tied[node] for tied in links)
        for node, has_reached in enumerate(reached)
    )

"""The flow graph: where whatever is said leads to, by support, attack or undercut."""

from collections.abc import Sequence

from argmap.model.components import components
from argmap.model.steps import StepGraph


def flow_successors(steps: StepGraph) -> list[list[int]]:
    """Return for each node, and then for each step, what it leads to.

    Nodes are 0 … n-1; step i is n+i. Premises lead to their step and the step to its conclusion,
    attackers to what they attack (both ways in a conflict), undercutters to the step. An undercut
    that has no step to hit leads to its target, a pseudo-support to its argument's last step.
    """
    count = len(steps.nodes)
    successors: list[list[int]] = [
        [count + step for step in using] + list(attacked) + [count + step for step in undercutting]
        for using, attacked, undercutting in zip(
            steps.using, steps.attacked, steps.undercutting, strict=True
        )
    ]
    for idle in steps.idle_undercuts:
        successors[idle.source].append(idle.target)
    for pseudo in steps.pseudo_supports:
        successors[pseudo.source].append(count + pseudo.step)
    successors.extend([step.conclusion] for step in steps.steps)
    return successors


def terminal_components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components that nothing leads out of, if they have an edge."""
    has_edge = bytearray(len(successors))
    component_of = [0] * len(successors)
    found = components(successors)
    for number, members in enumerate(found):
        for member in members:
            component_of[member] = number
    is_terminal = bytearray(b"\x01" * len(found))
    for vertex, nexts in enumerate(successors):
        for successor in nexts:
            has_edge[vertex] = has_edge[successor] = True
            if component_of[successor] != component_of[vertex]:
                is_terminal[component_of[vertex]] = False
    return [
        members
        for number, members in enumerate(found)
        if is_terminal[number] and has_edge[members[0]]
    ]

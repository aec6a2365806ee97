"""On whose side a node is, as seen from one conclusion."""

from enum import StrEnum

from argmap.model.steps import StepGraph


class Side(StrEnum):
    """What a node does for a conclusion, by the number of attacks on the way there."""

    FOR = "for"
    AGAINST = "against"
    BOTH = "both"


def sides(steps: StepGraph, conclusion: int) -> dict[int, Side]:
    """Return the side of every node that has a way to a conclusion; linear.

    For it is what leads there through an even number of attacks and undercuts, for who attacks
    what attacks it speaks for it. What is void leads nowhere.
    """
    seen = {(conclusion, False)}
    queue = [(conclusion, False)]
    for node, is_against in queue:  # grows while it is read
        below = [(attacker, not is_against) for attacker in steps.attackers[node]]
        for index in steps.into[node]:
            if not steps.steps[index].is_void:
                below += [(premise, is_against) for premise in steps.steps[index].premises]
                below += [(cutter, not is_against) for cutter in steps.undercutters[index]]
        for reached in below:
            if reached not in seen:
                seen.add(reached)
                queue.append(reached)
    found: dict[int, Side] = {}
    for node, is_against in queue:
        side = Side.AGAINST if is_against else Side.FOR
        found[node] = side if found.get(node, side) is side else Side.BOTH
    return found

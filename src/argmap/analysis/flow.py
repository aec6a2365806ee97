"""The flow graph: where whatever is said leads to, by support, attack or undercut."""

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

"""The flow graph: where whatever is said leads to, by support, attack or undercut."""

from functools import cached_property

from argmap.model.components import components
from argmap.model.steps import StepGraph


class Flow:
    """The flow among the nodes of a step graph, each part worked out when it is asked for.

    Premises lead to the conclusion of their step, and so do undercutters of the step; attackers
    lead to what they attack, both ways in a conflict. An undercut that has no step to hit leads to
    its target, a pseudo-support to the conclusion of its argument's last step.
    """

    def __init__(self, steps: StepGraph) -> None:
        self.steps = steps

    @cached_property
    def successors(self) -> list[list[int]]:
        """What each node leads to."""
        steps = self.steps
        conclusions = [step.conclusion for step in steps.steps]
        successors = [[conclusions[step] for step in using] for using in steps.using]
        for node, attacked in enumerate(steps.attacked):
            if attacked:
                successors[node] += attacked
        for undercut in steps.undercuts:
            successors[undercut.source].append(conclusions[undercut.step])
        for idle in steps.idle_undercuts:
            successors[idle.source].append(idle.target)
        for pseudo in steps.pseudo_supports:
            successors[pseudo.source].append(conclusions[pseudo.step])
        return successors

    @cached_property
    def components(self) -> list[list[int]]:
        """The strongly connected components; what others lead to comes first."""
        return components(self.successors)

    @cached_property
    def on_circles(self) -> frozenset[int]:
        """The nodes from which a way leads back to them."""
        successors = self.successors
        return frozenset(
            member
            for members in self.components
            if len(members) > 1 or members[0] in successors[members[0]]
            for member in members
        )

    @cached_property
    def terminal_components(self) -> list[list[int]]:
        """The components that nothing leads out of, if they have an edge."""
        into = self.steps.into
        is_led_to = bytearray(len(self.successors))
        for nexts in self.successors:
            for successor in nexts:
                is_led_to[successor] = True
        found = []
        for members in self.components:
            nexts = self.successors[members[0]]
            if len(members) == 1 and nexts and members[0] not in nexts:
                continue  # it leads on, as nearly every node does
            own = frozenset(members)
            if all(own.issuperset(self.successors[member]) for member in members) and any(
                self.successors[member] or is_led_to[member] or into[member] for member in members
            ):
                found.append(members)
        return found

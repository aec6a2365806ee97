"""Support that returns to where it began."""

from collections.abc import Iterable

from argmap.analysis.flow import Flow
from argmap.evaluation import Derivation
from argmap.model.components import components
from argmap.model.status import Status
from argmap.model.steps import StepGraph

Circle = tuple[int, ...]
"""The nodes of a strongly connected component, in document order."""


def unsupported_circles(
    steps: StepGraph, lenient: Derivation, flow: Flow | None = None
) -> tuple[Circle, ...]:
    """Return the circles that nothing outside supports, the first causes only.

    Among the nodes that cannot be derived, a component that no other one feeds and that has an
    edge is a genuine circle (Walton 1991 on begging the question); what hangs on it follows from
    it, and is not returned. A circle with a member that is to do is left to its author.

    flow: that of the step graph, if it is at hand; without circles in it there are none here
    """
    if flow is not None and all(node in lenient for node in flow.on_circles):
        return ()
    below = [
        [premise for premise in premises if premise not in lenient] if node not in lenient else []
        for node, premises in enumerate(carrying_premises(steps))
    ]
    return tuple(
        sorted(
            tuple(members)
            for members in components(below)
            if _is_circle(below, members)
            and _feeds_itself_only(below, members)
            and all(steps.nodes[member].status is not Status.TODO for member in members)
        )
    )


def supported_circles(
    steps: StepGraph, lenient: Derivation, flow: Flow | None = None
) -> tuple[Circle, ...]:
    """Return the circles of two or more nodes that all stand thanks to something outside.

    flow: that of the step graph, if it is at hand; without circles in it there are none here
    """
    if flow is not None and not flow.on_circles:
        return ()
    return tuple(
        sorted(
            tuple(members)
            for members in components(all_premises(steps))
            if len(members) > 1 and all(member in lenient for member in members)
        )
    )


def resting_on_circles(
    steps: StepGraph, lenient: Derivation, circles: Iterable[Circle]
) -> frozenset[int]:
    """Return the circles' members, and what cannot be derived and rests on one of them."""
    queue = [member for circle in circles for member in circle]
    seen = set(queue)
    for node in queue:  # grows while it is read
        for step in (steps.steps[index] for index in steps.using[node]):
            conclusion = step.conclusion
            if not step.is_void and conclusion not in lenient and conclusion not in seen:
                seen.add(conclusion)
                queue.append(conclusion)
    return frozenset(seen)


def carrying_premises(steps: StepGraph) -> list[list[int]]:
    """Return for each node the premises of the steps into it that are not void."""
    below: list[list[int]] = [[] for _ in steps.nodes]
    for step in steps.steps:
        if not step.is_void:
            below[step.conclusion].extend(step.premises)
    return below


def all_premises(steps: StepGraph) -> list[list[int]]:
    """Return for each node the premises of all steps into it.

    What supports a reconstructed argument from outside counts as a premise of its last step.
    """
    below: list[list[int]] = [[] for _ in steps.nodes]
    for step in steps.steps:
        below[step.conclusion].extend(step.premises)
    for pseudo in steps.pseudo_supports:
        below[steps.steps[pseudo.step].conclusion].append(pseudo.source)
    return below


def shortest_circle(below: list[list[int]], circle: Circle) -> tuple[int, ...]:
    """Return a shortest way from a circle's first member through its premises back to itself.

    `below` gives the premises of each node. Breadth first; both ends are the first member.
    """
    first, members = circle[0], frozenset(circle)
    came_from: dict[int, int] = {}
    queue = [first]
    for node in queue:  # grows while it is read
        for premise in below[node]:
            if premise == first:
                way = [node]
                while way[-1] != first:
                    way.append(came_from[way[-1]])
                return (*reversed(way), first)
            if premise in members and premise not in came_from:
                came_from[premise] = node
                queue.append(premise)
    return circle


def _is_circle(below: list[list[int]], members: list[int]) -> bool:
    return len(members) > 1 or members[0] in below[members[0]]


def _feeds_itself_only(below: list[list[int]], members: list[int]) -> bool:
    own = set(members)
    return all(premise in own for member in members for premise in below[member])

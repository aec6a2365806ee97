"""What can be derived from a set of nodes: the least set closed under the steps."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from argmap.model.components import components
from argmap.model.steps import StepGraph

UNDERIVED = -2
GIVEN = -1


@dataclass(frozen=True, slots=True)
class Derivation:
    """For each node the step that derived it first, `GIVEN`, or `UNDERIVED`.

    Steps are only used once all their premises are derived, so that following them back never
    returns to where one began.
    """

    steps: StepGraph = field(repr=False)
    by: tuple[int, ...]

    def __contains__(self, node: int) -> bool:
        return self.by[node] != UNDERIVED

    def fallen(self, node: int) -> tuple[int, ...]:
        """Return the conclusions that can no longer be derived once a node is rejected.

        Takes time in proportion to what is derived through the node, not to the whole graph.
        """
        if node not in self:
            return ()
        steps = self.steps
        suspects = self.derived_through(node)
        lost = {node, *suspects}
        for _ in found_again(steps, suspects, lost, self.can_use):
            pass
        return tuple(other for other in sorted(lost) if other != node and steps.into[other])

    def derived_through(self, node: int) -> list[int]:
        """Return the nodes whose derivation, the one found first, uses a node."""
        steps = self.steps
        found = [node]
        seen = {node}
        for below in found:  # grows while it is read
            for index in steps.using[below]:
                conclusion = steps.steps[index].conclusion
                if self.by[conclusion] == index and conclusion not in seen:
                    seen.add(conclusion)
                    found.append(conclusion)
        return found[1:]

    def can_use(self, index: int) -> bool:
        """Tell whether a step is not void and all its premises are derived."""
        step = self.steps.steps[index]
        return not step.is_void and all(premise in self for premise in step.premises)

    def gained(self, nodes: Iterable[int]) -> tuple[int, ...]:
        """Return the further conclusions that could be derived if some nodes stood."""
        steps = self.steps
        queue = [node for node in nodes if node not in self]
        given = len(queue)
        new = set(queue)
        missing: dict[int, int] = {}
        for node in queue:  # grows while it is read
            for index in steps.using[node]:
                step = steps.steps[index]
                if step.is_void or step.conclusion in self:
                    continue
                if index not in missing:
                    missing[index] = sum(premise not in self for premise in step.premises)
                missing[index] -= 1
                if not missing[index] and step.conclusion not in new:
                    new.add(step.conclusion)
                    queue.append(step.conclusion)
        return tuple(sorted(queue[given:]))


def derive(
    steps: StepGraph, given: Iterable[int], rejected: frozenset[int] = frozenset()
) -> Derivation:
    """Return the least set that contains what is given and is closed under the steps.

    Unit propagation on Horn clauses, linear in their size (Dowling and Gallier 1984). Nothing
    supports itself: a circle is derived only if something outside derives one of its members.
    Void steps carry nothing, and neither do steps into the `rejected` nodes, which never stand.
    """
    by = [UNDERIVED] * len(steps.nodes)
    missing = [len(step.premises) for step in steps.steps]
    queue: list[int] = []

    def reach(node: int, how: int) -> None:
        if by[node] == UNDERIVED and node not in rejected:
            by[node] = how
            queue.append(node)

    for node in sorted(given):
        reach(node, GIVEN)
    for index, step in enumerate(steps.steps):
        if not step.premises and not step.is_void:
            reach(step.conclusion, index)
    for node in queue:  # grows while it is read
        for index in steps.using[node]:
            missing[index] -= 1
            step = steps.steps[index]
            if not missing[index] and not step.is_void:
                reach(step.conclusion, index)
    return Derivation(steps, tuple(by))


def circles_first(
    steps: StepGraph, nodes: Iterable[int], is_usable: Callable[[int], bool]
) -> list[tuple[tuple[int, ...], bool]]:
    """Group nodes by the circles of support that they form, and tell which groups are circles.

    What others rest on comes first. Steps that are not usable make no circle.
    """
    ordered = sorted(nodes)
    place = {node: i for i, node in enumerate(ordered)}
    below = [
        [
            place[premise]
            for step in steps.into[node]
            if is_usable(step)
            for premise in steps.steps[step].premises
            if premise in place
        ]
        for node in ordered
    ]
    return [
        (tuple(ordered[i] for i in group), len(group) > 1 or group[0] in below[group[0]])
        for group in components(below)
    ]


def found_again(
    steps: StepGraph, suspects: Iterable[int], lost: set[int], is_usable: Callable[[int], bool]
) -> Iterator[tuple[int, int]]:
    """Take out of `lost` each suspect that a usable step founds on what is not lost.

    Yields the suspects with their new founders, in an order in which no founder needs a later one.
    """
    missing: dict[int, int] = {}
    found: list[tuple[int, int]] = []
    for suspect in suspects:
        for index in steps.into[suspect]:
            if is_usable(index):
                missing[index] = sum(premise in lost for premise in steps.steps[index].premises)
                if not missing[index]:
                    found.append((suspect, index))
    while found:
        node, founder = found.pop()
        if node not in lost:
            continue
        lost.remove(node)
        yield node, founder
        for index in steps.using[node]:
            if index in missing:
                missing[index] -= 1
                if not missing[index]:
                    found.append((steps.steps[index].conclusion, index))

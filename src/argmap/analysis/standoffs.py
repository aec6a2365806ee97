"""Circles of attack that nothing settles, and what waits for them."""

from typing import NamedTuple

from argmap.analysis.links import Link, LinkKind
from argmap.evaluation import Label, Labelling
from argmap.model.components import components


class Standoff(NamedTuple):
    """A circle of attack, and the links that lead to it.

    way:    from the undecided node that was asked about; empty if it is in the circle itself
    start:  the member that the way reaches
    circle: the links from there round and back, so that the last node is `start`
    """

    way: tuple[Link, ...]
    start: int
    circle: tuple[Link, ...]


class Standoffs:
    """The circles of attack of one labelling.

    What is undecided hangs on a component of undecided nodes in which some attack or undercut
    lies, for without one everything in it would be decided (Van Gelder, Ross and Schlipf 1991).
    """

    def __init__(self, labelling: Labelling) -> None:
        self._labelling = labelling
        self._undecided = bytearray(
            verdict.label is Label.UNDECIDED for verdict in labelling.node_verdicts
        )
        self._nodes = [node for node, is_open in enumerate(self._undecided) if is_open]
        self._links = {node: self._undecided_links(node) for node in self._nodes}
        self._after: dict[int, Link] = {}  # for each member of a chosen circle, the next one
        self._choose_circles()
        self._towards = self._ways()

    def of(self, node: int) -> Standoff:
        """Return the nearest circle of attack for an undecided node."""
        way: list[Link] = []
        while node not in self._after:
            link = self._towards[node]
            way.append(link)
            node = link.node
        circle = [self._after[node]]
        while circle[-1].node != node:
            circle.append(self._after[circle[-1].node])
        return Standoff(tuple(way), node, tuple(circle))

    def _undecided_links(self, node: int) -> tuple[Link, ...]:
        steps, undecided = self._labelling.steps, self._undecided
        links = [Link(LinkKind.ATTACKED_BY, a) for a in steps.attackers[node] if undecided[a]]
        for index in steps.into[node]:
            if self._labelling.step_verdicts[index].label is Label.UNDECIDED:
                cutters, premises = steps.undercutters[index], steps.steps[index].premises
                links += [Link(LinkKind.UNDERCUT_BY, c) for c in cutters if undecided[c]]
                links += [Link(LinkKind.RESTS_ON, p) for p in premises if undecided[p]]
        return tuple(links)

    def _choose_circles(self) -> None:
        place = {node: number for number, node in enumerate(self._nodes)}
        graph = [[place[link.node] for link in self._links[node]] for node in self._nodes]
        for group in components(graph):
            members = frozenset(self._nodes[number] for number in group)
            first = self._first_attack(members)
            if first is not None:
                self._close(*first, members)

    def _first_attack(self, members: frozenset[int]) -> tuple[int, Link] | None:
        for node in sorted(members):
            for link in self._links[node]:
                if link.kind is not LinkKind.RESTS_ON and link.node in members:
                    return node, link
        return None

    def _close(self, attacked: int, attack: Link, members: frozenset[int]) -> None:
        """Take the shortest way from an attacker back to what it attacks."""
        came_from: dict[int, tuple[int, Link]] = {}
        queue = [attack.node]
        for node in queue:  # grows while it is read
            if node == attacked:
                break
            for link in self._links[node]:
                if link.node in members and link.node not in came_from:
                    came_from[link.node] = (node, link)
                    queue.append(link.node)
        self._after[attacked] = attack
        node = attacked
        while node != attack.node:
            node, link = came_from[node]
            self._after[node] = link

    def _ways(self) -> dict[int, Link]:
        """Return for each undecided node outside the circles the next one towards the nearest."""
        above: dict[int, list[tuple[int, LinkKind]]] = {node: [] for node in self._nodes}
        for node in self._nodes:
            for link in self._links[node]:
                above[link.node].append((node, link.kind))
        towards: dict[int, Link] = {}
        queue = sorted(self._after)
        for node in queue:  # grows while it is read
            for other, tie in above[node]:
                if other not in self._after and other not in towards:
                    towards[other] = Link(tie, node)
                    queue.append(other)
        return towards

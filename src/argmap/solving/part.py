"""The part of a framework that a question is about, and what is settled around it."""

from collections.abc import Iterable, Sequence

from argmap.solving.closing import Attacks
from argmap.solving.framework import Extension, Framework
from argmap.solving.grounded import IN, OPEN, grounded_labels


class Part:
    """Some arguments, numbered anew from 0, with the attacks among them.

    `members` are the old numbers, and `place` has the new one of each old one, or -1. `settled`
    is what belongs to every answer besides, in old numbers: the grounded extension, if that was
    taken out.
    """

    def __init__(
        self, attacks: Attacks, members: Sequence[int], settled: Extension = frozenset()
    ) -> None:
        self.members = members
        self.settled = settled
        self.place = place = [-1] * len(attacks.attackers)
        for index, member in enumerate(members):
            place[member] = index
        self.attackers = attacks.attackers
        self.attacked = attacks.attacked
        if len(members) < len(place):
            self.attackers = _renumbered(self.attackers, members, place)
            self.attacked = _renumbered(self.attacked, members, place)

    def __len__(self) -> int:
        return len(self.members)

    def whole(self, chosen: Iterable[int]) -> Extension:
        """Return an answer in the old numbers, with what is settled."""
        return self.settled.union([self.members[index] for index in chosen])

    def beside(self, chosen: Iterable[int]) -> list[int]:
        """Return what is neither in a set nor attacked by it, ascending."""
        is_open = bytearray(b"\1") * len(self)
        for index in chosen:
            is_open[index] = False
            for victim in self.attacked[index]:
                is_open[victim] = False
        return [index for index, flag in enumerate(is_open) if flag]


def _renumbered(
    links: list[list[int]], members: Sequence[int], place: Sequence[int]
) -> list[list[int]]:
    return [[p for other in links[member] if (p := place[other]) >= 0] for member in members]


def whole_part(framework: Framework) -> Part:
    """Return the whole framework as a part."""
    return Part(framework, range(len(framework)))


def open_part(framework: Framework) -> Part:
    """Return what the grounded extension leaves open, with that extension as settled.

    Complete, preferred, stable and semi-stable extensions are the grounded one and an extension
    of this part.
    """
    labels = grounded_labels(framework)
    members = [argument for argument, label in enumerate(labels) if label == OPEN]
    settled = frozenset([argument for argument, label in enumerate(labels) if label == IN])
    return Part(framework, members, settled)

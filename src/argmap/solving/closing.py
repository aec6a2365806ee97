"""From an admissible set to the least complete extension around it."""

from collections.abc import Iterable
from typing import Protocol


class Attacks(Protocol):
    """Arguments 0 … n-1, and for each its attackers and what it attacks."""

    @property
    def attackers(self) -> list[list[int]]:
        """What attacks each argument."""

    @property
    def attacked(self) -> list[list[int]]:
        """What each argument attacks."""


def close(attacks: Attacks, chosen: Iterable[int]) -> set[int]:
    """Add to an admissible set all that it defends, again and again: a complete extension.

    Dung's fundamental lemma (1995) keeps it admissible; linear in the attacks. From the empty set
    it makes the grounded extension.
    """
    attackers, attacked = attacks.attackers, attacks.attacked
    left = [len(sources) for sources in attackers]
    inside = set(chosen)
    beaten = bytearray(len(left))
    queue = sorted(inside)
    for argument, count in enumerate(left):
        if not count and argument not in inside:
            inside.add(argument)
            queue.append(argument)
    for member in queue:  # grows while it is read
        for victim in attacked[member]:
            if not beaten[victim]:
                beaten[victim] = True
                for freed in attacked[victim]:
                    left[freed] -= 1
                    if not left[freed] and freed not in inside:
                        inside.add(freed)
                        queue.append(freed)
    return inside

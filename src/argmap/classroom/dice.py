"""Chance that is the same everywhere: what a seed gives depends on nothing but the seed."""

import random
from collections.abc import Iterable
from typing import TypeVar

_Any = TypeVar("_Any")


class Dice:
    """Throws that follow from the parts of a seed.

    Only `random()` is asked, whose numbers Python promises to keep for a seed; `shuffle` and
    `sample` may change from one version to the next.
    """

    def __init__(self, *parts: object) -> None:
        self._random = random.Random("/".join(str(part) for part in parts))

    def below(self, count: int) -> int:
        """Return a number from 0 to one less than `count`."""
        return int(self._random.random() * count)

    def shuffled(self, things: Iterable[_Any]) -> list[_Any]:
        """Return the same things in another order (Fisher and Yates 1938)."""
        mixed = list(things)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed


def mixed_up(things: Iterable[_Any], dice: Dice) -> list[_Any]:
    """Return the same things in an order that is not the given one, if there are two or more."""
    given = list(things)
    mixed = dice.shuffled(given)
    if len(given) > 1 and all(a is b for a, b in zip(given, mixed, strict=True)):
        mixed = [*mixed[1:], mixed[0]]
    return mixed

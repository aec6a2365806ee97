"""An abstract argumentation framework: arguments, and which attacks which (Dung 1995)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

Extension = frozenset[int]
"""A set of arguments, by index."""


@dataclass(frozen=True)
class Framework:
    """Arguments 0 … n-1 with their names, and for each its attackers and what it attacks.

    Each attack stands once, in the order in which it was given first.
    """

    names: Sequence[str]
    attackers: list[list[int]] = field(repr=False)
    attacked: list[list[int]] = field(repr=False)

    @staticmethod
    def of(names: Sequence[str], attacks: Iterable[tuple[int, int]]) -> "Framework":
        """Make a framework from pairs (attacker, attacked) of indices."""
        attackers: list[list[int]] = [[] for _ in names]
        attacked: list[list[int]] = [[] for _ in names]
        for source, target in attacks:
            attacked[source].append(target)
            attackers[target].append(source)
        doubled: set[int] = set()
        for source, targets in enumerate(attacked):
            if len(targets) > 1 and len(set(targets)) < len(targets):
                doubled.update(targets)
                attacked[source] = list(dict.fromkeys(targets))
        for target in doubled:
            attackers[target] = list(dict.fromkeys(attackers[target]))
        return Framework(names, attackers, attacked)

    def __len__(self) -> int:
        return len(self.names)

    @cached_property
    def index(self) -> dict[str, int]:
        """The index of each name."""
        return {name: index for index, name in enumerate(self.names)}

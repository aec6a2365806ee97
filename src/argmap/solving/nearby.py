"""An admissible set with some arguments in it, looked for in their neighbourhood first.

What speaks for or against an argument mostly stands near it. So a neighbourhood is taken, by what
attacks the attackers of what is in it, and two questions are asked of it. May what is outside be
counted on without a defence, and is there still no set? Then there is none at all. Is there a set
that does without what is outside? Then it is one. If neither is so, the neighbourhood is made
larger, until it is all that attacks the arguments, directly or through others.
"""

from collections.abc import Iterable, Sequence

from argmap.solving.engine import Clause, Engine
from argmap.solving.framework import Framework
from argmap.solving.grounded import OPEN

_FIRST_SIZE = 200
_GROWTH = 4
_LARGE = 5_000
"""From here on the first question takes longer than it saves."""


def find_admissible_near(
    framework: Framework,
    labels: bytearray,
    wanted: Sequence[Iterable[int]],
    unwanted: Iterable[int] = (),
) -> list[int] | None:
    """Return a set that is admissible together with what is labelled `IN` already.

    labels:   those of a complete extension; only arguments that they leave open are looked at
    wanted:   groups of arguments: the set has at least one of each
    unwanted: arguments that it has not
    """
    groups = [[one for one in group if labels[one] == OPEN] for group in wanted]
    if not all(groups):
        return None
    targets = list(dict.fromkeys(one for group in groups for one in group))
    size = _FIRST_SIZE
    while targets:
        near = _Neighbourhood(framework, labels, targets, size)
        clauses = near.clauses
        clauses += [[near.variable(one) for one in group] for group in groups]
        clauses += [[-near.variable(one)] for one in unwanted]
        is_large = near.inner > _LARGE
        with Engine(clauses, near.count, is_large=is_large) as engine:
            if not is_large and engine.model() is None:
                return None
            engine.add_all([-variable] for variable in near.outside)
            found = engine.model()
            if found is not None:
                return near.arguments(found)
            if near.is_all:
                return None
        size *= _GROWTH
    return None


class _Neighbourhood:
    """Clauses about the arguments that are nearest to some targets.

    An argument's variable is odd, and says that it is in; the next one says that it is attacked
    by what is in.
    """

    def __init__(
        self, framework: Framework, labels: bytearray, targets: list[int], size: int
    ) -> None:
        self.clauses: list[Clause] = []
        self._numbers: dict[int, int] = {}
        clauses, numbers = self.clauses, self._numbers
        number = numbers.setdefault  # what `variable` does, without its calls
        attackers = framework.attackers
        queue = list(targets)
        for target in targets:
            self.variable(target)
        queued = set(queue)
        answered: set[int] = set()
        for place, one in enumerate(queue):  # grows while it is read
            if place >= size:
                break
            is_out = -numbers[one]
            for attacker in attackers[one]:
                if labels[attacker] != OPEN:
                    continue  # what is in already attacks it
                beaten = number(attacker, 2 * len(numbers) + 1) + 1
                clauses.append([is_out, beaten])
                if attacker in answered:
                    continue
                answered.add(attacker)
                defenders = [d for d in attackers[attacker] if labels[d] == OPEN]
                clauses.append([-beaten, *[number(d, 2 * len(numbers) + 1) for d in defenders]])
                clauses.append([-beaten, 1 - beaten])
                for defender in defenders:
                    if defender not in queued:
                        queued.add(defender)
                        queue.append(defender)
        self.inner = min(size, len(queue))
        self.is_all = len(queue) <= size
        inside = set(queue[:size])
        self.outside = [number for one, number in self._numbers.items() if one not in inside]

    @property
    def count(self) -> int:
        """The number of variables."""
        return 2 * len(self._numbers)

    def variable(self, argument: int) -> int:
        """Return the variable that says that an argument is in."""
        return self._numbers.setdefault(argument, 2 * len(self._numbers) + 1)

    def arguments(self, model: list[int]) -> list[int]:
        """Return the arguments that are in."""
        by_number = list(self._numbers)
        return [by_number[variable // 2] for variable in model if variable % 2]

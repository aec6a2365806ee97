"""Preferred: a largest admissible set (Dung 1995)."""

from collections.abc import Iterable, Iterator

from argmap.solving.closing import close
from argmap.solving.encoding import admissible
from argmap.solving.engine import Engine
from argmap.solving.framework import Extension, Framework
from argmap.solving.grounded import IN, OPEN, OUT, grounded_labels
from argmap.solving.growing import grow
from argmap.solving.nearby import find_admissible_near
from argmap.solving.part import open_part
from argmap.solving.semantics import complete
from argmap.solving.semantics.questions import Semantics


def some(framework: Framework) -> Extension:
    """Return a preferred extension."""
    part = open_part(framework)
    return part.whole(grow(part))


def every(framework: Framework) -> Iterator[Extension]:
    """Yield the preferred extensions.

    Each set that is found is grown, and a clause rules out it and its subsets.
    """
    part = open_part(framework)
    count = len(part)
    with Engine(admissible(part), count, prefer=range(1, 2 * count + 1)) as engine:
        while (model := engine.model()) is not None:
            largest = grow(part, (variable - 1 for variable in model))
            yield part.whole(largest)
            engine.add([index + 1 for index in range(count) if index not in largest])


def containing(framework: Framework, argument: int) -> Extension | None:
    """Return a complete extension with an argument: every one is part of a preferred one."""
    return complete.containing(framework, argument)


def lacking(framework: Framework, argument: int) -> Extension | None:
    """Return what shows that a preferred extension does without an argument.

    Mostly that is a complete extension that attacks it, for a preferred one grows from that (as
    in Thimm, Cerutti and Vallati 2021). If there is none, it is a preferred extension.
    """
    labels = grounded_labels(framework)
    if labels[argument] == IN:
        return None
    found = complete.containing_any(framework, framework.attackers[argument])
    if found is None and labels[argument] == OPEN:
        return _not_to_be_joined(framework, argument)
    return found


def _not_to_be_joined(framework: Framework, argument: int) -> Extension | None:
    """Return a preferred extension without an argument that no admissible set attacks.

    The argument is in a preferred extension if and only if that attacks all its attackers. So they
    can be looked at one by one, which keeps apart what has nothing to do with each other.
    """
    labels = grounded_labels(framework)
    for attacker in framework.attackers[argument]:
        if labels[attacker] == OPEN:
            found = _not_attacking(framework, labels, attacker)
            if found is not None:
                return found
    return None


def _not_attacking(framework: Framework, labels: bytearray, victim: int) -> Extension | None:
    """Return a preferred extension that does not attack an argument.

    Admissible sets that do not attack each other can be joined. So, with one that attacks the
    argument, only a set that attacks that one can do otherwise; and if such a set can still be
    joined by an attacker, the next has to attack what comes of that as well (after Thimm, Cerutti
    and Vallati 2021). Of a set that attacks the argument only what defends one attacker is kept.
    """
    wanted = [one for one in framework.attackers[victim] if labels[one] == OPEN]
    attacking = find_admissible_near(framework, labels, [wanted])
    if attacking is None:
        return some(framework)
    to_attack: list[list[int]] = []
    while attacking is not None:
        kept = _defence(framework, labels, wanted, set(attacking))
        to_attack.append([one for member in kept for one in framework.attackers[member]])
        other = find_admissible_near(framework, labels, to_attack, wanted)
        if other is None:
            return None
        closed = close(framework, other)
        if closed.isdisjoint(wanted):
            joined = _with(framework, labels, closed)
            more = find_admissible_near(framework, joined, [wanted])
            attacking = more and [*closed, *more]
        else:
            attacking = list(closed)
    part = open_part(framework)
    return part.whole(grow(part, [part.place[one] for one in closed if part.place[one] >= 0]))


def _with(framework: Framework, labels: bytearray, extension: Iterable[int]) -> bytearray:
    """Return the labels of a complete extension, given those of the grounded one."""
    joined = bytearray(labels)
    for member in extension:
        joined[member] = IN
        for victim in framework.attacked[member]:
            joined[victim] = OUT
    return joined


def _defence(
    framework: Framework, labels: bytearray, wanted: list[int], admissible_set: set[int]
) -> list[int]:
    """Return a part of an admissible set that has one of some arguments and is admissible.

    What the grounded extension attacks needs no defender.
    """
    needed = [next(one for one in wanted if one in admissible_set)]
    answered: set[int] = set()
    taken = set(needed)
    for one in needed:  # grows while it is read
        for attacker in framework.attackers[one]:
            if labels[attacker] != OPEN or attacker in answered:
                continue
            answered.add(attacker)
            defenders = [d for d in framework.attackers[attacker] if d in admissible_set]
            if taken.isdisjoint(defenders):
                taken.add(defenders[0])
                needed.append(defenders[0])
    return needed


SEMANTICS = Semantics("preferred", some, every, containing, lacking)

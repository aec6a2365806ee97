"""Semantics as clauses: x(i) says that i is in, y(i) that something that is in attacks it.

With m arguments x(i) is the variable i + 1, y(i) is m + i + 1, and r(i), that i is in the range
of the set (in or attacked by it), is 2m + i + 1. After Besnard and Doutre 2004.
"""

from argmap.solving.engine import Clause
from argmap.solving.part import Part


def conflict_free(part: Part) -> list[Clause]:
    """Return clauses whose models are the conflict-free sets; y(i) only if they attack i."""
    clauses = _attacked(part)
    for target, sources in enumerate(part.attackers, 1):
        clauses += [[-target, -source - 1] for source in sources]
    return clauses


def admissible(part: Part) -> list[Clause]:
    """Return clauses whose models are the admissible sets; y(i) only if they attack i.

    They attack all their attackers, none of which can be in then: so they are conflict-free.
    """
    first = len(part) + 1
    clauses = _attacked(part)
    for target, sources in enumerate(part.attackers, 1):
        clauses += [[-target, first + source] for source in sources]
    return clauses


def complete(part: Part) -> list[Clause]:
    """Return clauses whose models are the complete extensions; y(i) says if they attack i."""
    first = len(part) + 1
    clauses = admissible(part)
    for target, sources in enumerate(part.attackers):
        y = first + target
        clauses += [[-source - 1, y] for source in sources]
        clauses.append([target + 1, *[-first - source for source in sources]])
    return clauses


def stable(part: Part) -> list[Clause]:
    """Return clauses whose models are the stable extensions: they attack all that is not in."""
    clauses: list[Clause] = []
    for target, sources in enumerate(part.attackers, 1):
        clauses.append([target, *[source + 1 for source in sources]])
        clauses += [[-target, -source - 1] for source in sources]
    return clauses


def with_range(part: Part, clauses: list[Clause]) -> list[Clause]:
    """Add r(i): it may be true if i is in the set or attacked by it."""
    m = len(part)
    return clauses + [[-(2 * m + i), i, m + i] for i in range(1, m + 1)]


def _attacked(part: Part) -> list[Clause]:
    first = len(part) + 1
    clauses: list[Clause] = []
    for target, sources in enumerate(part.attackers):
        y = first + target
        clauses.append([-y, *[source + 1 for source in sources]])
        clauses.append([-y, -target - 1])
    return clauses

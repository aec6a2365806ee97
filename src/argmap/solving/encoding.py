"""Semantics as clauses: x(i) says that i is in, y(i) that something that is in attacks it.

With m arguments x(i) is the variable i + 1, y(i) is m + i + 1, and r(i), that i is in the range
of the set (in or attacked by it), is 2m + i + 1. After Besnard and Doutre 2004.
"""

from argmap.solving.engine import Clause
from argmap.solving.part import Part


def conflict_free(part: Part) -> list[Clause]:
    """Return clauses whose models are the conflict-free sets; y says what they attack."""
    m = len(part)
    clauses: list[Clause] = []
    for target, sources in enumerate(part.attackers):
        y = m + target + 1
        clauses.append([-y, *[source + 1 for source in sources]])
        clauses.append([-y, -(target + 1)])
        clauses += [[-(source + 1), y] for source in sources]
    return clauses


def admissible(part: Part) -> list[Clause]:
    """Return clauses whose models are the admissible sets: conflict-free, attacking back."""
    m = len(part)
    clauses = conflict_free(part)
    for target, sources in enumerate(part.attackers):
        clauses += [[-(target + 1), m + source + 1] for source in sources]
    return clauses


def complete(part: Part) -> list[Clause]:
    """Return clauses whose models are the complete extensions: what they defend is in them."""
    m = len(part)
    clauses = admissible(part)
    for target, sources in enumerate(part.attackers):
        clauses.append([target + 1, *[-(m + source + 1) for source in sources]])
    return clauses


def stable(part: Part) -> list[Clause]:
    """Return clauses whose models are the stable extensions: they attack all that is not in."""
    clauses: list[Clause] = []
    for target, sources in enumerate(part.attackers):
        clauses.append([target + 1, *[source + 1 for source in sources]])
        clauses += [[-(source + 1), -(target + 1)] for source in sources]
    return clauses


def with_range(part: Part, clauses: list[Clause]) -> list[Clause]:
    """Add r(i): it may be true if i is in the set or attacked by it."""
    m = len(part)
    return clauses + [[-(2 * m + i + 1), i + 1, m + i + 1] for i in range(m)]

"""Ideal: the largest admissible set that is part of every preferred extension.

Dung, Mancarella and Toni 2007; found as Dunne, Dunne and Wooldridge 2009 show: of what no
credulously accepted argument attacks, the largest admissible part.
"""

from argmap.solving.encoding import admissible
from argmap.solving.engine import Engine
from argmap.solving.framework import Extension, Framework
from argmap.solving.part import Part, open_part
from argmap.solving.semantics.questions import of_one


def find_ideal(framework: Framework) -> Extension:
    """Return the ideal extension."""
    part = open_part(framework)
    accepted = _credulously_accepted(part)
    safe = {
        index
        for index in accepted
        if not any(attacker in accepted for attacker in part.attackers[index])
    }
    return part.whole(_defended_part(part, safe))


def _credulously_accepted(part: Part) -> set[int]:
    """Return what is in some admissible set: each set that is found has something new."""
    m = len(part)
    accepted: set[int] = set()
    with Engine(admissible(part), m, eager=True) as engine:
        while len(accepted) < m:
            engine.add([index + 1 for index in range(m) if index not in accepted])
            model = engine.model()
            if model is None:
                break
            accepted.update(variable - 1 for variable in model)
    return accepted


def _defended_part(part: Part, safe: set[int]) -> set[int]:
    """Take away what is not defended, until the rest defends itself."""
    against = [0] * len(part)  # how many of `safe` attack an argument
    for index in safe:
        for victim in part.attacked[index]:
            against[victim] += 1
    dropped = [i for i in sorted(safe) if any(not against[a] for a in part.attackers[i])]
    safe.difference_update(dropped)
    for index in dropped:  # grows while it is read
        for victim in part.attacked[index]:
            against[victim] -= 1
            if not against[victim]:
                lost = [i for i in part.attacked[victim] if i in safe]
                safe.difference_update(lost)
                dropped += lost
    return safe


SEMANTICS = of_one("ideal", find_ideal)

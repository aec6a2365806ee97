"""Ideal: the largest admissible set that is part of every preferred extension.

Dung, Mancarella and Toni 2007. It is the largest admissible set that no admissible set attacks;
so one preferred extension is taken, and what such sets attack is taken away from it.
"""

from argmap.solving.encoding import admissible
from argmap.solving.engine import Engine
from argmap.solving.framework import Extension, Framework
from argmap.solving.growing import grow
from argmap.solving.part import Part, open_part
from argmap.solving.semantics.questions import of_one


def find_ideal(framework: Framework) -> Extension:
    """Return the ideal extension."""
    part = open_part(framework)
    count = len(part)
    ideal = grow(part)
    if not ideal:
        return part.settled
    with Engine(admissible(part), count, prefer=range(1, 2 * count + 1)) as engine:
        while ideal:
            engine.add([count + index + 1 for index in sorted(ideal)])
            model = engine.model()
            if model is None:
                break
            ideal.difference_update(*[part.attacked[variable - 1] for variable in model])
            ideal = _defended_part(part, ideal)
    return part.whole(ideal)


def _defended_part(part: Part, members: set[int]) -> set[int]:
    """Take away what is not defended, until the rest defends itself."""
    left = set(members)
    against = [0] * len(part)  # how many of those left attack an argument
    for index in left:
        for victim in part.attacked[index]:
            against[victim] += 1
    dropped = [i for i in sorted(left) if any(not against[a] for a in part.attackers[i])]
    left.difference_update(dropped)
    for index in dropped:  # grows while it is read
        for victim in part.attacked[index]:
            against[victim] -= 1
            if not against[victim]:
                lost = [i for i in part.attacked[victim] if i in left]
                left.difference_update(lost)
                dropped += lost
    return left


SEMANTICS = of_one("ideal", find_ideal)

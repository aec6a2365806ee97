"""Growing an admissible set until no other contains it: a preferred extension."""

from collections.abc import Iterable

from argmap.solving.closing import close
from argmap.solving.encoding import admissible
from argmap.solving.engine import Engine
from argmap.solving.part import Part


def grow(part: Part, seed: Iterable[int] = ()) -> set[int]:
    """Return a largest admissible set of a part that contains an admissible one.

    What is in a set or attacked by it is decided. Of the rest, the reduct, an admissible set can
    be added whenever there is one, and otherwise the set is largest (Baumann, Brewka and Ulbricht
    2020). The first step decides nearly everything, so that the reduct is small; a new solver is
    made for it when it has halved.
    """
    inside = close(part, seed)
    rest = Part(part, part.beside(inside))
    while len(rest):
        added = _grown_within(rest)
        if not added:
            break
        inside.update(rest.members[index] for index in added)
        rest = Part(part, part.beside(inside))
    return inside


def _grown_within(part: Part) -> set[int]:
    """Grow the empty set until half of a part is decided, or nothing can be added."""
    inside: set[int] = set()
    count = len(part)
    undecided = list(range(count))
    with Engine(admissible(part), count, prefer=range(1, 2 * count + 1)) as engine:
        while 2 * len(undecided) > count:
            engine.add([index + 1 for index in undecided])
            model = engine.model()
            if model is None:
                break
            larger = close(part, (variable - 1 for variable in model))
            engine.add_all([index + 1] for index in sorted(larger - inside))
            inside = larger
            undecided = part.beside(inside)
    return inside

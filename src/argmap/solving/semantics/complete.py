"""Complete: conflict-free, and exactly what it defends is in it (Dung 1995)."""

from collections.abc import Iterator

from argmap.solving.encoding import admissible, complete
from argmap.solving.engine import Engine
from argmap.solving.framework import Extension, Framework
from argmap.solving.part import Part, open_part
from argmap.solving.semantics.grounded import find_grounded
from argmap.solving.semantics.questions import Semantics


def every(framework: Framework) -> Iterator[Extension]:
    """Yield the complete extensions."""
    part = open_part(framework)
    m = len(part)
    with Engine(complete(part), m) as engine:
        while (model := engine.model()) is not None:
            yield part.whole(variable - 1 for variable in model)
            inside = set(model)
            engine.add([-v if v in inside else v for v in range(1, m + 1)])


def containing(framework: Framework, argument: int) -> Extension | None:
    """Return a complete extension with an argument.

    An admissible set with it is enough, and what such a set defends makes it complete. Only what
    attacks the argument, directly or through others, is looked at for the set.
    """
    near = open_part(framework, framework.ancestors(argument))
    if argument in near.settled:
        return find_grounded(framework)
    found = admissible_with(near, argument)
    if found is None:
        return None
    whole = open_part(framework)
    seed = (whole.place[near.members[index]] for index in found)
    return whole.whole(whole.closed(seed))


def admissible_with(part: Part, argument: int) -> list[int] | None:
    """Return an admissible set of a part that has an argument of the framework in it."""
    if argument not in part.place:
        return None
    with Engine(admissible(part), len(part)) as engine:
        model = engine.model([part.place[argument] + 1])
    return None if model is None else [variable - 1 for variable in model]


def lacking(framework: Framework, argument: int) -> Extension | None:
    """Return the grounded extension, which is part of all others, unless it has the argument."""
    grounded = find_grounded(framework)
    return None if argument in grounded else grounded


SEMANTICS = Semantics("complete", find_grounded, every, containing, lacking)

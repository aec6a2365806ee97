"""Complete: conflict-free, and exactly what it defends is in it (Dung 1995)."""

from collections.abc import Iterator

from argmap.solving.closing import close
from argmap.solving.encoding import complete
from argmap.solving.engine import Engine
from argmap.solving.framework import Extension, Framework
from argmap.solving.grounded import IN, grounded_labels
from argmap.solving.nearby import find_admissible_near
from argmap.solving.part import open_part
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

    An admissible set with it is enough, and what such a set defends makes it complete.
    """
    return containing_any(framework, [argument])


def containing_any(framework: Framework, arguments: list[int]) -> Extension | None:
    """Return a complete extension with at least one of some arguments."""
    labels = grounded_labels(framework)
    if any(labels[argument] == IN for argument in arguments):
        return find_grounded(framework)
    found = find_admissible_near(framework, labels, [arguments])
    return None if found is None else frozenset(close(framework, found))


def lacking(framework: Framework, argument: int) -> Extension | None:
    """Return the grounded extension, which is part of all others, unless it has the argument."""
    grounded = find_grounded(framework)
    return None if argument in grounded else grounded


SEMANTICS = Semantics("complete", find_grounded, every, containing, lacking)

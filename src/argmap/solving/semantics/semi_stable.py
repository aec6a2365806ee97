"""Semi-stable: a complete extension of largest range (Verheij 1996; Caminada 2006).

Where there are stable extensions, they are the semi-stable ones.
"""

from collections.abc import Iterator

from argmap.solving.encoding import complete
from argmap.solving.framework import Extension, Framework
from argmap.solving.part import open_part
from argmap.solving.semantics import stable
from argmap.solving.semantics.largest_range import LargestRange
from argmap.solving.semantics.questions import Semantics


def some(framework: Framework) -> Extension:
    """Return a semi-stable extension."""
    found = stable.some(framework)
    return found if found is not None else LargestRange(open_part(framework), complete).some()


def every(framework: Framework) -> Iterator[Extension]:
    """Yield the semi-stable extensions."""
    yield from LargestRange(open_part(framework), complete).every()


def containing(framework: Framework, argument: int) -> Extension | None:
    """Return a semi-stable extension with an argument."""
    found = stable.containing(framework, argument)
    if found is not None or stable.some(framework) is not None:
        return found
    return _first(framework, argument, is_in=True)


def lacking(framework: Framework, argument: int) -> Extension | None:
    """Return a semi-stable extension without an argument."""
    found = stable.lacking(framework, argument)
    if found is not None or stable.some(framework) is not None:
        return found
    return _first(framework, argument, is_in=False)


def _first(framework: Framework, argument: int, *, is_in: bool) -> Extension | None:
    part = open_part(framework)
    search = LargestRange(part, complete)
    if part.place[argument] >= 0:
        return search.first(argument, is_in=is_in)
    return search.some() if (argument in part.settled) == is_in else None


SEMANTICS = Semantics("semi-stable", some, every, containing, lacking)

"""Stage: a conflict-free set of largest range (Verheij 1996).

The grounded extension need not be part of a stage extension, and so nothing is settled
beforehand. Where there are stable extensions, they are the stage ones.
"""

from collections.abc import Iterator

from argmap.solving.encoding import conflict_free
from argmap.solving.framework import Extension, Framework
from argmap.solving.part import whole_part
from argmap.solving.semantics import stable
from argmap.solving.semantics.largest_range import LargestRange
from argmap.solving.semantics.questions import Semantics


def some(framework: Framework) -> Extension:
    """Return a stage extension."""
    found = stable.some(framework)
    return (
        found if found is not None else LargestRange(whole_part(framework), conflict_free).some()
    )


def every(framework: Framework) -> Iterator[Extension]:
    """Yield the stage extensions."""
    yield from LargestRange(whole_part(framework), conflict_free).every()


def containing(framework: Framework, argument: int) -> Extension | None:
    """Return a stage extension with an argument."""
    found = stable.containing(framework, argument)
    if found is not None or stable.some(framework) is not None:
        return found
    return LargestRange(whole_part(framework), conflict_free).first(argument, is_in=True)


def lacking(framework: Framework, argument: int) -> Extension | None:
    """Return a stage extension without an argument."""
    found = stable.lacking(framework, argument)
    if found is not None or stable.some(framework) is not None:
        return found
    return LargestRange(whole_part(framework), conflict_free).first(argument, is_in=False)


SEMANTICS = Semantics("stage", some, every, containing, lacking)

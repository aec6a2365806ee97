"""Stable: conflict-free, and attacks all that is not in it (Dung 1995). There may be none."""

from collections.abc import Iterator, Sequence

from argmap.solving.encoding import stable
from argmap.solving.engine import Engine
from argmap.solving.framework import Extension, Framework
from argmap.solving.part import Part, open_part
from argmap.solving.semantics.questions import Semantics


def some(framework: Framework) -> Extension | None:
    """Return a stable extension."""
    return _first(open_part(framework), ())


def every(framework: Framework) -> Iterator[Extension]:
    """Yield the stable extensions; none contains another."""
    part = open_part(framework)
    m = len(part)
    with Engine(stable(part), m) as engine:
        while (model := engine.model()) is not None:
            yield part.whole(variable - 1 for variable in model)
            inside = set(model)
            engine.add([v for v in range(1, m + 1) if v not in inside])


def containing(framework: Framework, argument: int) -> Extension | None:
    """Return a stable extension with an argument."""
    part = open_part(framework)
    if part.place[argument] >= 0:
        return _first(part, (part.place[argument] + 1,))
    return _first(part, ()) if argument in part.settled else None


def lacking(framework: Framework, argument: int) -> Extension | None:
    """Return a stable extension without an argument."""
    part = open_part(framework)
    if part.place[argument] >= 0:
        return _first(part, (-part.place[argument] - 1,))
    return None if argument in part.settled else _first(part, ())


def _first(part: Part, assumed: Sequence[int]) -> Extension | None:
    with Engine(stable(part), len(part)) as engine:
        model = engine.model(assumed)
    return None if model is None else part.whole(variable - 1 for variable in model)


SEMANTICS = Semantics("stable", some, every, containing, lacking)

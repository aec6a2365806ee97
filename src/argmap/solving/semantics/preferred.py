"""Preferred: a largest admissible set (Dung 1995)."""

from collections.abc import Iterator

from argmap.solving.encoding import admissible
from argmap.solving.engine import Engine
from argmap.solving.framework import Extension, Framework
from argmap.solving.part import Part, open_part
from argmap.solving.semantics import complete
from argmap.solving.semantics.questions import Semantics


def some(framework: Framework) -> Extension:
    """Return a preferred extension."""
    part = open_part(framework)
    return part.whole(_grown(part, []))


def _grown(part: Part, seed: list[int]) -> list[int]:
    """Grow an admissible set until no other contains it; what it has is made certain."""
    with Engine(admissible(part), len(part), eager=True) as engine:
        inside = {index + 1 for index in seed}
        for variable in sorted(inside):
            engine.add([variable])
        while (model := _larger(engine, inside, len(part))) is not None:
            for variable in model:
                if variable not in inside:
                    engine.add([variable])
            inside.update(model)
    return sorted(variable - 1 for variable in inside)


def _larger(engine: Engine, inside: set[int], count: int) -> list[int] | None:
    more = [variable for variable in range(1, count + 1) if variable not in inside]
    if not more:
        return None
    engine.add(more)
    return engine.model()


def every(framework: Framework) -> Iterator[Extension]:
    """Yield the preferred extensions.

    Each set that is found is grown, and a clause rules out it and its subsets.
    """
    part = open_part(framework)
    count = len(part)
    with Engine(admissible(part), count, eager=True) as engine:
        while (found := engine.model()) is not None:
            while True:
                _rule_out_subsets(engine, found, count)
                larger = engine.model(found)
                if larger is None:
                    break
                found = larger
            yield part.whole(variable - 1 for variable in found)


def _rule_out_subsets(engine: Engine, model: list[int], count: int) -> None:
    inside = set(model)
    engine.add([variable for variable in range(1, count + 1) if variable not in inside])


def containing(framework: Framework, argument: int) -> Extension | None:
    """Return a preferred extension with an argument; one grows from every admissible set."""
    found = complete.containing(framework, argument)
    return None if found is None else _grown_in(framework, found)


def _grown_in(framework: Framework, seed: Extension) -> Extension:
    part = open_part(framework)
    inside = [part.place[member] for member in sorted(seed) if member in part.place]
    return part.whole(_grown(part, inside))


def lacking(framework: Framework, argument: int) -> Extension | None:
    """Return a preferred extension without an argument.

    First an admissible set that attacks the argument is looked for, and that is nearly always
    enough (as in Thimm, Cerutti and Vallati 2021). If there is none, sets without the argument
    are grown: one that cannot be joined by it is the answer, the subsets of others are ruled out.
    Only what attacks the argument, directly or through others, matters.
    """
    part = open_part(framework, framework.ancestors(argument))
    if argument in part.settled:
        return None
    if argument not in part.place:
        return some(framework)  # the grounded extension attacks it
    m = len(part)
    query, attacked = part.place[argument] + 1, m + part.place[argument] + 1
    with Engine(admissible(part), m) as engine:
        found = engine.model([attacked])
        if found is None:
            found = _not_to_be_joined(engine, query, m)
    if found is None:
        return None
    return _grown_in(framework, part.whole(variable - 1 for variable in found))


def _not_to_be_joined(engine: Engine, query: int, count: int) -> list[int] | None:
    """Return a largest admissible set, without the query, if there is one."""
    while (found := engine.model([-query])) is not None:
        while True:
            _rule_out_subsets(engine, found, count)
            larger = engine.model([*found, -query])
            if larger is None:
                break
            found = larger
        if engine.model([*found, query]) is None:
            return found
    return None


SEMANTICS = Semantics("preferred", some, every, containing, lacking)

"""Strengths that depend on one another: looking for values at which all formulas hold at once.

First the formulas are applied again and again, to all values at the same time, from the base
scores on. Where that flips to and fro or does not settle, the values move continuously instead,
each towards what its formula says, dx/dt = f(x) − x (Potyka 2018): of many graphs that flip, that
settles. Where it does not either, there is no result.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

State = list[float]
Formulas = Callable[[State], State]

CLOSE = 1e-9
"""Values have settled when no formula moves one by more than this."""

_ROUNDS = 1000
_LOOK_BACK = 16  # rounds
_TOO_SLOW = 0.9  # of the movement that many rounds ago
_FLIPS = 1e-3  # of the movement: how exactly a value comes back to be flipping
_MOST_EVALUATIONS = 5000
_MOST_WORK = 20_000_000  # evaluations times values
_LEAST_EVALUATIONS = 300


class Method(StrEnum):
    """How a strength was found."""

    DIRECT = "direct"
    ITERATED = "iterated"
    CONTINUOUS = "continuous"
    UNSETTLED = "unsettled"


class Settled(NamedTuple):
    """The values, or None; how they were found; and how often the formulas were applied."""

    values: State | None
    method: Method
    evaluations: int


def settle(formulas: Formulas, start: State) -> Settled:
    """Look for values that the formulas, which give one value for each, leave as they are."""
    values, rounds = _iterate(formulas, start)
    if values is not None:
        return Settled(values, Method.ITERATED, rounds)
    values, evaluations = _move(formulas, start)
    method = Method.UNSETTLED if values is None else Method.CONTINUOUS
    return Settled(values, method, rounds + evaluations)


def _iterate(formulas: Formulas, start: State) -> tuple[State | None, int]:
    before, now = start, start
    earlier = float("inf")
    for rounds in range(1, _ROUNDS + 1):
        new = formulas(now)
        movement = _distance(new, now)
        if movement <= CLOSE:
            return new, rounds
        if rounds > 1 and _distance(new, before) <= movement * _FLIPS:
            return None, rounds
        if rounds % _LOOK_BACK == 0:
            if movement > earlier * _TOO_SLOW:
                return None, rounds
            earlier = movement
        before, now = now, new
    return None, _ROUNDS


def _move(formulas: Formulas, start: State) -> tuple[State | None, int]:
    """Follow the flow with the pair of Bogacki and Shampine (1989), of third and second order.

    The difference of the two says how long a step may be, and the last stage of a step, which is
    the first one of the next, says how far the values are from rest.
    """
    limit = min(_MOST_EVALUATIONS, max(_LEAST_EVALUATIONS, _MOST_WORK // len(start)))

    def flow(state: State) -> State:
        return [new - old for new, old in zip(formulas(state), state, strict=True)]

    now = start
    k1 = flow(now)
    evaluations = 1
    step = 0.25
    while evaluations < limit:
        speed = max(map(abs, k1))
        if speed <= CLOSE:
            return now, evaluations
        k2 = flow(_bounded(x + step / 2 * a for x, a in zip(now, k1, strict=True)))
        k3 = flow(_bounded(x + step * 3 / 4 * b for x, b in zip(now, k2, strict=True)))
        new = _bounded(
            x + step * (2 * a + 3 * b + 4 * c) / 9
            for x, a, b, c in zip(now, k1, k2, k3, strict=True)
        )
        k4 = flow(new)
        evaluations += 3
        error = step * max(
            abs(-5 * a / 72 + b / 12 + c / 9 - d / 8)
            for a, b, c, d in zip(k1, k2, k3, k4, strict=True)
        )
        allowed = min(1e-4, speed / 100)
        if error <= allowed:
            now, k1 = new, k4
        growth = 0.9 * (allowed / error) ** (1 / 3) if error else 4.0
        step *= min(4.0, max(0.2, growth))
    return None, evaluations


def _bounded(values: Iterable[float]) -> State:
    """Keep values from 0 to 1, where the formulas are meant."""
    return [min(1.0, max(0.0, value)) for value in values]


def _distance(one: State, other: State) -> float:
    return max(map(abs, map(float.__sub__, one, other)))

"""Strengths that depend on one another: looking for values at which all formulas hold at once.

First the formulas are applied again and again, to all values at the same time, from the base
scores on. Where that flips to and fro or does not settle, the values move continuously instead,
each towards what its formula says, dx/dt = f(x) − x (Potyka 2018): of many graphs that flip, that
settles. Where it does not either, there is no result.

Applied to one value after the other, the formulas would settle sooner, but at values that depend
on the order: of two claims that attack one another the first would fall.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import compress
from operator import sub
from typing import Protocol

State = list[float]

CLOSE = 1e-8
"""Values have settled when no formula moves one by more than this."""

_UNMOVED = CLOSE / 2  # what moves less keeps its value, so that what reads it stays as it is
_MANY = 6  # if more than the sixth part moves, all formulas together are quicker than some
_ROUNDS = 1000
_LOOK_BACK = 16  # rounds
_TOO_SLOW = 0.9  # of the movement that many rounds ago
_SHRINKS = 0.99  # of the last movement: what moves less does not flip
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


class Formulas(Protocol):
    """Values numbered from 0, with a formula for each that reads some of them.

    start: the values to begin with
    """

    start: State

    def assign(self, places: Sequence[int], values: Sequence[float]) -> None:
        """Give some of the values."""

    def evaluate(self, places: Sequence[int]) -> State:
        """Return what the formulas of some values say under the values given last."""

    def readers(self, places: Sequence[int]) -> Sequence[int]:
        """Return the values whose formulas read some values, ascending."""


def settle(formulas: Formulas) -> Method:
    """Give the formulas values that they leave as they are, or say that none were found."""
    if _iterate(formulas):
        return Method.ITERATED
    return Method.CONTINUOUS if _move(formulas) else Method.UNSETTLED


def _iterate(formulas: Formulas) -> bool:
    """Apply the formulas whose values may have changed, all at the same time, round by round."""
    now = list(formulas.start)
    before = list(now)
    everything: Sequence[int] = range(len(now))
    formulas.assign(everything, now)
    places = everything
    last = earlier = float("inf")
    for rounds in range(1, _ROUNDS + 1):
        new = formulas.evaluate(places)
        moves = _distances(new, now, places)
        movement = max(moves, default=0.0)
        if movement <= CLOSE:
            return True
        if (
            movement > last * _SHRINKS
            and max(_distances(new, before, places)) <= movement * _FLIPS
        ):
            return False
        last = movement
        if rounds % _LOOK_BACK == 0:
            if movement > earlier * _TOO_SLOW:
                return False
            earlier = movement
        is_moved = [move > _UNMOVED for move in moves]
        if len(places) == len(now) and _MANY * is_moved.count(True) > len(now):
            before, now = now, new
            formulas.assign(everything, now)
            continue
        moved = list(compress(places, is_moved))
        values = list(compress(new, is_moved))
        for i, value in zip(moved, values, strict=True):
            before[i] = now[i]
            now[i] = value
        formulas.assign(moved, values)
        places = everything if _MANY * len(moved) > len(now) else formulas.readers(moved)
    return False


def _distances(new: State, old: State, places: Sequence[int]) -> State:
    chosen = old if len(places) == len(old) else map(old.__getitem__, places)
    return list(map(abs, map(sub, new, chosen)))


def _move(formulas: Formulas) -> bool:
    """Follow the flow with the pair of Bogacki and Shampine (1989), of third and second order.

    The difference of the two says how long a step may be, and the last stage of a step, which is
    the first one of the next, says how far the values are from rest.
    """
    now = list(formulas.start)
    everything = range(len(now))
    limit = min(_MOST_EVALUATIONS, max(_LEAST_EVALUATIONS, _MOST_WORK // len(now)))

    def flow(state: State) -> State:
        formulas.assign(everything, state)
        return [new - old for new, old in zip(formulas.evaluate(everything), state, strict=True)]

    k1 = flow(now)
    evaluations = 1
    step = 0.25
    while evaluations < limit:
        speed = max(map(abs, k1))
        if speed <= CLOSE:
            formulas.assign(everything, now)
            return True
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
    return False


def _bounded(values: Iterable[float]) -> State:
    """Keep values from 0 to 1, where the formulas are meant."""
    return [min(1.0, max(0.0, value)) for value in values]

"""How an aggregate moves a base score."""

from collections.abc import Callable
from math import exp
from typing import NamedTuple

from argmap.evaluation.gradual.numbers import shown

_LARGEST_EXPONENT = 700.0  # beyond it exp() overflows, and the strength is 1 all the same


class Influence(NamedTuple):
    """The other half of a modular semantics (Mossakowski and Neuhaus 2018).

    move:    base score and aggregate → strength; the base score itself where the aggregate is 0
    formula: the same as a line for people, without its result
    """

    move: Callable[[float, float], float]
    formula: Callable[[float, float], str]


def _linear(base: float, aggregate: float) -> float:
    return base + ((1.0 - base) if aggregate > 0 else base) * aggregate


def _linear_formula(base: float, aggregate: float) -> str:
    if aggregate > 0:
        return f"{shown(base)} + (1 − {shown(base)}) × {shown(aggregate)}"
    return f"{shown(base)} − {shown(base)} × {shown(-aggregate)}"


def _quadratic(base: float, aggregate: float) -> float:
    square = aggregate * aggregate
    share = square / (1.0 + square)
    return base + (1.0 - base) * share if aggregate > 0 else base - base * share


def _quadratic_formula(base: float, aggregate: float) -> str:
    square = f"{shown(abs(aggregate))}²"
    share = f"{square} / (1 + {square})"
    if aggregate > 0:
        return f"{shown(base)} + (1 − {shown(base)}) × {share}"
    return f"{shown(base)} − {shown(base)} × {share}"


def _euler(base: float, aggregate: float) -> float:
    growth = exp(min(aggregate, _LARGEST_EXPONENT))
    return 1.0 - (1.0 - base * base) / (1.0 + base * growth)


def _euler_formula(base: float, aggregate: float) -> str:
    return f"1 − (1 − {shown(base)}²) / (1 + {shown(base)} × e^{shown(aggregate)})"


def _divided(base: float, aggregate: float) -> float:
    return base / (1.0 - aggregate) if aggregate < 0 else base


def _divided_formula(base: float, aggregate: float) -> str:
    return f"{shown(base)} / (1 + {shown(max(0.0, -aggregate))})"


LINEAR = Influence(_linear, _linear_formula)
"""Up towards 1, or down towards 0, by that share of the way."""

QUADRATIC = Influence(_quadratic, _quadratic_formula)
"""The same by the share a² / (1 + a²): little aggregates count for little (Potyka 2018)."""

EULER = Influence(_euler, _euler_formula)
"""Exponential growth; cautious, as the strength never falls below the base score's square."""

DIVISION = Influence(_divided, _divided_formula)
"""The base score divided by 1 and the attackers."""

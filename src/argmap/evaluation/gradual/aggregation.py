"""How the strengths of attackers and supporters become one number; its sign says who prevails."""

from collections.abc import Callable, Sequence
from math import prod
from typing import NamedTuple

from argmap.evaluation.gradual.numbers import shown, signed_sum

Strengths = Sequence[float]


class Aggregation(NamedTuple):
    """One half of a modular semantics (Mossakowski and Neuhaus 2018).

    combine: strengths of the attackers and of the supporters → a number, 0 where there is none
    formula: the same as a line for people, without its result
    """

    combine: Callable[[Strengths, Strengths], float]
    formula: Callable[[Strengths, Strengths], str]


def _by_product(attackers: Strengths, supporters: Strengths) -> float:
    return prod([1.0 - s for s in attackers]) - prod([1.0 - s for s in supporters])


def _product_formula(attackers: Strengths, supporters: Strengths) -> str:
    return f"{_remainders(attackers)} − {_remainders(supporters)}"


def _remainders(strengths: Strengths) -> str:
    return " × ".join(f"(1 − {shown(s)})" for s in strengths) or "1"


def _by_sum(attackers: Strengths, supporters: Strengths) -> float:
    return sum(supporters) - sum(attackers)


def _sum_formula(attackers: Strengths, supporters: Strengths) -> str:
    return signed_sum(supporters, attackers)


def _attack_sum(attackers: Strengths, supporters: Strengths) -> float:  # noqa: ARG001
    return -sum(attackers)


def _attack_sum_formula(attackers: Strengths, supporters: Strengths) -> str:  # noqa: ARG001
    return signed_sum((), attackers)


PRODUCT = Aggregation(_by_product, _product_formula)
"""What all attackers together leave over, less what all supporters leave over."""

SUM = Aggregation(_by_sum, _sum_formula)
"""Supporters less attackers."""

ATTACK_SUM = Aggregation(_attack_sum, _attack_sum_formula)
"""Attackers only."""

"""How the strengths of attackers and supporters become one number; its sign says who prevails."""

from collections.abc import Callable, Iterable, Sequence
from math import prod
from operator import add, mul, neg, sub
from typing import NamedTuple

from argmap.evaluation.gradual.numbers import shown, signed_sum

Strengths = Sequence[float]


class Aggregation(NamedTuple):
    """One half of a modular semantics (Mossakowski and Neuhaus 2018), taken apart for speed.

    Every strength is prepared once, those of one side are folded, and the two sides joined.

    prepare: a strength → what is folded
    fold:    what was prepared of one side → a number
    merge:   the same for two of one side
    join:    those of the attackers and the supporters → the aggregate, 0 where there is neither
    formula: strengths of attackers and supporters → the same as a line for people, but its result
    """

    prepare: Callable[[float], float]
    fold: Callable[[Iterable[float]], float]
    merge: Callable[[float, float], float]
    join: Callable[[float, float], float]
    formula: Callable[[Strengths, Strengths], str]

    def combine(self, attackers: Strengths, supporters: Strengths) -> float:
        """Return the aggregate of the strengths of attackers and supporters."""
        against = self.fold(map(self.prepare, attackers))
        return float(self.join(against, self.fold(map(self.prepare, supporters))))


def _complement(strength: float) -> float:
    return 1.0 - strength


def _product_formula(attackers: Strengths, supporters: Strengths) -> str:
    return f"{_remainders(attackers)} − {_remainders(supporters)}"


def _remainders(strengths: Strengths) -> str:
    return " × ".join(f"(1 − {shown(s)})" for s in strengths) or "1"


def _loss(against: float, favour: float) -> float:
    return against


def _sum_formula(attackers: Strengths, supporters: Strengths) -> str:
    return signed_sum(supporters, attackers)


def _attack_sum_formula(attackers: Strengths, supporters: Strengths) -> str:
    return signed_sum((), attackers)


PRODUCT = Aggregation(_complement, prod, mul, sub, _product_formula)
"""What all attackers together leave over, less what all supporters leave over."""

SUM = Aggregation(neg, sum, add, sub, _sum_formula)
"""Supporters less attackers: as one subtraction of C, after a change of all signs."""

ATTACK_SUM = Aggregation(neg, sum, add, _loss, _attack_sum_formula)
"""Attackers only."""

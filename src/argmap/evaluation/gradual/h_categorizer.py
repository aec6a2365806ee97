"""The h-categorizer, with base scores as by Amgoud, Ben-Naim, Doder and Vesic (2017)."""

from argmap.evaluation.gradual.aggregation import ATTACK_SUM
from argmap.evaluation.gradual.influence import DIVISION
from argmap.evaluation.gradual.semantics import Semantics

H_CATEGORIZER = Semantics(
    "h-categorizer", ATTACK_SUM, DIVISION, "Besnard and Hunter 2001", reads_supports=False
)

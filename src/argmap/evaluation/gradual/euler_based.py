"""The Euler-based semantics."""

from argmap.evaluation.gradual.aggregation import SUM
from argmap.evaluation.gradual.influence import EULER
from argmap.evaluation.gradual.semantics import Semantics

EULER_BASED = Semantics("euler", SUM, EULER, "Amgoud and Ben-Naim 2017")

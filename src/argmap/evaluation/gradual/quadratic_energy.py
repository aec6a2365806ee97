"""The quadratic energy model."""

from argmap.evaluation.gradual.aggregation import SUM
from argmap.evaluation.gradual.influence import QUADRATIC
from argmap.evaluation.gradual.semantics import Semantics

QUADRATIC_ENERGY = Semantics("quadratic-energy", SUM, QUADRATIC, "Potyka 2018")

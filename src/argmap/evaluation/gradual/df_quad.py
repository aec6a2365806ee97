"""Discontinuity-free quantitative argumentation debates."""

from argmap.evaluation.gradual.aggregation import PRODUCT
from argmap.evaluation.gradual.influence import LINEAR
from argmap.evaluation.gradual.semantics import Semantics

DF_QUAD = Semantics("df-quad", PRODUCT, LINEAR, "Rago, Toni, Aurisicchio and Baroni 2016")

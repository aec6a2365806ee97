"""How strong each claim is, from 0 to 1: gradual semantics. One semantics, one file.

`StepGraph` → `WeightedGraph` → `Strengths`. The definitions are modular (Mossakowski and Neuhaus
2018): an aggregation and an influence, apart from the solver.
"""

from argmap.evaluation.gradual.registry import SEMANTICS, UnknownSemantics, semantics_named
from argmap.evaluation.gradual.report import report_strengths
from argmap.evaluation.gradual.semantics import Semantics
from argmap.evaluation.gradual.settling import Method
from argmap.evaluation.gradual.strengths import Strength, Strengths, Supporter, measure

__all__ = [
    "SEMANTICS",
    "Method",
    "Semantics",
    "Strength",
    "Strengths",
    "Supporter",
    "UnknownSemantics",
    "measure",
    "report_strengths",
    "semantics_named",
]

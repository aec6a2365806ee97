"""`StepGraph` → facts about it, in document order. One question, one file."""

from argmap.analysis.branches import irrelevant_branches
from argmap.analysis.chains import chain_down
from argmap.analysis.circles import (
    resting_on_circles,
    shortest_circle,
    supported_circles,
    unsupported_circles,
)
from argmap.analysis.defeat import way_to_defeat
from argmap.analysis.links import Link, LinkKind
from argmap.analysis.objections import unanswered_objections
from argmap.analysis.oppositions import Pair, find_oppositions
from argmap.analysis.repairs import Repair, Repairs
from argmap.analysis.self_defeat import self_defeats
from argmap.analysis.single_points import single_points
from argmap.analysis.standoffs import Standoff, Standoffs
from argmap.analysis.support import Rung, Support
from argmap.analysis.theses import Theses, find_theses

__all__ = [
    "Link",
    "LinkKind",
    "Pair",
    "Repair",
    "Repairs",
    "Rung",
    "Standoff",
    "Standoffs",
    "Support",
    "Theses",
    "chain_down",
    "find_oppositions",
    "find_theses",
    "irrelevant_branches",
    "resting_on_circles",
    "self_defeats",
    "shortest_circle",
    "single_points",
    "supported_circles",
    "unanswered_objections",
    "unsupported_circles",
    "way_to_defeat",
]

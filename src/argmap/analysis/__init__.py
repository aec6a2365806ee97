"""`StepGraph` → facts about it, in document order. One question, one file."""

from argmap.analysis.chains import chain_down
from argmap.analysis.circles import shortest_circle, supported_circles, unsupported_circles
from argmap.analysis.support import Rung, Support
from argmap.analysis.theses import Theses, find_theses

__all__ = [
    "Rung",
    "Support",
    "Theses",
    "chain_down",
    "find_theses",
    "shortest_circle",
    "supported_circles",
    "unsupported_circles",
]

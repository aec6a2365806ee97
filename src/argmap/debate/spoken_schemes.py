"""Critical questions as they are asked aloud: without the letters that schemes are written with.

The table of schemes says `Can the agent do A?`; nobody who hears that knows what A is.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from argmap.analysis.schemes import CriticalQuestion, Scheme

_LETTER = re.compile(r"\b[A-Z]\b")
_SPOKEN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "position-to-know": {"S": "the source"},
        "expert-opinion": {"E": "the expert"},
        "witness-testimony": {"W": "the witness"},
        "popular-opinion": {"A": "it"},
        "popular-practice": {"A": "it"},
        "example": {"F": "the first feature", "G": "the second feature"},
        "analogy": {"A": "your conclusion"},
        "verbal-classification": {"F": "that class"},
        "practical-reasoning": {"A": "what you propose", "G": "the goal"},
        "waste": {"A": "the plan"},
        "cause-to-effect": {"B": "the effect"},
        "correlation-to-cause": {"A": "the one", "B": "the other"},
        "sign": {"A": "the sign", "B": "the thing"},
        "best-explanation": {"E": "yours"},
        "evidence-to-hypothesis": {"A": "your hypothesis", "B": "it"},
    }
)
"""Scheme → what its letters stand for in its questions."""


def spoken(scheme: Scheme, question: CriticalQuestion) -> str:
    """Return a critical question in words that can be said; a letter without any stays."""
    letters = _SPOKEN.get(scheme.name, {})
    return _LETTER.sub(lambda found: letters.get(found[0], found[0]), question.text)

"""The semantics, one a file, each as four questions about a framework."""

from collections.abc import Mapping
from types import MappingProxyType

from argmap.solving.semantics import (
    complete,
    grounded,
    ideal,
    preferred,
    semi_stable,
    stable,
    stage,
)
from argmap.solving.semantics.questions import Semantics

SEMANTICS: Mapping[str, Semantics] = MappingProxyType(
    {
        "CO": complete.SEMANTICS,
        "PR": preferred.SEMANTICS,
        "ST": stable.SEMANTICS,
        "GR": grounded.SEMANTICS,
        "SST": semi_stable.SEMANTICS,
        "STG": stage.SEMANTICS,
        "ID": ideal.SEMANTICS,
    }
)

__all__ = ["SEMANTICS", "Semantics"]

"""The gradual semantics that there are."""

from argmap.errors import ArgmapError
from argmap.evaluation.gradual.df_quad import DF_QUAD
from argmap.evaluation.gradual.euler_based import EULER_BASED
from argmap.evaluation.gradual.h_categorizer import H_CATEGORIZER
from argmap.evaluation.gradual.quadratic_energy import QUADRATIC_ENERGY
from argmap.evaluation.gradual.semantics import Semantics

SEMANTICS = (DF_QUAD, QUADRATIC_ENERGY, EULER_BASED, H_CATEGORIZER)


class UnknownSemantics(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """There is no gradual semantics of that name."""


def semantics_named(name: str) -> Semantics:
    """Return the semantics of that name; raise `UnknownSemantics`."""
    for semantics in SEMANTICS:
        if semantics.name == name:
            return semantics
    choices = ", ".join(semantics.name for semantics in SEMANTICS)
    raise UnknownSemantics(f"No gradual semantics is called {name!r}; choose one of {choices}.")

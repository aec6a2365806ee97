"""Grounded: the least complete extension (Dung 1995). No solver needed."""

from argmap.solving.framework import Extension, Framework
from argmap.solving.grounded import IN, grounded_labels
from argmap.solving.semantics.questions import of_one


def find_grounded(framework: Framework) -> Extension:
    """Return the grounded extension."""
    labels = grounded_labels(framework)
    return frozenset(argument for argument, label in enumerate(labels) if label == IN)


SEMANTICS = of_one("grounded", find_grounded)

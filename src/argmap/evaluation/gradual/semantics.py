"""What makes a gradual semantics."""

from typing import NamedTuple

from argmap.evaluation.gradual.aggregation import Aggregation
from argmap.evaluation.gradual.influence import Influence


class Semantics(NamedTuple):
    """An aggregation and an influence, under the name that users type.

    source:         where it was defined
    reads_supports: False if it knows attacks only, so that supports change nothing
    """

    name: str
    aggregation: Aggregation
    influence: Influence
    source: str
    reads_supports: bool = True

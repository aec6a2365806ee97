"""How well a conclusion is supported: the first rung of a ladder that fails.

A map is a set of Horn clauses, and what may stand by itself differs by policy; what can be derived
from it says how far the support of a conclusion reaches down (see `argmap.evaluation.derivation`).
"""

from enum import StrEnum
from functools import cached_property

from argmap.evaluation import Derivation, Policy, base_set, derive
from argmap.model.status import Status
from argmap.model.steps import StepGraph


class Rung(StrEnum):
    """What is the first thing to say about the support of a node."""

    TODO = "to do"  # the author knows that something is missing
    NO_PREMISE = "no premise"  # no step concludes it
    UNDERIVABLE = "underivable"  # every line of support ends in a circle or a rejected leaf
    UNDECLARED = "undeclared"  # derivable, but only from leaves that nothing vouches for
    UNSOURCED = "unsourced"  # derivable from declared leaves, but not from sourced ones alone
    GROUNDED = "grounded"  # derivable from sourced leaves


class Support:
    """What can be derived in one step graph, each policy's part worked out when asked for."""

    def __init__(self, steps: StepGraph) -> None:
        self.steps = steps

    @cached_property
    def lenient(self) -> Derivation:
        """What follows if every leaf stands that is not rejected or to do."""
        return self._derived(Policy.LENIENT)

    @cached_property
    def declared(self) -> Derivation:
        """What follows from declared and sourced leaves."""
        return self._derived(Policy.DECLARED)

    @cached_property
    def sourced(self) -> Derivation:
        """What follows from sourced leaves."""
        return self._derived(Policy.SOURCED)

    def _derived(self, policy: Policy) -> Derivation:
        return derive(self.steps, base_set(self.steps, policy))

    def rung(self, node: int) -> Rung:
        """Return the first rung that fails for a node, or `GROUNDED`."""
        if self.steps.nodes[node].status is Status.TODO:
            return Rung.TODO
        if not self.steps.into[node]:
            return Rung.NO_PREMISE
        if node not in self.lenient:
            return Rung.UNDERIVABLE
        if node not in self.declared:
            return Rung.UNDECLARED
        return Rung.GROUNDED if node in self.sourced else Rung.UNSOURCED

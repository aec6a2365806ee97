"""Which leaves may stand by themselves."""

from enum import StrEnum
from typing import assert_never

from argmap.errors import ArgmapError
from argmap.model.status import Status
from argmap.model.steps import Node, StepGraph


class Policy(StrEnum):
    """How much a leaf must have to be taken as given.

    lenient:  every leaf that is not rejected or to do
    declared: leaves with a source, and what the author declares as assumed, accepted or verified
    sourced:  of these, what has a source
    """

    LENIENT = "lenient"
    DECLARED = "declared"
    SOURCED = "sourced"

    @staticmethod
    def named(name: str) -> "Policy":
        """Return the policy of that name; raise `ArgmapError` if there is none."""
        try:
            return Policy(name)
        except ValueError:
            choices = ", ".join(Policy)
            raise ArgmapError(f"No policy is called {name!r}; choose one of {choices}.") from None


def base_set(steps: StepGraph, policy: Policy = Policy.LENIENT) -> frozenset[int]:
    """Return the nodes that stand without a step.

    A declared node stands although it has steps, and so does a gist: an argument's sketch is a
    reason by itself, whatever may be said for it besides. Each policy's set contains the next's.
    """
    return frozenset(
        index
        for index, (node, into) in enumerate(zip(steps.nodes, steps.into, strict=True))
        if _stands(node, policy, is_leaf=not into)
    )


def _stands(node: Node, policy: Policy, *, is_leaf: bool) -> bool:
    status = node.status
    if status in _FALLEN:
        return False
    is_declared = status is Status.DECLARED
    may_stand = is_leaf or is_declared or not node.is_statement
    if policy is Policy.LENIENT:
        return may_stand
    match policy:
        case Policy.DECLARED:
            return is_declared or (node.is_sourced and may_stand)
        case Policy.SOURCED:
            return node.is_sourced and may_stand
        case _:
            assert_never(policy)


_FALLEN = (Status.REJECTED, Status.TODO)

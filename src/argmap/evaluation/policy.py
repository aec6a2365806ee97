"""Which leaves may stand by themselves."""

from enum import StrEnum
from typing import assert_never

from argmap.errors import ArgmapError
from argmap.model.graph import NodeKind
from argmap.model.status import Status
from argmap.model.steps import StepGraph


class UnknownPolicy(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """There is no policy of that name."""


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
        """Return the policy of that name; raise `UnknownPolicy`."""
        try:
            return Policy(name)
        except ValueError:
            choices = ", ".join(Policy)
            raise UnknownPolicy(
                f"No policy is called {name!r}; choose one of {choices}."
            ) from None


def base_set(steps: StepGraph, policy: Policy = Policy.LENIENT) -> frozenset[int]:
    """Return the nodes that stand without a step.

    A declared node stands although it has steps, and so does a gist: an argument's sketch is a
    reason by itself, whatever may be said for it besides. Each policy's set contains the next's.
    """
    declared, argument = Status.DECLARED, NodeKind.ARGUMENT
    standing = [
        (index, node)
        for index, (node, into) in enumerate(zip(steps.nodes, steps.into, strict=True))
        if (not into or node.status is declared or node.ref.kind is argument)
        and node.status not in _FALLEN
    ]
    match policy:
        case Policy.LENIENT:
            return frozenset(index for index, _ in standing)
        case Policy.DECLARED:
            return frozenset(
                i for i, node in standing if node.is_sourced or node.status is declared
            )
        case Policy.SOURCED:
            return frozenset(index for index, node in standing if node.is_sourced)
        case _:
            assert_never(policy)


_FALLEN = (Status.REJECTED, Status.TODO)

"""What a project declares: every node that fits one condition must, or must not, fit another."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.checks.contracts.condition import ANYTHING, Condition
from argmap.severity import Severity


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract.

    every:      which nodes it is about
    must:       what they must fit, or must not if it is `forbidden`
    must_exist: whether a map without a node that it is about breaks the contract
    message:    what to say about a node, `{name}` being its name; empty: the condition in words
    help, why:  what to do, and what for; may be empty
    table:      the declaration as it was written
    """

    code: str
    name: str
    severity: Severity
    every: Condition
    must: Condition
    is_forbidden: bool
    must_exist: bool
    message: str
    help: str
    why: str
    table: Mapping[str, object]

    @property
    def fault(self) -> str:
        """What a node that breaks the contract does or does not, in words."""
        words = self.must.words
        return words.does if self.is_forbidden else words.does_not

    @property
    def summary(self) -> str:
        """What the contract speaks about, in one sentence."""
        about = "A node" if self.every is ANYTHING else f"A node that {self.every.words.does}"
        return f"{about} {self.fault}."

"""In, out or undecided: the labels of nodes and steps, each with its reason."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from argmap.evaluation.policy import Policy
from argmap.model.graph import NodeRef
from argmap.model.steps import StepGraph


class Label(StrEnum):
    """The three labels of a complete labelling (Caminada 2006)."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


class Reason(StrEnum):
    """Why a node or step has its label; the value is what programs and people are shown."""

    GIVEN = "stands by itself"
    SUPPORTED = "supported"
    PREMISES_HOLD = "premises hold"
    REJECTED = "rejected"
    TODO = "to do"
    NOT_GRANTED = "not declared or sourced"
    NO_SUPPORT = "no support"
    CIRCLE = "no support from outside the circle"
    ATTACKED = "attacked"
    UNDERCUT = "undercut"
    PREMISE_FAILS = "premise fails"
    VOID = "argument rejected"
    OPEN_ATTACK = "attacked by what is undecided"
    OPEN_SUPPORT = "rests on what is undecided"


class Verdict(NamedTuple):
    """The label of a node or step, and what decided it.

    because: the nodes that decided it: premises, attackers, undercutters, the circle's members
    step:    for a supported node, the step that supports it
    rank:    when it was decided; what decided it has a lower rank (circles and undecided apart),
             so that a proof tree can be read off
    """

    label: Label
    reason: Reason
    because: tuple[int, ...] = ()
    step: int | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Labelling:
    """The verdicts on every node and step of a step graph, in its order."""

    steps: StepGraph = field(repr=False)
    policy: Policy
    node_verdicts: tuple[Verdict, ...]
    step_verdicts: tuple[Verdict, ...]

    def of(self, ref: NodeRef) -> Verdict:
        """Return the verdict on a statement, an argument or an inference.

        A reconstructed argument has the verdict of its last inference, so that it may be in
        although its conclusion is rebutted.
        """
        step = self.steps.step_of(ref)
        if step is None:
            return self.node_verdicts[self.steps.source_of(ref)]
        return self.step_verdicts[step]

"""In, out or undecided by proof standards, and on what ground."""

from dataclasses import dataclass, field
from enum import StrEnum

from argmap.errors import ArgmapError
from argmap.evaluation.labelling import Label
from argmap.evaluation.proof.case import Case
from argmap.model.graph import NodeRef


class UnknownMode(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """There is no mode of judging of that name."""


class Mode(StrEnum):
    """How long arguments and issues wait."""

    STANDARDS = "standards"
    CARNEADES = "carneades"

    @staticmethod
    def named(name: str) -> "Mode":
        """Return the mode of that name; raise `UnknownMode`."""
        try:
            return Mode(name)
        except ValueError:
            choices = " or ".join(Mode)
            raise UnknownMode(f"No mode is called {name!r}; choose {choices}.") from None


class Ground(StrEnum):
    """Why a node or step has its label; the value is what programs and people are shown."""

    ASSUMED = "assumed"
    GIVEN = "stands by itself"
    SUPPORTED = "supported"
    PROVEN = "meets its standard"
    HOLDS = "premises hold"
    REJECTED = "rejected"
    VOID = "argument rejected"
    UNSUPPORTED = "no support"
    CIRCLE = "no support from outside the circle"
    RIVAL_ASSUMED = "its rival is assumed"
    NOT_PROVEN = "misses its standard"
    PREMISE_FAILS = "premise fails"
    UNDERCUT = "undercut"
    OPEN = "rests on what is undecided"
    OPEN_ISSUE = "its issue is undecided"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The label of a node or step, and what decided it.

    because: the nodes that decided it: premises of the best step, what speaks against it …
    pro:     the weight of the best that speaks for a node and is in, or of a step that is in
    con:     the weight of the best that speaks against a node and is in
    """

    label: Label
    ground: Ground
    because: tuple[int, ...] = ()
    pro: float = 0.0
    con: float = 0.0


@dataclass(frozen=True, slots=True)
class Judgements:
    """The judgements on every node and step of a case, in its order."""

    case: Case = field(repr=False)
    mode: Mode
    nodes: tuple[Judgement, ...]
    steps: tuple[Judgement, ...]

    def of(self, ref: NodeRef) -> Judgement:
        """Return the judgement on a statement, an argument or an inference.

        A reconstructed argument has that on its last inference.
        """
        step = self.case.steps.step_of(ref)
        return self.nodes[self.case.steps.source_of(ref)] if step is None else self.steps[step]

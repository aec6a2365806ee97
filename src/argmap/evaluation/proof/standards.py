"""Proof standards: how much better than the other side a claim has to be argued."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from argmap.diagnostic import Finding
from argmap.errors import ArgmapError
from argmap.evaluation.given_strengths import as_written
from argmap.model.graph import Argument, Statement
from argmap.model.steps import StepGraph
from argmap.model.written_names import written_name

KEY = "standard"

MARGIN = 0.5
"""By how much a clear and convincing case has to outweigh the other side (α of Carneades)."""

DOUBT = 0.3
"""What the other side's best argument has to stay below, beyond reasonable doubt (β)."""


class UnknownStandard(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """There is no proof standard of that name."""


class Standard(StrEnum):
    """What the best argument for a claim has to be, beside the best one against it.

    scintilla:     there is one (Gordon, Prakken and Walton 2007)
    preponderance: it weighs more
    clear:         it weighs more by over `MARGIN`: clear and convincing evidence
    beyond-doubt:  the same, and the other one weighs less than `DOUBT`
    dialectical:   there is one, and none against it: dialectical validity (2007)

    Preponderance, clear and beyond-doubt are those of Gordon and Walton (2009; 2016).
    """

    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR = "clear"
    BEYOND_DOUBT = "beyond-doubt"
    DIALECTICAL = "dialectical"

    def is_met(self, pro: float, con: float) -> bool:
        """Tell whether the best weights for and against a claim, from 0 to 1, meet it.

        Never turns false as `pro` grows, nor as `con` falls. A claim with no argument of any
        weight for it meets none.
        """
        if pro <= 0:
            return False
        match self:
            case Standard.SCINTILLA:
                return True
            case Standard.PREPONDERANCE:
                return pro > con
            case Standard.CLEAR:
                return pro - con > MARGIN
            case Standard.BEYOND_DOUBT:
                return pro - con > MARGIN and con < DOUBT
            case Standard.DIALECTICAL:
                return con <= 0
            case _:
                assert_never(self)

    @staticmethod
    def named(name: str) -> "Standard":
        """Return the standard of that name; raise `UnknownStandard`."""
        try:
            return Standard(name)
        except ValueError:
            choices = ", ".join(Standard)
            raise UnknownStandard(
                f"No proof standard is called {name!r}; choose one of {choices}."
            ) from None


@dataclass(frozen=True, slots=True)
class GivenStandards:
    """The standard that a map gives for each node, or None; values that are no standard."""

    nodes: tuple[Standard | None, ...]
    problems: tuple[Finding, ...]


def read_standards(steps: StepGraph) -> GivenStandards:
    """Read `standard:` of all statements and sketched arguments."""
    graph = steps.graph
    problems: list[Finding] = []
    found: list[Standard | None] = []
    for node in steps.nodes:
        elements: Mapping[str, Statement | Argument]
        elements = graph.statements if node.is_statement else graph.arguments
        element = elements[node.title]
        found.append(_read(element, problems) if KEY in element.data else None)
    return GivenStandards(tuple(found), tuple(problems))


def _read(element: Statement | Argument, problems: list[Finding]) -> Standard | None:
    value = element.data[KEY]
    if value in list(Standard):
        return Standard(str(value))
    places = (each.span for each in reversed(element.occurrences) if KEY in each.data)
    name = written_name(element)
    message = f"The standard of {name} is {as_written(value)}, which is no proof standard."
    help = f"write one of {', '.join(Standard)}."
    problems.append(Finding(next(places, element.span), message, help, (element.title,)))
    return None

"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap.checks.subject import Subject
from argmap.diagnostic import Finding, Severity

__all__ = ["Default", "Rule", "Subject", "made_while_reading"]


class Default(StrEnum):
    """Whether a rule is on without being asked for."""

    ON = "on"
    DATA = "data"  # on, but silent until the data it reads is there
    TEACH = "teach"  # on in that profile, as are the next two
    DEBATE = "debate"
    STRICT = "strict"
    STRICT_SYNTAX = (
        "strict-syntax"  # on if the map or the caller asks for it, whatever the profile
    )
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that the checker knows about maps. Code and name are never reused.

    page: what `argmap explain` prints, in Markdown; argmap's own rules have files in `pages/`
    """

    code: str
    name: str
    severity: Severity
    summary: str
    find: Callable[[Subject], Iterator[Finding]]
    default: Default = Default.ON
    page: str = ""


def made_while_reading(code: str) -> Callable[[Subject], Iterator[Finding]]:
    """Return the `find` of a rule whose findings the parser or the builder makes."""

    def find(subject: Subject) -> Iterator[Finding]:
        for problem in (*subject.document.problems, *subject.graph.problems):
            if problem.code == code:
                yield problem.finding

    return find

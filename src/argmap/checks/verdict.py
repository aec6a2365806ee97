"""What came of checking a map, and whether it makes the check fail."""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.diagnostic import Diagnostic, Problem
from argmap.severity import FailOn, Severity
from argmap.source import Source


class Checked(NamedTuple):
    """A map that was checked: its text, and what is reported about it, in document order."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]


class Look(NamedTuple):
    """A map that was checked, with all problems of reading it, whatever rules were asked for."""

    checked: Checked
    problems: tuple[Problem, ...]


def count_failures(
    diagnostics: Iterable[Diagnostic], fail_on: FailOn | Severity | str = FailOn.WARNING
) -> int:
    """Count the findings that no `expect:` announces and that are grave enough.

    fail_on: the least severity that counts, or `never`
    """
    if fail_on == FailOn.NEVER:
        return 0
    limit = Severity(fail_on).rank
    return sum(
        1
        for diagnostic in diagnostics
        if not diagnostic.expected and diagnostic.severity.rank <= limit
    )

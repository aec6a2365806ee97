"""Whether findings make a check fail."""

from collections.abc import Iterable

from argmap.diagnostic import Diagnostic, Severity

NEVER = "never"


def count_failures(diagnostics: Iterable[Diagnostic], fail_on: str = Severity.WARNING) -> int:
    """Count the findings that no `expect:` announces and that are grave enough.

    fail_on: the least severity that counts, or `never`
    """
    if fail_on == NEVER:
        return 0
    limit = Severity(fail_on).rank
    return sum(
        1
        for diagnostic in diagnostics
        if not diagnostic.expected and diagnostic.severity.rank <= limit
    )

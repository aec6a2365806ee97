"""One fault, one finding: where the reader of a map has spoken, the strict syntax is silent."""

from collections.abc import Iterable

from argmap.checks.rules import refused_by_reference
from argmap.diagnostic import Diagnostic, Severity
from argmap.source import Source

_MADE_WHILE_READING = frozenset(("SYN001", "SYN004", "SYN007", "SYN008"))


def without_doubles(source: Source, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Leave out what the reference refuses on a line for which an error is reported already.

    Announced findings and milder ones do not count as reported: a map that the reference refuses
    must not pass on their account.
    """
    found = list(diagnostics)
    reported = {
        source.locate(diagnostic.span.start)[:2]
        for diagnostic in found
        if diagnostic.code in _MADE_WHILE_READING
        and diagnostic.severity is Severity.ERROR
        and not diagnostic.expected
    }
    return [
        diagnostic
        for diagnostic in found
        if diagnostic.code != refused_by_reference.RULE.code
        or source.locate(diagnostic.span.start)[:2] not in reported
    ]

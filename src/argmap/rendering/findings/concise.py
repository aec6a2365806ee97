"""Findings for people and editors: one line each."""

from collections.abc import Iterable, Sequence

from argmap.checks.verdict import Checked
from argmap.diagnostic import Diagnostic
from argmap.rendering.findings import FindingsOptions
from argmap.rendering.findings.lines import EXPECTED, place, plain
from argmap.source import Source


def write(checked: Sequence[Checked], options: FindingsOptions) -> str:
    """Return a line for each finding, in the order given."""
    return "".join(write_concise(source, diagnostics) for source, diagnostics in checked)


def write_concise(source: Source, diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line a diagnostic: `PATH:LINE:COLUMN: severity CODE message`."""
    return "".join(
        f"{place(source, diagnostic)}: {diagnostic.severity} {diagnostic.code} "
        f"{plain(diagnostic.finding.message)}{EXPECTED if diagnostic.expected else ''}\n"
        for diagnostic in diagnostics
    )

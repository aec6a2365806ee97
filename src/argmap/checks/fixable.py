"""Which findings can be mended by a program, and how many they are."""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.checks.file_edits import FileEdit, edits_in_files
from argmap.checks.verdict import Checked
from argmap.diagnostic import Diagnostic
from argmap.source import Source


class FileFix(NamedTuple):
    """Edits of files that remove a finding; `safe` if they cannot change what the map means."""

    safe: bool
    edits: tuple[FileEdit, ...]


class Available(NamedTuple):
    """How many findings can be fixed: safely, and besides if what the map means may change."""

    safe: int
    unsafe: int


def file_fix(source: Source, diagnostic: Diagnostic) -> FileFix | None:
    """Return the fix of a finding; None also for one that the map announces: it has to stay."""
    fix = diagnostic.finding.fix
    edits = edits_in_files(source, diagnostic) if fix and not diagnostic.expected else None
    return FileFix(fix.safe, edits) if fix and edits else None


def is_safely_fixable(source: Source, diagnostic: Diagnostic) -> bool:
    """Tell whether `--fix` alone would mend a finding."""
    fix = file_fix(source, diagnostic)
    return fix is not None and fix.safe


def count_fixes(checked: Iterable[Checked]) -> Available:
    """Count the findings that have a fix and that nobody announced, without trying it."""
    fixes = [
        fix
        for source, diagnostics in checked
        for diagnostic in diagnostics
        if (fix := file_fix(source, diagnostic))
    ]
    safe = sum(fix.safe for fix in fixes)
    return Available(safe, len(fixes) - safe)

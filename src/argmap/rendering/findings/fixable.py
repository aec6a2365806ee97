"""Which findings can be mended by a program, and how."""

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


def file_fix(source: Source, diagnostic: Diagnostic) -> FileFix | None:
    """Return the fix of a finding; None also for one that the map announces: it has to stay."""
    fix = diagnostic.finding.fix
    edits = edits_in_files(source, diagnostic) if fix and not diagnostic.expected else None
    return FileFix(fix.safe, edits) if fix and edits else None


def is_safely_fixable(source: Source, diagnostic: Diagnostic) -> bool:
    """Tell whether `--fix` alone would mend a finding."""
    fix = file_fix(source, diagnostic)
    return fix is not None and fix.safe


def summary(checked: Iterable[Checked]) -> str:
    """Return `3 findings, 2 fixable with --fix`; without fixes, the first half of it."""
    total = safe = unsafe = 0
    for source, diagnostics in checked:
        total += len(diagnostics)
        fixes = [fix for each in diagnostics if (fix := file_fix(source, each))]
        safe += sum(fix.safe for fix in fixes)
        unsafe += sum(not fix.safe for fix in fixes)
    said = f"{total} finding" if total == 1 else f"{total} findings"
    if safe and unsafe:
        return f"{said}, {safe} fixable with --fix, {unsafe} more with --unsafe-fixes"
    if safe:
        return f"{said}, {safe} fixable with --fix"
    return f"{said}, {unsafe} fixable with --fix --unsafe-fixes" if unsafe else said

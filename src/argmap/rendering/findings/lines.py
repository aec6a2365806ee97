"""What the formats for people share: places as editors know them, text without surprises, sums."""

from collections.abc import Sequence

from argmap.checks.typed_fix import typed_fix
from argmap.checks.verdict import Checked
from argmap.diagnostic import Diagnostic
from argmap.source import Source

EXPECTED = " (expected)"


def place(source: Source, diagnostic: Diagnostic) -> str:
    """Return `PATH:LINE:COLUMN` of where a finding begins."""
    path, line, column = source.locate(diagnostic.span.start)
    return f"{path}:{line}:{column}"


def plain(text: str) -> str:
    """Make control characters harmless for a terminal."""
    return "".join(
        " " if character == "\t" else character if character.isprintable() else "\ufffd"
        for character in text
    )


def summary(checked: Sequence[Checked]) -> str:
    """Return `3 findings, 2 fixable with --fix`; without fixes, the first half of it."""
    total = safe = unsafe = 0
    for source, diagnostics in checked:
        total += len(diagnostics)
        for diagnostic in diagnostics:
            fix = typed_fix(source, diagnostic)
            safe += fix is not None and fix.safe
            unsafe += fix is not None and not fix.safe
    said = f"{total} finding" if total == 1 else f"{total} findings"
    if safe:
        said += f", {safe} fixable with --fix"
    if unsafe:
        said += (
            f", {unsafe} more with --unsafe-fixes"
            if safe
            else (f", {unsafe} fixable with --fix --unsafe-fixes")
        )
    return said

"""How many findings there are, and how many of them a program can mend, in one line."""

from collections.abc import Sequence

from argmap.checks.fixable import count_fixes
from argmap.checks.verdict import Checked


def summary(checked: Sequence[Checked]) -> str:
    """Return `3 findings, 2 fixable with --fix`; without fixes, the first half of it."""
    total = sum(len(diagnostics) for _, diagnostics in checked)
    safe, unsafe = count_fixes(checked)
    said = f"{total} finding" if total == 1 else f"{total} findings"
    if safe and unsafe:
        return f"{said}, {safe} fixable with --fix, {unsafe} more with --unsafe-fixes"
    if safe:
        return f"{said}, {safe} fixable with --fix"
    return f"{said}, {unsafe} fixable with --fix --unsafe-fixes" if unsafe else said

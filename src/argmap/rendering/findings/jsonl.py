"""Findings for programs that read line by line: an object for each, as in `json`."""

import json
from collections.abc import Iterable, Sequence

from argmap.checks.report import report_findings
from argmap.checks.verdict import Checked
from argmap.rendering.findings import FindingsOptions

# Line ends for some readers, though not for JSON, which writes the others as escapes anyway.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def write(checked: Sequence[Checked], options: FindingsOptions) -> str:
    """Return a line of JSON for each finding, in the order given."""
    return write_lines(
        entry for source, diagnostics in checked for entry in report_findings(source, diagnostics)
    )


def write_lines(entries: Iterable[object]) -> str:
    """Return a line of JSON for each entry."""
    return "".join(
        json.dumps(entry, ensure_ascii=False).translate(_LINE_ENDS) + "\n" for entry in entries
    )

"""Findings for programs: one list of objects (see `argmap.checks.report`)."""

import json
from collections.abc import Sequence

from argmap.checks.report import report_findings
from argmap.checks.verdict import Checked
from argmap.rendering.findings import FindingsOptions


def write(checked: Sequence[Checked], options: FindingsOptions) -> str:
    """Return a JSON list with an object for each finding, in the order given."""
    found = [
        entry for source, diagnostics in checked for entry in report_findings(source, diagnostics)
    ]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"

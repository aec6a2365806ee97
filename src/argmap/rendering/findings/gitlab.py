"""Findings as a Code Quality report: GitLab shows them in a merge request.

What a map announces in `expect:` is left out: there is no way to tell that it is meant to be.
"""

import json
from collections.abc import Sequence

from argmap.checks.verdict import Checked
from argmap.diagnostic import Diagnostic, Severity
from argmap.rendering.findings import FindingsOptions
from argmap.rendering.findings.fingerprints import Fingerprints
from argmap.rendering.findings.places import file_name, region
from argmap.source import Source

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(checked: Sequence[Checked], options: FindingsOptions) -> str:
    """Return a JSON list with an object for each finding, in the order given."""
    fingerprints = Fingerprints()
    issues = [
        _issue(source, diagnostic, options.folder, fingerprints)
        for source, diagnostics in checked
        for diagnostic in diagnostics
        if not diagnostic.expected
    ]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(
    source: Source, diagnostic: Diagnostic, folder: str, fingerprints: Fingerprints
) -> dict[str, object]:
    place = region(source, diagnostic.span)
    path = file_name(place.path, folder)
    return {
        "description": f"{diagnostic.code}: {diagnostic.finding.message}",
        "check_name": diagnostic.name,
        "fingerprint": fingerprints.make_unique(path, source, diagnostic),
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": path, "lines": {"begin": place.line, "end": place.end_line}},
    }

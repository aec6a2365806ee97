"""How many findings each rule has, in place of the findings: `argmap check --statistics`."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from argmap.checks.fixable import is_safely_fixable
from argmap.checks.verdict import Checked
from argmap.rendering.errors import UnknownFormatError
from argmap.rendering.findings.summary import summary
from argmap.severity import Severity

STATISTICS_FORMATS = ("full", "concise", "json", "jsonl")


@dataclass
class Count:
    """What a rule found: `severity` is the gravest, `fixable` counts those with a safe fix."""

    code: str
    name: str
    severity: Severity
    count: int = 0
    fixable: int = 0
    expected: int = 0


def write_statistics(format: str, checked: Sequence[Checked]) -> str:
    """Return a table, or as JSON a list or lines of objects, the most frequent rule first.

    raises: `UnknownFormatError`, as `require_statistics` does
    """
    require_statistics(format)
    counts = count_findings(checked)
    if format == "json":
        return json.dumps([asdict(count) for count in counts], indent=1) + "\n"
    if format == "jsonl":
        return "".join(json.dumps(asdict(count)) + "\n" for count in counts)
    return _table(counts, checked)


def require_statistics(format: str) -> None:
    """Raise `UnknownFormatError` for a format that has room for findings only."""
    if format not in STATISTICS_FORMATS:
        choices = ", ".join(STATISTICS_FORMATS)
        raise UnknownFormatError(
            f"Statistics cannot be written as {format!r}; choose one of {choices}."
        )


def count_findings(checked: Sequence[Checked]) -> list[Count]:
    """Count the findings of each rule; the most frequent rule first, then by code."""
    counts: dict[str, Count] = {}
    for source, diagnostics in checked:
        for diagnostic in diagnostics:
            code, name, severity = diagnostic[:3]
            count = counts.setdefault(code, Count(code, name, severity))
            count.severity = min(count.severity, severity, key=lambda each: each.rank)
            count.count += 1
            count.expected += diagnostic.expected
            count.fixable += is_safely_fixable(source, diagnostic)
    return sorted(counts.values(), key=lambda count: (-count.count, count.code))


def _table(counts: Sequence[Count], checked: Sequence[Checked]) -> str:
    if not counts:
        return ""
    numbers = max(len(str(count.count)) for count in counts)
    marks = max(len(_mark(count)) for count in counts)
    names = max(len(count.name) for count in counts)
    rows = [
        f"{count.count:>{numbers}}  {count.code}  {count.severity:<7}  {_mark(count):<{marks}}  "
        f"{count.name:<{names}}  {f'{count.expected} expected' if count.expected else ''}".rstrip()
        for count in counts
    ]
    return "\n".join((*rows, summary(checked))) + "\n"


def _mark(count: Count) -> str:
    return f"[*] {count.fixable}" if count.fixable else ""

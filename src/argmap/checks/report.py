"""Diagnostics for programs: what `argmap check --output-format json` prints."""

from collections.abc import Iterable

from argmap.diagnostic import Diagnostic, Fix
from argmap.source import Source

Json = dict[str, object]


def report_findings(source: Source, diagnostics: Iterable[Diagnostic]) -> list[Json]:
    """Return diagnostics as plain dictionaries, in the order given.

    Lines and columns count from 1, columns in code points; ends are exclusive. Edits count code
    points from the beginning of the file that they belong to.
    """
    return [_finding(source, diagnostic) for diagnostic in diagnostics]


def _finding(source: Source, diagnostic: Diagnostic) -> Json:
    start, end = (source.locate(offset) for offset in diagnostic.span)
    finding = diagnostic.finding
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": str(diagnostic.severity),
        "path": start.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "title": diagnostic.title,
        "titles": list(finding.titles),
        "message": finding.message,
        "notes": list(finding.notes),
        "help": finding.help,
        "chain": list(finding.chain),
        "fix": _fix(source, finding.fix),
        "expected": diagnostic.expected,
    }


def _fix(source: Source, fix: Fix | None) -> Json | None:
    """Return the edits in their files; None if one of them is of text that nobody typed."""
    if fix is None:
        return None
    edits: list[Json] = []
    for edit in fix.edits:
        typed = source.typed_span(edit.span)
        if typed is None:
            return None
        start = source.typed.in_file(typed.start)[1]
        end = start + typed.end - typed.start
        edits.append({"start": start, "end": end, "text": edit.text})
    return {"safe": fix.safe, "edits": edits}

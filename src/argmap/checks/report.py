"""Diagnostics for programs: what `argmap check --output-format json` prints."""

from collections.abc import Iterable

from argmap.checks.file_edits import edits_in_files
from argmap.diagnostic import Diagnostic
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
        "fix": _fix(source, diagnostic, start.path),
        "expected": diagnostic.expected,
    }


def _fix(source: Source, diagnostic: Diagnostic, path: str) -> Json | None:
    """Return the edits that `--fix` would make; one in another file than `path` names its own."""
    fix, edits = diagnostic.finding.fix, edits_in_files(source, diagnostic)
    if fix is None or edits is None:
        return None
    written: list[Json] = []
    for edit in edits:
        entry: Json = {"start": edit.start, "end": edit.end, "text": edit.text}
        written.append(entry if edit.path == path else {**entry, "path": edit.path})
    return {"safe": fix.safe, "edits": written}

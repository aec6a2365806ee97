"""Findings as workflow commands: GitHub Actions shows them beside the lines of a change.

What a map announces in `expect:` is left out: there is no way to tell that it is meant to be.
"""

from collections.abc import Iterator, Sequence

from argmap.checks.verdict import Checked
from argmap.diagnostic import Diagnostic, Severity
from argmap.rendering.findings import FindingsOptions
from argmap.rendering.findings.lines import plain
from argmap.rendering.findings.places import file_name, region
from argmap.source import Source

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(checked: Sequence[Checked], options: FindingsOptions) -> str:
    """Return a command for each finding, and for each map that could not be read."""
    commands = [
        _command(source, diagnostic, options.folder)
        for source, diagnostics in checked
        for diagnostic in diagnostics
        if not diagnostic.expected
    ]
    commands += [f"::error title=argmap::{_value(plain(text))}\n" for text in options.unreadable]
    return "".join(commands)


def _command(source: Source, diagnostic: Diagnostic, folder: str) -> str:
    finding = diagnostic.finding
    path, line, column, end_line, end_column = region(source, diagnostic.span)
    path = file_name(path, folder)
    properties = {"title": f"argmap ({diagnostic.code})", "file": path, "line": line}
    if line == end_line:  # columns of several lines are refused
        properties |= {"col": column, "endLine": end_line, "endColumn": max(column, end_column)}
    else:
        properties |= {"endLine": end_line}
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    # The log shows nothing but the message: the place stands there too.
    says = f"{path}:{line}:{column}: {diagnostic.code} {diagnostic.name}: {finding.message}"
    text = "\n".join(plain(part) for part in _lines(says, diagnostic))
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_value(text)}\n"


def _lines(says: str, diagnostic: Diagnostic) -> Iterator[str]:
    yield says
    yield from diagnostic.finding.notes
    if diagnostic.finding.help:
        yield f"help: {diagnostic.finding.help}"


def _value(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _value(text).replace(":", "%3A").replace(",", "%2C")

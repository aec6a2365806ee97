"""Findings as test results in the XML of JUnit, which GitLab, Jenkins and others read.

A map is a test suite, and passes as one case if nothing is found. A finding that makes the check
fail is a failure, one that the map announces in `expect:` a skipped case, and a milder one a case
that passes: the report is red where the exit code is 1.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from argmap.checks.identity import identity
from argmap.checks.verdict import Checked, count_failures
from argmap.diagnostic import Diagnostic
from argmap.model.written_names import shortened
from argmap.rendering.display_text import escape, without_forbidden
from argmap.rendering.findings import FindingsOptions
from argmap.rendering.findings.lines import place
from argmap.rendering.findings.places import file_name
from argmap.severity import FailOn
from argmap.source import Source


def write(checked: Sequence[Checked], options: FindingsOptions) -> str:
    """Return an XML document with a suite for each map, in the order given."""
    totals: Counter[str] = Counter()
    suites: list[str] = []
    for source, diagnostics in checked:
        fail_on = options.fail_on(source.path)
        name = file_name(source.path, options.folder)
        suites += _suite(name, _cases(name, source, diagnostics, fail_on, options), totals)
    if options.unreadable:
        suites += _suite("argmap", _errors(options.unreadable), totals)
    head = f"<testsuites{_attributes(name='argmap')}{_counts(totals)}>"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]
    return "\n".join(lines) + "\n"


_Case = tuple[str, list[str]]
"""What a case counts as, and its lines."""


def _suite(name: str, cases: Iterator[_Case], totals: Counter[str]) -> list[str]:
    counts: Counter[str] = Counter()
    lines: list[str] = []
    for kind, written in cases:
        counts.update(("tests", kind))
        lines += written
    totals.update(counts)
    return [f"  <testsuite{_attributes(name=name)}{_counts(counts)}>", *lines, "  </testsuite>"]


def _cases(
    suite: str,
    source: Source,
    diagnostics: Sequence[Diagnostic],
    fail_on: FailOn,
    options: FindingsOptions,
) -> Iterator[_Case]:
    if not diagnostics:
        yield "passed", [f"    <testcase{_attributes(classname=suite, name='check')}/>"]
    names = _Names()
    for diagnostic in diagnostics:
        name = names.new(_name(source, diagnostic))
        path, line, _ = source.locate(diagnostic.span.start)
        case = _attributes(
            classname=suite, name=name, file=file_name(path, options.folder), line=str(line)
        )
        if diagnostic.expected:
            kind, inner = "skipped", '<skipped message="the map announces it in `expect:`"/>'
        elif count_failures((diagnostic,), fail_on):
            what = _attributes(message=diagnostic.finding.message, type=str(diagnostic.severity))
            kind = "failures"
            inner = f"<failure{what}>{_text(_report(source, diagnostic))}</failure>"
        else:
            kind = "passed"
            inner = f"<system-out>{_text(_report(source, diagnostic))}</system-out>"
        yield kind, [f"    <testcase{case}>", f"      {inner}", "    </testcase>"]


def _errors(unreadable: Sequence[str]) -> Iterator[_Case]:
    for text in unreadable:
        case = _attributes(classname="argmap", name=text)
        error = f"      <error{_attributes(message=text, type='CannotRead')}/>"
        yield "errors", [f"    <testcase{case}>", error, "    </testcase>"]


class _Names:
    """Names of cases, each of them once: readers keep the history of a case by its name."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def new(self, name: str) -> str:
        found = name
        while self._seen[found]:
            self._seen[name] += 1
            found = f"{name} ({self._seen[name]})"
        self._seen[found] += 1
        return found


def _name(source: Source, diagnostic: Diagnostic) -> str:
    """Return what a finding is called from one run to the next: no line is in it."""
    code, title, text = identity(source, diagnostic)
    about = without_forbidden(title or shortened(text))
    return f"{code} {diagnostic.name}: {about}" if about else f"{code} {diagnostic.name}"


def _report(source: Source, diagnostic: Diagnostic) -> str:
    finding = diagnostic.finding
    lines = [f"{place(source, diagnostic)}: {diagnostic.severity} {diagnostic.code}"]
    lines += [finding.message, *finding.notes]
    if finding.help:
        lines.append(f"help: {finding.help}")
    return "\n".join(lines)


def _counts(counts: Counter[str]) -> str:
    names = ("tests", "failures", "errors", "skipped")
    return _attributes(**{name: str(counts[name]) for name in names})


def _attributes(**values: str) -> str:
    return "".join(f' {name}="{_attribute(value)}"' for name, value in values.items())


def _attribute(text: str) -> str:
    # Readers turn blanks of other kinds into spaces, unless they are written as numbers.
    escaped = _text(text)
    return escaped.replace("\t", "&#9;").replace("\n", "&#10;")


def _text(text: str) -> str:
    return escape(without_forbidden(text)).replace("\r", "&#13;")

"""Findings as SARIF 2.1.0 (OASIS 2020), the format of code scanning.

One run; in it every rule that there is, with its page, and every map that was checked.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.checks import Default, Rule
from argmap.checks.explain import explain
from argmap.checks.fixable import FileFix, file_fix
from argmap.checks.verdict import Checked
from argmap.diagnostic import Diagnostic, Severity
from argmap.rendering.findings import FindingsOptions
from argmap.rendering.findings.fingerprints import Fingerprints
from argmap.rendering.findings.places import file_name, region
from argmap.rendering.findings.uris import uri_reference
from argmap.source import Piece, Source

Json = dict[str, object]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PLACEHOLDER = re.compile(r"\{(\d++)\}")
_ANNOUNCED = {
    "kind": "inSource",  # the map itself says so
    "justification": "The map announces it in the `expect:` list of its front matter.",
}


def write(checked: Sequence[Checked], options: FindingsOptions) -> str:
    """Return a SARIF log with a result for each finding, in the order given."""
    report = _Report(options)
    results = [result for source, found in checked for result in report.results(source, found)]
    for source, _ in checked:
        report.location(source.path)
    driver = {
        "name": '"argmap"',
        **({"version": _json(options.version)} if options.version else {}),
        "rules": _lines(_rule(rule) for rule in options.rules),
    }
    run = {
        "tool": _members({"driver": _members(driver)}),
        "invocations": _json([_invocation(options.unreadable)]),
        "columnKind": '"unicodeCodePoints"',
        "defaultEncoding": '"UTF-8"',
        "newlineSequences": _json(["\r\n", "\r", "\n"]),
        "artifacts": _lines(report.artifacts()),
        "results": _lines(results),
    }
    log = {"$schema": _json(_SCHEMA), "version": '"2.1.0"', "runs": f"[{_members(run)}]"}
    return f"{_members(log)}\n"


def _members(members: Mapping[str, str]) -> str:
    """Return an object whose values are written already, with a line for each."""
    return "{" + ",\n".join(f"{_json(key)}: {value}" for key, value in members.items()) + "}"


def _lines(entries: Iterable[Json]) -> str:
    """Return a list with a line for each entry: to indent it all takes five times as long."""
    written = ",\n".join(map(_json, entries))
    return f"[\n{written}\n]" if written else "[]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Report:
    """Writes results; keeps what they refer to by number."""

    def __init__(self, options: FindingsOptions) -> None:
        self._folder = options.folder
        self._rules = {rule.code: number for number, rule in enumerate(options.rules)}
        self._uris: dict[str, str] = {}  # by the path of the file
        self._files: dict[str, int] = {}  # number in the log, by URI
        self._fingerprints = Fingerprints()

    def results(self, source: Source, diagnostics: Sequence[Diagnostic]) -> Iterator[Json]:
        """Give the result of each finding of a map."""
        files = {piece.path: piece for piece in source.typed.pieces}
        for diagnostic in diagnostics:
            result = self._result(source, diagnostic)
            fix = file_fix(source, diagnostic)
            if fix is not None:
                result["fixes"] = [self._fix(files, fix, diagnostic.finding.help)]
            yield result

    def _result(self, source: Source, diagnostic: Diagnostic) -> Json:
        path, *numbers = region(source, diagnostic.span)
        place: Json = {
            "physicalLocation": {
                "artifactLocation": self.location(path),
                "region": _region(numbers),
            }
        }
        if diagnostic.title is not None:
            place["logicalLocations"] = [{"name": diagnostic.title}]
        fingerprint = self._fingerprints.make(path, source, diagnostic)
        result: Json = {"ruleId": diagnostic.code}
        if diagnostic.code in self._rules:
            result["ruleIndex"] = self._rules[diagnostic.code]
        return result | {
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": _text(_says(diagnostic))},
            "locations": [place],
            "partialFingerprints": {"argmapIdentity/v1": fingerprint},
            # Those of a run have to be all there or all absent.
            "suppressions": [_ANNOUNCED] if diagnostic.expected else [],
        }

    def location(self, path: str) -> Json:
        """Return a reference to a file, which is among the artifacts from now on."""
        if path not in self._uris:
            self._uris[path] = uri_reference(file_name(path, self._folder))
        uri = self._uris[path]
        return {"uri": uri, "index": self._files.setdefault(uri, len(self._files))}

    def artifacts(self) -> list[Json]:
        """Return the files that something refers to, in the order of their numbers."""
        return [{"location": {"uri": uri, "index": index}} for uri, index in self._files.items()]

    def _fix(self, files: Mapping[str, Piece], fix: FileFix, help: str) -> Json:
        changes: dict[str, list[Json]] = {}
        for path, start, end, text in fix.edits:
            numbers = [number for at in (start, end) for number in files[path].line_and_column(at)]
            changes.setdefault(path, []).append(
                {"deletedRegion": _region(numbers), "insertedContent": {"text": text}}
            )
        return {
            "description": {"text": _text(_sentence(help) or "Mend it.")},
            "artifactChanges": [
                {"artifactLocation": self.location(path), "replacements": replacements}
                for path, replacements in changes.items()
            ],
            "properties": {"safe": fix.safe},
        }


def _rule(rule: Rule) -> Json:
    page = explain(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _text(rule.summary)},
        "fullDescription": {"text": _text(_first_paragraph(page))},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {
            "enabled": rule.default in (Default.ON, Default.DATA),
            "level": _LEVELS[rule.severity],
        },
    }


def _first_paragraph(page: str) -> str:
    """Return the first text of a page that is no heading."""
    paragraphs = (part.strip() for part in page.split("\n\n"))
    texts = (part for part in paragraphs if part and not part.startswith("#"))
    return " ".join(next(texts, "").split())


def _invocation(unreadable: Sequence[str]) -> Json:
    invocation: Json = {"executionSuccessful": not unreadable}
    if unreadable:
        invocation["toolExecutionNotifications"] = [
            {"level": "error", "message": {"text": _text(text)}} for text in unreadable
        ]
    return invocation


def _region(numbers: Sequence[int]) -> Mapping[str, int]:
    keys = ("startLine", "startColumn", "endLine", "endColumn")
    return dict(zip(keys, numbers, strict=True))


def _says(diagnostic: Diagnostic) -> str:
    finding = diagnostic.finding
    help = _sentence(finding.help)
    return f"{finding.message}\n{help}" if help else finding.message


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _text(text: str) -> str:
    """Make a text a message that is shown as it is: with nothing to fill in, and no link.

    Titles may look like both. Other braces and brackets are left alone: to double them is right
    by the book, and then shown double by nearly every program.
    """
    return _PLACEHOLDER.sub(r"{{\1}}", text).replace("](", "] (")

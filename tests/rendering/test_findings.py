"""Each format says what is found, whatever the texts are, and its readers get that back."""

import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hostile_findings import check, texts
from hypothesis import given, settings

import argmap
from argmap.checks.report import report_findings
from argmap.checks.verdict import Checked, count_failures
from argmap.diagnostic import Diagnostic, Edit, Finding, Fix, Severity
from argmap.rendering.errors import UnknownFormatError
from argmap.rendering.findings import FORMATS, FindingsOptions, places, write_findings
from argmap.rendering.findings.statistics import STATISTICS_FORMATS, write_statistics
from argmap.severity import FailOn
from argmap.source import Source, Span

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
HOSTILE = settings(max_examples=40, deadline=None)
CODES = ["SUP001", "SUP009", "REL004", "SYN005"]


def reported(checked):
    return [entry for each in checked for entry in report_findings(*each)]


# All formats


@pytest.mark.parametrize("format", FORMATS)
def test_golden(format):
    path = GOLDEN / "findings.argdown"
    checked = [
        check(path.read_text("utf-8"), "maps/some map.argdown", select=CODES),
        check("[A]: A claim.\n  + <B>: A reason.\n", "maps/clean.argdown", select=CODES),
    ]
    options = FindingsOptions(rules=(), unreadable=("maps/x.argdown: there is no such file",))
    written = write_findings(format, checked, options)
    golden = GOLDEN / f"findings.{format}.txt"
    if os.environ.get("ARGMAP_UPDATE_GOLDEN"):
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")


@HOSTILE
@given(texts())
def test_any_text_can_be_written_and_comes_out_the_same_twice(text):
    first, second = check(text), check(text)
    for format in FORMATS:
        once = write_findings(format, [first])
        assert once == write_findings(format, [second])
        once.encode("utf-8")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_in_the_documents_and_the_help(format):
    page = (ROOT / "docs/output-formats.md").read_text("utf-8")
    assert re.search(rf"^\| `{format}` \|", page, re.MULTILINE)
    from typer.main import get_command

    from argmap.cli import app

    options = get_command(app).commands["check"].params
    [help] = [option.help for option in options if option.name == "output_format"]
    assert re.search(rf"\b{format}\b", help)


@pytest.mark.parametrize(
    ("format", "empty"),
    [("full", ""), ("concise", ""), ("jsonl", ""), ("github", ""), ("json", []), ("gitlab", [])],
)
def test_nothing_found_is_nothing_said(format, empty):
    written = write_findings(format, [check("[A]: a\n  + <B>: b\n", select=CODES)])
    assert (json.loads(written) if empty == [] else written) == empty


# full


def test_fixable_findings_are_marked_and_counted():
    checked = check("[A]: a\n  - <B>: b\n  - <B>\n", select=CODES)
    written = write_findings("full", [checked])
    assert "warning REL004 duplicate-relation [*]\n" in written
    assert "error SUP001 unsupported-conclusion\n" in written
    assert written.endswith("\n\n2 findings, 1 fixable with --fix, 1 more with --unsafe-fixes\n")


def test_without_safe_fixes_there_is_no_last_line():
    written = write_findings("full", [check("[A]: a\n  - <B>: b\n", select=CODES)])
    assert "SUP001" in written and "fixable" not in written and "[*]" not in written


def test_announced_findings_are_not_offered_for_fixing():
    text = "===\nexpect: ['REL004 <B>', 'SUP001 [A]']\n===\n\n[A]: a\n  - <B>: b\n  - <B>\n"
    written = write_findings("full", [check(text, select=CODES)])
    assert "REL004 duplicate-relation (expected)" in written and "fix" not in written


def fixable(safe, code="XYZ001"):
    source = Source.of("word\n")
    finding = Finding(Span(0, 4), "Wrong.", fix=Fix(safe, (Edit(Span(0, 4), "right"),)))
    return Checked(source, (Diagnostic(code, "x", Severity.WARNING, finding),))


def test_unsafe_fixes_are_counted_apart():
    both = write_findings("full", [fixable(True), fixable(False)]).splitlines()[-1]
    assert both == "2 findings, 1 fixable with --fix, 1 more with --unsafe-fixes"
    alone = write_findings("full", [fixable(False)])
    assert "[*]" not in alone and "fixable" not in alone
    counted = write_statistics("full", [fixable(False)]).splitlines()[-1]
    assert counted == "1 finding, 1 fixable with --fix --unsafe-fixes"


def test_no_fix_where_nobody_typed_the_text():
    graph = argmap.loads("1. A claim.\n2. A reason. (1, 1)\n", shorthand=True)
    source = graph.document.source
    assert source.rewriting
    whole = Span(0, len(source.text))
    finding = Finding(whole, "Wrong.", fix=Fix(True, (Edit(whole, ""),)))
    checked = Checked(source, (Diagnostic("X001", "x", Severity.WARNING, finding),))
    assert "[*]" not in write_findings("full", [checked])
    assert "fixes" not in write_findings("sarif", [checked], FindingsOptions(rules=()))


# jsonl


@HOSTILE
@given(texts())
def test_lines_of_json_are_the_objects_of_json(text):
    checked = [check(text), check("[A]: a\n  - <B>: b\n")]
    lines = write_findings("jsonl", checked).splitlines()  # also at U+2028 and the like
    assert [json.loads(line) for line in lines] == json.loads(write_findings("json", checked))


# github: read as the runner of workflows does


def read_commands(written):
    for line in written.split("\n")[:-1]:
        command, _, value = line.removeprefix("::").partition("::")
        name, _, properties = command.partition(" ")
        pairs = (pair.partition("=") for pair in properties.split(","))
        yield name, {key: undone(text) for key, _, text in pairs}, undone(value)


def undone(text):
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


@HOSTILE
@given(texts())
def test_workflow_commands_are_read_back(text):
    checked = check(text, "a, b:c%0A.argdown")
    commands = list(read_commands(write_findings("github", [checked])))
    entries = [entry for entry in reported([checked]) if not entry["expected"]]
    assert len(commands) == len(entries)
    names = {"error": "error", "warning": "warning", "info": "notice"}
    for (name, said, message), entry in zip(commands, entries, strict=True):
        assert name == names[entry["severity"]]
        assert said["title"] == f"argmap ({entry['code']})"
        assert said["file"] == entry["path"] == "a, b:c%0A.argdown"
        assert int(said["line"]) == entry["line"] <= int(said["endLine"])
        if said["line"] == said["endLine"]:
            assert int(said["col"]) == entry["column"] <= int(said["endColumn"])
        else:
            assert "col" not in said and "endColumn" not in said
        place = f"a, b:c%0A.argdown:{entry['line']}:{entry['column']}: {entry['code']} "
        assert message.startswith(place)
        assert all(character.isprintable() for character in message.replace("\n", ""))


def test_nothing_in_a_map_ends_a_command_early():
    source = Source.of("x")
    finding = Finding(Span(0, 1), "100%: a\r\n::error::b, c", "do\nit")
    checked = Checked(source, (Diagnostic("X001", "x", Severity.ERROR, finding),))
    written = write_findings("github", [checked])
    assert written.count("\n") == 1 and "\r" not in written and "100%25: a" in written


# gitlab


@HOSTILE
@given(texts())
def test_code_quality(text):
    checked = [check(text, "./maps/../maps/a.argdown"), check(text, "maps/a.argdown")]
    issues = json.loads(write_findings("gitlab", checked))
    entries = [entry for entry in reported(checked) if not entry["expected"]]
    assert [issue["check_name"] for issue in issues] == [entry["name"] for entry in entries]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue, entry in zip(issues, entries, strict=True):
        assert issue["location"]["path"] == "maps/a.argdown"
        lines = issue["location"]["lines"]
        assert lines["begin"] == entry["line"] <= lines["end"]
        assert issue["severity"] in {"blocker", "critical", "major", "minor", "info"}


@pytest.mark.parametrize("format", ["gitlab", "sarif"])
def test_fingerprints_do_not_depend_on_the_lines_above(format):
    text = "[A]: a\n  - <B>: b\n  - <B>\n  - <B>\n\nA claim. {sorce: a}\n"

    def fingerprints(text):
        written = json.loads(write_findings(format, [check(text, select=CODES)]))
        if format == "gitlab":
            return [issue["fingerprint"] for issue in written]
        results = written["runs"][0]["results"]
        return [result["partialFingerprints"]["argmapIdentity/v1"] for result in results]

    found = fingerprints(text)
    assert len(set(found)) == len(found) == 4
    assert fingerprints(f"Prose, and more of it.\n\n// moved\n\n{text}") == found
    assert set(fingerprints(text.replace("[A]", "[Z]"))) != set(found)


# junit


@HOSTILE
@given(texts())
def test_junit_counts_and_says_what_was_found(text):
    checked = [check(text, "maps/a.argdown"), check("[A]: a\n  + <B>: b\n", select=CODES)]
    options = FindingsOptions(fail_on=lambda path: FailOn.ERROR, unreadable=("b: \x00gone",))
    root = ET.fromstring(write_findings("junit", checked, options))
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["maps/a.argdown", "<text>", "argmap"]
    for group in (root, *suites):
        cases = list(group.iter("testcase"))
        assert int(group.get("tests")) == len(cases)
        for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(group.get(kind)) == sum(case.find(tag) is not None for case in cases)
    assert int(suites[0].get("failures")) == count_failures(checked[0].diagnostics, FailOn.ERROR)
    assert int(suites[0].get("skipped")) == sum(d.expected for d in checked[0].diagnostics)
    cases = list(suites[0].iter("testcase"))
    assert len({case.get("name") for case in cases}) == len(cases)
    if checked[0].diagnostics:
        for case, diagnostic in zip(cases, checked[0].diagnostics, strict=True):
            assert case.get("name").startswith(f"{diagnostic.code} {diagnostic.name}")
            failure = case.find("failure")
            if failure is not None:
                assert failure.get("message") == in_xml(diagnostic.finding.message)
    [passing] = suites[1].iter("testcase")
    assert list(passing) == []


def in_xml(text):
    """Replace what XML 1.0 has no room for, and controls that it advises against."""
    return "".join(
        character
        if character in "\t\n\r"
        or (
            character >= " "
            and not "\x7f" <= character <= "\x9f"
            and not "\ud800" <= character <= "\udfff"
            and not "\ufdd0" <= character <= "\ufdef"
            and ord(character) & 0xFFFE != 0xFFFE
        )
        else "\ufffd"
        for character in text
    )


def test_names_of_cases_are_used_once():
    source = Source.of("x")
    about = ("\x00", "\x01", "A", "A", "A (2)", "A (2)", "A", "\ufffd (2)")
    found = [
        Diagnostic("X001", "x", Severity.WARNING, Finding(Span(0, 1), "m", titles=(title,)))
        for title in about
    ]
    root = ET.fromstring(write_findings("junit", [Checked(source, tuple(found))]))
    names = [case.get("name") for case in root.iter("testcase")]
    assert len(set(names)) == len(about) and "X001 x: A" in names


# Statistics


def test_statistics_count_by_rule():
    checked = [check("[A]: a\n  - <B>: b\n  - <B>\n  - <B>\n", select=CODES), fixable(False)]
    assert write_statistics("full", checked) == (
        "2  REL004  warning  [*] 2  duplicate-relation\n"
        "1  SUP001  error           unsupported-conclusion\n"
        "1  XYZ001  warning         x\n"
        "4 findings, 2 fixable with --fix, 2 more with --unsafe-fixes\n"
    )
    listed = json.loads(write_statistics("json", checked))
    assert listed[0] == {
        "code": "REL004", "name": "duplicate-relation", "severity": "warning",
        "count": 2, "fixable": 2, "expected": 0,
    }  # fmt: skip
    lines = write_statistics("jsonl", checked).splitlines()
    assert [json.loads(line) for line in lines] == listed


@HOSTILE
@given(texts())
def test_statistics_add_up(text):
    checked = [check(text), check(text)]
    counts = json.loads(write_statistics("json", checked))
    entries = reported(checked)
    assert sum(count["count"] for count in counts) == len(entries)
    assert sum(count["expected"] for count in counts) == sum(e["expected"] for e in entries)
    for count in counts:
        assert count["count"] == sum(e["code"] == count["code"] for e in entries)
    assert len(write_statistics("full", checked).splitlines()) == (
        len(counts) + 1 if counts else 0
    )


@pytest.mark.parametrize("format", sorted(set(FORMATS) - set(STATISTICS_FORMATS)))
def test_formats_without_room_for_statistics(format):
    with pytest.raises(UnknownFormatError, match="jsonl"):
        write_statistics(format, [])


# Places


def test_names_of_files():
    for path, folder, name in (
        ("maps/a.argdown", "/home", "maps/a.argdown"),
        ("./maps//a b.argdown", "/home", "maps/a b.argdown"),
        ("/home/maps/a.argdown", "/home", "maps/a.argdown"),
        ("/home/maps/a.argdown", "", "/home/maps/a.argdown"),
        ("/homes/a.argdown", "/home", "/homes/a.argdown"),
        ("../a.argdown", "/home", "../a.argdown"),
        ("<stdin>", "/home", "<stdin>"),
    ):
        assert places.file_name(path, folder) == name


def test_names_of_files_on_windows(monkeypatch):
    import ntpath

    monkeypatch.setattr(places, "normpath", ntpath.normpath)
    monkeypatch.setattr(places, "PurePath", PureWindowsPath)
    assert places.file_name(r"maps\.\a#1.argdown", r"C:\work") == "maps/a#1.argdown"
    assert places.file_name(r"c:\WORK\maps\a.argdown", r"C:\work") == "maps/a.argdown"
    assert places.file_name(r"D:\a.argdown", r"C:\work") == "D:/a.argdown"


def test_a_span_that_leaves_its_file_ends_with_its_first_line(tmp_path):
    (tmp_path / "part.argdown").write_text("[P]: part\n")
    text = "[A]: a\n\n@include(part.argdown)\n\n[B]: b\n"
    source = argmap.loads(text, str(tmp_path / "map.argdown")).document.source
    at = source.text.index("[P]")
    inside = places.region(source, Span(at, source.text.index("[B]") + 2))
    assert PurePosixPath(inside.path).name == "part.argdown"
    assert inside[1:] == (1, 1, 1, 10)


def test_edits_are_of_the_file_of_their_finding_unless_they_name_another(tmp_path):
    (tmp_path / "part.argdown").write_text("[B]: b\n  + [Helath]\n")
    text = "[A]: a\n  + [Helath]\n\n[Health]: h\n\n@include(part.argdown)\n"
    checked = check(text, str(tmp_path / "map.argdown"), select=["SYN002"])
    [entry] = reported([checked])
    here, there = entry["fix"]["edits"]
    assert here == {"start": 11, "end": 19, "text": "[Health]"}
    assert PurePosixPath(there.pop("path")).name == "part.argdown"
    assert there == {"start": 11, "end": 19, "text": "[Health]"}


@HOSTILE
@given(texts())
def test_regions_are_the_places_that_json_reports(text):
    source, diagnostics = check(text)
    for diagnostic, entry in zip(diagnostics, reported([(source, diagnostics)]), strict=True):
        region = places.region(source, diagnostic.span)
        assert region[:3] == (entry["path"], entry["line"], entry["column"])
        assert region[3:] == (entry["end_line"], entry["end_column"])

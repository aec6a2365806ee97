"""Which format is printed, where it goes, and what the exit code is."""

import json
import xml.etree.ElementTree as ET

import pytest

from argmap.rendering.findings import FORMATS

TWICE = "[A]: a.\n  - <B>: b.\n  - <B>\n"


@pytest.mark.parametrize("format", FORMATS)
def test_exit_codes_are_the_same_in_every_format(run, trams, faulty, format):
    assert run("check", trams, "--output-format", format).code == 0
    assert run("check", faulty, "--output-format", format).code == 1
    broken = run("check", faulty, "nowhere.argdown", "--output-format", format)
    assert broken.code == 2 and "nowhere.argdown" in broken.err


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_holds_what_would_be_printed(run, faulty, tmp_path, format):
    printed = run("check", faulty, "--output-format", format).out
    result = run("check", faulty, "--output-format", format, "--output-file", "out/findings")
    assert (result.code, result.out, result.err) == (1, "", "")
    assert (tmp_path / "out/findings").read_text("utf-8") == printed != ""


def test_a_clean_run_empties_the_file(run, trams, tmp_path):
    (tmp_path / "findings").write_text("old")
    result = run("check", trams, "-o", "findings")
    assert (result.code, result.out) == (0, "")
    assert (tmp_path / "findings").read_text() == ""


def test_a_file_is_not_coloured(run, faulty, tmp_path, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in run("check", faulty).out
    run("check", faulty, "-o", "findings")
    assert "\x1b" not in (tmp_path / "findings").read_text("utf-8")


def test_where_no_file_can_be_written(run, faulty, tmp_path):
    (tmp_path / "wall").write_text("a file, not a folder")
    result = run("check", faulty, "-o", "wall/findings")
    assert result.code == 2 and result.out == "" and "wall" in result.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faulty.argdown", "wall"]


def test_an_unknown_format_gets_a_suggestion(run, faulty, tmp_path):
    for wrong, right in (("sariff", "sarif"), ("GitHub", "github"), ("nosuch", "junit")):
        result = run("check", faulty, "--output-format", wrong)
        assert (result.code, result.out) == (2, "")
        assert right in result.err and result.err.count("\n") == 1
    (tmp_path / "argmap.toml").write_text('[check]\noutput-format = "jnuit"\n')
    result = run("check", faulty)
    assert result.code == 2 and "junit" in result.err


def test_a_project_chooses_the_format(run, faulty, tmp_path):
    (tmp_path / "argmap.toml").write_text('[check]\noutput-format = "gitlab"\n')
    assert json.loads(run("check", faulty).out)[0]["check_name"] == "unsupported-conclusion"
    assert run("check", faulty, "--output-format", "github").out.startswith("::error ")


def test_files_are_named_from_the_folder_of_the_call(run, tmp_path):
    (tmp_path / "my maps").mkdir()
    path = tmp_path / "my maps" / "a#1.argdown"
    path.write_text(TWICE)
    for given in (path, "my maps/a#1.argdown", "./my maps/../my maps/a#1.argdown"):
        [run_] = json.loads(run("check", given, "--output-format", "sarif").out)["runs"]
        uris = {artifact["location"]["uri"] for artifact in run_["artifacts"]}
        assert uris == {"my%20maps/a%231.argdown"}
        issues = json.loads(run("check", given, "--output-format", "gitlab").out)
        assert {issue["location"]["path"] for issue in issues} == {"my maps/a#1.argdown"}


@pytest.mark.parametrize("format", FORMATS)
def test_standard_input_in_every_format(run, format):
    result = run(
        "check", "-", "--output-format", format, text="\ufeff[花火]: a.\r\n  - [B]: b.\r\n"
    )
    assert result.code == 1 and "stdin" in result.out and "Traceback" not in result.err


def test_the_junit_report_is_red_where_the_check_fails(run, faulty, tmp_path):
    for words, failures in (((), 1), (("--fail-on", "never"), 0)):
        result = run("check", faulty, "--output-format", "junit", *words)
        root = ET.fromstring(result.out)
        assert int(root.get("failures")) == failures == result.code
        assert int(root.get("tests")) == 1


def test_each_project_has_its_own_fail_on(run, tmp_path):
    for name, fail_on in (("mild", "never"), ("hard", "error")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "argmap.toml").write_text(f'[check]\nfail-on = "{fail_on}"\n')
        (tmp_path / name / "map.argdown").write_text(TWICE)
    result = run("check", "mild", "hard", "--output-format", "junit")
    failures = {suite.get("name"): suite.get("failures") for suite in ET.fromstring(result.out)}
    assert failures == {"mild/map.argdown": "0", "hard/map.argdown": "1"}


def test_statistics(run, tmp_path, trams):
    (tmp_path / "twice.argdown").write_text(TWICE)
    result = run("check", "twice.argdown", "--statistics")
    assert result.code == 1
    assert result.out.splitlines() == [
        "1  REL004  warning  [*] 1  duplicate-relation",
        "1  SUP001  error           unsupported-conclusion",
        "2 findings, 1 fixable with --fix, 1 more with --unsafe-fixes",
    ]
    assert run("check", "twice.argdown", "--statistics", "--output-format", "concise").out == (
        result.out
    )
    listed = json.loads(
        run("check", "twice.argdown", "--statistics", "--output-format", "json").out
    )
    assert [(each["code"], each["count"]) for each in listed] == [("REL004", 1), ("SUP001", 1)]
    clean = run("check", trams, "--statistics")
    assert (clean.code, clean.out) == (0, "")


def test_statistics_in_a_format_without_room_for_them(run, trams, tmp_path):
    result = run("check", trams, "--statistics", "--output-format", "sarif", "-o", "out")
    assert (result.code, result.out) == (2, "") and "concise" in result.err
    assert not (tmp_path / "out").exists()

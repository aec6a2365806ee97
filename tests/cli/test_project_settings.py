"""A project's settings mean the same to every command that judges a map."""

import json
import os
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOST = "[A]: Cats purr.\n  + [B]: They rest.\n\n[Lost]: Nobody needs this.\n"


@pytest.fixture
def project(tmp_path):
    def write(text, maps=LOST):
        (tmp_path / "argmap.toml").write_text(text, "utf-8")
        (tmp_path / "maps").mkdir(exist_ok=True)
        (tmp_path / "maps/a.argdown").write_text(maps, "utf-8")

    return write


QUIET = [
    '[check]\nignore = ["SUP009"]\n',
    '[check]\nselect = ["REL"]\n',
    '[check.per-file-ignores]\n"maps/*" = ["SUP009"]\n',
]


def test_without_settings_it_is_told_everywhere(run, project, tmp_path):
    project("")
    assert run("check").code == run("build").code == 1
    assert "SUP009" in run("show", "maps/a.argdown").out
    assert run("render", "maps/a.argdown", "-o", "loud.html").code == 0
    assert "SUP009" in (tmp_path / "loud.html").read_text()


@pytest.mark.parametrize("text", QUIET)
def test_what_is_left_out_is_left_out_everywhere(run, project, tmp_path, text):
    project(text)
    assert run("check").code == run("build").code == 0
    assert json.loads((tmp_path / "build/a.json").read_text())["findings"] == []
    assert "SUP009" not in run("show", "maps/a.argdown").out
    assert run("render", "maps/a.argdown", "-o", "quiet.html").code == 0
    assert "SUP009" not in (tmp_path / "quiet.html").read_text()


def test_what_is_added_is_marked_everywhere(run, project, tmp_path):
    project('[check]\nextend-select = ["SYN010"]\nignore = ["SUP009"]\n', LOST + "  + odd]\n  *\n")
    found = json.loads(run("check", "--output-format", "json").out)
    assert run("build").code == (1 if found else 0)
    assert json.loads((tmp_path / "build/a.json").read_text())["findings"] == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('fail-on = "error"', 0),
        ('fail-on = "error"\nseverity = {SUP009 = "error"}', 1),
        ('fail-on = "info"\nseverity = {SUP009 = "info"}', 1),
    ],
)
def test_the_verdict_is_the_same(run, project, text, code):
    project(f"[check]\n{text}\n")
    assert run("check").code == run("build").code == code


def test_the_command_line_goes_before_the_map_and_the_map_before_the_project(run, project):
    project('[check]\nselect = ["REL"]\n', f"===\ncheck: {{select: [SUP009]}}\n===\n\n{LOST}")
    assert run("check").code == 1
    assert run("check", "--select", "CIR").code == 0
    assert run("check", "--fail-on", "error").code == 0


def test_a_named_file_of_settings(run, project, tmp_path):
    project("")
    (tmp_path / "loose.toml").write_text('[check]\nignore = ["ALL"]\n')
    for words in (["check"], ["build"]):
        assert run(*words, "--config", "loose.toml").code == 0
        assert run(*words).code == 1
    assert "SUP009" not in run("show", "maps/a.argdown", "--config", "loose.toml").out


@pytest.mark.parametrize("command", ["check", "build", "show", "render"])
def test_a_fault_in_them_stops_every_command(run, project, tmp_path, command):
    project("[check]\nignroe = []\n")
    result = run(command, "maps/a.argdown")
    assert result.code == 2 and result.out == ""
    assert result.err.count("\n") == 1
    assert "argmap.toml: [check] `ignroe` is not known here; did you mean `ignore`?" in result.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["argmap.toml", "maps"]


def test_the_output_format_of_a_project(run, project):
    project('[check]\noutput-format = "json"\n')
    assert json.loads(run("check").out)[0]["code"] == "SUP009"
    assert run("check", "--output-format", "concise").out.startswith("maps/a.argdown:4:1")
    project('[check]\noutput-format = "jsn"\n')
    result = run("check")
    assert result.code == 2 and "argmap.toml: [check] `output-format`: " in result.err
    assert "choose one of full" in result.err


class TestShowSettings:
    def test_it_is_toml_and_checks_nothing(self, run, project):
        project('[check]\nignore = ["SUP009"]\n')
        result = run("check", "--show-settings", "--fail-on", "info")
        assert (result.code, result.err) == (0, "")
        assert result.out.startswith("# maps/a.argdown\n# project: argmap.toml\n")
        table = tomllib.loads(result.out)["check"]
        assert "SUP009" in table["ignore"] and "SUP009" not in table["select"]
        assert table["fail-on"] == "info"

    def test_maps_with_the_same_settings_stand_together(self, run, project, tmp_path):
        project("")
        (tmp_path / "maps/b.argdown").write_text(LOST)
        (tmp_path / "maps/c.argdown").write_text(f"===\ncheck: {{ignore: [CIR]}}\n===\n\n{LOST}")
        out = run("check", "--show-settings").out
        assert out.startswith("# maps/a.argdown\n# maps/b.argdown\n# project")
        assert (
            '\n# maps/c.argdown\n# project: argmap.toml\n# map, `check:`: ignore = ["CIR"]\n'
            in out
        )

    def test_a_map_that_cannot_be_read(self, run, project):
        project("")
        result = run("check", "--show-settings", "nowhere.argdown", "maps")
        assert result.code == 2 and "nowhere.argdown" in result.err and "# maps/a" in result.out


def test_what_a_baseline_knows_is_known_everywhere(run, project, tmp_path):
    project('[check]\nbaseline = "known.json"\n')
    assert run("check", "--write-baseline").code == 0
    assert run("check").code == run("build").code == 0
    assert "SUP009" not in run("show", "maps/a.argdown").out
    (tmp_path / "maps/a.argdown").write_text(LOST + "\n[More]: More of that.\n")
    assert run("check").code == run("build").code == 1


def test_what_is_known_or_silenced_is_not_fixed(run, project, tmp_path):
    doubled = LOST.replace("[B]: They rest.", "[B]: They rest.\n  + [B] // argmap: ignore REL004")
    project("", doubled)
    run("check", "--fix")
    assert (tmp_path / "maps/a.argdown").read_text() == doubled
    doubled = LOST.replace("[B]: They rest.", "[B]: They rest.\n  + [B]")
    project('[check]\nbaseline = "known.json"\n', doubled)
    assert run("check", "--write-baseline").code == 0
    assert run("check", "--fix").code == 0
    assert (tmp_path / "maps/a.argdown").read_text() == doubled


@pytest.mark.parametrize("words", [["--add-ignore"], ["--write-baseline"]])
def test_fixing_and_silencing_do_not_go_together(run, project, words):
    project("")
    result = run("check", "--fix", *words)
    assert result.code == 2 and "one after the other" in result.err


@pytest.mark.parametrize("words", [["check", "--fix"], ["check", "--diff"], ["build"]])
def test_an_own_rule_that_fails_does_not_stop_the_other_maps(
    run, project, tmp_path, monkeypatch, words
):
    project('[check]\nplugins = ["own"]\nselect = ["OWN001", "REL004"]\n', "[Bad]: Bad.\n")
    (tmp_path / "maps/b.argdown").write_text("[A]: a\n  + [B]: b\n  + [B]\n")
    info = tmp_path / "own-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: own\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[argmap.rules]\nown = own:RULES\n")
    (tmp_path / "own.py").write_text(
        "from argmap.checks import Rule\n"
        "from argmap.diagnostic import Severity\n"
        "def find(subject):\n"
        "    if 'Bad' in subject.graph.statements:\n"
        "        raise ValueError('no')\n"
        "    return iter(())\n"
        "RULES = (Rule('OWN001', 'own-rule', Severity.ERROR, 'Own.', find),)\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'src'}{os.pathsep}{tmp_path}")
    result = run(*words)
    assert result.code == 2 and "OWN001" in result.err and "Traceback" not in result.err
    if words[-1] == "--fix":
        assert (tmp_path / "maps/b.argdown").read_text() == "[A]: a\n  + [B]: b\n"
    else:
        assert "b.argdown" in result.out

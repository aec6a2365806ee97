"""argmap strength, and the options for proof standards."""

import json

import pytest
import typer
from typer.testing import CliRunner

from argmap.cli import strength as command
from argmap.cli.carneades_option import (
    ModeName,
    ModeOption,
    StandardName,
    StandardOption,
    StandardsOption,
    chosen_mode,
    print_judgements,
)
from argmap.evaluation.gradual import SEMANTICS
from argmap.evaluation.proof import Mode, Standard

WEIGHED = """[Trams]: The city should build trams.
  + <Quiet>: Trams are quieter than buses. {strength: 0.8}
    - <Curves>: In tight curves they squeal.
"""


@pytest.fixture
def weighed(tmp_path):
    (tmp_path / "weighed.argdown").write_text(WEIGHED, "utf-8")
    return "weighed.argdown"


def test_numbers_with_their_derivation(run, weighed):
    result = run("strength", weighed)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("df-quad (Rago")
    lines = [line.strip() for line in result.out.splitlines()]
    assert "0.7     [Trams]" in lines and "0.8 − 0.8 × 0.5 = 0.4" in lines
    assert "+ 0.4     <Quiet>" in lines and "− 0.5     <Curves>" in lines


def test_one_title_and_another_semantics(run, weighed):
    result = run("strength", weighed, "<Quiet>", "--semantics", "quadratic-energy")
    assert result.code == 0 and "[Trams]" not in result.out and "0.64    <Quiet>" in result.out
    missing = run("strength", weighed, "Quite")
    assert missing.code == 2 and "did you mean <Quiet>?" in missing.err


def test_for_programs(run, weighed):
    report = json.loads(run("strength", weighed, "--format", "json").out)
    assert report["semantics"] == "df-quad" and report["problems"] == []
    quiet = report["arguments"]["Quiet"]
    assert (quiet["base"], quiet["given"], quiet["method"]) == (0.8, True, "direct")
    assert quiet["attackers"] == [{"title": "Curves", "strength": 0.5}]


def test_what_cannot_be_used_is_told_and_fails(run, tmp_path):
    (tmp_path / "odd.argdown").write_text("[A]: a.\n\n[B]: b. {strength: 2}\n  - [A]\n")
    result = run("strength", "odd.argdown")
    assert result.code == 1 and "odd.argdown:3:1: The strength of [B] is 2" in result.err
    assert "0.25    [B]" in result.out


def test_strengths_never_are_findings(run, weighed):
    assert run("check", weighed).out == ""


def test_the_names_on_the_command_line_are_those_of_the_library():
    assert list(command.SemanticsName) == [semantics.name for semantics in SEMANTICS]
    assert list(StandardName) == list(Standard)
    assert list(ModeName) == ["labels", *Mode]


def test_a_command_can_take_the_options(monkeypatch):
    import argmap

    app = typer.Typer()

    @app.command()
    def judge(
        mode: ModeOption = ModeName.LABELS,
        standards: StandardsOption = False,
        standard: StandardOption = StandardName.PREPONDERANCE,
        json: bool = False,
    ) -> None:
        chosen = chosen_mode(mode, standards)
        if chosen is None:
            typer.echo("labels")
            return
        print_judgements(argmap.loads(WEIGHED), chosen, standard=standard, as_json=json)

    def call(*words: str) -> str:
        return CliRunner().invoke(app, list(words)).stdout

    assert call() == "labels\n"
    quiet = "<Quiet> is out because it misses its standard, preponderance: 0.8 for it and 1"
    assert quiet in call("--standards") and quiet in call("--mode", "carneades")
    assert "clear" in call("--standards", "--standard", "clear")
    report = json.loads(call("--mode", "standards", "--json"))
    assert report["theses"] == ["Trams"] and report["statements"]["Trams"]["label"] == "out"

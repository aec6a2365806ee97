"""argmap strength, and argmap evaluate with proof standards."""

import json

import pytest
from time_limits import in_time

from argmap.cli import strength as command
from argmap.cli.evaluate import ModeName, StandardName
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


def test_titles_are_printed_once_and_in_document_order(run):
    text = "[A]: a.\n\n<A>: b.\n  +> [A]\n\n[B]: c.\n"
    titles = ["B", "A", "[A]"]
    report = json.loads(run("strength", "-", *titles, "--format", "json", text=text).out)
    assert (list(report["statements"]), list(report["arguments"])) == (["A", "B"], ["A"])
    printed = run("strength", "-", *titles, text=text).out
    assert printed.index("[A]\n") < printed.index("<A>\n") < printed.index("[B]\n")
    empty = run("strength", "-", "", text=text)
    assert empty.code == 2 and "a title is empty; write it as in the map" in empty.err


def test_many_supporters_take_no_quadratic_time():
    import argmap
    from argmap.model import NodeKind, NodeRef

    text = "[T]: t.\n" + "".join(f"  + [S{n}]: s.\n" for n in range(20_000))
    strengths = argmap.strength(argmap.loads(text))
    with in_time(5, of_processor=True):
        strength = strengths.of(NodeRef(NodeKind.STATEMENT, "T"))
    assert len(strength.supporters) == 20_000


@pytest.mark.parametrize(
    "words", [("--standards",), ("--mode", "standards"), ("--standard", "preponderance")]
)
def test_ways_to_ask_for_proof_standards(run, weighed, words):
    printed = run("evaluate", weighed, *words).out
    missed = "<Quiet> is out because it misses its standard, preponderance: 0.8 for it and 1"
    assert f"  out        {missed}" in printed
    assert printed.startswith("Main claims\n  out        [Trams] is out because its support fails")


def test_standards_and_modes(run, weighed):
    assert "clear: 0.8 for it" in run("evaluate", weighed, "--standard", "clear").out
    waiting = run("evaluate", weighed, "--mode", "carneades", "--standard", "scintilla").out
    assert "[Trams] is in because <Quiet> is in." in waiting
    report = json.loads(run("evaluate", weighed, "--standards", "--format", "json").out)
    assert report["theses"] == ["Trams"] and report["statements"]["Trams"]["label"] == "out"
    for words in (("--standards",), ("--standard", "clear")):
        refused = run("evaluate", weighed, "--mode", "labels", *words)
        assert refused.code == 2 and "proof standards go with --mode standards" in refused.err


def test_what_is_no_standard_is_told_and_fails(run):
    text = "[A]: a. {standard: sure}\n  - [B]: b.\n"
    result = run("evaluate", "-", "--standards", text=text)
    assert result.code == 1 and "<stdin>:1:1: The standard of [A] is 'sure'" in result.err
    assert "Main claims\n  out        [A] is out because it misses" in result.out
    assert run("evaluate", "-", text=text).code == 0

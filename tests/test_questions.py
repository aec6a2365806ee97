"""The library answers what the commands answer, by the same names."""

import json

import pytest
from typer.testing import CliRunner

import argmap
from argmap.analysis import answers
from argmap.analysis.whatif import CannotSuppose
from argmap.cli import app

MAP = "maps/huang.argdown"
TEXT = """\
[Trams]: Build trams.
  + <Quiet>: They are quiet.
    - <Curves>: In curves they squeal.
  + <Cheap>: They cost little.

[Buses]: Keep the buses.
  + <There>: We have them.
"""


@pytest.fixture
def graph():
    return argmap.loads(TEXT)


def printed(*arguments):
    result = CliRunner().invoke(app, [*arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("title", [None, "Must Be Allowed", "<Our Stack>"])
def test_each_answer_is_that_of_its_command(title):
    graph = argmap.load(MAP)
    for name, ask, report in (
        ("why", argmap.why, answers.report_proof),
        ("cruxes", argmap.cruxes, answers.report_cruxes),
        ("attacks", argmap.attacks, answers.report_battle),
    ):
        found = [report(each) for each in ask(graph, title)]
        told = printed(name, MAP, *([title] if title else []))
        assert told == (found if title is None else found[0]), name
        assert found


def test_options_reach_the_answer(graph):
    assert argmap.why(graph, "Trams", policy="sourced")[0].proof.verdict.label == "out"
    (shallow,) = argmap.why(graph, "Trams", depth=1)
    assert [child.shown.is_deeper for child in shallow.proof.children].count(True) <= 1
    (plain,) = argmap.cruxes(graph, "Trams")
    (under,) = argmap.cruxes(graph, "Trams", with_attacks=True, limit=1, size=2)
    assert plain.confirmed is None and under.confirmed and under.label == "in"
    assert len(under.sets) <= 1


def test_suppositions_of_every_kind(graph):
    assert not argmap.whatif(graph).changes
    out = argmap.whatif(graph, reject=["<Cheap>", "<Quiet>"])
    assert ("Trams", "out") in {(c.ref.title, c.after) for c in out.changes}
    added = argmap.whatif(graph, add_attack=["Buses:Trams"], accept=["Buses"])
    assert {c.ref.title for c in added.changes} == {"Trams"}
    back = argmap.whatif(graph, add_attack=["Trams:<Curves>"], add_support=["<Cheap>:Buses"])
    assert "Curves" in {c.ref.title for c in back.changes}


def test_without_a_title_each_main_claim_is_answered(graph):
    assert [e.proof.ref.title for e in argmap.why(graph)] == ["Trams", "Buses"]
    assert [f.steps.title(f.conclusion) for f in argmap.cruxes(graph)] == ["Trams", "Buses"]
    empty = argmap.loads("")
    assert argmap.why(empty) == argmap.cruxes(empty) == argmap.attacks(empty) == ()


def test_wrong_names_say_what_would_do(graph):
    for ask in (argmap.why, argmap.cruxes, argmap.attacks):
        with pytest.raises(argmap.ArgmapError, match=r"did you mean \[Trams\]"):
            ask(graph, "Tram")
        with pytest.raises(argmap.ArgmapError, match="lenient"):
            ask(graph, policy="kind")
    with pytest.raises(CannotSuppose, match="both rejected and accepted"):
        argmap.whatif(graph, reject=["Trams"], accept=["[Trams]"])
    with pytest.raises(CannotSuppose, match="X:Y"):
        argmap.whatif(graph, add_attack=["Trams"])


def test_they_are_imported_when_they_are_first_asked_for():
    assert {"why", "whatif", "cruxes", "attacks"} <= set(dir(argmap))
    assert argmap.__getattr__("why") is argmap.why

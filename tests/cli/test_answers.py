"""evaluate, why, whatif, cruxes and attacks as they are called."""

import json

import pytest


@pytest.mark.parametrize("command", ["why", "cruxes", "attacks"])
def test_without_a_title_there_is_an_answer_for_each_thesis(run, trams, command):
    answers = json.loads(run(command, trams, "--format", "json").out)
    assert [answer["title"] for answer in answers] == ["Trams"]
    answer = json.loads(run(command, trams, "Trams", "--format", "json").out)
    assert answer == answers[0]
    argument = json.loads(run(command, trams, "<Quiet>", "--format", "json").out)
    assert argument["title"] == "Quiet"
    assert "[Trams]" in run(command, trams).out


@pytest.mark.parametrize(
    "words",
    [
        ("why", "Tram"),
        ("cruxes", "[Tramz]"),
        ("attacks", "Trmas"),
        ("whatif", "--reject", "Tram"),
        ("whatif", "--add-attack", "Quiet:Tram"),
    ],
)
def test_an_unknown_title_is_met_with_a_suggestion(run, trams, words):
    result = run(words[0], trams, *words[1:])
    assert result.code == 2
    assert "did you mean [Trams]?" in result.err


@pytest.mark.parametrize("command", ["evaluate", "why", "whatif", "cruxes", "attacks"])
def test_an_unknown_policy_is_met_with_the_policies(run, trams, command):
    result = run(command, trams, "--policy", "strict")
    assert result.code == 2
    assert "lenient, declared, sourced" in result.err


@pytest.mark.parametrize("command", ["evaluate", "why", "whatif", "cruxes", "attacks"])
def test_a_map_without_a_thesis(run, command):
    result = run(command, "-", text="Only prose.\n")
    assert result.code == 0
    answer = json.loads(run(command, "-", "--format", "json", text="").out)
    assert answer == [] or answer.get("theses", answer.get("changed")) == []


def test_evaluate_prints_labels_and_what_is_incoherent(run):
    text = "===\nmodel: {mode: strict}\n===\n[C]\n  + [P]: p.\n  - <B>: b.\n"
    report = json.loads(run("evaluate", "-", "--format", "json", text=text).out)
    assert report["statements"]["C"]["label"] == "out"
    assert report["incoherent"] == [{"argument": None, "premises": ["P"], "conclusion": "C"}]
    assert "incoherent: [P] is in and would entail [C]" in run("evaluate", "-", text=text).out


def test_why_as_json_and_as_a_picture(run, trams, tmp_path):
    answer = json.loads(run("why", trams, "Trams", "--format", "json", "--svg", "why.svg").out)
    assert (answer["label"], answer["tree"]["node"]) == ("out", "Trams")
    (child,) = answer["tree"]["children"]
    assert (child["node"], child["label"], child["tie"]) == ("Quiet", "out", "resting on")
    assert child["children"][0]["node"] == "Curves"
    drawn = (tmp_path / "why.svg").read_text("utf-8")
    assert drawn.startswith("<svg") and "OUT" in drawn and "In tight curves" in drawn
    assert run("why", trams, "--svg", "-").out.startswith("<svg")


def test_whatif_as_json(run, trams):
    answer = json.loads(run("whatif", trams, "--reject", "Curves", "--format", "json").out)
    changes = {each["title"]: (each["before"], each["after"]) for each in answer["changed"]}
    assert changes == {"Trams": ("out", "in"), "Quiet": ("out", "in"), "Curves": ("in", "out")}
    assert all(each["reason"] for each in answer["changed"])
    assert run("whatif", trams).out == "Nothing changes.\n"


def test_cruxes_as_json(run, trams):
    answer = json.loads(run("cruxes", trams, "Trams", "--format", "json").out)
    assert answer["cruxes"] == [["Quiet"]]
    assert answer["single"] == ["Quiet"]
    assert answer["complete"] is True
    assert answer["loads"] == {"Quiet": 1}
    attacked = run("cruxes", trams, "Trams", "--with-attacks").out
    assert attacked == "[Trams] is out already.\n"


def test_attacks_as_json(run, trams):
    answer = json.loads(run("attacks", trams, "Trams", "--format", "json").out)
    (attack,) = answer["decisive"]
    assert (attack["source"], attack["target"], attack["after"]) == ("Curves", "Quiet", "in")
    assert attack["side"] == "against"
    assert answer["to_answer"] == ["Curves"]
    assert answer["turn"] == "for"
    assert answer["unanswered"] == {"for": [], "against": ["Curves"]}


def test_attacks_name_the_parties(run):
    text = "===\nspeakers: {Ann: {side: con}}\n===\n[T]\n  - [B]: b. {speaker: Ann}\n"
    answer = json.loads(run("attacks", "-", "T", "--format", "json", text=text).out)
    assert answer["decisive"][0]["parties"] == ["con"]


def test_labels_in_a_picture(run, trams):
    plain = run("render", trams, "-f", "svg", "-o", "-").out
    labelled = run("render", trams, "-f", "svg", "-o", "-", "--colour-by", "label").out
    assert ">OUT<" not in plain and ">OUT<" in labelled and ">IN<" in labelled

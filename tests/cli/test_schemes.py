"""argmap schemes, and what the rules about schemes say on the command line."""

import json
import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_schemes_are_listed(run):
    listed = run("schemes")
    assert listed.code == 0
    assert re.search(r"^expert-opinion +argument from expert opinion$", listed.out, re.MULTILINE)
    data = json.loads(run("schemes", "--format", "json").out)
    assert [entry["name"] for entry in data] == [
        line.split()[0] for line in listed.out.splitlines()
    ]


def test_one_scheme_is_printed_by_any_of_its_names(run):
    printed = run("schemes", "Argument from Expert Opinion")
    assert printed.code == 0 and printed.out == run("schemes", "expert-opinion").out
    for word in ("in-domain", "trustworthy", "Assumptions", "Exceptions", "ch. 9, no. 2"):
        assert word in printed.out
    data = json.loads(run("schemes", "authority", "--format", "json").out)
    assert data["name"] == "expert-opinion"
    assert {question["kind"] for question in data["questions"]} == {"assumption", "exception"}


def test_an_unknown_scheme_is_the_callers_mistake(run):
    result = run("schemes", "expert-opnion")
    assert (result.code, result.out) == (2, "")
    assert "did you mean expert-opinion?" in result.err


def test_open_questions_are_told_in_the_debate_profile_only(run):
    text = "[T]: t.\n  + <A>: a. {scheme: sign, cq: {strenth: true, other-cause: Nowhere}}\n"
    assert "SCH003" not in run("check", "-", text=text).out
    told = run("check", "-", "--profile", "debate", text=text).out
    for line in (
        "2 critical questions of <A> (argument from sign) are open.",
        "+ strength: Does A go with B often enough to be its sign?",
        "`cq:` has `strenth`, and this scheme has no such question.",
        '`cq:` answers `other-cause` with "Nowhere", which is not in the map.',
    ):
        assert line in told


def test_the_example_in_the_page_on_schemes_leaves_nothing_to_say_about_schemes(run):
    page = (DOCS / "schemes.md").read_text("utf-8")
    block = re.search(r"\n\n((?:    .*\n|\n)+)\n- \*\*`scheme:`", page)[1]
    text = re.sub("^    ", "", block, flags=re.MULTILINE)
    result = run("check", "-", "--select", "ALL", "--ignore", "SYN010", text=text)
    assert "<Chemist>" in text
    assert "SCH" not in result.out and "SYN" not in result.out

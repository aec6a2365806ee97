"""Which rules run, and how loudly they speak."""

import pytest

from argmap.checks import (
    RULES,
    Profile,
    Selection,
    Subject,
    UnknownProfile,
    UnknownRule,
    check,
    matching,
    profile_named,
)
from argmap.diagnostic import Severity
from argmap.errors import ArgmapError
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

BODY = "\n[T]: A thesis.\n  - <Bad>\n\n[Lost]: Lost.\n"


def run(front: str = "", selection: Selection | None = None) -> list[tuple[str, Severity]]:
    text = f"===\n{front}\n===\n{BODY}" if front else BODY
    subject = Subject(build_graph(parse(Source.of(text))))
    return [(d.code, d.severity) for d in check(subject, selection or Selection())]


def codes(front: str = "", selection: Selection | None = None) -> list[str]:
    return [code for code, _ in run(front, selection)]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("SUP001", ["SUP001"]),
        ("sup001", ["SUP001"]),
        ("unsupported-conclusion", ["SUP001"]),
        ("CIR", ["CIR001", "CIR002", "CIR003", "CIR004"]),
        ("SUP00", [f"SUP00{n}" for n in (1, 2, 3, 4, 5, 7, 9)]),
    ],
)
def test_selectors(selector: str, expected: list[str]) -> None:
    assert [rule.code for rule in matching(selector, RULES)] == expected


def test_all_means_all() -> None:
    assert matching("ALL", RULES) == RULES


@pytest.mark.parametrize(
    ("selector", "guess"),
    [("SUP01", ""), ("SUO001", "SUP001"), ("unsuported-conclusion", "unsupported-conclusion")],
)
def test_an_unknown_rule_is_named_with_the_nearest(selector: str, guess: str) -> None:
    if not guess:
        assert matching(selector, RULES)
        return
    with pytest.raises(UnknownRule, match=f"did you mean {guess}") as raised:
        matching(selector, RULES)
    assert isinstance(raised.value, ArgmapError)


def test_an_unknown_profile_lists_the_profiles() -> None:
    with pytest.raises(UnknownProfile, match="classroom, teach, debate, strict"):
        profile_named("clasroom")
    assert profile_named("Debate") is Profile.DEBATE


def test_select_and_ignore() -> None:
    assert codes() == ["SUP001", "SUP011", "SUP009"]
    assert codes(selection=Selection(select=("SUP",))) == ["SUP001", "SUP011", "SUP009"]
    assert codes(selection=Selection(ignore=("SUP011", "unconnected-node"))) == ["SUP001"]
    assert codes(selection=Selection(select=("ALL",), ignore=("SUP01", "VOI"))) == [
        "SUP001",
        "SUP009",
    ]
    with pytest.raises(UnknownRule):
        codes(selection=Selection(ignore=("NOPE",)))


def test_the_map_chooses_too() -> None:
    assert codes("check: {ignore: SUP011}") == ["SUP001", "SUP009"]
    assert codes("check: {ignore: [SUP011, unconnected-node]}") == ["SUP001"]
    assert codes("check: {select: [SUP009]}") == ["SUP009"]
    assert codes("check: {select: [SUP009]}", Selection(select=("SUP011",))) == ["SUP011"]
    everything = Selection(select=("ALL",), ignore=("VOI",))
    assert codes("check: {ignore: SUP011}", everything) == ["SUP001", "SUP009"]


def test_extend_select_adds_to_what_runs_anyway() -> None:
    everything = {"SUP001", "SUP011", "SUP009"}
    assert codes(selection=Selection(extend_select=("SYN010",)))[0:3] == codes()
    narrow = Selection(select=("SUP011",), extend_select=("SUP009",))
    assert codes(selection=narrow) == ["SUP011", "SUP009"]
    assert codes("check: {extendSelect: [SUP009], select: SUP011}") == ["SUP011", "SUP009"]
    assert codes("check: {extend-select: SUP009, select: SUP011}") == ["SUP011", "SUP009"]
    assert set(codes(selection=Selection(extend_select=("SUP",)))) == everything


def test_a_rule_that_is_asked_for_by_its_name_is_no_longer_ignored() -> None:
    front = "check: {ignore: [SUP]}"
    assert codes(front) == []
    assert codes(front, Selection(select=("SUP",))) == []
    assert codes(front, Selection(select=("SUP009",))) == ["SUP009"]
    assert codes(front, Selection(extend_select=("unconnected-node",))) == ["SUP009"]
    both = Selection(extend_select=("SUP009",), ignore=("SUP009",))
    assert codes(front, both) == []


def test_a_profile_of_the_caller_replaces_what_the_map_selects() -> None:
    front = "check: {select: SUP009}"
    assert codes(front, Selection(profile=Profile.CLASSROOM)) == codes()


def test_the_project_comes_before_the_map_and_the_map_before_the_caller() -> None:
    project = Selection(select=("SUP011",), severities={"SUP": Severity.INFO})
    subject = Subject(build_graph(parse(Source.of(BODY))))
    found = [(d.code, d.severity) for d in check(subject, project=project)]
    assert found == [("SUP011", Severity.INFO)]
    text = f"===\ncheck: {{extend-select: SUP009, severity: {{SUP009: error}}}}\n===\n{BODY}"
    subject = Subject(build_graph(parse(Source.of(text))))
    found = [(d.code, d.severity) for d in check(subject, project=project)]
    assert found == [("SUP011", Severity.INFO), ("SUP009", Severity.ERROR)]
    caller = Selection(select=("SUP001",))
    assert [d.code for d in check(subject, caller, project=project)] == ["SUP001"]


def test_the_map_sets_severities() -> None:
    found = run("check: {severity: {SUP001: info, SUP0: warning, SUP009: error}}")
    assert found == [
        ("SUP001", Severity.WARNING),
        ("SUP011", Severity.WARNING),
        ("SUP009", Severity.ERROR),
    ]


def test_the_strict_profile_raises_informations() -> None:
    front = "check: {severity: {SUP009: info}, profile: strict}"
    assert ("SUP009", Severity.WARNING) in run(front)


@pytest.mark.parametrize(
    "value",
    [
        "yes please",
        "{ignore: [SUP99]}",
        "{profile: school}",
        "{severity: loud}",
        "{severity: {SUP001: loud}}",
        "{severity: {SUP99: info}}",
        "{selcet: SUP001}",
        "{ignore: [[SUP001]]}",
        "{ignore: {SUP001: yes}}",
    ],
)
def test_what_makes_no_sense_is_reported(value: str) -> None:
    assert codes(f"check: {value}") == ["EXP002", "SUP001", "SUP011", "SUP009"]

"""The worked examples: findings, labels and theses are those that follow from the readings."""

import json
from pathlib import Path
from typing import Any

import pytest

from argmap.analysis import find_theses
from argmap.checks import RULES, Selection, Subject, check
from argmap.evaluation import evaluate, report_labels
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.argdown"))
_KNOWN = """SYN002 SYN006 SUP001 SUP002 SUP003 SUP004 SUP005 SUP007 SUP009 SUP010 SUP011 SUP012
    SUP014 CIR001 CIR002 CIR003 CIR004 CON001 CON002 CON004 REL001 REL003 REL004 STY001 STY004
    VOI005"""
KNOWN_TO_EXAMPLES = frozenset(_KNOWN.split())
IMPLEMENTED = frozenset(rule.code for rule in RULES)


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> tuple[Subject, dict[str, Any]]:
    path: Path = request.param
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
    source = Source.of(path.read_text(encoding="utf-8"), path.name)
    return Subject(build_graph(parse(source))), expected


def test_findings(example: tuple[Subject, dict[str, Any]]) -> None:
    subject, expected = example
    announced = [f for f in expected["findings"] if f["code"] in IMPLEMENTED]
    selection = Selection(select=tuple(sorted(KNOWN_TO_EXAMPLES & IMPLEMENTED)))
    found = [(d.code, d.title) for d in check(subject, selection)]
    for finding in announced:
        accepted = finding["any_of"]
        fitting = [
            (code, title)
            for code, title in found
            if code == finding["code"] and (accepted is None or title in accepted)
        ]
        assert fitting, finding
        found.remove(fitting[0])
    assert found == []


def test_labels_and_theses(example: tuple[Subject, dict[str, Any]]) -> None:
    subject, expected = example
    theses = find_theses(subject.steps)
    report: dict[str, Any] = report_labels(evaluate(subject.steps), theses.titles)
    for kind in ("statements", "arguments"):
        labels = {title: entry["label"] for title, entry in report[kind].items()}
        assert labels == expected["labels"][kind]
    assert report["theses"] == expected["theses"]
    assert theses.is_declared == expected["thesis_declared"]
    inferences = {
        (i["argument"], i["conclusion"], tuple(sorted(i["premises"]))): i["label"]
        for i in report["inferences"]
    }
    for i in expected["inferences"]:
        key = (i["argument"], i["conclusion"], tuple(sorted(i["premises"])))
        assert inferences[key] == i["label"]
    json.dumps(report)


def test_only_known_rules_speak(example: tuple[Subject, dict[str, Any]]) -> None:
    subject, _ = example
    assert {d.code for d in check(subject)} <= KNOWN_TO_EXAMPLES

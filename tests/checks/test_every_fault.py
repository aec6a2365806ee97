"""One map has every fault that there is, but for those that cannot share a map; they are beside."""

import re
from pathlib import Path

import pytest

import argmap
from argmap.checks import RULES
from argmap.checks.verdict import count_failures
from argmap.source import Source

HERE = Path(__file__).parent
BROKEN = HERE.parents[1] / "maps" / "broken.argdown"
BESIDE = sorted((HERE / "beside").glob("*.argdown"))
FAR = 10
"""How many lines below its comment a fault may stand."""

CODES = {rule.code for rule in RULES}
APART = {
    "EXP001": '"SUP001 [Way Home]"',
    "EXP002": "nobody takes the bus",
}
"""Codes that are only beside, and an announcement that would bring each into the broken map."""


def found_in(path):
    return argmap.check(argmap.load(path))


def codes_beside():
    return {code for path in BESIDE for _, code in announced(path)}


def announced(path):
    lines = path.read_text("utf-8").splitlines()
    found = [(n, re.findall(r"(?://|#) expect: (\S+)", line)) for n, line in enumerate(lines, 1)]
    return [(number, code) for number, codes in found for code in codes]


def test_the_broken_map_and_those_beside_it_have_every_fault():
    broken = {finding.code for finding in found_in(BROKEN)}
    assert broken | codes_beside() == CODES
    assert CODES - broken == APART.keys()


def test_the_broken_map_announces_each_of_its_faults_by_its_code():
    entries = argmap.load(BROKEN).settings["expect"]
    assert {entry.split()[0] for entry in entries} == CODES - APART.keys()


def test_a_comment_above_each_fault_says_what_is_wrong():
    """Faults of the front matter are told where they would be if they were elsewhere."""
    source = Source.of(BROKEN.read_text("utf-8"))
    lines = source.text.splitlines()
    head = lines.index("*/")
    told = [
        {code for code in CODES if code in line} if line.lstrip().startswith("// ") else set()
        for line in lines
    ]
    for finding in found_in(BROKEN):
        line = source.locate(finding.span.start).line
        nearby = told[head:] if line <= head else told[max(line - FAR, 0) : line]
        also = finding.code == "SYN010"  # told once, for four places
        assert also or any(finding.code in codes for codes in nearby), finding.finding.message


@pytest.mark.parametrize("path", BESIDE, ids=lambda path: path.stem)
def test_a_map_beside_has_what_it_announces_and_says_why_it_is_apart(path):
    text = path.read_text("utf-8")
    locate = Source.of(text).locate
    found = [(locate(finding.span.start).line, finding.code) for finding in found_in(path)]
    assert found == announced(path)
    assert "\n// Apart, because " in text


@pytest.mark.parametrize("code", APART)
def test_what_is_only_beside_cannot_be_announced(code, tmp_path):
    """Brought into the broken map, it fails the check even if the map announces it."""
    text = BROKEN.read_text("utf-8").replace("../seeds", str(BROKEN.parents[1] / "seeds"))
    path = tmp_path / "broken.argdown"
    path.write_text(text.replace("expect:\n", f"expect:\n  - {code}\n  - {APART[code]}\n"))
    graph = argmap.load(path, allow=[BROKEN.parents[1]])
    found = argmap.check(graph, allow=[BROKEN.parents[1]])
    assert count_failures(found, "info") > 0
    assert code in {finding.code for finding in found if not finding.expected}


def test_what_is_beside_for_another_reason_shows_another_side_of_its_rule():
    """Those rules speak in the broken map, about something else."""
    assert codes_beside() - APART.keys() <= {finding.code for finding in found_in(BROKEN)}

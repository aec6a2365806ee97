"""What is done with findings, as targets: profiles, formats, fixes, comments and known findings."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import argmap
from argmap.checks import Profile
from argmap.checks.fixing import ROUNDS, fix_map
from argmap.checks.verdict import Checked, Look
from argmap.diagnostic import Diagnostic
from argmap.linting import Linter, Request
from argmap.linting.ignoring import add_ignores
from argmap.rendering.findings import FORMATS, FindingsOptions, write_findings
from argmap.rendering.findings.statistics import write_statistics
from argmap.source import Source
from argmap.syntax import ARGMAP, REFERENCE, parse

PATH = "<text>"
_ALL = argmap.checks.Selection(select=("ALL",), strict_syntax=True)
_WORD = re.compile(r"word\d*")
_ENDS = tuple(".!?…。！？»”\"'）)`:")


def check_with_profiles(text: str) -> str:
    """Check with each profile, in both dialects, and with shorthand written out."""
    found: list[tuple[Diagnostic, ...]] = []
    for dialect in (ARGMAP, REFERENCE):
        source = Source.of(text)
        graph = argmap.pipeline.read_graph(source, dialect=dialect)
        found += [argmap.check(graph, profile=profile) for profile in Profile]
        found.append(argmap.check(graph, select=["ALL"], strict_syntax=True))
    found.append(argmap.check(argmap.loads(text, shorthand=True), select=["ALL"]))
    for diagnostics in found:
        for diagnostic in diagnostics:
            assert_worded(diagnostic)
    return repr(found)


def write_formats(text: str) -> str:
    """Write what is found in each format, and read it again."""
    checked = _look(text).checked
    options = FindingsOptions(version="1", unreadable=("x.argdown: it is not there",))
    written = {name: write_findings(name, [checked], options) for name in FORMATS}
    for name, each in written.items():
        each.encode("utf-8")
        if name != "json":
            assert all(c.isprintable() or c in "\n\t" for c in each if c < "\x7f"), name
    count = len(checked.diagnostics)
    assert len(json.loads(written["json"], parse_constant=_no_constant)) == count
    lines = written["jsonl"].split("\n")[:-1]
    assert len([json.loads(line, parse_constant=_no_constant) for line in lines]) == count
    assert len(json.loads(written["sarif"])["runs"][0]["results"]) == count
    json.loads(written["gitlab"])
    ET.fromstring(written["junit"].encode())
    assert written["github"].count("\n::") <= len(written["github"].split("\n"))
    counted = [write_statistics(name, [checked]) for name in ("full", "json")]
    return "".join([*written.values(), *counted])


def fix(text: str) -> str:
    """Fix what can be fixed: nothing is lost by safe fixes, and fixing again changes nothing."""
    results = [text]
    for unsafe in (False, True):
        once = _fixed(text, unsafe=unsafe)
        assert _fixed(once, unsafe=unsafe) == once, f"fixed twice differs ({unsafe=})"
        if not unsafe:
            lost = _what_is_said(text) - _what_is_said(once)
            assert not lost, f"lost: {sorted(lost)[:3]}"
        assert set(_WORD.findall(text)) <= set(_WORD.findall(once)), "a word is lost"
        results.append(once)
    return "".join(results)


def _what_is_said(text: str) -> set[str]:
    """Return the texts of all statements and arguments, without blanks."""
    graph = argmap.loads(text, PATH)
    texts = (
        occurrence.text.plain
        for nodes in (graph.statements, graph.arguments)
        for node in nodes.values()
        for occurrence in node.occurrences
        if occurrence.text is not None
    )
    return {"".join(each.split()) for each in texts}


def _fixed(text: str, *, unsafe: bool) -> str:
    rounds = 0

    def again(texts: Mapping[str, str]) -> Look:
        nonlocal rounds
        rounds += 1
        return _look(texts.get(PATH, text))

    fixed = fix_map(_look(text), again, unsafe=unsafe)
    assert rounds < 4 * ROUNDS
    return fixed.texts.get(PATH, text)


def ignore(text: str) -> str:
    """Write comments that silence what is found: only comments are new, twice is the same."""
    place = _place()
    # Where the reference gives up moves with every line that is added above the place.
    linter = Linter(Request(replace(_ALL, ignore=("SYN010",))))
    first = _ignored(linter, place, text)
    assert _ignored(linter, place, first) == first, "silenced twice differs"
    before, after = parse(Source.of(text)), parse(Source.of(first))
    assert len(before.items) == len(after.items)
    rest = iter(first)
    assert all(character in rest for character in text), "something is lost"
    return first


def _ignored(linter: Linter, place: Path, text: str) -> str:
    place.write_bytes(text.encode("utf-8", "replace"))
    return add_ignores(linter, str(place), "for a reason").text


@cache
def _place() -> Path:
    """Return a file in a folder of its own, which has settings of its own."""
    folder = Path(mkdtemp())
    (folder / "argmap.toml").write_text("")
    return folder / "map.argdown"


def _look(text: str) -> Look:
    graph = argmap.loads(text, PATH)
    found = argmap.pipeline.check_selected(graph, _ALL)
    problems = (*graph.document.problems, *graph.problems)
    return Look(Checked(graph.document.source, found), problems)


def assert_worded(diagnostic: Diagnostic) -> None:
    """Assert that a message is one whole sentence on one line, and so is every other line."""
    finding = diagnostic.finding
    assert finding.message.endswith(_ENDS), finding
    assert finding.message == finding.message.strip(), finding
    assert finding.help == finding.help.strip(), finding
    for line in (finding.message, finding.help, *finding.notes):
        assert "\n" not in line and "\r" not in line, f"more than a line: {line!a}"


def _no_constant(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")

"""Every rule has a fixture, a page and a line in RULES; fixtures carry their expectations."""

import pkgutil
import re
from pathlib import Path

import pytest

from argmap.checks import (
    RULES,
    Profile,
    Rule,
    Selection,
    Subject,
    check,
    explain,
    find_rule,
    rules,
)
from argmap.checks.selection import is_on
from argmap.diagnostic import Finding
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

HERE = Path(__file__).parent
FIXTURES = sorted((HERE / "fixtures").glob("*.argdown"))
SOURCES = {
    "minutes": "Most said: ‘most  readers come, if at all,\non Sundays’. The staff agree.",
    "letter": None,
}
BY_CODE = [pytest.param(rule, id=rule.code) for rule in RULES]


def subject_of(text: str) -> Subject:
    return Subject(build_graph(parse(Source.of(text))), SOURCES)


def selection_for(announced: set[str]) -> Selection:
    """The rules of the default profile, and what a fixture announces besides."""
    usual = [rule.code for rule in RULES if is_on(rule, Profile.CLASSROOM)]
    return Selection(select=(*usual, *sorted(announced)))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_fixture_reports_exactly_what_it_announces(fixture: Path) -> None:
    text = fixture.read_text(encoding="utf-8")
    announced = [
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        for code in re.findall(r"(?://|#) expect: (\S+)", line)
    ]
    source = Source.of(text)
    reported = [
        (source.locate(d.span.start).line, d.code)
        for d in check(subject_of(text), selection_for({code for _, code in announced}))
    ]
    assert reported == announced
    assert fixture.stem in [code for _, code in announced]


def test_every_rule_file_is_registered_under_its_name() -> None:
    files = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    registered = sorted(rule.find.__module__.rsplit(".", 1)[-1] for rule in RULES)
    made_elsewhere = [name for name in files if name not in registered]
    assert len(files) == len(RULES)
    assert len(made_elsewhere) == registered.count("rule")


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", BY_CODE)
def test_every_rule_has_a_fixture_and_a_page(rule: Rule) -> None:
    assert (HERE / "fixtures" / f"{rule.code}.argdown").exists()
    page = explain(rule)
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    assert "## Why" in page
    assert page.count("```argdown") >= 2
    index = (HERE.parents[1] / "docs" / "rules" / "README.md").read_text(encoding="utf-8")
    assert f"[{rule.code}](../../src/argmap/checks/pages/{rule.code}.md)" in index
    assert rule.name in index


@pytest.mark.parametrize("rule", BY_CODE)
def test_pages_show_a_bad_and_a_good_map(rule: Rule) -> None:
    """The first map on a page makes the rule speak, the second keeps it silent."""
    bad, good = re.findall(r"```argdown\n(.*?)```", explain(rule), re.DOTALL)[:2]
    selection = Selection(select=("ALL",))

    def codes(text: str) -> set[str]:
        return {diagnostic.code for diagnostic in check(subject_of(text), selection)}

    assert rule.code in codes(bad)
    assert rule.code not in codes(good)


@pytest.mark.parametrize("rule", BY_CODE)
def test_findings_are_said_in_house_style(rule: Rule) -> None:
    text = (HERE / "fixtures" / f"{rule.code}.argdown").read_text(encoding="utf-8")
    for diagnostic in check(subject_of(text), Selection(select=(rule.code,))):
        finding: Finding = diagnostic.finding
        assert finding.message.endswith(".")
        assert "\n" not in finding.message
        if finding.help:
            assert finding.help[0].islower() or finding.help[0] == "`"
            assert finding.help[-1] in ".?"
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert find_rule("sup001") is find_rule("unsupported-conclusion")

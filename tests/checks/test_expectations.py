"""`expect:` makes a map a test of itself."""

import pytest

from argmap.checks import Selection, Subject, check
from argmap.diagnostic import Diagnostic
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

BODY = """
[T]: A thesis.
  - <Bad>

The city should ban fireworks.
  - [N]: No.
"""


def run(expect: str, selection: Selection | None = None) -> list[tuple[str, str | None, bool]]:
    return [(d.code, d.title, d.expected) for d in diagnostics(expect, selection)]


def diagnostics(expect: str, selection: Selection | None = None) -> tuple[Diagnostic, ...]:
    text = f"===\nexpect:\n{expect}\n===\n{BODY}" if expect else BODY
    subject = Subject(build_graph(parse(Source.of(text))))
    return check(subject, selection or Selection())


FOUND = [("SUP001", "T"), ("SUP011", "Bad"), ("SUP001", "Untitled 1")]


def test_without_a_list_nothing_is_expected() -> None:
    assert run("") == [(code, title, False) for code, title in FOUND]


@pytest.mark.parametrize(
    ("entry", "code", "title"),
    [
        ('- "SUP001 [T]"', "SUP001", "T"),
        ("- SUP001 [T]", "SUP001", "T"),
        ("- unsupported-conclusion [T]", "SUP001", "T"),
        ("- SUP011 <Bad>", "SUP011", "Bad"),
        ('- SUP001 "The city should ban fireworks."', "SUP001", "Untitled 1"),
        ("- 'SUP001 \"The city should…\"'", "SUP001", "Untitled 1"),
    ],
)
def test_an_announced_finding_is_shown_and_expected(entry: str, code: str, title: str) -> None:
    assert run(entry) == [(c, t, (c, t) == (code, title)) for c, t in FOUND]


@pytest.mark.parametrize(
    "entry",
    ["- SUP001 <T>", "- SUP011 [Bad]", "- SUP001 [N]", '- SUP001 "T"', "- SUP001", "- SUP002 [T]"],
)
def test_an_announced_finding_that_is_not_made_is_missing(entry: str) -> None:
    found = run(entry)
    assert [code for code, _, _ in found] == ["EXP001", "SUP001", "SUP011", "SUP001"]
    assert not any(expected for _, _, expected in found)


def test_each_entry_stands_for_one_finding() -> None:
    found = run("- SUP001 [T]\n- SUP001 [T]")
    assert [(code, expected) for code, _, expected in found] == [
        ("EXP001", False),
        ("SUP001", True),
        ("SUP011", False),
        ("SUP001", False),
    ]


def test_the_missing_one_is_shown_where_it_is_announced() -> None:
    missing = diagnostics("  - SUP001 [T]\n  - SUP002 [T]")[0]
    assert missing.code == "EXP001"
    assert missing.finding.message == "The map expects SUP002 [T], and the check does not find it."
    text = f"===\nexpect:\n  - SUP001 [T]\n  - SUP002 [T]\n===\n{BODY}"
    assert Source.of(text).slice(missing.span) == "SUP002 [T]"
    assert Source.of(text).locate(missing.span.start).line == 4


def test_a_finding_about_the_file_is_announced_by_its_code() -> None:
    text = "===\nexpect: [SUP007]\n===\n\n<A>: a.\n  - <B>: b.\n"
    found = check(Subject(build_graph(parse(Source.of(text)))))
    assert [(d.code, d.expected) for d in found] == [("SUP012", False), ("SUP007", True)]


@pytest.mark.parametrize(
    "entry",
    ["- the thesis has no support", "- SUP999 [T]", "- {SUP001: T}", "- 7", "- SUP [T]", "-"],
)
def test_what_cannot_be_read_is_reported(entry: str) -> None:
    assert [code for code, _, _ in run(entry)] == ["EXP002", "SUP001", "SUP011", "SUP001"]


def test_a_selection_narrows_both_sides() -> None:
    both = "- SUP001 [T]\n- SUP011 <Gone>"
    sup001 = Selection(select=("SUP001",))
    assert run(both, sup001) == [("SUP001", "T", True), ("SUP001", "Untitled 1", False)]
    assert [c for c, _, _ in run(both, Selection(ignore=("SUP011",)))] == ["SUP001", "SUP001"]
    assert run("- SUP001 [Gone]", sup001)[0][0] == "EXP001"
    ignoring = Selection(select=("SUP011",), ignore=("EXP001",))
    assert run("- SUP011 <Gone>", ignoring) == [("SUP011", "Bad", False)]

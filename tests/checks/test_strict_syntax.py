"""SYN010: when it runs, and that one fault is one finding."""

from argmap.checks import Selection, Subject, check
from argmap.diagnostic import Diagnostic
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

STRICT = Selection(strict_syntax=True)
PROSE = "[T]: A snake_case word.\n  + [R]: A reason.\n"


def found(text: str, selection: Selection) -> list[Diagnostic]:
    return list(check(Subject(build_graph(parse(Source.of(text)))), selection))


def codes(text: str, selection: Selection = STRICT) -> list[str]:
    return [diagnostic.code for diagnostic in found(text, selection)]


def test_it_is_off_unless_it_is_asked_for() -> None:
    assert codes(PROSE, Selection()) == []
    assert codes(PROSE) == ["SYN010"]
    assert codes(PROSE, Selection(select=("refused-by-reference",))) == ["SYN010"]
    assert codes(PROSE, Selection(select=("CIR",), strict_syntax=True)) == ["SYN010"]
    assert codes(PROSE, Selection(ignore=("SYN010",), strict_syntax=True)) == []


def test_a_map_can_ask_for_it() -> None:
    front = "===\ncheck: {{strictSyntax: {}}}\n===\n\n"
    assert codes(front.format("true") + PROSE, Selection()) == ["SYN010"]
    assert codes(front.format("false") + PROSE, Selection()) == []
    assert codes(front.format("maybe") + PROSE, Selection()) == ["EXP002"]


def test_it_does_not_repeat_what_is_reported_for_the_line() -> None:
    assert codes("[T]: t.\n  + [R]: r.\n\n  + [S]: s.\n") == ["SYN001"]
    assert codes("<A>: a. #todo\n\n(1) [P]: p\n(2) [Q]: q\n") == ["SYN007"]
    assert codes("[T]: t. {a: [}\n  + [R]: r.\n") == ["SYN004"]


def test_what_is_announced_or_milder_does_not_stand_for_it() -> None:
    """Otherwise a map that the reference refuses would pass."""
    relation = "[T]: t.\n  + [R]: r.\n\n  + [S]: s.\n"
    announced = "===\nexpect: [SYN001]\n===\n\n" + relation
    assert [(d.code, d.expected) for d in found(announced, STRICT)] == [
        ("SYN001", True),
        ("SYN010", False),
    ]
    milder = "===\ncheck: {severity: {SYN001: info}}\n===\n\n" + relation
    assert codes(milder) == ["SYN001", "SYN010"]


def test_it_reads_the_text_and_not_what_argmap_makes_of_it() -> None:
    assert codes("", STRICT) == ["SYN010"]
    assert codes("\ufeff[T]: t. #todo\n") == ["SYN010"]
    assert "SYN010" not in codes("[T]: t. {a: &x [1], b: *x}\n  + [R]: r.\n")

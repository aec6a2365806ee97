"""Shorthand, example by example: what is typed, and the Argdown that it is read as.

`shorthand/*.txt` hold the examples. ARGMAP_UPDATE_GOLDEN=1 writes down what comes out now, to be
reviewed as a difference.
"""

import os
import re
from pathlib import Path

import pytest
from argdown_texts import FRAGMENTS
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.source import Source, Span
from argmap.syntax import parse
from argmap.syntax.rewriting import Rewriter, follow
from argmap.syntax.shorthand import asks_for_shorthand, expand_shorthand

FOLDER = Path(__file__).parent / "shorthand"
MAPS = Path(__file__).parents[2] / "maps"
EXAMPLE = re.compile(
    r"^%%% (?P<name>.+)\n(?P<text>(?:.*\n)*?)---> *\n(?P<written>(?:(?!%%% ).*\n)*)", re.M
)


def expanded(text):
    return expand_shorthand(Source.of(text, "map.argdown"))


def spelled_out(text):
    """Return what a text is written out as, and a line for each problem, at its place."""
    source, problems = expanded(text)
    lines = [source.text.rstrip()]
    for code, finding in problems:
        _, line, column = source.locate(finding.span.start)
        lines.append(f"! {code} {line}:{column} {finding.message} help: {finding.help}")
    return "\n".join(lines)


def _rewritten(match):
    return f"%%% {match['name']}\n{match['text']}--->\n{spelled_out(match['text'])}\n\n"


if "ARGMAP_UPDATE_GOLDEN" in os.environ:
    for file in FOLDER.glob("*.txt"):
        golden = EXAMPLE.sub(_rewritten, file.read_text(encoding="utf-8"))
        file.write_text(golden.rstrip() + "\n", encoding="utf-8")

EXAMPLES = [
    (file, match)
    for file in sorted(FOLDER.glob("*.txt"))
    for match in EXAMPLE.finditer(file.read_text(encoding="utf-8"))
]
NAMES = [f"{file.stem}-{match['name']}" for file, match in EXAMPLES]


def test_all_examples_are_found():
    for file in FOLDER.glob("*.txt"):
        rows = re.findall(r"^%%% \S", file.read_text(encoding="utf-8"), re.M)
        assert len(rows) == sum(found == file for found, _ in EXAMPLES)
    assert len(set(NAMES)) == len(NAMES) > 30


@pytest.mark.parametrize(("file", "match"), EXAMPLES, ids=NAMES)
def test_an_example_is_written_out(file, match):
    assert spelled_out(match["text"]) == match["written"].rstrip()


@pytest.mark.parametrize(("file", "match"), EXAMPLES, ids=NAMES)
def test_line_ends_and_byte_order_mark_change_nothing(file, match):
    plain = spelled_out(match["text"])
    assert spelled_out(match["text"].replace("\n", "\r\n")).replace("\r\n", "\n") == plain
    assert spelled_out("\ufeff" + match["text"]) == "\ufeff" + plain
    source, _ = expanded(match["text"].replace("\n", "\r\n"))
    assert source.text.count("\n") == source.text.count("\r\n")


@pytest.mark.parametrize(("file", "match"), EXAMPLES, ids=NAMES)
def test_what_is_written_out_is_no_shorthand(file, match):
    source, _ = expanded(match["text"])
    again, problems = expanded(source.text)
    assert again.text == source.text
    assert again.rewriting is None and problems == ()


def test_the_example_in_the_documents_is_true():
    page = Path(__file__).parents[2] / "docs/language.md"
    section = page.read_text("utf-8").split("## Shorthand", 1)[1].split("\n## ", 1)[0]
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", section, re.M)
    typed, written = (re.sub(r"^    ", "", block, flags=re.M).strip() for block in blocks)
    assert spelled_out(typed) == written


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.argdown")), ids=lambda path: path.stem)
def test_maps_in_plain_argdown_stay_as_they_are(path):
    source = Source.of(path.read_text("utf-8"), str(path))
    assert expand_shorthand(source) == (source, ())


# -- places -------------------------------------------------------------------------------------


def places(text, **options):
    """Return the code and place of all that is found in a text, and the line that is shown."""
    graph = argmap.loads(text, shorthand=True)
    source = graph.document.source
    return [
        (d.code, *source.locate(d.span.start)[1:], source.line_at(d.span.start))
        for d in argmap.check(graph, **options)
    ]


def test_findings_point_at_what_was_typed():
    text = (
        "1. I exist\n2. Everything has a cause\n\n# Part\n"
        "3. Everything has a cause (2)\n4. Nobody knows {soruce: s} (3)\n"
    )
    assert places(text, select=["CIR003", "SYN005"]) == [
        ("CIR003", 5, 28, "3. Everything has a cause (2)"),
        ("SYN005", 6, 18, "4. Nobody knows {soruce: s} (3)"),
    ]
    text = "- Trams {soruce: s}\n  - quiet [\n\t<- [A] and more\n"
    assert places(text, select=["SYN"], ignore=["SYN010"]) == [
        ("SYN005", 1, 10, "- Trams {soruce: s}"),
        ("SYN001", 3, 5, "\t<- [A] and more"),
    ]


def test_what_is_written_for_the_author_stands_where_it_was_asked_for():
    text = "intro\n\n1. a\n2) b\n3. c d (1, 2). {x: y}\n"
    source, _ = expanded(text)

    def place(written, at=0):
        return source.locate(source.text.index(written) + at)[1:]

    assert place("[1]: a") == (3, 1) and place("[1]: a", 3) == (3, 3)
    assert place("[1]: a", 5) == (3, 4)
    assert place("[2]: b", 5) == (4, 4)
    assert place("c d.") == (5, 4) and place("c d.", 3) == (5, 14)
    assert place("linked: true") == (5, 8) and place("x: y") == (5, 17)
    assert place("+ [1]") == place("+ [1]", 4) == (5, 9)
    assert place("+ [2]") == (5, 12)
    end = source.locate(len(source.text))
    assert end == Source.of(text).locate(len(text))._replace(path="map.argdown")


def test_every_typed_character_of_words_keeps_its_place():
    text = "1. alpha\n2. beta\n   gamma (1)\n\n- delta\n\t- epsilon // zeta\n"
    source, _ = expanded(text)
    for word in ("alpha", "beta", "gamma", "delta", "epsilon", "// zeta"):
        there = Span(source.text.index(word), source.text.index(word) + len(word))
        typed = source.typed_span(there)
        assert typed == Span(text.index(word), text.index(word) + len(word))
        assert source.locate(there.start)[1:] == Source.of(text).locate(typed.start)[1:]
    assert source.typed_span(Span(0, 3)) is None
    assert source.typed is not source and source.typed.text == text


def test_problems_of_the_parser_and_of_the_numbers_come_together():
    text = "1. a\n1. b\n3. c (7)\n\n[X] y\n"
    graph = argmap.loads(text, shorthand=True)
    source = graph.document.source
    found = [(p.code, source.locate(p.finding.span.start).line) for p in graph.document.problems]
    assert found == [("SYN006", 2), ("SYN008", 3), ("SYN001", 5)]


def test_edits_of_what_nobody_typed_are_not_offered():
    from argmap.checks.report import report_findings

    text = "1. a\n2. b (1)\n\n[2]\n  + [1]\n\n[Z] z\n"
    graph = argmap.loads(text, shorthand=True)
    reported = report_findings(graph.document.source, argmap.check(graph))
    fixes = {entry["code"]: entry["fix"] for entry in reported}
    start = text.index("[Z]") + 3
    edit = {"start": start, "end": start, "text": ":"}
    assert fixes["SYN001"] == {"safe": False, "edits": [edit]}
    start = text.index("\n  + [1]")
    assert fixes["REL004"]["edits"] == [{"start": start, "end": start + 8, "text": ""}]
    twice = argmap.loads("1. [A]: a\n\n[T]: b\n  + [A]\n\n2. [T] (1)\n", shorthand=True)
    reported = report_findings(twice.document.source, argmap.check(twice, select=["REL004"]))
    assert [(entry["line"], entry["fix"]) for entry in reported] == [(6, None)]


def test_problems_follow_the_text_that_they_are_about():
    source = Source.of("one two three", "map.argdown")
    rewriter = Rewriter(source)
    rewriter.replace(Span(4, 8), "2 ")
    rewriter.insert(8, "new ")
    written = rewriter.finish()
    assert written.text == "one 2 new three"
    from argmap.diagnostic import Finding, Problem

    spans = [Span(0, 3), Span(4, 7), Span(8, 13), Span(13, 13)]
    moved = follow([Problem("SYN001", Finding(span, "m")) for span in spans], written)
    assert [written.slice(problem.finding.span) for problem in moved] == ["one", "2 ", "three", ""]
    assert Rewriter(source).finish() is source


# -- the key, and reading -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "is_on"),
    [("true", True), ("yes", True), ("on", True), ("false", False), ("no", False), ("", False),
     ("[true]", False)],
)  # fmt: skip
def test_the_front_matter_asks_for_it(value, is_on):
    text = f"===\ntitle: t\nshorthand: {value}\n===\n\n1. a\n2. b (1)\n"
    assert asks_for_shorthand(Source.of(text)) is is_on
    assert ("2" in argmap.loads(text).statements) is is_on


@pytest.mark.parametrize(
    "text",
    ["1. a\n2. b (1)\n", "shorthand: true\n\n1. a\n2. b (1)\n", "===\nshorthand: true\n\n1. a\n",
     "1. a\n\n===\nshorthand: true\n===\n", "===\nshorthand: {\n===\n\n1. a\n"],
)  # fmt: skip
def test_without_the_key_nothing_changes(text):
    source = Source.of(text)
    is_asked = asks_for_shorthand(source)
    assert argmap.loads(text).document == parse(source) or is_asked
    assert is_asked == text.startswith("===\nshorthand: true")


def test_the_key_is_no_finding():
    text = "===\nshorthand: true\n===\n\n1. a\n2. b\n3. c (1, 2)\n"
    graph = argmap.loads(text)
    assert argmap.check(graph, select=["ALL"], ignore=["SUP", "SRC"]) == ()
    assert argmap.evaluate(graph).steps.titles((0, 1, 2)) == ("1", "2", "3")


def test_included_files_may_be_shorthand_too(tmp_path):
    (tmp_path / "part.argdown").write_text("3. c (1, 2)\n4. d (9)\n")
    (tmp_path / "main.argdown").write_text(
        "1. a\n2. b\n\n@include(part.argdown)\n\n@include(missing.argdown)\n\n5. e (4)\n"
    )
    graph = argmap.load(tmp_path / "main.argdown", shorthand=True)
    assert list(graph.statements) == ["1", "2", "3", "4", "5"]
    source = graph.document.source
    found = [
        (Path(place.path).name, place.line, source.slice(problem.finding.span)[:2])
        for problem in graph.document.problems
        for place in [source.locate(problem.finding.span.start)]
    ]
    assert found == [("main.argdown", 6, "/*"), ("part.argdown", 2, "9")]
    place = source.locate(graph.statements["3"].span.start)
    assert (Path(place.path).name, place.line) == ("part.argdown", 1)


# -- any text -------------------------------------------------------------------------------------

TYPED = (
    "1. ", "\n2. ", "\n\n3. ", " (1)", " (1, 2)", "（1，2）", " (from 1 and 2).", " (7)", "\n- ",
    "\n  - ", "\n\t- ", "\n    * ", "\n• ", "\n　- ", "\n  <- ", "\n(1) ", "\n(2) ", "\n3) ", "４．",
    "\n\n- ", "\n\n* ", "- ", "\n   wrapped", " (1-3)", "\n----\n", "\n\n1. ",
    "===\nshorthand: true\n===\n\n",
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(
        *[st.sampled_from(TYPED)] * 4, *[st.sampled_from(FRAGMENTS)] * 2, st.text(max_size=4)
    ),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_can_be_read(text):
    source, problems = expanded(text)
    typed = Source.of(text, "map.argdown")
    last = typed.locate(len(text)).line
    for offset in range(len(source.text) + 1):
        path, line, column = source.locate(offset)
        assert path == "map.argdown" and 1 <= line <= last and column >= 1
        assert source.line_at(offset) in text
    for _, finding in problems:
        assert 0 <= finding.span.start <= finding.span.end <= len(source.text)
        assert finding.message.endswith(".") and finding.help.endswith(".")
    assert expanded(source.text)[0].text == source.text


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_can_be_checked_and_converted(text):
    graph = argmap.loads(text, shorthand=True)
    argmap.check(graph, select=["ALL"])
    argmap.convert(graph, "argdown-json")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.text("abc ", min_size=1), st.lists(st.integers(1, 12)))))
def test_every_number_above_is_an_arrow(entries):
    lines, wanted = [], set()
    for number, (words, numbers) in enumerate(entries, 1):
        above = sorted({other for other in numbers if other < number})
        lines.append(f"{number}. x{words}" + (f" ({', '.join(map(str, above))})" if above else ""))
        wanted |= {(str(other), str(number)) for other in above}
    graph = argmap.loads("\n".join(lines), shorthand=True)
    assert {(r.source.title, r.target.title) for r in graph.relations} == wanted
    assert list(graph.statements) == [str(number) for number in range(1, len(entries) + 1)]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from("-*•")), min_size=1))
def test_a_line_of_an_outline_supports_the_nearest_one_that_is_indented_less(rows):
    rows[0] = (0, rows[0][1])
    text = "".join(f"{' ' * width}{bullet} n{i}\n" for i, (width, bullet) in enumerate(rows))
    graph = argmap.loads(text, shorthand=True)
    texts = {title: statement.text for title, statement in graph.statements.items()}
    wanted = []
    for i, (width, _) in enumerate(rows):
        owners = [j for j in range(i) if rows[j][0] < width and width > 0]
        wanted += [(f"n{i}", f"n{owners[-1]}")] if owners else []
    assert [(texts[r.source.title], texts[r.target.title]) for r in graph.relations] == wanted


@pytest.mark.parametrize(
    "unit",
    ["1. a (1)\n", "1. ", "- a\n", "- \n", "- a\n  - b\n", "(1, ", "1. a (1 ", "1. (1) #a ", "(1)#(1)",
     "1. a\n\n", "1. a // c\n(1)\n", "1. a {", "　", "1. a (2)\n", "[1]: a\n\n1. b\n\n", "1. a (1-99)\n"],
    ids=ascii,
)  # fmt: skip
def test_one_thing_over_and_over(unit):
    """Quadratic work would take minutes here."""
    text = unit * (60_000 // len(unit))
    source, problems = expanded(text)
    places = [source.locate(finding.span.start).line for _, finding in problems]
    assert places == sorted(places) or "(" in unit


def test_ten_thousand_steps_and_levels():
    count = 10_000
    text = "1. a\n" + "".join(f"{n}. a ({n - 1}, 1-2)\n" for n in range(3, count))
    source, problems = expanded(text.replace("1-2", "1"))
    assert len(problems) == 1 and source.text.count("+ [1]") == count - 4
    text = "".join(f"{' ' * level}- a\n" for level in range(2000))
    source, _ = expanded(text)
    assert source.text.endswith(f"{'  ' * 1999}+ a\n")

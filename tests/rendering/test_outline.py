"""The outline says everything once, tells where it is, and reads as it is meant in Markdown."""

import os
import re
from pathlib import Path

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import maps

import argmap
from argmap.analysis import find_theses
from argmap.model.graph import NodeKind, NodeRef, RelationKind
from argmap.model.steps import build_steps
from argmap.rendering.markdown_outline import write_markdown_outline
from argmap.rendering.outline_plan import Part, plan_outline
from argmap.rendering.outline_tree import Link

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
LINKS = {
    RelationKind.SUPPORT: Link.SUPPORT,
    RelationKind.ATTACK: Link.ATTACK,
    RelationKind.UNDERCUT: Link.UNDERCUT,
    RelationKind.CONTRADICTORY: Link.CONFLICT,
}


def theses_of(graph):
    found = find_theses(build_steps(graph))
    return found.steps.titles([group[0] for group in found.groups])


def outline(text, depth=6):
    graph = argmap.loads(text)
    return write_markdown_outline(graph, theses_of(graph), deepest=depth)


def lines(text, depth=6):
    return [line.strip() for line in outline(text, depth).splitlines() if line.strip()]


def statement(title):
    return NodeRef(NodeKind.STATEMENT, title)


def entries_of(graph, depth):
    groups = plan_outline(graph, theses_of(graph), depth)
    return [entry for group in groups for entry in group.entries]


# -- every map ---------------------------------------------------------------------------------

texts = st.one_of(maps(), argdown())


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(1, 7))
def test_everything_stands_once_in_full_and_is_found_from_everywhere(text, depth):
    graph = argmap.loads(text)
    entries = entries_of(graph, depth)
    full = [entry for entry in entries if not entry.see]
    everything = {node.ref for node in (*graph.statements.values(), *graph.arguments.values())}
    assert {entry.branch.node for entry in full} == everything
    assert len(full) == len(everything)
    number_of = {entry.branch.node: entry.number for entry in full}
    for entry in entries:
        assert entry.see in ("", number_of[entry.branch.node])
        if entry.continues:
            [left] = [other for other in entries if other.number == entry.continues]
            assert left.branch.node == entry.branch.node and left.depth == depth
    roots = {entry.branch.node for entry in full if not entry.depth}
    assert {statement(title) for title in theses_of(graph)} <= roots


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(1, 7))
def test_numbers_count_from_one_at_each_level(text, depth):
    entries = entries_of(argmap.loads(text), depth)
    counts = {}
    for entry in entries:
        *path, last = entry.number.split(".")
        assert len(path) <= depth
        counts[tuple(path)] = counts.get(tuple(path), 0) + 1
        assert last == str(counts[tuple(path)])
    numbers = {entry.number: entry for entry in entries}
    for entry in entries:
        above = numbers.get(entry.number.rpartition(".")[0])
        assert entry.above == (above.branch.node if above else None)
        assert above is None or not above.see


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(1, 7))
def test_every_relation_and_every_line_of_a_structure_is_told(text, depth):
    graph = argmap.loads(text)
    told = {
        (entry.above, entry.branch.link, entry.branch.node): entry
        for entry in entries_of(graph, depth)
    }
    for relation in graph.relations:
        source, target = (
            graph.node(end).ref if end.kind is NodeKind.INFERENCE else end
            for end in (relation.source, relation.target)
        )
        link = LINKS[relation.kind]
        here = (target, link, source)
        is_own = link is Link.SUPPORT and _concludes(graph, source, target)
        there = (source, link if link is Link.CONFLICT else Link.CONCLUSION, target)
        assert here in told or (there in told and (link is Link.CONFLICT or is_own))
    for argument in graph.arguments.values():
        conclusions = {inference.conclusion for inference in argument.inferences}
        for position, line in enumerate(argument.pcs):
            link = Link.CONCLUSION if position in conclusions else Link.PREMISE
            assert (argument.ref, link, statement(line.title)) in told


def _concludes(graph, source, target):
    if source.kind is not NodeKind.ARGUMENT or target.kind is not NodeKind.STATEMENT:
        return False
    argument = graph.arguments[source.title]
    return any(argument.pcs[i.conclusion].title == target.title for i in argument.inferences)


@settings(max_examples=120, deadline=None)
@given(texts, st.integers(1, 7))
def test_markdown_nests_as_the_numbers_do(text, depth):
    markdown_it = pytest.importorskip("markdown_it")
    graph = argmap.loads(text)
    groups = plan_outline(graph, theses_of(graph), depth)
    parser = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(write_markdown_outline(graph, theses_of(graph), deepest=depth))
    allowed = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item"}
    assert {token.type.rpartition("_")[0] for token in tokens if token.nesting} <= allowed
    assert {token.type for token in tokens if not token.nesting} <= {"inline"}
    found = _numbers(tokens, "##" if len(groups) == 1 else "###")
    expected = [
        (entry.number, entry.depth + (group.part is Part.ALONE))
        for group in groups
        for entry in group.entries
    ]
    assert found == expected


def _numbers(tokens, marks):
    """Return each entry's number and how many lists it stands in."""
    found = []
    lists = 0
    for place, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "bullet_list_close"):
            lists += token.nesting
        is_root = token.type == "heading_open" and token.tag == f"h{len(marks)}"
        if is_root or (token.type == "list_item_open" and lists):
            inline = next(other for other in tokens[place:] if other.type == "inline")
            found.append((re.match(r"[\d.]*\d", inline.content)[0], lists))
    return found


# -- what it says ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["huang", "school_uniform"])
def test_the_outlines_of_the_shipped_maps_are_as_they_were(name):
    graph = argmap.load(ROOT / f"maps/{name}.argdown")
    written = write_markdown_outline(graph, theses_of(graph))
    golden = GOLDEN / f"{name}.outline.md"
    if os.environ.get("ARGMAP_UPDATE_GOLDEN"):
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")


def test_reasons_and_objections():
    assert lines("[A]: a.\n  + <B>: b.\n    - c.\n  >< [D]: d.\n  _ [E]\n") == [
        "# Argument map",
        "## 1 A",
        "a.",
        "- 1.1 Supported by **B**: b.",
        "- 1.1.1 Attacked by: c.",
        "- 1.2 Contradicts **D**: d.",
        "- 1.3 Undercut by **E**",
    ]


def test_a_reconstruction_stands_line_by_line():
    text = """[C]: c
  + <A>

<A>: gist
  - [X]

(1) p
-- r, s --
  _ <U>: u
(2) [I]: i
(3) [Q]
-- {uses: [2, 3]} --
(4) [C]
"""
    assert lines(text)[1:] == [
        "## 1 C",
        "c",
        "- 1.1 Supported by the argument **A**: gist",
        "- 1.1.1 Premise 1: p",
        "- 1.1.2 Intermediate conclusion 2 (by r and s, from 1), **I**: i",
        "- 1.1.3 The step to 2 is undercut by **U**: u",
        "- 1.1.4 Premise 3, **Q**",
        "- 1.1.5 Main conclusion 4 (from 2 and 3), **C**, see 1",
        "- 1.1.6 The argument is attacked by **X**",
    ]


def test_an_argument_keeps_its_conclusion_where_that_is_nothing_else():
    text = "[T]: t\n  - <A>\n\n<A>\n\n(1) p\n----\n(2) [M]: m\n"
    assert lines(text)[3:] == [
        "- 1.1 Attacked by the argument **A**:",
        "- 1.1.1 Premise 1: p",
        "- 1.1.2 Main conclusion 2, **M**: m",
    ]


def test_theses_come_first_and_stand_nowhere_else():
    text = "===\nthesis: [B, A]\n===\n\n[Z]: z\n  + [Y]\n\n[A]: a\n  + [B]: b\n    + [C]\n"
    assert lines(text)[1:] == [
        "## Main claims",
        "### 1 A",
        "a",
        "- 1.1 Supported by **B**, see 2",
        "### 2 B",
        "b",
        "- 2.1 Supported by **C**",
        "## Further claims",
        "### 3 Z",
        "z",
        "- 3.1 Supported by **Y**",
    ]


def test_sections_become_headings_and_prose_comes_last():
    text = """===
thesis: [A]
===

# First #x

[A]: a
  + [B]

Some prose.

# Second (2) #

[C]: c
  - [D]

[Lonely]
"""
    assert lines(text)[1:] == [
        "## Main claim",
        "### 1 A",
        "a",
        "- 1.1 Supported by **B**",
        "## Second (2) \\#",
        "### 2 C",
        "c",
        "- 2.1 Attacked by **D**",
        "## Standing alone",
        "- 3 Some prose.",
        "- 4 **Lonely**",
    ]


LONG = "This sentence goes on " + "and on " * 15 + "to the end."


def test_untitled_roots_are_headed_by_their_words():
    assert lines("One *two*. #t {speaker: S}\n  + three\n")[1:] == [
        "## 1 One *two*.",
        "(S; #t)",
        "- 1.1 Supported by: three",
    ]
    heading, text, _ = lines(f"{LONG}\n  + [A]\n")[1:]
    assert heading.startswith("## 1 This sentence goes on") and heading.endswith("…")
    assert len(heading) < 90 and text == LONG


def test_untitled_ones_are_called_by_their_first_words_elsewhere():
    text = f"===\nthesis: [A]\n===\n\n<P>\n\n(1) p\n----\n(2) {LONG}\n  - [X]\n----\n(3) [A]\n"
    assert lines(text, 1)[1:] == [
        "## 1 A",
        "- 1.1 Supported by the argument **P**, continued at 2",
        "## 2 P, continued from 1.1",
        "- 2.1 Premise 1: p",
        "- 2.2 Intermediate conclusion 2 (from 1), “This sentence goes on and on and on…”, "
        "continued at 3",
        "- 2.3 Main conclusion 3 (from 2), **A**, see 1",
        "## 3 This sentence goes on and on and on and on and on and on and on and on and on…"
        ", continued from 2.2",
        LONG,
        "- 3.1 Supported by the argument **P**, see 2",
        "- 3.2 Attacked by **X**",
    ]


def test_an_argument_without_title_is_an_argument():
    assert lines("(1) p\n----\n(2) [A]\n")[1:] == [
        "## 1 A",
        "- 1.1 Supported by an argument:",
        "- 1.1.1 Premise 1: p",
        "- 1.1.2 Main conclusion 2, **A**, see 1",
    ]


def test_nothing_said_is_said_to_be_nothing():
    assert lines("[A]\n  +\n")[2:] == ["- 1.1 Supported by: (no words)"]


def test_who_says_it_and_where():
    text = """===
title: "Trams: *now*"
subTitle: "- or never"
author: Me
date: 2024-02-29
sources:
  x: {author: A. B, title: C_D}
  y: a letter
===

[A]: a #unstated #mine {speaker: "S*", voice: direct, source: x}
  + [B]: b {voice: gloss, source: y, status: rejected}
  + [C]: c #t d {source: "other"}
  + [D]: d {source: x}
"""
    assert (
        outline(text)
        == """# Trams: \\*now\\*

\\- or never

By Me, 2024-02-29

## 1 A

a (S\\*, quoted; unstated, #mine; source 1)

- 1.1 Supported by **B**: b (as interpreted; rejected; source 2)
- 1.2 Supported by **C**: c #t d (source 3)
- 1.3 Supported by **D**: d (source 1)

## Sources

1. A. B, C\\_D
2. a letter
3. other
"""
    )


def test_mentions_say_where_it_stands():
    text = "[A]: Not as @[B] and @<B> and @[No] say.\n  + [B]: b\n  + <B>\n"
    assert lines(text)[2] == "Not as “B” (1.1) and “B” (1.2) and “No” say."


def test_strict_relations():
    text = "===\nmodel: {mode: strict}\n===\n\n[A]: a\n  + [B]\n  - [C]\n  + <D>\n"
    assert lines(text)[3:] == [
        "- 1.1 Entailed by **B**",
        "- 1.2 Supported by **D**",
        "- 1.3 Contrary to **C**",
    ]


def test_what_is_too_deep_goes_on_under_a_heading():
    text = "[A]: a\n  + [B]: b\n    + [C]: c\n      + [D]: d\n        + [E]: e\n"
    assert lines(text, 2)[1:] == [
        "## 1 A",
        "a",
        "- 1.1 Supported by **B**: b",
        "- 1.1.1 Supported by **C**, continued at 2",
        "## 2 C, continued from 1.1.1",
        "c",
        "- 2.1 Supported by **D**: d",
        "- 2.1.1 Supported by **E**: e",
    ]


def test_a_circle_ends():
    assert lines("[A]\n  + [B]\n\n[B]\n  + [A]\n")[1:] == [
        "## 1 A",
        "- 1.1 Supported by **B**",
        "- 1.1.1 Supported by **A**, see 1",
    ]


def test_a_map_of_nothing_has_a_title():
    assert outline("") == "# Argument map\n"
    assert outline("// nothing\n") == "# Argument map\n"


def chain(size):
    return "".join(f"[c{n}]: t\n  - [c{n + 1}]\n\n" for n in range(size))


def wide(size):
    return "[c]: t\n" + "".join(f"  + <a{n}>: t\n" for n in range(size))


def structures(size):
    return "".join(f"<a{n}>\n\n(1) [c{n}]\n----\n(2) [c{n + 1}]\n\n" for n in range(size))


def one_for_all(size):
    parts = (f"<a{n}>\n\n(1) [h]\n----\n(2) [c{n}]\n\n[h]\n  + [s{n}]\n\n" for n in range(size))
    return "".join(parts)


@pytest.mark.parametrize("shape", [chain, wide, structures, one_for_all])
def test_large_maps(shape):
    graph = argmap.loads(shape(5000))
    written = write_markdown_outline(graph, theses_of(graph))
    full = sum(", see " not in line for line in written.splitlines() if re.match(r" *- |##", line))
    assert full >= len(graph.statements) + len(graph.arguments)
    assert max(map(len, written.splitlines())) < 200


@pytest.mark.parametrize(
    ("author", "expected"),
    [("Ada", "By Ada, 1843"), ("[Ada, Charles]", "By Ada, Charles, 1843"), ("{a: b}", "1843")],
)
def test_one_author_or_several(author, expected):
    text = f"===\ntitle: T\nauthor: {author}\ndate: 1843\n===\n\n[A]: a.\n  + [B]: b.\n"
    assert lines(text)[1] == expected

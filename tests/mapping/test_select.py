import time

import pytest

from argmap.diagnostic import Problem
from argmap.mapping.options import LabelMode, MapOptions, SelectionMode, read_options
from argmap.mapping.select import select
from argmap.mapping.selection import Selection
from argmap.model import ArgumentGraph, RelationKind, build_graph
from argmap.source import Source
from argmap.syntax import ARGMAP, REFERENCE, Dialect, parse

REASONED = """\
[Thesis]: Trams should be free.
  <+ <Air>: They clean the air.
  <- [Cost]: They cost too much.

A remark that stands alone.

<Air>

(1) Trams replace cars. #fact
(2) [Cars]: Cars pollute.
----
(3) [Thesis]

# Elsewhere

[Lonely]: Nothing is related to this.
"""


def graph_of(text: str, dialect: Dialect = ARGMAP) -> ArgumentGraph:
    return build_graph(parse(Source.of(text), dialect), dialect)


def selected(text: str, options: MapOptions | None = None) -> Selection:
    return select(graph_of(text), options)


def titles(selection: Selection) -> list[str]:
    return [node.ref.title for node in selection.nodes]


def edges(selection: Selection) -> list[tuple[str, str, str]]:
    return [(edge.source.title, edge.kind.value, edge.target.title) for edge in selection.edges]


def problem_lines(text: str) -> list[int]:
    graph = graph_of(text)
    _, problems = read_options(graph.settings, graph.document)
    return [graph.document.source.locate(problem.finding.span.start).line for problem in problems]


@pytest.mark.parametrize(
    ("mode", "nodes"),
    [
        (SelectionMode.ALL, ["Thesis", "Cost", "Untitled 2", "Cars", "Air"]),
        (SelectionMode.WITH_TITLE, ["Thesis", "Cost", "Cars", "Air"]),
        (SelectionMode.TOP_LEVEL, ["Thesis", "Cost", "Air"]),
        (SelectionMode.WITH_RELATIONS, ["Thesis", "Cost", "Air"]),
        # Without a node for its conclusion, nothing is left that concerns the argument.
        (SelectionMode.NOT_USED_IN_ARGUMENT, ["Cost"]),
        (SelectionMode.WITH_MORE_THAN_ONE_RELATION, ["Cost"]),
    ],
)
def test_each_mode_selects_its_nodes(mode: SelectionMode, nodes: list[str]) -> None:
    selection = selected(REASONED, MapOptions(statement_selection_mode=mode))
    assert titles(selection) == nodes


def test_what_is_disconnected_can_be_kept() -> None:
    options = MapOptions(statement_selection_mode=SelectionMode.ALL, exclude_disconnected=False)
    assert {"Lonely", "Untitled 1"} <= set(titles(selected(REASONED, options)))


def test_tags_sections_and_lists_keep_out() -> None:
    tagged = MapOptions(
        statement_selection_mode=SelectionMode.ALL,
        exclude_disconnected=False,
        selected_tags=frozenset({"fact"}),
    )
    assert titles(selected(REASONED, tagged)) == ["Untitled 2"]
    section = MapOptions(exclude_disconnected=False, selected_sections=frozenset({"Elsewhere"}))
    assert titles(selected(REASONED, section)) == ["Lonely"]
    nothing = MapOptions(exclude_disconnected=False, selected_sections=frozenset())
    assert titles(selected(REASONED, nothing)) == []
    listed = MapOptions(
        exclude_statements=frozenset({"Cost"}), exclude_arguments=frozenset({"Air"})
    )
    assert titles(selected(REASONED, listed)) == []


def test_an_argument_stands_for_its_hidden_statements() -> None:
    text = (
        "<A>\n\n(1) [P]: p\n----\n(2) [C]: c\n\n"
        "<B>\n\n(1) [C]\n----\n(2) [D]: d\n\n"
        "[P]\n  - <X>: x\n"
    )
    hidden = MapOptions(exclude_statements=frozenset({"P", "C", "D"}))
    assert edges(selected(text, hidden)) == [("X", "attack", "A"), ("A", "support", "B")]
    attack, support = selected(text, hidden).edges
    assert (attack.to_statement, support.from_statement) == ("P", "C")


def test_an_undercut_of_an_argument_hits_its_last_inference_once() -> None:
    text = "<A>\n  <_ <U>\n\n(1) p\n----\n  <_ <U>\n(2) c\n"
    for dialect, count in ((ARGMAP, 1), (REFERENCE, 2)):
        selection = select(graph_of(text, dialect), dialect=dialect)
        relations = selection.resolution.relations
        assert [relation.kind for relation in relations] == [RelationKind.UNDERCUT] * count
        assert {(relation.target.title, relation.target.step) for relation in relations} == {
            ("A", 0)
        }


def test_every_resolved_relation_remembers_where_it_was_written() -> None:
    text = "[A]: a\n  + [B]: b\n\n[B]\n  +> [A]\n  >< [A]\n\n[A]\n  >< [B]\n"
    graph = graph_of(text)
    resolution = select(graph).resolution
    assert sorted(index for relation in resolution.relations for index in relation.writings) == [
        0,
        1,
        2,
        3,
    ]
    assert len(resolution.relations) == 2


def test_strict_mode_reads_relations_of_statements_as_logical() -> None:
    text = "===\nmodel:\n    mode: strict\n===\n\n[A]: a\n  + [B]: b\n  - [C]: c\n  -> [C]\n"
    assert edges(selected(text)) == [("B", "entails", "A"), ("C", "contrary", "A")]


def test_labels_follow_their_mode() -> None:
    text = "[A]: a\n  + b\n"
    for mode, labels in (
        (LabelMode.HIDE_UNTITLED, [("A", "a"), (None, "b")]),
        (LabelMode.TITLE, [("A", None), ("Untitled 1", None)]),
        (LabelMode.TEXT, [(None, "a"), (None, "b")]),
        (LabelMode.NONE, [(None, None), (None, None)]),
    ):
        nodes = selected(text, MapOptions(statement_label_mode=mode)).nodes
        assert [(node.label_title, node.label_text) for node in nodes] == labels


def test_groups_nest_and_only_those_with_nodes_exist() -> None:
    text = "# One\n\n## Two\n\n### Three {isClosed: true}\n\n[A]: a\n  + [B]: b\n\n## Empty\n"
    groups = selected(text).groups
    assert [(group.title, group.parent, group.level, group.is_closed) for group in groups] == [
        ("Three", 1, 2, True),
        ("Two", None, 1, False),
    ]
    deeper = selected(text, MapOptions(group_depth=3)).groups
    assert [group.level for group in deeper] == [3, 2, 1]


def test_regrouped_sections_have_ids_of_their_own() -> None:
    text = (
        "===\ngroup:\n    regroup:\n        - {title: Outer, children: [{title: Inner, "
        "statements: [A]}]}\n        - {title: Last, statements: [B]}\n===\n\n[A]: a\n  + [B]: b\n"
    )
    assert [section.id for section in selected(text).sections.items] == ["s0", "s1", "s2"]
    clash = select(graph_of(text, REFERENCE), dialect=REFERENCE)
    assert [section.id for section in clash.sections.items] == ["s0", "s1", "s1"]


def test_steps_become_arguments_where_that_is_asked_for() -> None:
    text = "<A>: gist\n  +> [T]\n\n(1) p\n----\n(2) [I]: i\n(3) q\n----\n(4) [C]: c\n"
    selection = selected(text, MapOptions(explode_arguments=True))
    assert list(selection.graph.arguments) == ["A - 1", "A - 2"]
    assert edges(selection) == [
        ("C", "support", "T"),
        ("A - 1", "support", "I"),
        ("A - 2", "support", "C"),
        ("I", "support", "A - 2"),
    ]


def test_parts_do_not_take_titles_in_use() -> None:
    text = "<A>\n\n(1) p\n----\n(2) i\n----\n(3) c\n\n<A - 2>: mine\n"
    selection = selected(text, MapOptions(explode_arguments=True))
    assert list(selection.graph.arguments) == ["A", "A - 2"]
    assert [problem.code for problem in selection.problems] == ["SYN004"]


def test_the_graph_that_was_handed_in_stays_as_it_was() -> None:
    graph = graph_of("<A>\n\n(1) [P]: p\n----\n(2) i\n----\n(3) [P]: other words\n")
    before = graph.statements["P"]
    select(graph, MapOptions(explode_arguments=True))
    assert graph.statements["P"] is before
    assert list(graph.arguments) == ["A"]


def test_an_unknown_mode_is_told_at_its_place_and_left_at_the_default() -> None:
    text = "===\nselection:\n    statementSelectionMode: roots\n===\n\n[A]: a\n  + [B]: b\n"
    assert titles(selected(text)) == ["A", "B"]
    assert problem_lines(text) == [3]
    (problem,) = selected(text).problems
    assert isinstance(problem, Problem)
    assert "`selection.statementSelectionMode` cannot be `roots`" in problem.finding.message
    assert "with-title" in problem.finding.help


def test_settings_of_the_wrong_type_are_told_and_left_at_their_defaults() -> None:
    text = (
        "===\nselection: yes please\nmodel: 3\ngroup:\n    groupDepth: two\n"
        "    regroup: [1]\nmap:\n    addTags: 1\n    statementLabelMode: big\n===\n\n[A]: a\n"
    )
    graph = graph_of(text)
    options, problems = read_options(graph.settings, graph.document)
    assert options == MapOptions()
    assert len(problems) == 6
    assert sorted(problem_lines(text)) == [2, 3, 5, 6, 8, 9]


def test_a_list_of_titles_may_be_one_title() -> None:
    text = "===\nselection:\n    excludeStatements: B\n    selectedTags: [2030]\n===\n\n[A]: a\n"
    graph = graph_of(text)
    options, problems = read_options(graph.settings, graph.document)
    assert options.exclude_statements == {"B"}
    assert "names `2030`, which is not a text" in problems[0].finding.message


def test_many_arguments_with_one_conclusion_take_linear_time() -> None:
    def seconds(count: int) -> float:
        text = "".join(
            f"<A{number}>\n  <_ [U]\n\n(1) [P{number}]: p\n----\n(2) [C]\n\n[U]\n  - [C]\n\n"
            for number in range(count)
        )
        graph = graph_of(text)
        start = time.process_time()
        select(graph)
        return time.process_time() - start

    assert seconds(4000) < 12 * seconds(800) + 0.5

"""What becomes a box, what a row, and where edges end."""

import pytest

from argmap.mapping.argument_map import BoxKind, EdgeKind, LegendEntry, Mark, Opening, Row, Strip
from argmap.mapping.arrange import build_map
from argmap.mapping.view import View
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse


def arrange(text, **options):
    return build_map(build_graph(parse(Source.of(text))), **options)


def names(argument_map):
    return {box.id for box in argument_map.boxes}


def edges(argument_map):
    return {
        (edge.source.box, edge.kind.value, edge.target.box, edge.target.port)
        for edge in argument_map.edges
    }


def parts(argument_map, box):
    return argument_map.box(box).parts


TWO_STEPS = """<Arg>

(1) [P1]: One.
(2) [P2]: Two.
-- first rule --
(3) [M]: Middle.
(4) [P4]: Four.
-- second rule --
(5) [C]: End.
"""


def test_premises_that_are_nowhere_else_are_rows_only():
    argument_map = arrange(TWO_STEPS)
    assert names(argument_map) == {"argument-arg", "statement-c"}
    assert edges(argument_map) == {("argument-arg", "support", "statement-c", None)}


def test_a_card_is_read_from_the_conclusion_down():
    shown = [
        part.rules[0] if isinstance(part, Strip) else part.number
        for part in parts(arrange(TWO_STEPS), "argument-arg")
    ]
    assert shown == ["second rule", 4, 3, "first rule", 1, 2]


def test_uses_are_told_where_the_rows_would_mislead():
    text = TWO_STEPS.replace("-- second rule --", "-- second rule {uses: [1, 3, 4]} --")
    strips = [p for p in parts(arrange(text), "argument-arg") if isinstance(p, Strip)]
    assert strips[0].premises == (1, 3, 4)
    numbers = [p.number for p in parts(arrange(text), "argument-arg") if isinstance(p, Row)]
    assert sorted(numbers) == [1, 2, 3, 4]


def test_relations_into_a_premise_end_at_its_row():
    argument_map = arrange(TWO_STEPS + "\n[P2]\n  <- <Doubt>: No.\n")
    assert ("argument-doubt", "attack", "argument-arg", "r1") in edges(argument_map)
    assert "statement-p2" not in names(argument_map)


def test_an_undercut_ends_at_its_strip_and_an_attack_at_the_header():
    argument_map = arrange(TWO_STEPS + "\n<Arg>\n  <_ <Gap>: No.\n  <- <Other>: No.\n")
    assert ("argument-gap", "undercut", "argument-arg", "i1") in edges(argument_map)
    assert ("argument-other", "attack", "argument-arg", "h") in edges(argument_map)


def test_an_undercut_below_an_inference_ends_at_that_inference():
    text = TWO_STEPS.replace("-- first rule --", "-- first rule --\n  <_ <Gap>: No.")
    assert ("argument-gap", "undercut", "argument-arg", "i0") in edges(arrange(text))


SHARED = "<A>\n\n(1) [P]: words\n----\n(2) [C]: c\n\n<B>\n\n(1) [P]\n----\n(2) [D]: d\n"


@pytest.mark.parametrize("text", [SHARED, "# One\n\n" + SHARED.replace("<B>", "# Two\n\n<B>")])
def test_a_premise_that_two_cards_share_is_written_out_in_both(text):
    argument_map = arrange(text)
    assert "statement-p" not in names(argument_map)
    assert EdgeKind.PREMISE not in {edge.kind for edge in argument_map.edges}
    for card, other in (("argument-a", "B"), ("argument-b", "A")):
        (row,) = [p for p in parts(argument_map, card) if isinstance(p, Row)]
        assert row.caption == "words" and row.also_in == (other,) and not row.has_own_box


@pytest.mark.parametrize(
    "more",
    [
        "\n[P]\n  - <Doubt>: No.\n",
        "\n[P]\n  +> [E]: e\n",
        "\n<F>\n\n(1) [P]\n----\n(2) [G]: g\n",
    ],
)
def test_a_shared_premise_that_something_else_touches_keeps_its_box(more):
    argument_map = arrange(SHARED + more)
    assert ("statement-p", "premise", "argument-a", "r0") in edges(argument_map)
    (row,) = [p for p in parts(argument_map, "argument-a") if isinstance(p, Row)]
    assert row.has_own_box and row.caption == "P" and row.also_in == ()


def test_what_three_cards_in_different_groups_share_is_written_out():
    text = "# One\n\n" + SHARED + "\n# Two\n\n<F>\n\n(1) [P]\n----\n(2) [G]: g\n"
    argument_map = arrange(text)
    (row,) = [p for p in parts(argument_map, "argument-f") if isinstance(p, Row)]
    assert row.caption == "words" and row.also_in == ("A", "B")
    kinds = [edge.kind for edge in argument_map.edges]
    assert kinds.count(EdgeKind.PREMISE) == 2


def test_a_conclusion_that_is_a_premise_links_two_cards():
    text = "<A>\n\n(1) [P]: p\n----\n(2) [M]: m\n\n<B>\n\n(1) [M]\n----\n(2) [C]: c\n"
    found = edges(arrange(text))
    assert ("argument-a", "support", "statement-m", None) in found
    assert ("statement-m", "premise", "argument-b", "r0") in found


def test_a_premise_that_speaks_keeps_its_box():
    argument_map = arrange("<A>\n\n(1) [P]: p\n  -> [X]\n----\n(2) [C]: c\n\n[X]: x\n")
    assert {"statement-p", "statement-x"} <= names(argument_map)


def test_an_untitled_conclusion_lives_in_its_card_and_speaks_from_it():
    argument_map = arrange("<A>\n\n(1) p\n----\n(2) c\n  -> [X]\n\n[X]: x\n")
    assert names(argument_map) == {"argument-a", "statement-x"}
    assert edges(argument_map) == {("argument-a", "attack", "statement-x", None)}
    rows = [p for p in parts(argument_map, "argument-a") if isinstance(p, Row)]
    assert [row.number for row in rows] == [2, 1]
    assert argument_map.box("argument-a").role is EdgeKind.ATTACK


def test_what_a_structure_says_is_not_drawn_twice():
    text = "[C]: c\n  + <A>\n\n<A>\n\n(1) p\n----\n(2) [C]\n"
    assert edges(arrange(text)) == {("argument-a", "support", "statement-c", None)}
    text = "[T]: t\n  - <A>\n\n<A>\n\n(1) p\n----\n(2) [C]: c\n  -> [T]\n"
    assert edges(arrange(text)) == {
        ("argument-a", "support", "statement-c", None),
        ("statement-c", "attack", "statement-t", None),
    }


def test_contradictions_are_drawn_once():
    argument_map = arrange("[A]: a\n  >< [B]: b\n\n[B]\n  >< [A]\n")
    (edge,) = argument_map.edges
    assert edge.kind is EdgeKind.CONTRADICTORY and edge.kind.is_symmetric


def test_theses_are_declared_or_found():
    assert arrange("[A]: a #thesis\n  + [B]: b\n").box("statement-a").is_thesis
    assert arrange("===\nthesis: B\n===\n\n[A]: a\n  + [B]: b\n").box("statement-b").is_thesis
    assert arrange("[A]: a\n  + [B]: b\n").box("statement-a").is_thesis
    two = arrange("[A]: a\n  + [B]: b\n\n[C]: c\n  + [D]: d\n")
    assert not any(box.is_thesis for box in two.boxes)


def test_only_unsupported_conclusions_are_amber():
    marks = {"A": Mark(("SUP001",)), "B": Mark(("SUP003",), "in")}
    argument_map = arrange("[A]: a\n  + [B]: b\n", marks=marks)
    assert argument_map.box("statement-a").is_unsupported
    assert not argument_map.box("statement-b").is_unsupported
    assert argument_map.box("statement-b").label == "in"
    assert LegendEntry.UNSUPPORTED in argument_map.legend


def test_an_amber_row_is_amber_too():
    argument_map = arrange(TWO_STEPS, marks={"M": Mark(("SUP001",))})
    (row,) = [
        p for p in parts(argument_map, "argument-arg") if isinstance(p, Row) and p.is_unsupported
    ]
    assert row.title == "M"


def test_tags_are_for_argmap_not_for_readers():
    argument_map = arrange("[A]: Some words. #unstated\n  + [B]: b\n")
    box = argument_map.box("statement-a")
    assert box.text == "Some words." and box.is_unstated
    assert LegendEntry.UNSTATED in argument_map.legend


def test_one_source_is_told_once_and_several_are_numbered():
    one = arrange("[A]: a {source: Book}\n  + [B]: b {source: Book}\n")
    assert [note.number for note in one.footnotes] == [0]
    assert one.box("statement-a").sources == ()
    front = "===\nsources:\n  x: {title: Work, author: Her, date: 1900}\n===\n\n"
    two = arrange(front + "[A]: a {source: x}\n  + [B]: b {source: Book}\n")
    assert [(note.number, note.text) for note in two.footnotes] == [
        (1, "Her, Work, 1900"),
        (2, "Book"),
    ]


def test_ids_are_made_from_titles_and_unique():
    argument_map = arrange("[A b!]: a\n  + <A b>: x\n  + [a-B]: y\n  + [白马]: z\n")
    assert names(argument_map) == {
        "statement-a-b",
        "argument-a-b",
        "statement-a-b-2",
        "statement-白马",
    }


def test_what_the_author_excludes_stays_out():
    argument_map = arrange("[A]: a\n  + [B]: b {isInMap: false}\n  + <C>: c\n")
    assert names(argument_map) == {"statement-a", "argument-c"}


def test_a_lone_untitled_structure_is_drawn():
    argument_map = arrange("(1) p\n(2) q\n----\n(3) c\n")
    (box,) = argument_map.boxes
    assert box.title is None and len(box.parts) == 4


def test_headings_are_groups_and_closed_ones_are_boxes():
    text = "[T]: t\n\n# One\n\n<A>: a\n  -> [T]\n\n<B>: b\n  -> [T]\n"
    argument_map = arrange(text)
    assert [group.title for group in argument_map.groups] == ["One"]
    assert argument_map.box("argument-a").group == 0
    closed = arrange(text.replace("# One", "# One {isClosed: true}"))
    assert [box.kind for box in closed.boxes] == [BoxKind.STATEMENT, BoxKind.GROUP]
    assert len(closed.edges) == 1


def test_linked_premises_join_where_they_are_boxes():
    found = edges(arrange(TWO_STEPS, view=View(opening=Opening.BOXES)))
    assert found == {
        ("statement-p1", "join", "argument-arg--step-1", None),
        ("statement-p2", "join", "argument-arg--step-1", None),
        ("argument-arg--step-1", "support", "statement-m", None),
        ("statement-m", "join", "argument-arg--step-2", None),
        ("statement-p4", "join", "argument-arg--step-2", None),
        ("argument-arg--step-2", "support", "argument-arg", None),
        ("argument-arg", "support", "statement-c", None),
    }


def test_the_map_of_nothing_is_empty():
    assert arrange("").boxes == ()

"""What a view keeps of a map, what it marks as cut off, and what it refuses."""

import pytest

from argmap.analysis.named import UnknownTitle
from argmap.mapping.argument_map import BoxKind, EdgeKind, LegendEntry, Opening
from argmap.mapping.arrange import build_map
from argmap.mapping.view import CannotView, Labels, Only, View
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

TRAMS = """[Trams]: The city should build trams. #thesis
  + <Quiet>: Trams are quiet. #noise {speaker: Ann}
    - <Curves>: In curves they squeal. #noise {speaker: [Bob, Cy]}
      + [Heard]: Everybody hears it. {speaker: Bob}
  - <Cost>: Trams cost much. {speaker: Bob}
    - [Grant]: The state pays.
  >< [Buses]: The city should buy buses.

[Elsewhere]: Trains are long.
  + <Seen>: I saw one.
"""

CARD = """[End]: The end. #thesis

<Arg>: In short.

(1) [P1]: One.
(2) [P2]: Two. #fact
-- rule --
(3) [Mid]: Middle.
(4) [P4]: Four.
-- other --
(5) [End]

<Cut>: No.
  _> <Arg>

<Hit>: Not one.
  -> [P1]

<Blow>: Nothing of it.
  -> <Arg>
"""


def draw(text, **choices):
    return build_map(build_graph(parse(Source.of(text, "m.argdown"))), view=View(**choices))


def titles(drawn):
    return {box.ref.title for box in drawn.boxes if box.ref}


def box(drawn, title):
    return next(box for box in drawn.boxes if box.ref and box.ref.title == title)


def links(drawn):
    return {(edge.source.box, edge.kind.value, edge.target.box) for edge in drawn.edges}


def test_the_whole_map_is_no_part():
    drawn = draw(TRAMS)
    assert len(drawn.boxes) == 9 and drawn.part is None
    assert not any(box.more or box.beyond for box in drawn.boxes)


@pytest.mark.parametrize(
    ("root", "below"),
    [
        ("[Trams]", {"Trams", "Quiet", "Curves", "Heard", "Cost", "Grant", "Buses"}),
        ("<Quiet>", {"Quiet", "Curves", "Heard"}),
        ("Curves", {"Curves", "Heard"}),
        ("[Grant]", {"Grant"}),
    ],
)
def test_a_root_shows_what_bears_on_it(root, below):
    assert titles(draw(TRAMS, roots=(root,))) == below


def test_what_two_roots_have_below_them():
    assert titles(draw(TRAMS, roots=("<Cost>", "<Seen>"))) == {"Cost", "Grant", "Seen"}


@pytest.mark.parametrize(("depth", "count"), [(0, 1), (1, 4), (2, 6), (3, 7), (99, 7)])
def test_levels_are_counted_from_the_main_claims(depth, count):
    assert len(draw(TRAMS, depth=depth).boxes) == count


def test_levels_without_main_claims_start_where_nothing_leads_further():
    text = "<A>: a.\n  - <B>: b.\n    - <C>: c.\n\n<D>: d.\n  - <C>\n"
    assert titles(draw(text, depth=1)) == {"A", "B", "D", "C"}
    assert titles(draw(text, depth=0)) == {"A", "D"}


def test_levels_in_a_circle_start_somewhere():
    text = "<A>: a.\n  - <B>\n\n<B>: b.\n  - <A>\n"
    assert titles(draw(text, depth=0)) == {"A"}


def test_a_cut_is_marked_on_both_sides():
    drawn = draw(TRAMS, roots=("<Quiet>",), depth=1)
    assert (box(drawn, "Curves").more, box(drawn, "Curves").beyond) == (1, 0)
    assert (box(drawn, "Quiet").more, box(drawn, "Quiet").beyond) == (0, 1)


def test_what_is_cut_off_is_counted_by_boxes_not_by_relations():
    text = "[T]: t. #thesis\n  + <A>: a.\n  - <A>\n  >< [B]: b.\n"
    (left,) = draw(text, depth=0).boxes
    assert (left.more, left.beyond) == (2, 0)


def test_a_part_says_how_much_it_is():
    part = draw(TRAMS, roots=("<Quiet>",), depth=1, only=(Only.ATTACKS,)).part
    assert part.startswith("Part of the map: 2 of 9 boxes, 1 level below <Quiet>, only attacks.")
    assert "“… more”" in part
    assert draw(TRAMS, depth=0).part.startswith(
        "Part of the map: 1 of 9 boxes, 0 levels below the main claims."
    )


def test_a_view_that_happens_to_show_everything_is_no_part():
    assert draw("[T]: t. #thesis\n  + <A>: a.\n", depth=5).part is None


def test_only_some_kinds_of_relations():
    attacks = draw(TRAMS, only=(Only.ATTACKS,))
    assert titles(attacks) == {"Trams", "Quiet", "Curves", "Cost", "Grant", "Buses"}
    assert {edge.kind for edge in attacks.edges} == {EdgeKind.ATTACK, EdgeKind.CONTRADICTORY}
    supports = draw(TRAMS, only=(Only.SUPPORTS,))
    assert titles(supports) == {"Trams", "Quiet", "Curves", "Heard", "Elsewhere", "Seen"}
    assert LegendEntry.ATTACK not in supports.legend
    assert titles(draw(TRAMS, only=(Only.CONTRADICTIONS,))) == {"Trams", "Buses"}


def test_a_relation_that_is_left_out_between_shown_boxes_is_marked():
    drawn = draw(TRAMS, only=(Only.ATTACKS,))
    assert box(drawn, "Trams").more == 1  # <Quiet> is there, its support is not
    assert box(drawn, "Quiet").beyond == 1


def test_only_kinds_are_followed_from_a_root():
    assert titles(draw(TRAMS, roots=("Trams",), only=(Only.ATTACKS,))) == {
        "Trams",
        "Cost",
        "Grant",
        "Buses",
    }


def test_undercuts_of_a_card():
    drawn = draw(CARD, only=(Only.UNDERCUTS,))
    assert titles(drawn) == {"Arg", "Cut"}


@pytest.mark.parametrize("tag", ["noise", "#noise", "#(noise)"])
def test_tags(tag):
    assert titles(draw(TRAMS, tags=(tag,))) == {"Quiet", "Curves"}


def test_a_card_has_the_tags_of_its_rows():
    assert titles(draw(CARD, tags=("fact",))) == {"Arg"}
    assert titles(draw(CARD, tags=("fact",), opening=Opening.BOXES)) == {"P2"}


def test_speakers_with_all_their_names():
    text = "===\nspeakers: {Bob: {aliases: [Robert]}}\n===\n" + TRAMS
    bob = {"Curves", "Heard", "Cost"}
    assert titles(draw(text, speakers=("Bob",))) == bob
    assert titles(draw(text, speakers=("Robert",))) == bob
    assert titles(draw(text, speakers=("Robert", "Ann"))) == bob | {"Quiet"}


def test_sections_hold_what_is_in_their_sections():
    text = "[T]: t.\n\n# One\n\n<A>: a.\n  -> [T]\n\n## Two\n\n<B>: b.\n  -> [T]\n"
    assert titles(draw(text, sections=("One",))) == {"A", "B"}
    assert titles(draw(text, sections=("## Two",))) == {"B"}


def test_filters_of_different_kinds_go_together():
    assert titles(draw(TRAMS, tags=("noise",), speakers=("Bob",))) == {"Curves"}
    assert titles(draw(TRAMS, roots=("<Quiet>",), speakers=("Bob",), depth=1)) == {
        "Quiet",
        "Curves",
    }


def test_a_row_that_is_asked_for_gets_a_box():
    drawn = draw(CARD, roots=("[P1]",))
    assert titles(drawn) == {"P1", "Hit"}
    assert links(drawn) == {("argument-hit", "attack", "statement-p1")}
    assert box(drawn, "P1").beyond == 1


def test_ids_are_those_of_the_whole_map():
    whole = {box.ref: box.id for box in draw(TRAMS).boxes}
    for shown in draw(TRAMS, roots=("Curves",)).boxes:
        assert whole[shown.ref] == shown.id


def test_only_the_notes_that_are_referred_to():
    text = "[T]: t. #thesis\n  + <A>: a. {source: one}\n  + <B>: b. {source: two}\n"
    (note,) = draw(text, roots=("<B>",)).footnotes
    assert (note.number, note.text) == (2, "two")


CLOSED = "[T]: t. #thesis\n\n# Inner {isClosed: true}\n\n<A>: a. #x\n  +> [T]\n  - <B>: b.\n"


def test_a_closed_group_has_what_its_boxes_have():
    drawn = draw(CLOSED, tags=("x",))
    assert [box.kind for box in drawn.boxes] == [BoxKind.GROUP]
    assert drawn.boxes[0].beyond == 1


def test_a_root_opens_the_group_that_it_is_in():
    assert titles(draw(CLOSED, roots=("<A>",))) == {"A", "B"}


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"tags": ("noize",)}, "m.argdown: nothing is tagged #noize; did you mean #noise?"),
        ({"tags": ("xyz",)}, "the tags are #thesis, #noise"),
        ({"sections": ("Two",)}, "no section is called “Two”; the map has no sections"),
        ({"speakers": ("Bbo",)}, "nothing is said by “Bbo”; the speakers are Bob, Ann, Cy"),
        ({"speakers": ("bob",)}, "did you mean Bob?"),
        ({"tags": ("noise",), "roots": ("<Cost>",)}, "nothing below <Cost>, tagged #noise"),
        ({"only": (Only.UNDERCUTS,)}, "nothing to show: the map has no undercuts"),
        ({"roots": ("Grant",), "only": (Only.ATTACKS,)}, "no attacks below [Grant]"),
    ],
)
def test_a_view_of_nothing_says_why(choices, words):
    with pytest.raises(CannotView) as told:
        draw(TRAMS, **choices)
    assert words in str(told.value)


@pytest.mark.parametrize(("title", "near"), [("Tramz", "[Trams]"), ("<Quite>", "<Quiet>")])
def test_a_misspelt_root(title, near):
    with pytest.raises(UnknownTitle, match="did you mean") as told:
        draw(TRAMS, roots=(title,))
    assert near in str(told.value)


def test_a_root_that_the_front_matter_keeps_out():
    text = "===\nselection: {excludeStatements: [Grant]}\n===\n" + TRAMS
    with pytest.raises(CannotView, match=r"\[Grant\] is not on the map"):
        draw(text, roots=("Grant",))


def test_front_matter_that_leaves_nothing():
    with pytest.raises(CannotView, match="leaves nothing of the map"):
        draw("===\nselection: {selectedTags: [none]}\n===\n" + TRAMS)


# How arguments are opened.


def test_premises_of_an_opened_argument_meet_and_undercuts_end_there():
    assert links(draw(CARD, opening=Opening.BOXES)) == {
        ("statement-p1", "join", "argument-arg--step-1"),
        ("statement-p2", "join", "argument-arg--step-1"),
        ("argument-arg--step-1", "support", "statement-mid"),
        ("statement-mid", "join", "argument-arg--step-2"),
        ("statement-p4", "join", "argument-arg--step-2"),
        ("argument-arg--step-2", "support", "argument-arg"),
        ("argument-arg", "support", "statement-end"),
        ("argument-cut", "undercut", "argument-arg--step-2"),
        ("argument-hit", "attack", "statement-p1"),
        ("argument-blow", "attack", "argument-arg"),
    }


def test_premises_that_one_argument_uses_have_its_numbers():
    drawn = draw(CARD, opening=Opening.BOXES)
    assert [box(drawn, title).number for title in ("P1", "P2", "Mid", "P4")] == [1, 2, None, 4]


ONE = "<A>: a.\n\n(1) [P]: p.\n----\n(2) [C]: c.\n"


def test_one_premise_needs_no_junction_unless_the_step_is_undercut():
    plain = draw(ONE, opening=Opening.BOXES)
    assert ("statement-p", "support", "argument-a") in links(plain)
    undercut = links(draw(ONE + "\n<U>: u.\n  _> <A>\n", opening=Opening.BOXES))
    assert ("argument-u", "undercut", "argument-a--step-1") in undercut
    assert ("statement-p", "join", "argument-a--step-1") in undercut


def test_an_argument_without_a_title_is_its_junction():
    text = (
        "(1) [P]: p.\n(2) [Q]: q.\n----\n(3) [C]: c.\n\n(1) [R]: r.\n(2) [S]: s.\n----\n(3) [C]\n"
    )
    drawn = draw(text, opening=Opening.BOXES)
    assert {box.kind for box in drawn.boxes} == {BoxKind.STATEMENT, BoxKind.JUNCTION}
    joined = {source: target for source, kind, target in links(drawn) if kind == "join"}
    assert joined["statement-p"] == joined["statement-q"] != joined["statement-r"]
    assert joined["statement-r"] == joined["statement-s"]
    assert all((joint, "support", "statement-c") in links(drawn) for joint in joined.values())


def test_a_statement_of_a_card_and_of_an_opened_argument_has_a_box():
    text = ONE + "\n<B>: b.\n\n(1) [P]\n(2) [Q]: q.\n----\n(3) [D]: d.\n"
    drawn = draw(text, openings={"<B>": Opening.BOXES})
    assert ("statement-p", "premise", "argument-a") in links(drawn)
    assert ("statement-p", "join", "argument-b--step-1") in links(drawn)


def test_a_closed_argument_keeps_its_premises_to_itself():
    drawn = draw(CARD, opening=Opening.NONE)
    assert titles(drawn) == {"End", "Arg", "Cut", "Hit", "Blow"}
    arg = box(drawn, "Arg")
    assert (arg.title, arg.text, arg.parts, arg.inside) == ("Arg", None, (), 3)
    assert ("argument-hit", "attack", "argument-arg") in links(drawn)
    assert ("argument-cut", "undercut", "argument-arg") in links(drawn)
    assert all(edge.target.port is None for edge in drawn.edges)


def test_levels_do_not_count_junctions():
    drawn = draw(CARD, opening=Opening.BOXES, depth=2)
    assert titles(drawn) == {"End", "Arg", "Mid", "P4", "Cut", "Blow"}
    assert box(drawn, "Mid").more == 2
    shallow = draw(CARD, opening=Opening.BOXES, depth=1)
    assert titles(shallow) == {"End", "Arg"}
    assert box(shallow, "Arg").more == 4
    assert {box.kind for box in shallow.boxes} == {BoxKind.STATEMENT, BoxKind.ARGUMENT}


def test_an_undercut_alone_keeps_the_junction_that_it_hits():
    drawn = draw(CARD, opening=Opening.BOXES, only=(Only.UNDERCUTS,))
    assert titles(drawn) == {"Arg", "Cut"}
    assert links(drawn) == {
        ("argument-cut", "undercut", "argument-arg--step-2"),
        ("argument-arg--step-2", "support", "argument-arg"),
    }
    assert box(drawn, "Arg").more == 3  # two premises and <Blow>


@pytest.mark.parametrize(
    ("data", "choices", "expected"),
    [
        ("", {}, Opening.CARDS),
        ("{open: none}", {}, Opening.NONE),
        ("{open: none}", {"opening": Opening.BOXES}, Opening.BOXES),
        ("{open: none}", {"openings": {"<A>": Opening.CARDS}}, Opening.CARDS),
        ("", {"opening": Opening.BOXES, "openings": {"A": Opening.NONE}}, Opening.NONE),
        ("{open: ajar}", {}, Opening.CARDS),
    ],
)
def test_who_decides_how_an_argument_is_opened(data, choices, expected):
    drawn = draw(ONE.replace("<A>: a.", f"<A>: a. {data}"), **choices)
    argument = box(drawn, "A")
    found = Opening.CARDS if argument.parts else Opening.NONE if argument.inside else Opening.BOXES
    assert found is expected


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("<Cut>", "has no numbered premises"),
        ("[P1]", "is a statement; only arguments can be opened"),
        ("<Agr>", "nothing is called <Agr>"),
    ],
)
def test_what_cannot_be_opened(title, words):
    from argmap.errors import ArgmapError

    with pytest.raises(ArgmapError) as told:
        draw(CARD, openings={title: Opening.BOXES})
    assert words in str(told.value)


def test_data_that_open_nothing_are_a_finding():
    import argmap

    graph = argmap.loads(ONE.replace("<A>: a.", "<A>: a. {open: ajar}"))
    (found,) = [d for d in argmap.check(graph) if d.code == "SYN004"]
    assert "`open:` of <A> is not one of cards, boxes, none." in found.finding.message


# What is written into boxes.

WORDS = "[T]: Said of T. #thesis\n  + <A>: Gist of A.\n  + just so.\n\n" + CARD.replace(
    "#thesis", ""
)


@pytest.mark.parametrize(
    ("labels", "statement", "argument", "untitled", "row"),
    [
        (None, ("T", "Said of T.", False), ("A", "Gist of A."), "just so.", "One."),
        (Labels.TITLE, ("T", None, False), ("A", None), "just so.", "P1"),
        (Labels.TEXT, (None, "Said of T.", False), (None, "Gist of A."), "just so.", "One."),
        (Labels.BOTH, ("T", "Said of T.", True), ("A", "Gist of A."), "just so.", "P1: One."),
        (Labels.NONE, (None, None, False), (None, None), None, ""),
    ],
)
def test_labels(labels, statement, argument, untitled, row):
    drawn = draw(WORDS, labels=labels)
    claim = box(drawn, "T")
    assert (claim.title, claim.text, claim.is_headed) == statement
    assert (box(drawn, "A").title, box(drawn, "A").text) == argument
    (plain,) = [each for each in drawn.boxes if each.ref.title.startswith("Untitled")]
    assert (plain.title, plain.text) == (None, untitled)
    rows = [part for part in box(drawn, "Arg").parts if hasattr(part, "caption")]
    assert row in [part.caption for part in rows]


def test_labels_win_over_the_front_matter():
    text = "===\nmap: {statementLabelMode: title}\n===\n" + WORDS
    assert box(draw(text), "T").text is None
    assert box(draw(text, labels=Labels.TEXT), "T").text == "Said of T."

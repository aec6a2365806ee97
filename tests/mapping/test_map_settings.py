"""Each of Argdown's settings about selection, groups, labels and the model shows in the picture."""

import pytest

from argmap.mapping.argument_map import BoxKind
from argmap.mapping.arrange import build_map
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

TEXT = """[T]: t. #thesis
  + <A>: a. #one
  - [S]: s. #two
    + untitled reason.

[Lonely]: nobody cares.

[Hidden]: h. {isInMap: false}
  +> [T]

# First

<B>: b.

(1) [P]: p. #one
(2) q.
----
(3) [M]: m.
(4) r.
----
(5) [C]: c.
  +> [T]

## Deeper {isGroup: true}

<D>: d.
  -> <B>

# Second {isClosed: true}

[U]: u.
  +> [T]
"""


def draw(front, text=TEXT):
    return build_map(build_graph(parse(Source.of(f"===\n{front}\n===\n{text}"))))


def titles(front, text=TEXT):
    return {box.ref.title for box in draw(front, text).boxes if box.ref}


PLAIN = titles("title: x")


def test_what_is_there_without_settings():
    assert titles("title: x") == {"T", "A", "S", "Untitled 1", "B", "C", "D"}


@pytest.mark.parametrize(
    ("settings", "gone", "new"),
    [
        ("statementSelectionMode: all", set(), set()),
        ("statementSelectionMode: top-level", {"C"}, set()),
        ("statementSelectionMode: not-used-in-argument", {"C"}, set()),
        ("statementSelectionMode: with-relations", set(), set()),
        ("statementSelectionMode: with-more-than-one-relation", {"C"}, set()),
        ("excludeDisconnected: false", set(), {"Lonely"}),
        ("ignoreIsInMap: true", set(), {"Hidden"}),
        ("{includeStatements: [Lonely]}", set(), {"Lonely"}),
        ("{excludeStatements: [S]}", {"S", "Untitled 1"}, set()),
        ("{excludeArguments: [A, D]}", {"A", "D"}, set()),
        ("{selectedSections: [Deeper, First]}", {"T", "A", "S", "Untitled 1"}, set()),
        ("{selectedSections: [First], selectElementsWithoutSection: true}", {"D"}, set()),
        ("{selectedTags: [thesis, one]}", {"S", "Untitled 1", "B", "C", "D"}, set()),
        ("{selectedTags: [two, thesis], selectElementsWithoutTag: true}", {"A"}, set()),
    ],
)
def test_selection(settings, gone, new):
    shown = titles(
        f"selection: {settings}" if settings[0] == "{" else f"selection: {{{settings}}}"
    )
    assert shown == (PLAIN - gone) | new


def test_groups_of_the_deepest_levels():
    assert [group.title for group in draw("title: x").groups] == ["First", "Second", "Deeper"]
    assert [group.title for group in draw("group: {groupDepth: 1}").groups] == ["Deeper"]


def test_groups_that_the_settings_name():
    drawn = draw("group: {sections: {First: {isGroup: true, isClosed: true}}}")
    assert [box.title for box in drawn.boxes if box.kind is BoxKind.GROUP] == ["First"]


def test_groups_in_place_of_headings():
    drawn = draw("group: {regroup: [{title: New, statements: [S], arguments: [A, B]}]}")
    assert [group.title for group in drawn.groups] == ["New"]
    inside = {box.ref.title for box in drawn.boxes if box.group == 0}
    assert inside == {"S", "A", "B"}


def test_what_headings_say_of_groups_can_be_ignored():
    assert [box.title for box in draw("title: x").boxes if box.kind is BoxKind.GROUP] == ["Second"]
    drawn = draw("group: {ignoreIsClosed: true}")
    assert not [box for box in drawn.boxes if box.kind is BoxKind.GROUP]
    text = TEXT.replace("# First", "# First {isGroup: false}")
    assert "First" not in [group.title for group in draw("title: x", text).groups]
    assert "First" in [group.title for group in draw("group: {ignoreIsGroup: true}", text).groups]


def test_labels_of_statements_and_of_arguments():
    def words(front):
        boxes = {box.ref.title: box for box in draw(front).boxes if box.ref}
        return [(boxes[title].title, boxes[title].text) for title in ("S", "A")]

    assert words("title: x") == [("S", "s."), ("A", "a.")]
    assert words("map: {statementLabelMode: title}") == [("S", None), ("A", "a.")]
    assert words("map: {argumentLabelMode: title}") == [("S", "s."), ("A", None)]
    assert words("map: {statementLabelMode: text}") == [(None, "s."), ("A", "a.")]
    assert words("map: {argumentLabelMode: none}") == [("S", "s."), (None, None)]


def test_hide_untitled_shows_titles_where_somebody_wrote_it():
    def headed(front):
        return {box.ref.title for box in draw(front).boxes if box.is_headed}

    assert headed("title: x") == set()
    assert {"T", "S"} <= headed("map: {statementLabelMode: hide-untitled}")


def links(front):
    return {(edge.source.box, edge.kind.value, edge.target.box) for edge in draw(front).edges}


def test_what_an_argument_does_its_conclusion_does():
    text = TEXT + "\n# Third\n\n<B>\n  -> [S]\n"
    drawn = {(e.source.box, e.target.box) for e in draw("title: x", text).edges}
    assert ("statement-c", "statement-s") in drawn
    front = "model: {transformArgumentRelations: false}"
    literal = {(e.source.box, e.target.box) for e in draw(front, text).edges}
    assert ("argument-b", "statement-s") in literal
    assert ("statement-c", "statement-s") not in literal


def test_each_step_becomes_an_argument():
    shown = titles("model: {explodeArguments: true}")
    assert {"B - 1", "B"} <= shown or {"B - 1", "B - 2"} <= shown
    assert len(shown) > len(PLAIN)


def test_strict_maps_entail_and_exclude():
    kinds = {kind for _, kind, _ in links("model: {mode: strict}")}
    assert {"entails", "contrary"} <= kinds
    assert not {"entails", "contrary"} & {kind for _, kind, _ in links("title: x")}


def test_tags_are_taken_out_of_texts():
    drawn = draw("title: x", "[T]: t #tag says.\n  + <A>: a.\n")
    assert drawn.boxes[0].text == "t #tag says."
    drawn = draw("model: {removeTagsFromText: true}", "[T]: t #tag says.\n  + <A>: a.\n")
    assert "#tag" not in drawn.boxes[0].text


def test_an_argument_whose_conclusion_is_kept_out_speaks_for_itself():
    text = "[T]: t.\n\n<A>: a.\n\n(1) p.\n(2) q.\n----\n(3) [C]: c.\n\n<A>\n  -> [T]\n"
    drawn = draw("selection: {excludeStatements: [C]}", text)
    assert {(e.source.box, e.target.box) for e in drawn.edges} == {("argument-a", "statement-t")}

"""A talk tells everything once, what a thought is about before it, in its author's order."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import graph_of, maps

import argmap
from argmap.mapping.argument_map import BoxKind, End, Row
from argmap.mapping.talk import Order, in_numbered_order, plan_talk, read_numbers
from argmap.mapping.talk.branches import Branches
from argmap.model import NodeKind, NodeRef

MANY = settings(max_examples=120, deadline=None)

UNIFORM = """
[Uniform]: Everybody should wear one.
  + <Pressure>: Nobody is judged.
    - <Shoes>: Shoes still show.
      - <Rule>: Shoes can have rules too.
  + <Mornings>: They are quicker.
  - <Style>: Clothes show who one is.
    + <Poll>: Most pupils say so.
"""
CARD = """
===
thesis: [T]
===
[T]: The thesis.

<A>: The gist.

(1) [P]: First.
(2) [Q]: Second.
----
(3) [M]: So far.
(4) [R]: Third.
----
(5) [T]

<O>: Not so.
  -> [Q]

[E]: Evidence.
  +> [P]
"""


def told(text, order=Order.TEXT, numbered=True):
    graph = argmap.loads(text)
    drawn = argmap.draw_map(graph)
    shown = {ref for ref in Branches(drawn).refs.values() if ref}
    numbers = read_numbers(graph, shown) if numbered else None
    return plan_talk(drawn, numbers, order).thoughts


def titles(text, order=Order.TEXT):
    return [thought.ref.title for thought in told(text, order)]


def test_depth_first_an_answer_follows_its_objection():
    thoughts = told(UNIFORM)
    assert [(t.ref.title, t.tie.value, t.depth, t.is_against) for t in thoughts] == [
        ("Uniform", "claim", 0, False),
        ("Pressure", "support", 1, False),
        ("Shoes", "attack", 2, True),
        ("Rule", "attack", 3, False),
        ("Mornings", "support", 1, False),
        ("Style", "attack", 1, True),
        ("Poll", "support", 2, True),
    ]


def test_by_weight_the_reason_on_which_more_hangs_comes_first_and_objections_stay_behind():
    text = (
        "[T]: t\n  - <O>: o\n    + <X>: x\n      + <Y>: y\n  + <A>: a\n  + <B>: b\n    + <C>: c\n"
    )
    assert titles(text, Order.WEIGHT) == ["T", "B", "C", "A", "O", "X", "Y"]
    assert titles(text, Order.TEXT) == ["T", "A", "B", "C", "O", "X", "Y"]


def test_an_argument_is_told_whole_before_what_speaks_for_and_against_its_premises():
    thoughts = told(CARD)
    assert [(t.ref.title, t.tie.value, t.number) for t in thoughts] == [
        ("T", "claim", None),
        ("A", "support", None),
        ("P", "premise", 1),
        ("Q", "premise", 2),
        ("M", "conclusion", 3),
        ("R", "premise", 4),
        ("E", "support", None),
        ("O", "attack", None),
    ]


def test_a_conflict_is_told_from_whichever_side_comes_first():
    assert titles("[A]: a\n  >< [B]\n\n[B]: b\n  + <C>: c\n\n[T]: t #thesis\n  + [B]\n") == [
        *("T", "B", "C", "A")
    ]


@MANY
@given(maps(), st.sampled_from(list(Order)))
def test_everything_on_a_random_map_is_told_once_and_after_what_it_is_about(text, order):
    drawn = argmap.draw_map(graph_of(text))
    thoughts = plan_talk(drawn, order=order).thoughts
    places = [thought.place for thought in thoughts]
    assert len(places) == len(set(places))
    boxes = {box.id: box for box in drawn.boxes}
    own = {box.ref.title for box in drawn.boxes if box.ref and box.ref.kind is NodeKind.STATEMENT}
    rows = {part.title for box in drawn.boxes for part in box.parts if isinstance(part, Row)} - own
    expected = {End(box.id) for box in drawn.boxes if box.kind is not BoxKind.JUNCTION}
    assert {place for place in places if place.port is None} == expected
    told_rows = [
        next(p.title for p in boxes[place.box].parts if p.port == place.port)
        for place in places
        if place.port is not None
    ]
    assert sorted(told_rows) == sorted(rows)
    for number, thought in enumerate(thoughts):
        assert thought.above is None or thought.above in places[:number]


@MANY
@given(maps(), st.data())
def test_numbers_are_followed_and_nothing_gets_lost(text, data):
    thoughts = plan_talk(argmap.draw_map(graph_of(text))).thoughts
    refs = [thought.ref for thought in thoughts if thought.ref]
    chosen = data.draw(st.lists(st.sampled_from(refs or [None]), unique=True))
    numbers = {ref: data.draw(st.integers(-3, 9)) for ref in chosen if ref}
    ordered = in_numbered_order(thoughts, numbers)
    assert sorted(map(thoughts.index, ordered)) == list(range(len(thoughts)))
    said = [numbers[thought.ref] for thought in ordered if thought.ref in numbers]
    assert said == sorted(said)
    if not numbers:
        assert tuple(ordered) == thoughts


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ({}, "T A A1 B B1"),
        ({"B": 1, "A": 2}, "T B B1 A A1"),  # the claim leads to both
        ({"T": 1, "B": 2}, "T B B1 A A1"),  # A waits for its numbered sibling
        ({"T": 1, "A1": 2, "B": 3, "A": 4}, "T A1 B B1 A"),
        ({"T": 9, "A": 1}, "A A1 T B B1"),  # a thesis kept for later
        ({"B1": 1}, "T B B1 A A1"),  # what leads to a number comes just before it
        ({"A": 2.5, "B": 2}, "T B B1 A A1"),
    ],
)
def test_what_has_no_number_stays_where_it_belongs(steps, expected):
    def data(name):
        return f" {{step: {steps[name]}}}" if name in steps else ""

    text = (
        f"[T]: t{data('T')}\n  + <A>: a{data('A')}\n    - <A1>: a{data('A1')}\n"
        f"  + <B>: b{data('B')}\n    - <B1>: b{data('B1')}\n"
    )
    assert titles(text) == expected.split()


def test_a_late_objection_does_not_tear_an_argument_apart():
    text = CARD.replace("<A>: The gist.", "<A>: The gist. {step: 2}").replace(
        "<O>: Not so.", "<O>: Not so. {step: 9}"
    )
    assert titles(text) == ["T", "A", "P", "Q", "M", "R", "E", "O"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[A]: a {step: 1}\n  + [B]: b {step: 1}\n",
            "<text>:2: [A] and [B] have the same `step: 1`; they are told in the order of the map",
        ),
        (
            "[A]: a {step: first}\n",
            "<text>:1: `step:` of [A] is not a number; it is told where it belongs",
        ),
        (
            "[A]: a {step: [1]}\n",
            "<text>:1: `step:` of [A] is not a number; it is told where it belongs",
        ),
        (
            "[A]: a {step: .nan}\n",
            "<text>:1: `step:` of [A] is not a number; it is told where it belongs",
        ),
        (
            "[A]: a {step: yes}\n",
            "<text>:1: `step:` of [A] is not a number; it is told where it belongs",
        ),
        (
            "[A]: a {step: 1}\n  + [B]: b {step: 2}\n  + [C]: c {step: 5}\n",
            "<text>: `step:` jumps from 2 to 5; nothing is left out for that",
        ),
        (
            "[A]: a {step: 1}\n\n[A] {step: 4}\n",
            "<text>:3: [A] has more than one `step:`; the last one holds",
        ),
        (
            "[A]: a\n  + [B]: b\n\n[C]: c {step: 2, isInMap: false}\n  + [B]\n",
            "<text>:4: [C] has a `step:`, but is not on the map",
        ),
    ],
)
def test_what_cannot_be_followed_is_said_and_does_not_stop_the_talk(text, said):
    graph = argmap.loads(text)
    drawn = argmap.draw_map(graph)
    numbers = read_numbers(graph, {ref for ref in Branches(drawn).refs.values() if ref})
    assert numbers.troubles == (said,)
    assert plan_talk(drawn, numbers).thoughts


def test_room_between_numbers_is_no_trouble():
    text = "[A]: a {step: 10}\n  + [B]: b {step: 20}\n  + [C]: c {step: '30'}\n"
    graph = argmap.loads(text)
    numbers = read_numbers(graph, set(graph.order))
    assert numbers.troubles == ()
    assert numbers.by_ref[NodeRef(NodeKind.STATEMENT, "C")] == 30


def test_five_thousand_thoughts_in_a_chain_and_in_a_star_take_no_time_to_speak_of():
    chain = "".join(f"[S{i}]: s\n  + [S{i + 1}]\n\n" for i in range(5_000))
    star = "[S]: s\n" + "".join(f"  + [S{i}]: s {{step: {i % 7}}}\n" for i in range(5_000))
    for text in (chain, star):
        graph = argmap.loads(text)
        drawn = argmap.draw_map(graph)
        start = time.perf_counter()
        numbers = read_numbers(graph, set(graph.order))
        thoughts = plan_talk(drawn, numbers).thoughts
        assert len(thoughts) == 5_001
        assert time.perf_counter() - start < 4  # a second where two cores are busy

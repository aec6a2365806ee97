"""A map as one side sees it: stances, points, where attacks land, answers, cards."""

import pytest

import argmap
from argmap.debate.case import Case
from argmap.debate.evidence import surname
from argmap.debate.points import Reply
from argmap.debate.teams import Stance, UnknownSide
from argmap.model import NodeKind, NodeRef

TEXT = """\
===
thesis: Ban
sources:
  report: {author: "Ann Lee", title: "Cars in towns", date: 2024}
===

[Ban]: Cars should be banned.

<Air>: The air gets better.

(1) [Exhaust]: Cars foul the air. {source: report, quote: "cars foul the air"}
(2) [Less]: Fewer cars foul it less. #unstated
-- causal --
(3) [Cleaner]: The air gets cleaner.
(4) [Health]: Cleaner air is healthier.
----
(5) [Ban]

[Exhaust]
  - <Electric>: Electric cars foul nothing. #link-turn
    - <Tyres>: Their tyres do.
[Cleaner]
  - [Wind]: Wind brings foul air.
[Ban]
  - <Shops>: Shops lose customers. {side: con}
    - <Trade>: Walkers buy more. {answer: impact turn}
  - [Old]: Old people need cars. {side: Greys}
  >< [Keep]: Cars should be kept.

[Weather]: It rains.
"""


def statement(title):
    return NodeRef(NodeKind.STATEMENT, title)


def argument(title):
    return NodeRef(NodeKind.ARGUMENT, title)


def case(side="pro", text=TEXT, **texts):
    return Case.of(argmap.evaluate(argmap.loads(text)), side, texts)


def test_sides_are_declared_or_computed():
    ours = case("pro")
    stances = {
        "Ban": Stance.OURS, "Exhaust": Stance.OURS, "Wind": Stance.THEIRS, "Old": Stance.THEIRS,
        "Keep": Stance.THEIRS, "Weather": Stance.NEITHER,
    }  # fmt: skip
    assert {title: ours.stance(statement(title)) for title in stances} == stances
    assert ours.stance(argument("Tyres")) is Stance.OURS
    assert [point.ref.title for point in ours.ours] == ["Air", "Tyres", "Trade"]
    assert [point.ref.title for point in ours.theirs] == ["Electric", "Wind", "Shops", "Old"]


@pytest.mark.parametrize("name", ["con", "neg", "Opposition", "against"])
def test_sides_have_many_names(name):
    assert case(name).side == "con"
    assert case(name).stance(statement("Ban")) is Stance.THEIRS


def test_a_named_team_has_its_own_and_what_leans_its_way():
    greys = case("Greys")
    assert greys.teams.names == ("pro", "con", "Greys")
    assert greys.stance(statement("Old")) is Stance.OURS
    assert greys.stance(argument("Electric")) is Stance.OURS
    assert greys.stance(argument("Air")) is Stance.THEIRS
    assert greys.other_side == "pro"
    with pytest.raises(UnknownSide, match="choose pro, con, Greys"):
        case("Grays")


def test_what_serves_both_sides_is_said_to():
    both = case(
        text="===\nthesis: T\n===\n[T]: t.\n  + [P]: p.\n  - [Q]: q.\n\n[B]: b.\n +> [P]\n +> [Q]\n"
    )
    assert both.stance(statement("B")) is Stance.BOTH
    assert statement("B") in {p.ref for p in both.ours} & {p.ref for p in both.theirs}


def test_attacks_land_where_they_are_written():
    ours = case()
    air = ours.by_ref[argument("Air")]
    assert [(o.source.title, o.place, o.number) for o in air.objections] == [
        ("Electric", "premise 1", 1),
        ("Wind", "step 3", 3),
        ("Shops", "the conclusion", 0),
        ("Old", "the conclusion", 0),
        ("Keep", "the conclusion", 0),
    ]
    turn, wind = air.objections[:2]
    assert turn.reply is Reply.LINK_TURN and turn.is_offence
    assert wind.reply is None and not wind.is_offence
    assert [each.source.title for each in ours.answers(turn, air)] == ["Tyres"]
    assert ours.answers(wind, air) == ()
    assert [line.number for line in air.lines] == [1, 2, 4]
    assert [line.is_unstated for line in air.lines] == [False, True, False]


def test_a_conflict_is_no_answer_to_itself():
    ours = case()
    air = ours.by_ref[argument("Air")]
    keep = air.objections[-1]
    assert ours.answers(keep, air) == ()


def test_an_argument_speaks_for_the_statement_that_it_concludes():
    text = "[T]: t.\n  - [C]\n\n<A>: a.\n\n(1) [P]: p.\n----\n(2) [C]: c.\n\n[P]\n  - [D]: d.\n"
    pro = case("pro", text)
    assert [point.ref.title for point in pro.theirs] == ["A"]
    assert pro.point_of(statement("C")).ref == argument("A")


def test_cards_show_the_quote_in_its_source():
    words = "Before.\n\nIn towns cars foul the air, and more."
    ours = case(report=words)
    (card,) = ours.evidence(ours.by_ref[argument("Air")])
    assert (card.quote, card.before, card.after) == (
        "cars foul the air",
        "In towns ",
        ", and more.",
    )
    assert card.cite == "Lee 2024" and card.is_found
    assert card.details == ("Ann Lee", "Cars in towns", "2024")
    (unread,) = case().evidence(case().by_ref[argument("Air")])
    assert unread.is_found is None and unread.quote == "cars foul the air"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Jensen Huang", "Huang"), ("Huang, Jensen", "Huang"), ("黄仁勋", "黄仁勋"), ("", ""),
        ("Lee and Park", "Lee and Park"), ("article author", "article author"),
        ("U.S. Bureau of Labor Statistics", "U.S. Bureau of Labor Statistics"), ("Élodie Müller", "Müller"),
    ],
)  # fmt: skip
def test_surnames(name, found):
    assert surname(name) == found


def test_an_empty_map_has_no_points():
    assert case(text="").points == () and case(text="").theses == ()

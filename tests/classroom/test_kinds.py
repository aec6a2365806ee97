"""What each kind of sheet asks, and kind words about what cannot be asked."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from lessons import BARE, HUANG, MAP, SCHOOL, made

from argmap.classroom.covering import made_bare
from argmap.classroom.dice import Dice, mixed_up
from argmap.classroom.gaps import (
    MOST,
    USUAL,
    CannotAsk,
    Request,
    Version,
    choose,
    lettered,
    letters,
)
from argmap.classroom.key import report_key
from argmap.classroom.kinds import KINDS, UnknownKind, find_kind
from argmap.mapping.argument_map import BoxKind, Hue, Picture, Row


def test_chance_is_pinned():
    assert Dice("7", "boxes", "gaps").shuffled(range(8)) == PINNED
    assert sorted(Dice(1).shuffled("abcdef")) == list("abcdef")
    assert {Dice(seed).shuffled("ab")[0] for seed in range(20)} == {"a", "b"}
    for seed in range(30):
        assert mixed_up("ab", Dice(seed)) == ["b", "a"]
    assert mixed_up("a", Dice(1)) == ["a"]
    assert mixed_up("", Dice(1)) == []


PINNED = [4, 3, 6, 7, 1, 0, 5, 2]


def test_gaps_are_spread_over_the_map():
    chain = list(range(9))
    for seed in range(20):
        chosen = choose(chain, Request("boxes", 3, str(seed)), "things", lambda n: (n - 1, n + 1))
        assert all(b - a > 1 for a, b in pairwise(chosen))
    everything = choose(chain, Request("boxes", 9), "things", lambda n: (n - 1, n + 1))
    assert everything == chain
    sorts = choose(["a1", "a2", "a3", "b1"], Request("voice", 2), "things", sort=lambda s: s[0])
    assert {each[0] for each in sorts} == {"a", "b"}


def test_letters_go_on_after_z():
    assert letters(28)[24:] == ("Y", "Z", "AA", "AB")
    assert len(set(letters(MOST))) == MOST


def test_version_b_has_the_same_gaps_under_other_letters():
    for kind in KINDS:
        source = MAP if kind not in {"indicators"} else HUANG
        first = made(source, kind, seed="7")[1].gaps
        second = made(source, kind, seed="7", version=Version.B)[1].gaps
        assert {gap.node for gap in first} == {gap.node for gap in second}, kind
        assert [gap.letter for gap in first] == [gap.letter for gap in second]
        if len(first) > 1 and kind != "indicators":
            assert [gap.node for gap in first] != [gap.node for gap in second], kind
    order = lettered([1, 2, 3], Request("boxes", version=Version.B))
    assert [letter for letter, _ in order] == ["A", "B", "C"]


def test_another_seed_makes_another_choice():
    chosen = {
        tuple(gap.node for gap in made(SCHOOL, "boxes", seed=str(seed), blanks=3)[1].gaps)
        for seed in range(12)
    }
    assert len(chosen) > 6


def test_as_many_gaps_as_are_asked_for():
    for blanks in range(1, 10):
        assert len(made(SCHOOL, "boxes", blanks=blanks)[1].gaps) == blanks
    assert len(made(SCHOOL, "boxes")[1].gaps) == USUAL
    assert len(made(BARE, "boxes")[1].gaps) == 1


def test_the_main_claims_stay():
    gaps = made(SCHOOL, "boxes", blanks=9)[1].gaps
    assert "[School Uniform]" not in {gap.node for gap in gaps}
    assert {"[Ban]"}.isdisjoint(gap.node for gap in made(MAP, "boxes")[1].gaps)


def test_what_stands_twice_is_not_left_out():
    twice = "[A]: q.\n  + <B>: Dogs bark.\n  + <C>: Cats say that dogs bark.\n"
    assert {gap.node for gap in made(twice, "boxes")[1].gaps} == {"<C>"}
    titled = (
        "===\ntitle: Do dogs bark?\n===\n\n[A]: q.\n  + <B>: Do dogs bark.\n  + <C>: Hens cluck.\n"
    )
    assert {gap.node for gap in made(titled, "boxes")[1].gaps} == {"<C>"}
    framed = "# Dogs bark\n\n[A]: q.\n  + <B>: Dogs bark.\n  + <C>: Hens cluck.\n"
    assert {gap.node for gap in made(framed, "boxes")[1].gaps} == {"<C>"}
    named = "[A]: q.\n  + <Dogs bark>: Cats meow.\n  + <C>: Dogs bark.\n"
    assert {gap.node for gap in made(named, "boxes")[1].gaps} == {"<Dogs bark>"}
    mentioned = "[A]: q.\n  + <B>: Dogs bark.\n  + <C>: It is not so, see @<B>.\n"
    assert {gap.node for gap in made(mentioned, "boxes")[1].gaps} == {"<C>"}


def test_a_distractor_fits_into_no_gap():
    for seed in range(15):
        taught, exercise, _ = made(SCHOOL, "bank", blanks=4, seed=str(seed))
        ties = taught.ties
        by_text = {taught.said(ref): ref for ref in taught.askable}
        gaps = [by_text[gap.answer] for gap in exercise.gaps]
        for option in exercise.options:
            if option.is_distractor:
                (tie,) = ties.starting[by_text[option.text]]
                for gap in gaps:
                    assert all(
                        (each.kind, each.target) != (tie.kind, tie.target)
                        for each in ties.starting[gap]
                    )


def test_twins_may_change_places():
    text = "[A]: q.\n  + <B>: Dogs bark.\n  + <C>: Cats meow.\n  - <D>: Cows moo.\n"
    gaps = {gap.node: gap for gap in made(text, "boxes")[1].gaps}
    letter = {node: gap.letter for node, gap in gaps.items()}
    assert gaps["<B>"].swaps == (letter["<C>"],)
    assert gaps["<C>"].swaps == (letter["<B>"],)
    assert gaps["<D>"].swaps == ()
    assert gaps["<D>"].mistake.shows == "takes a reason for an objection"


def test_premises_of_one_step_may_change_places_unless_something_tells_them_apart():
    gaps = {gap.node: gap for gap in made(MAP, "boxes", blanks=7)[1].gaps}
    assert gaps["[Exhaust]"].swaps == (), "it is attacked, the other is not"
    text = "<A>\n\n(1) [P]: Dogs bark.\n(2) [Q]: Cats meow.\n----\n(3) [C]: Cows moo.\n"
    gaps = {gap.node: gap for gap in made(text, "boxes")[1].gaps}
    assert gaps["[P]"].swaps == (gaps["[Q]"].letter,)


def test_missing_arrows():
    _, exercise, _ = made(SCHOOL, "links", blanks=5, seed="7")
    assert len(exercise.solved.edges) - len(exercise.covered.edges) == 5
    numbers = {option.text: option.number for option in exercise.options}
    targets = {
        "<Shoes Still Show>": "<Less Pressure>",
        "<Used Uniforms>": "<Extra Cost>",
        "<Extra Cost>": "[School Uniform]",
        "<Own Style>": "[School Uniform]",
        "<Other Ways>": "<Own Style>",
        "<Friends Matter More>": "<One Team>",
    }
    for gap in exercise.gaps:
        assert gap.answer == numbers[targets.get(gap.node, "[School Uniform]")]


def test_an_arrow_to_a_line_of_a_card_has_its_number():
    _, exercise, _ = made(MAP, "links", blanks=5)
    gap = next(gap for gap in exercise.gaps if gap.node == "<Electric>")
    box, line = gap.answer.split(".")
    assert line == "1"
    assert box in gap.accepted
    assert "Exhaust" in gap.accepted


def test_missing_signs():
    _, exercise, _ = made(SCHOOL, "signs", blanks=9)
    signs = {gap.node: gap.answer for gap in exercise.gaps}
    assert signs["<Quicker Mornings>"] == "+"
    assert signs["<Own Style>"] == "-"
    assert len(signs) == 9
    for box in exercise.covered.boxes:
        assert box.role is None
    assert len({edge.kind for edge in exercise.covered.edges}) == 1
    assert exercise.covered.legend == ()


def test_hidden_premises():
    _, exercise, _ = made(MAP, "hidden")
    (gap,) = exercise.gaps
    assert gap.node == "[Cleaner Air]"
    assert gap.reason == "Without it nothing leads from [Exhaust] to [Ban]."
    assert gap.mistake.answer == "Cars should be banned."
    assert not gap.is_exact
    assert len(made(HUANG, "hidden", blanks=9)[1].gaps) == 9


def test_spotting_what_has_no_reason():
    _, exercise, _ = made(HUANG, "spot")
    (gap,) = exercise.gaps
    assert gap.node == "[Worldwide Developer Loss]"
    number = {option.text: option.number for option in exercise.options}
    assert number[gap.accepted[1]] == gap.answer
    for box in exercise.covered.boxes:
        assert not box.is_unsupported
        assert not any(getattr(part, "is_unsupported", False) for part in box.parts)


def test_who_says_it():
    _, exercise, _ = made(HUANG, "voice", seed="7")
    answers = {gap.node: gap for gap in exercise.gaps}
    assert {gap.answer for gap in exercise.gaps} == {"Huang", "article author"}
    huang = next(gap for gap in answers.values() if gap.answer == "Huang")
    assert {"Jensen Huang", "Huang Renxun", "黄仁勋"} <= set(huang.accepted)
    assert exercise.covered is None, "groups of a map are called after speakers"


def test_indicators_are_found_in_the_text():
    taught, exercise, _ = made(HUANG, "indicators")
    (text,) = taught.texts.values()
    spans = exercise.marked["huang"]
    assert [text[span.start : span.end] for span in spans] == ["Therefore", "Because"]
    reasons = [gap.reason for gap in exercise.gaps]
    assert reasons == ["Behind it stands a conclusion.", "Behind it stands a reason."]
    assert exercise.gaps[0].answer == "Therefore (line 18)"


def test_order_keeps_what_may_change_places():
    text = "[A]: q.\n  + <B>: Dogs bark.\n    - <D>: Cows moo.\n  + <C>: Cats meow.\n    - <E>: Hens cluck.\n"
    gaps = {gap.node: gap for gap in made(text, "order")[1].gaps}
    letter = {node: gap.letter for node, gap in gaps.items()}
    assert gaps["<B>"].swaps == (letter["<C>"],)
    assert gaps["<D>"].swaps == (letter["<E>"],), "together with what stands above"
    assert gaps["<D>"].mistake.shows == "turns a claim and what bears on it upside down"
    text = text.replace("    - <E>: Hens cluck.\n", "")
    gaps = {gap.node: gap for gap in made(text, "order")[1].gaps}
    assert not any(gap.swaps for gap in gaps.values())


def test_the_key_for_programs():
    taught, exercise, request = made(MAP, "boxes", seed="7", blanks=7)
    report = json.loads(json.dumps(report_key(taught, exercise, request)))
    assert report["format"] == "argmap-key"
    assert report["format_version"] == 1
    assert report["total"] == len(report["blanks"])
    assert (report["kind"], report["seed"], report["version"]) == ("boxes", "7", "A")
    for blank in report["blanks"]:
        assert blank["answer"] in blank["accepted"]
        assert blank["node"].strip("[]<>") == blank["title"]
        assert blank["kind"] in {"statement", "argument"}
        assert blank["reason"].endswith(".")
    exhaust = next(blank for blank in report["blanks"] if blank["node"] == "[Exhaust]")
    assert exhaust["leads_to"] == ["[Ban]"]
    assert exhaust["led_by"] == ["<Electric>"]


def test_all_wordings_of_a_statement_are_accepted():
    text = "[A]: q.\n  + [B]: Dogs bark. #fact\n\n[B]: Every dog barks.\n"
    (gap,) = made(text, "boxes")[1].gaps
    assert {"Dogs bark.", "Every dog barks.", "B"} == set(gap.accepted)


@pytest.mark.parametrize(
    ("source", "kind", "options", "told"),
    [
        (SCHOOL, "boxes", {"blanks": 10}, "has 9 claims that can be left out"),
        (SCHOOL, "bank", {"distractors": 9}, "--distractors"),
        (SCHOOL, "hidden", {}, "#unstated"),
        (SCHOOL, "spot", {}, "#conclusion"),
        (SCHOOL, "voice", {}, "speaker:"),
        (SCHOOL, "indicators", {}, "sources:"),
        (HUANG, "indicators", {"blanks": 3}, "has 2 indicator words"),
        ("[A]: q. #conclusion\n", "spot", {}, "none stands out"),
        ("", "boxes", {}, "no claims"),
        ("", "links", {}, "no arrows"),
        ("", "signs", {}, "no arrows"),
        ("", "order", {}, "no lines"),
    ],
)
def test_what_cannot_be_asked_says_what_to_do(source, kind, options, told):
    with pytest.raises(CannotAsk) as refused:
        made(source, kind, **options)
    assert told in str(refused.value)


def test_unknown_kinds_are_refused_with_those_there_are():
    with pytest.raises(UnknownKind, match="boxes, bank, links"):
        find_kind("crossword")


def test_nothing_that_decorates_a_map_is_on_a_sheet():
    drawn = made(MAP, "boxes")[0].drawn
    hue, picture = Hue(0, "Bob", "Bob"), Picture("data:x", 1.0, 1.0, "Batteries emit nothing.")

    def dress(part):
        if not isinstance(part, Row):
            return part
        return replace(part, link="http://x", hue=hue, label="out", sources=(1,))

    dressed = replace(
        drawn,
        boxes=tuple(
            replace(
                box,
                parts=tuple(map(dress, box.parts)),
                link="http://x",
                hue=hue,
                pictures=(picture,),
                is_unsupported=True,
            )
            for box in drawn.boxes
        ),
        hues=(hue,),
        part="of Bob",
    )
    assert made_bare(dressed) == made_bare(drawn)
    assert "Bob" not in str(made_bare(dressed).boxes)


def test_opened_arguments_are_cards_on_sheets():
    opened = MAP.replace("Gist of the card. {speaker: Ann}", "Gist of the card. {open: boxes}")
    kinds = {box.kind for box in made(opened, "hidden")[1].covered.boxes}
    assert kinds == {BoxKind.STATEMENT, BoxKind.ARGUMENT}

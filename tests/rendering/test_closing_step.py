"""What a talk ends on: the weakest premises of its main claims."""

from pathlib import Path

import argmap
from argmap import drawing

ROOT = Path(__file__).parents[2]


def weak(text, **options):
    deck, _ = drawing.plan_talk(drawing.make_report(argmap.loads(text), **options))
    return [(point.text, point.why) for point in deck.weak]


def test_it_names_what_a_claim_falls_with_and_nothing_else():
    chain = "[T]: Thesis.\n  + [A]: Link.\n    + [B]: Ground.\n  - [O]: Objection.\n"
    assert weak(chain) == [("Ground.", "without it the main claim falls")]
    assert weak(chain + "  + [C]: Another reason.\n") == []
    assert weak("[T]: Thesis.\n") == []


def test_what_has_no_reason_comes_first():
    deck, _ = drawing.plan_talk(drawing.make_report(argmap.load(ROOT / "maps/huang.argdown")))
    first, *others = deck.weak
    assert first.text.startswith("If the United States bars AI chip sales to China")
    assert first.why == "no reason is given for it; without it a main claim falls"
    assert others and all(point.why == "without it a main claim falls" for point in others)


def test_it_counts_the_claims_that_fall_together():
    text = "[T]: One.\n  + [A]: Link.\n    + [B]: Ground.\n\n[U]: Two.\n  + [B]\n\n[V]: Three.\n"
    both = text + "  + [C]: Own ground.\n"
    assert weak(text.replace("\n[V]: Three.\n", "")) == [
        ("Ground.", "without it all main claims fall")
    ]
    assert weak(both) == [
        ("Ground.", "without it 2 main claims fall"),
        ("Own ground.", "without it a main claim falls"),
    ]


def test_only_what_was_told_is_asked_about():
    text = "[T]: One.\n  + [A]: Ground.\n\n[U]: Two.\n  + [B]: Other ground.\n"
    told = weak(text, view=argmap.View(roots=("U",)))
    assert told == [("Other ground.", "without it the main claim falls")]


def test_a_long_list_is_cut():
    premises = "".join(f"({number}) Premise {number}.\n" for number in range(1, 30))
    told = weak(f"[T]: Thesis.\n\n<X>\n\n{premises}----\n(30) [T]\n")
    assert [text for text, _ in told] == [f"Premise {number}." for number in range(1, 6)]

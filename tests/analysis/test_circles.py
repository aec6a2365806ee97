"""Which circles are told, and the way round them."""

from random_maps import graph_of

from argmap.analysis import (
    Support,
    chain_down,
    shortest_circle,
    supported_circles,
    unsupported_circles,
)
from argmap.analysis.circles import carrying_premises
from argmap.model.steps import StepGraph, build_steps


def steps_of(text: str) -> StepGraph:
    return build_steps(graph_of(text))


def closed(text: str) -> list[tuple[str, ...]]:
    steps = steps_of(text)
    circles = unsupported_circles(steps, Support(steps).lenient)
    return [steps.titles(circle) for circle in circles]


def test_only_the_circle_is_told_and_not_what_hangs_on_it() -> None:
    assert closed("[T]\n  + [A]\n    + [B]\n      + [A]\n") == [("A", "B")]


def test_a_diamond_is_no_circle() -> None:
    assert closed("[T]\n  + [A]\n    + [C]\n  + [B]\n    + [C]\n") == []


def test_a_circle_on_a_rejected_leaf_is_the_leafs_matter() -> None:
    assert closed("[T]\n  + [A]\n\n[A] {status: rejected}\n") == []


def test_a_member_to_do_leaves_the_circle_to_its_author() -> None:
    assert closed("[A] #todo\n  + [B]\n    + [A]\n") == []


def test_a_rejected_step_makes_no_circle() -> None:
    assert closed("[A] {status: rejected}\n  + [B]\n    + [A]\n") == []


def test_sketched_arguments_that_support_each_other_stand() -> None:
    steps = steps_of("<A>: a.\n  + <B>: b.\n    + <A>\n  +> [T]: t.\n")
    lenient = Support(steps).lenient
    assert unsupported_circles(steps, lenient) == ()
    assert [steps.titles(c) for c in supported_circles(steps, lenient)] == [("A", "B")]


def test_the_shortest_way_round_begins_at_the_first_member() -> None:
    steps = steps_of("[A]\n  + [B]\n    + [C]\n      + [A]\n    + [A]\n")
    (circle,) = unsupported_circles(steps, Support(steps).lenient)
    assert steps.titles(circle) == ("A", "B", "C")
    way = shortest_circle(carrying_premises(steps), circle)
    assert steps.titles(way) == ("A", "B", "A")


def test_a_chain_leads_from_the_top_down() -> None:
    steps = steps_of("[T]\n  + [A]\n    + [B]\n      + [C]\n")
    down = chain_down(steps, [3], [0, 1, 2], 0)
    assert steps.titles(down) == ("T", "A", "B", "C")
    assert chain_down(steps, [3], [0, 1], 0) == ()

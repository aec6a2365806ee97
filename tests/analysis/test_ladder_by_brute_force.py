"""The support ladder on small random graphs, against every way of trying it out."""

from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import graph_of, maps

from argmap.analysis import (
    LinkKind,
    Repairs,
    Standoffs,
    Support,
    find_oppositions,
    self_defeats,
    single_points,
    way_to_defeat,
)
from argmap.evaluation import Label, Policy, base_set, derive, evaluate
from argmap.model.steps import StepGraph, build_steps

MANY = settings(max_examples=100, deadline=None)
NAMES = [f"S{number}" for number in range(6)]


@st.composite
def ladders(draw: st.DrawFn) -> str:
    """Draw supports alone, some of them linked, over six statements and an argument."""
    names = [f"[{name}]" for name in NAMES] + ["<A>"]
    blocks = []
    for _ in range(draw(st.integers(1, 9))):
        below = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3))
        linked = " {linked: true}" if draw(st.booleans()) else ""
        lines = [f"  + {name}" for name in below]
        blocks.append("\n".join([draw(st.sampled_from(names)) + linked, *lines]))
    for name in names:
        marks = ["", "", "", " #assumption", " #todo", ' {source: "s"}', " {status: rejected}"]
        blocks.append(f"{name}: text{draw(st.sampled_from(marks))}")
    return "\n\n".join(blocks) + "\n"


def is_closed(steps: StepGraph, nodes: frozenset[int]) -> bool:
    return all(
        step.conclusion in nodes or step.is_void or not nodes.issuperset(step.premises)
        for step in steps.steps
    )


def subsets(nodes: list[int]) -> list[frozenset[int]]:
    sizes = range(len(nodes) + 1)
    return [frozenset(s) for s in chain.from_iterable(combinations(nodes, size) for size in sizes)]


@MANY
@given(ladders())
def test_what_follows_is_the_intersection_of_all_closed_sets(text: str) -> None:
    """The least fixpoint, defined without any order of derivation."""
    steps = build_steps(graph_of(text))
    everything = list(range(len(steps.nodes)))
    closed = [nodes for nodes in subsets(everything) if is_closed(steps, nodes)]
    for policy in Policy:
        base = base_set(steps, policy)
        least = frozenset.intersection(*(nodes for nodes in closed if nodes >= base))
        derived = derive(steps, base)
        assert {node for node in everything if node in derived} == least


@MANY
@given(ladders())
def test_repairs_are_enough_and_smallest(text: str) -> None:
    steps = build_steps(graph_of(text))
    support = Support(steps)
    declared = base_set(steps, Policy.DECLARED)
    candidates = sorted(base_set(steps) - declared)
    repairs = Repairs(steps, support.lenient, support.declared)
    for node in range(len(steps.nodes)):
        if node not in support.lenient or node in support.declared:
            continue
        leaves, is_smallest = repairs.repair(node)
        assert is_smallest
        enough = [s for s in subsets(candidates) if node in derive(steps, declared | s)]
        assert frozenset(leaves) in enough
        assert len(leaves) == min(len(s) for s in enough)


@MANY
@given(maps())
def test_single_points_are_those_whose_rejection_takes_the_conclusion(text: str) -> None:
    steps = build_steps(graph_of(text))
    base = base_set(steps)
    lenient = derive(steps, base)
    nodes = range(len(steps.nodes))
    found = single_points(steps, lenient, nodes)
    for node in nodes:
        leaves = tuple(
            leaf
            for leaf in sorted(base - {node})
            if node in lenient and node not in derive(steps, base - {leaf}, frozenset([leaf]))
        )
        assert found.get(node, ()) == leaves


def test_an_alternative_that_falls_later_is_no_rescue() -> None:
    """Both steps to [C] are complete at the same depth, and [P] takes the other one down too."""
    text = "[X]\n  +> [L]\n\n[T]\n  + [C]\n\n[C] {linked: true}\n  + [P]\n  + [L]\n\n"
    text += "[C]\n  + [W]\n    + [P]\n"
    steps = build_steps(graph_of(text))
    thesis = steps.statements["T"]
    found = single_points(steps, derive(steps, base_set(steps)), [thesis])
    assert steps.titles(found[thesis]) == ("P",)


def test_a_set_of_many_leaves_is_given_as_an_example() -> None:
    lines = "".join(f"  + [P{n}]: p.\n" for n in range(20))
    steps = build_steps(graph_of(f"[T]: t. {{linked: true}}\n{lines}"))
    support = Support(steps)
    leaves, is_smallest = Repairs(steps, support.lenient, support.declared).repair(0)
    assert (len(leaves), is_smallest) == (20, False)


def test_a_shared_leaf_is_counted_once_where_all_sets_are_tried() -> None:
    """The cheapest support counts [P] twice, and would rather declare [Q] and [R]."""
    text = """[T]: t.
  + [A]: a. {linked: true}
    + [B]: b.
      + [D]: d. {linked: true}
        + [P]: p.
        + [P2]: p.
    + [C]: c.
      + [D]
  + [E]: e. {linked: true}
    + [Q]: q.
    + [R]: r.
    + [S]: s.
"""
    steps = build_steps(graph_of(text))
    support = Support(steps)
    leaves, is_smallest = Repairs(steps, support.lenient, support.declared).repair(0)
    assert (steps.titles(leaves), is_smallest) == (("P", "P2"), True)


@MANY
@given(maps())
def test_ways_to_defeat_and_circles_of_attack_are_real(text: str) -> None:
    steps = build_steps(graph_of(text))
    labelling = evaluate(steps)
    labels = [verdict.label for verdict in labelling.node_verdicts]
    standoffs = Standoffs(labelling)
    for node, label in enumerate(labels):
        if label is Label.IN:
            continue
        if label is Label.OUT:
            links = way_to_defeat(labelling, node)
            want = [Label.OUT] * len(links)
            if links and links[-1].kind is not LinkKind.RESTS_ON:
                want[-1] = Label.IN
        else:
            standoff = standoffs.of(node)
            links = (*standoff.way, *standoff.circle)
            want = [Label.UNDECIDED] * len(links)
            assert standoff.circle[-1].node == standoff.start
            assert any(link.kind is not LinkKind.RESTS_ON for link in standoff.circle)
        assert [labels[link.node] for link in links] == want
        for above, link in zip((node, *(link.node for link in links)), links, strict=False):
            into = steps.into[above]
            tied = {
                LinkKind.ATTACKED_BY: steps.attackers[above],
                LinkKind.RESTS_ON: [p for step in into for p in steps.steps[step].premises],
                LinkKind.UNDERCUT_BY: [u for step in into for u in steps.undercutters[step]],
            }[link.kind]
            assert link.node in tied


def test_an_argument_of_many_conclusions_at_odds_with_many_premises() -> None:
    """More than is looked for in one pass; only the last one rests on what it attacks."""
    lines, relations = ["(1) [P0]: p."], []
    for number in range(1500):
        lines.append(
            f"----\n({2 * number + 2}) [C{number}]: c.\n({2 * number + 3}) [Q{number}]: q."
        )
        relations.append(f"[C{number}]\n  -> [Q{number}]\n\n")
    text = "<A>\n\n" + "\n".join(lines) + "\n----\n(4000) [End]: e.\n\n"
    steps = build_steps(graph_of(text + "".join(relations) + "[Q1400]\n  - [End]\n"))
    found = list(self_defeats(steps, tuple(find_oppositions(steps))))
    assert [(a, steps.title(c), steps.title(p)) for a, c, p in found] == [("A", "End", "Q1400")]

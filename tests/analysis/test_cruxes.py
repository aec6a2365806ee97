"""Cruxes are those that trying all sets of leaves finds; with attacks, they change the label."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive import Naive
from random_maps import graph_of, maps

from argmap.analysis.clauses import Clauses, Rule, derivable_below
from argmap.analysis.cruxes import CruxFinder
from argmap.analysis.cut_sets import find_cut_sets
from argmap.analysis.rejecting import rejecting
from argmap.evaluation import Label, Policy, base_set, evaluate
from argmap.model.steps import build_steps
from argmap.rendering.answer_text import write_cruxes

MANY = settings(max_examples=60, deadline=None)


def cruxes_by_trying(naive, node, policy="lenient"):
    base = naive.base(policy)
    found = []
    if node not in naive.lfp(base):
        return found
    for size in range(1, len(base) + 1):
        for chosen in map(frozenset, itertools.combinations(sorted(base), size)):
            is_larger = any(smaller < chosen for smaller in found)
            if not is_larger and node not in naive.lfp(base, rejected=chosen):
                found.append(chosen)
    return found


@MANY
@given(maps(), st.sampled_from([None, 1, 2, 3, 50]), st.sampled_from(list(Policy)))
def test_cruxes_are_those_of_brute_force(text, size, policy):
    graph = graph_of(text)
    steps, naive = build_steps(graph), Naive(graph)
    finder = CruxFinder(steps, policy)
    for index, node in enumerate(naive.nodes):
        wanted = cruxes_by_trying(naive, node, policy)
        cruxes = finder.cruxes(index, size=size)
        most = size or max(3, min(map(len, wanted), default=3))
        got = [frozenset(naive.nodes[leaf] for leaf in cut) for cut in cruxes.sets]
        assert sorted(map(sorted, got)) == sorted(sorted(w) for w in wanted if len(w) <= most)
        assert list(cruxes.sets) == sorted(cruxes.sets, key=lambda cut: (len(cut), cut))
        assert cruxes.is_complete is all(len(each) <= most for each in wanted)
        for leaf, load in cruxes.loads.items():
            gone = frozenset([naive.nodes[leaf]])
            fallen = naive.lfp(naive.base(policy)) - naive.lfp(naive.base(policy), gone) - gone
            assert load == sum(naive.has_step(each) for each in fallen)


@st.composite
def clauses(draw):
    leaves, inner = draw(st.integers(2, 8)), draw(st.integers(1, 7))
    anything = st.integers(0, leaves + inner - 1)
    bodies = st.lists(anything, min_size=1, max_size=4).map(lambda body: tuple(sorted(set(body))))
    rules = [
        Rule(body, node)
        for node in range(leaves, leaves + inner)
        for body in draw(st.lists(bodies, max_size=3))
    ]
    into = {node: [rule for rule in rules if rule.conclusion == node] for node in range(99)}
    return leaves, rules, derivable_below(leaves, lambda node: node < leaves, into.__getitem__)


def derives(leaves, rules, top):
    known = set(leaves)
    while new := {r.conclusion for r in rules if known.issuperset(r.premises)} - known:
        known |= new
    return top in known


@settings(max_examples=300, deadline=None)
@given(clauses(), st.integers(1, 5))
def test_cut_sets_of_clauses_with_circles(made, limit):
    leaves, rules, below = made
    wanted = []
    for size in range(leaves + 1) if derives(range(leaves), rules, leaves) else ():
        for chosen in itertools.combinations(range(leaves), size):
            is_larger = any(set(smaller) < set(chosen) for smaller in wanted)
            if not is_larger and not derives(set(range(leaves)) - {*chosen}, rules, leaves):
                wanted.append(chosen)
    everything = find_cut_sets(below, size=leaves)
    assert list(everything.sets) == wanted
    assert everything.is_complete
    some = find_cut_sets(below, size=leaves, limit=limit)
    assert list(map(len, some.sets)) == list(map(len, wanted))[:limit]
    assert set(some.sets) <= set(wanted)
    assert some.is_complete is (len(wanted) <= limit)
    hurried = find_cut_sets(below, size=leaves, effort=5)
    assert set(hurried.sets) <= set(wanted)
    assert hurried.is_complete <= (list(hurried.sets) == wanted)
    assert all(len(cut) >= hurried.least for cut in wanted)
    assert all(cut in hurried.sets for cut in wanted if len(cut) <= hurried.searched)


@MANY
@given(maps())
def test_with_attacks_every_crux_takes_the_label_away(text):
    steps = build_steps(graph_of(text))
    labels = evaluate(steps).node_verdicts
    for index in range(len(steps.nodes)):
        cruxes = CruxFinder(steps).with_attacks(index)
        assert cruxes.sets == () or labels[index].label is Label.IN
        for cut in cruxes.sets:
            assert takes_away(steps, cut, index)
        if labels[index].label is Label.IN:
            alone = [leaf for leaf in sorted(base_set(steps)) if takes_away(steps, [leaf], index)]
            assert list(cruxes.single) == alone


@MANY
@given(maps(), st.sampled_from(list(Policy)))
def test_with_attacks_a_list_that_is_called_complete_is_that_of_brute_force(text, policy):
    steps = build_steps(graph_of(text))
    base = sorted(base_set(steps, policy))[:7]
    finder = CruxFinder(steps, policy)
    for index in range(len(steps.nodes)):
        cruxes = finder.with_attacks(index, size=50)
        if not cruxes.is_complete or cruxes.label is not Label.IN:
            continue
        wanted = []
        for size in range(1, len(base) + 1):
            for chosen in map(frozenset, itertools.combinations(base, size)):
                if not any(smaller < chosen for smaller in wanted) and takes_away(
                    steps, chosen, index, policy
                ):
                    wanted.append(chosen)
        found = [frozenset(cut) for cut in cruxes.sets if set(cut) <= set(base)]
        assert sorted(map(sorted, found)) == sorted(map(sorted, wanted))


def takes_away(steps, rejected, node, policy=Policy.LENIENT):
    after = evaluate(rejecting(steps, rejected), policy)
    return after.node_verdicts[node].label is not Label.IN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What keeps support from outside away from a circle is a crux.
        (
            "[T]\n  - [X]\n    + [Y]\n      + [X]\n\n<Q>\n\n(1) [E]\n----\n  _ [U]\n(2) [X]\n",
            ["T", "U"],
        ),
        # What stands by itself although it has steps falls with itself, as without attacks.
        ("[T]\n  + <A>: a.\n    + [Q]: q.\n", ["A"]),
        ("[T]\n  + [D]: d. #assumption\n    + [Q]: q.\n", ["D"]),
    ],
)
def test_single_points_with_attacks(text, expected):
    steps = build_steps(graph_of(text))
    cruxes = CruxFinder(steps).with_attacks(steps.statements["T"])
    assert list(steps.titles(cruxes.single)) == expected
    assert cruxes.is_complete


def test_a_candidate_that_frees_a_defence_is_told_and_the_list_not_complete():
    text = "[T]\n  - [X]\n    - [L]\n    - [M]\n      - [L]\n"
    steps = build_steps(graph_of(text))
    cruxes = CruxFinder(steps).with_attacks(steps.statements["T"])
    assert [steps.titles(cut) for cut in cruxes.sets] == [("T",)]
    assert (cruxes.refuted, cruxes.is_complete) == (1, False)
    printed = write_cruxes(cruxes)
    assert "1 other set would break its support, but free a defence instead" in printed


def cruxes_of(text, title, **options):
    steps = build_steps(graph_of(text))
    return steps, CruxFinder(steps).cruxes(steps.statements[title], **options)


def test_a_sketched_argument_falls_with_itself_not_with_its_support():
    steps, cruxes = cruxes_of("[T]\n  + <A>: a.\n    + [Q]: q.\n", "T")
    assert [steps.titles(cut) for cut in cruxes.sets] == [("A",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("[T]: a leaf.\n", [("T",)]), ("[T]\n  + [P]: p. #todo\n", []), ("[T]\n  + [T]\n", [])],
)
def test_leaves_and_what_cannot_be_derived(text, expected):
    steps, cruxes = cruxes_of(text, "T")
    assert [steps.titles(cut) for cut in cruxes.sets] == expected
    assert cruxes.is_complete


def test_a_defence_is_a_crux_only_with_attacks():
    steps = build_steps(graph_of("[T]\n  + [P]: p.\n    - [B]: b.\n      - [D]: d.\n"))
    finder, thesis = CruxFinder(steps), steps.statements["T"]
    assert [steps.titles(cut) for cut in finder.cruxes(thesis).sets] == [("P",)]
    assert [steps.titles(cut) for cut in finder.with_attacks(thesis).sets] == [("P",), ("D",)]


def test_limits_are_owned_up_to():
    text = "<A>\n\n" + "".join(f"({n}) [L{n}]: l.\n" for n in range(1, 6)) + "----\n(6) [T]: t.\n"
    steps, cruxes = cruxes_of(text, "T", limit=3)
    assert [steps.titles(cut) for cut in cruxes.sets] == [("L1",), ("L2",), ("L3",)]
    assert not cruxes.is_complete
    assert len(cruxes_of(text, "T", limit=5)[1].sets) == 5
    assert cruxes_of(text, "T", limit=5)[1].is_complete
    either = "[T]\n" + "".join(f"  + [L{n}]: l.\n" for n in range(4))
    steps, cruxes = cruxes_of(either, "T", size=3)
    assert (cruxes.sets, cruxes.cuts.least, cruxes.cuts.has_larger) == ((), 4, True)
    assert len(cruxes_of(either, "T")[1].sets) == 1


def test_size_is_no_obstacle():
    count = 3_000
    rules = [Rule((0,), count)]
    rules += [Rule((count + n - 1, n), count + n) for n in range(1, count)]
    chain = Clauses(2 * count - 1, tuple(range(count)), tuple(rules))
    assert len(find_cut_sets(chain).sets) == count
    either = Clauses(count, tuple(range(count)), tuple(Rule((n,), count) for n in range(count)))
    found = find_cut_sets(either, effort=20_000)
    assert found.sets == () and found.has_larger is None and found.least > 3

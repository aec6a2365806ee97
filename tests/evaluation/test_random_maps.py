"""Labels, derivations, theses and circles agree with brute force on random maps."""

import pytest
from hypothesis import given, settings
from naive import Naive, NaiveStep
from random_maps import graph_of, maps

from argmap.analysis import Rung, Support, find_theses, supported_circles, unsupported_circles
from argmap.evaluation import Label, Labelling, Policy, base_set, derive, evaluate
from argmap.model.steps import StepGraph, build_steps

MANY = settings(max_examples=100, deadline=None)


def node_of(steps: StepGraph, index: int) -> tuple[str, str]:
    node = steps.nodes[index]
    return ("s" if node.is_statement else "a", node.title)


def circles_of(steps: StepGraph, circles: tuple[tuple[int, ...], ...]) -> list[list[str]]:
    return sorted(sorted(steps.titles(circle)) for circle in circles)


@MANY
@given(maps())
def test_steps_are_those_of_the_readings(text: str) -> None:
    steps, naive = build_steps(graph_of(text)), Naive(graph_of(text))
    assert [node_of(steps, i) for i in range(len(steps.nodes))] == naive.nodes
    for step, slow in zip(steps.steps, naive.steps, strict=True):
        assert {node_of(steps, p) for p in step.premises} == slow.premises
        assert node_of(steps, step.conclusion) == slow.conclusion
        assert step.argument == slow.argument
        assert step.is_void == naive.is_void(slow)
    for index in range(len(steps.nodes)):
        node = node_of(steps, index)
        assert {node_of(steps, a) for a in steps.attackers[index]} == {
            x for x, y in naive.attacks if y == node
        }
    undercuts = {(node_of(steps, u.source), naive.steps[u.step]) for u in steps.undercuts}
    assert undercuts == naive.undercuts
    pseudo = {(node_of(steps, p.source), naive.steps[p.step]) for p in steps.pseudo_supports}
    assert pseudo == naive.pseudo


@MANY
@given(maps())
@pytest.mark.parametrize("policy", list(Policy))
def test_labels_are_the_well_founded_model(policy: Policy, text: str) -> None:
    graph = graph_of(text)
    labelling, naive = evaluate(build_steps(graph), policy), Naive(graph)
    expected = naive.labels(policy)
    steps = labelling.steps
    found: dict[object, str] = {
        node_of(steps, i): v.label.value for i, v in enumerate(labelling.node_verdicts)
    }
    for slow, verdict in zip(naive.steps, labelling.step_verdicts, strict=True):
        found[slow] = verdict.label.value
    assert found == expected


@MANY
@given(maps())
def test_reasons_lead_down_to_what_was_decided_before(text: str) -> None:
    labelling = evaluate(build_steps(graph_of(text)))
    verdicts = labelling.node_verdicts
    for verdict in (*verdicts, *labelling.step_verdicts):
        reasons = [verdicts[node] for node in verdict.because]
        if verdict.label is Label.UNDECIDED:
            assert reasons
            assert all(reason.label is Label.UNDECIDED for reason in reasons)
        elif verdict.reason != "no support from outside the circle":
            assert all(reason.rank < verdict.rank for reason in reasons)
    assert_no_in_node_is_attacked_by_one(labelling)


def assert_no_in_node_is_attacked_by_one(labelling: Labelling) -> None:
    for target, attackers in enumerate(labelling.steps.attackers):
        labels = {labelling.node_verdicts[node].label for node in (target, *attackers)}
        if labelling.node_verdicts[target].label is Label.IN and attackers:
            assert labels == {Label.IN, Label.OUT}


@MANY
@given(maps())
def test_derivations_and_their_changes(text: str) -> None:
    graph = graph_of(text)
    steps, naive = build_steps(graph), Naive(graph)
    for policy in Policy:
        base = base_set(steps, policy)
        assert {node_of(steps, i) for i in base} == naive.base(policy)
        derived = derive(steps, base)
        slow = naive.lfp(naive.base(policy))
        assert {node_of(steps, i) for i in range(len(steps.nodes)) if i in derived} == slow
    base = naive.base("lenient")
    derived = derive(steps, base_set(steps))
    before = naive.lfp(base)
    for index in range(len(steps.nodes)):
        node = node_of(steps, index)
        after = naive.lfp(base, rejected=frozenset([node]))
        fallen = {n for n in before - after if n != node and naive.has_step(n)}
        if index in derived:
            assert {node_of(steps, i) for i in derived.fallen(index)} == fallen
        gained = naive.lfp(base | {node}) - before - {node}
        assert {node_of(steps, i) for i in derived.gained([index])} == gained


@MANY
@given(maps())
def test_theses_and_circles(text: str) -> None:
    graph = graph_of(text)
    steps, naive = build_steps(graph), Naive(graph)
    theses = find_theses(steps)
    assert sorted(sorted(steps.titles(group)) for group in theses.groups) == naive.theses()
    lenient = Support(steps).lenient
    assert circles_of(steps, unsupported_circles(steps, lenient)) == naive.closed_circles()
    assert circles_of(steps, supported_circles(steps, lenient)) == naive.open_circles()


@MANY
@given(maps())
def test_the_ladder(text: str) -> None:
    graph = graph_of(text)
    steps, naive = build_steps(graph), Naive(graph)
    support = Support(steps)
    derived = {policy: naive.lfp(naive.base(policy)) for policy in Policy}
    for index in range(len(steps.nodes)):
        node = node_of(steps, index)
        expected = (
            Rung.TODO
            if naive.status(node) == "todo"
            else Rung.NO_PREMISE
            if not naive.has_step(node)
            else Rung.UNDERIVABLE
            if node not in derived[Policy.LENIENT]
            else Rung.UNDECLARED
            if node not in derived[Policy.DECLARED]
            else Rung.UNSOURCED
            if node not in derived[Policy.SOURCED]
            else Rung.GROUNDED
        )
        assert support.rung(index) is expected


def test_the_slow_implementation_tells_steps_apart() -> None:
    naive = Naive(graph_of("[S0]\n  + [S1]\n  + [S1]\n"))
    assert len(set(naive.steps)) == 2
    assert all(isinstance(step, NaiveStep) for step in naive.steps)

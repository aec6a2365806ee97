"""Every task under every semantics, beside the definitions."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from solving import naive
from time_limits import in_time

from argmap.solving import PROBLEMS, Framework, solve

pytest.importorskip("pysat", reason="needs argmap[solver]")


@st.composite
def frameworks(draw):
    count = draw(st.integers(0, 6))
    ends = st.integers(0, max(count - 1, 0))
    attacks = draw(st.lists(st.tuples(ends, ends), max_size=14)) if count else []
    return count, attacks


def agrees(count, attacks):
    names = [f"a{number}" for number in range(count)]
    framework = Framework.of(names, attacks)
    expected = naive.extensions(count, attacks)
    for problem in PROBLEMS:
        task, semantics = problem.split("-")
        known = expected[semantics]
        if task in ("DC", "DS"):
            for query in range(count):
                answer = solve(framework, problem, names[query])
                check_acceptance(problem, query, answer, expected, attacks)
            continue
        answer = solve(framework, problem)
        if task == "EE":
            assert list(answer.extensions) == sorted(known, key=sorted), problem
        elif task == "CE":
            assert answer.count == len(known), problem
        else:
            assert len(answer.extensions) == min(1, len(known)), problem
            assert set(answer.extensions) <= known, problem


def check_acceptance(problem, query, answer, expected, attacks):
    """The verdict, and the certificate where there has to be one."""
    task, semantics = problem.split("-")
    known = expected[semantics]
    is_credulous = task == "DC"
    quantifier = any if is_credulous else all
    assert answer.accepted == quantifier(query in s for s in known), problem
    assert len(answer.extensions) == (answer.accepted == is_credulous)
    for shown in answer.extensions:
        assert (query in shown) == is_credulous
        if semantics == "PR":  # a preferred extension grows from it
            assert shown in expected["CO"]
            attacked = any(a in shown and b == query for a, b in attacks)
            assert is_credulous or attacked or shown in known
        else:
            assert shown in known


@settings(deadline=None, max_examples=60)
@given(frameworks())
@example((0, []))
@example((1, [(0, 0)]))
@example((3, [(0, 1), (1, 2), (2, 0)]))
@example((4, [(0, 1), (1, 0), (0, 2), (1, 2), (2, 3)]))  # floating reinstatement
def test_small_frameworks_agree_with_the_definitions(framework):
    agrees(*framework)


@pytest.mark.parametrize("seed", range(12))
def test_frameworks_of_nine_agree_with_the_definitions(seed):
    draw = random.Random(seed)
    density = draw.choice((0.1, 0.2, 0.3))
    pairs = [(a, b) for a in range(9) for b in range(9) if draw.random() < density]
    agrees(9, pairs)


def test_what_no_admissible_set_attacks_may_still_be_lacking():
    """1 is attacked by nothing but a self-attacker: that keeps it out, and is in no set."""
    framework = Framework.of(["0", "1"], [(0, 0), (0, 1)])
    answer = solve(framework, "DS-PR", "1")
    assert not answer.accepted and answer.extensions == (frozenset(),)
    agrees(2, [(0, 0), (0, 1)])


def test_acceptance_does_not_look_at_every_extension():
    """Of 40 pairs that attack each other, 2 to the power of 40 preferred extensions arise.

    Each pair attacks one argument, and that one attacks the last: it is in all of them.
    """
    pairs = 40
    attacks = []
    for pair in range(pairs):
        one, other, hit = 3 * pair, 3 * pair + 1, 3 * pair + 2
        attacks += [(one, other), (other, one), (one, hit), (other, hit), (hit, 3 * pairs)]
    framework = Framework.of([str(number) for number in range(3 * pairs + 1)], attacks)
    with in_time():
        assert solve(framework, "DS-PR", str(3 * pairs)).accepted
        assert not solve(framework, "DS-PR", "0").accepted
        assert solve(framework, "DS-PR", "2").accepted is False

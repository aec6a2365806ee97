"""Frameworks too large for the definitions, beside an independent solver."""

import random

import pytest
from time_limits import in_time

from argmap.solving import Framework, solve
from argmap.solving.nearby import find_admissible_near

pytest.importorskip("pysat", reason="needs argmap[solver]")


def made(seed, size):
    draw = random.Random(seed)
    each = draw.choice((1.5, 2, 3))
    pairs = {(draw.randrange(size), draw.randrange(size)) for _ in range(int(size * each))}
    return [str(number) for number in range(size)], sorted(pairs)


@pytest.mark.parametrize("seed", range(6))
def test_extensions_and_acceptance_agree_with_pygarg(seed):
    solver = pytest.importorskip("pygarg.dung.solver", reason="pygarg is not installed")
    names, pairs = made(seed, 20 + 6 * seed)
    framework = Framework.of(names, pairs)
    attacks = [[names[a], names[b]] for a, b in pairs]
    for semantics in ("PR", "ST", "SST", "GR", "ID"):
        theirs = solver.extension_enumeration(names, attacks, semantics)
        ours = solve(framework, f"EE-{semantics}").extensions
        assert {frozenset(map(int, s)) for s in theirs} == set(ours), semantics
        assert solve(framework, f"CE-{semantics}").count == len(ours)
        for query, name in enumerate(names):
            asked = solve(framework, f"DC-{semantics}", name)
            assert asked.accepted == any(query in s for s in ours)
            asked = solve(framework, f"DS-{semantics}", name)
            assert asked.accepted == all(query in s for s in ours)


@pytest.mark.parametrize("first", [1, 3])
def test_what_is_found_near_is_what_is_found_at_all(monkeypatch, first):
    """With tiny neighbourhoods every question has to be asked several times."""
    from argmap.solving import nearby

    monkeypatch.setattr(nearby, "_FIRST_SIZE", first)
    monkeypatch.setattr(nearby, "_GROWTH", 2)
    monkeypatch.setattr(nearby, "_LARGE", 8)
    for seed in range(10):
        names, pairs = made(seed, 40)
        framework = Framework.of(names, pairs)
        with in_time():
            agrees_with_enumeration(framework)
    assert find_admissible_near(framework, bytearray(len(framework)), [[]]) is None


def agrees_with_enumeration(framework):
    names = framework.names
    preferred = solve(framework, "EE-PR").extensions
    for query, name in enumerate(names):
        credulous = any(query in s for s in preferred)
        assert solve(framework, "DC-CO", name).accepted == credulous
        assert solve(framework, "DS-PR", name).accepted == all(query in s for s in preferred)

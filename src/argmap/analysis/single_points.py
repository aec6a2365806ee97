"""Leaves that a conclusion cannot do without."""

from collections.abc import Collection

from argmap.evaluation import Derivation
from argmap.evaluation.derivation import GIVEN, UNDERIVED
from argmap.model.steps import StepGraph

_MOST_LOOKED_AT = 500_000


def single_points(
    steps: StepGraph, lenient: Derivation, conclusions: Collection[int]
) -> dict[int, tuple[int, ...]]:
    """Return the conclusions that fall with a single leaf, each with all such leaves.

    These are the cut sets of size one of a fault tree (Fussell and Vesely 1972). Whatever is in
    every support is in the one that was found first, so that only its leaves are tried, each in
    time proportional to what was derived through it. On maps where this is more than 500,000
    nodes in all, leaves that come late in the text are not tried.
    """
    wanted = {node for node in conclusions if lenient.by[node] not in (GIVEN, UNDERIVED)}
    found: dict[int, list[int]] = {}
    left = _MOST_LOOKED_AT
    for leaf in _leaves_below(steps, lenient, wanted):
        if left <= 0:
            break
        through = lenient.derived_through(leaf)
        left -= len(through)
        if wanted.isdisjoint(through):
            continue
        for node in lenient.fallen(leaf):
            if node in wanted:
                found.setdefault(node, []).append(leaf)
    return {node: tuple(leaves) for node, leaves in sorted(found.items())}


def _leaves_below(steps: StepGraph, lenient: Derivation, tops: Collection[int]) -> list[int]:
    """Return what stands by itself below some nodes, along the derivation that was found."""
    queue = list(tops)
    seen = set(queue)
    leaves = []
    for node in queue:  # grows while it is read
        by = lenient.by[node]
        if by == GIVEN:
            leaves.append(node)
            continue
        for premise in steps.steps[by].premises:
            if premise not in seen:
                seen.add(premise)
                queue.append(premise)
    return sorted(leaves)

"""Arguments at odds with what they rest on."""

from collections.abc import Iterator, Sequence

from argmap.analysis.oppositions import Pair
from argmap.model.components import components
from argmap.model.steps import StepGraph

_AT_A_TIME = 1024  # premises looked for in one pass over an argument


def self_defeats(steps: StepGraph, opposed: Sequence[Pair]) -> Iterator[tuple[str, int, int]]:
    """Yield (argument, conclusion, premise), the first one for each argument that has one.

    The pair is opposed, and the conclusion, which may be an intermediate one, rests on the premise
    through the argument's own inferences (what Pollock 1994 calls self-defeat).
    """
    if not opposed or not steps.inferences:
        return
    concluding: dict[int, frozenset[str]] = {}
    using: dict[int, frozenset[str]] = {}
    for node in dict.fromkeys(node for pair in opposed for node in pair):
        concluding[node] = _arguments(steps, steps.into[node])
        using[node] = _arguments(steps, steps.using[node])
    suspects: dict[str, list[Pair]] = {}
    for one, other in opposed:
        for top, bottom in dict.fromkeys(((one, other), (other, one))):
            for argument in concluding[top] & using[bottom]:
                suspects.setdefault(argument, []).append((top, bottom))
    for argument in steps.inferences:
        if argument in suspects:
            resting = _resting(steps, argument, suspects[argument])
            for top, bottom in suspects[argument]:
                if (top, bottom) in resting:
                    yield argument, top, bottom
                    break


def _arguments(steps: StepGraph, indices: Sequence[int]) -> frozenset[str]:
    """Return the reconstructed arguments that steps belong to."""
    return frozenset(
        step.argument
        for step in (steps.steps[index] for index in indices)
        if step.argument is not None and step.is_inference
    )


def _resting(steps: StepGraph, argument: str, pairs: Sequence[Pair]) -> set[Pair]:
    """Return the pairs whose first member rests on the second within an argument.

    What each statement rests on is kept as the bits of a number, for some premises at a time.
    """
    place: dict[int, int] = {}
    below: list[list[int]] = []
    for step in (steps.steps[index] for index in steps.inferences[argument]):
        for node in (*step.premises, step.conclusion):
            if node not in place:
                place[node] = len(below)
                below.append([])
        below[place[step.conclusion]].extend(place[premise] for premise in step.premises)
    bottom_up = components(below)
    found: set[Pair] = set()
    wanted = list(dict.fromkeys(bottom for _, bottom in pairs))
    for start in range(0, len(wanted), _AT_A_TIME):
        bits = {
            place[node]: 1 << number
            for number, node in enumerate(wanted[start : start + _AT_A_TIME])
        }
        rests_on = [0] * len(below)
        for members in bottom_up:
            mask = 0
            for member in members:
                for premise in below[member]:
                    mask |= rests_on[premise] | bits.get(premise, 0)
            for member in members:
                rests_on[member] = mask
        found.update(
            (top, bottom)
            for top, bottom in pairs
            if rests_on[place[top]] & bits.get(place[bottom], 0)
        )
    return found

"""The order of a talk as its author wants it: `step:` on some or all of its thoughts."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from argmap.mapping.argument_map import End
from argmap.mapping.talk.thoughts import Thought
from argmap.model.graph import NodeRef


class _Key(NamedTuple):
    """Where a thought goes: at a number, before (-1) or after (1) what has it, deepest first."""

    number: float
    side: int
    height: int
    position: int


def in_numbered_order(
    thoughts: Sequence[Thought], numbers: Mapping[NodeRef, float]
) -> list[Thought]:
    """Put thoughts that have a number into its order, and the others where they belong.

    What has no number stays with what it is about: it follows that and its own numbered siblings
    (other thoughts about the same; for a premise, the lines of its argument). But it comes before
    whatever hangs on it and has a number. What belongs to nothing that has a number comes last.

    thoughts: each behind what it is about
    """
    if not numbers:
        return list(thoughts)
    index = {thought.place: i for i, thought in enumerate(thoughts)}
    above = [_index(index, thought.above) for thought in thoughts]
    own = [numbers.get(thought.ref) if thought.ref else None for thought in thoughts]
    lowest = [inf if number is None else number for number in own]
    siblings = [-inf] * len(thoughts)  # for each thought, the highest number directly below it
    lines = [-inf] * len(thoughts)  # and the highest among the lines of an argument
    for i in reversed(range(len(thoughts))):
        parent, number = above[i], own[i]
        if parent is not None:
            lowest[parent] = min(lowest[parent], lowest[i])
            if number is not None:
                siblings[parent] = max(siblings[parent], number)
                if thoughts[i].number is not None:
                    lines[parent] = max(lines[parent], number)
    keys: list[_Key] = []
    for i, thought in enumerate(thoughts):
        parent, number = above[i], own[i]
        if number is not None:
            keys.append(_Key(number, 0, 0, i))
            continue
        if parent is None:
            key = _Key(inf, 0, 0, i)
        else:
            is_line = thought.number is not None
            beside = (lines if is_line else siblings)[parent]
            first = own[parent]
            key = keys[parent]._replace(position=i)
            goes_on = not is_line or beside > -inf  # a line stays with its argument
            if first is not None or beside > key.number or (key.side < 0 and goes_on):
                last = max(key.number, beside)
                key = _Key(last, 1, -thoughts[parent].depth, i)
        if lowest[i] < inf:
            key = min(key, _Key(lowest[i], -1, 0, i))
        keys.append(key)
    return [thoughts[key.position] for key in sorted(keys)]


def _index(index: Mapping[End, int], place: End | None) -> int | None:
    return None if place is None else index[place]

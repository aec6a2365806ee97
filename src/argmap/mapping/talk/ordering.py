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
    (other thoughts about the same; for a premise, the lines of its argument). If something that
    hangs on it has a number, it comes just before the first such. What belongs to nothing that
    has a number comes last.

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
        elif lowest[i] < inf:
            keys.append(_Key(lowest[i], -1, 0, i))
        elif parent is None:
            keys.append(_Key(inf, 0, 0, i))
        elif own[parent] is None and lowest[parent] == inf:
            keys.append(keys[parent]._replace(position=i))
        else:
            first = own[parent]
            beside = siblings if thought.number is None else lines
            last = max(lowest[parent] if first is None else first, beside[parent])
            keys.append(_Key(last, 1, -thoughts[parent].depth, i))
    return [thoughts[key.position] for key in sorted(keys)]


def _index(index: Mapping[End, int], place: End | None) -> int | None:
    return None if place is None else index[place]

"""The order of a talk as it follows from the map."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from argmap.errors import ArgmapError
from argmap.mapping.argument_map import ArgumentMap, End
from argmap.mapping.talk.branches import Branch, Branches
from argmap.mapping.talk.numbers import Numbers
from argmap.mapping.talk.ordering import in_numbered_order
from argmap.mapping.talk.thoughts import Thought, Tie


class Order(StrEnum):
    """What comes first among several reasons, or among several objections.

    text:   what the text has first
    weight: what more of the map hangs on; of equals what the text has first
    """

    TEXT = "text"
    WEIGHT = "weight"

    @staticmethod
    def named(name: str) -> "Order":
        """Return the order of that name; raise `ArgmapError` if there is none."""
        try:
            return Order(name)
        except ValueError:
            choices = ", ".join(Order)
            raise ArgmapError(f"no order is called {name!r}: choose {choices}") from None


@dataclass(frozen=True, slots=True)
class Talk:
    """The thoughts of a map, each once, in the order in which they are told."""

    map: ArgumentMap = field(repr=False)
    thoughts: tuple[Thought, ...]


def plan_talk(
    argument_map: ArgumentMap, numbers: Numbers | None = None, order: Order = Order.TEXT
) -> Talk:
    """Put everything that a map shows into an order; linear but for the sorting.

    The main claims first. Under each claim its reasons, then the objections to it; a
    reconstructed argument is told whole, in the order of its printed numbers, before what speaks
    for or against its premises. Depth first, so that an answer follows the objection.

    numbers: what `step:` says; see `in_numbered_order`
    """
    branches = Branches(argument_map)
    thoughts = list(_walk(branches, lambda found: found))
    if order is Order.WEIGHT:
        weights = _weigh(thoughts)
        thoughts = list(
            _walk(branches, lambda found: sorted(found, key=lambda b: -weights[b.place]))
        )
    if numbers is not None:
        thoughts = in_numbered_order(thoughts, numbers.by_ref)
    return Talk(argument_map, tuple(thoughts))


def _weigh(thoughts: list[Thought]) -> dict[End, int]:
    """Return how many thoughts hang on each place, itself counted, in the order of the text."""
    weights = {thought.place: 1 for thought in thoughts}
    for thought in reversed(thoughts):  # whatever a thought is about came before it
        if thought.above is not None:
            weights[thought.above] += weights[thought.place]
    return weights


@dataclass(frozen=True, slots=True)
class _Visit:
    """What is to be done next: tell a thought, or what hangs on it, or both."""

    thought: Thought
    tells: bool = True
    unfolds: bool = True


def _walk(branches: Branches, sort: Callable[[list[Branch]], list[Branch]]) -> Iterator[Thought]:
    told: set[End] = set()
    unfolded: set[End] = set()
    for root in branches.roots():
        stack = [_Visit(Thought(root, branches.refs[root], Tie.CLAIM))]
        while stack:
            visit = stack.pop()
            thought = visit.thought
            if visit.tells:
                if thought.place in told:
                    continue
                told.add(thought.place)
                yield thought
            if not visit.unfolds or thought.place in unfolded:
                continue
            unfolded.add(thought.place)
            rows = [_below(branches, thought, row) for row in branches.rows(thought.place)]
            new = [row for row in rows if row.place not in told]
            found = sort(branches.related(thought.place))
            found.sort(key=lambda branch: branch.tie.is_against)
            related = [_below(branches, thought, branch) for branch in found]
            later = [_Visit(row, unfolds=False) for row in new]
            later += [_Visit(row, tells=False) for row in new]
            later += [_Visit(other) for other in related]
            stack += reversed(later)


def _below(branches: Branches, above: Thought, branch: Branch) -> Thought:
    return Thought(
        branch.place,
        branches.refs[branch.place],
        branch.tie,
        above.place,
        branch.number,
        above.depth + 1,
        above.is_against is not branch.tie.is_against,
    )

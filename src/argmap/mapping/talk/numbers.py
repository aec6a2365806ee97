"""`step:` in the data of statements and arguments: which thought is to come when."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite

from argmap.analysis.quotes import data_span
from argmap.model.graph import ArgumentGraph, NodeRef
from argmap.model.written_names import listed, written_name

STEP = "step"
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each node that has one, and what cannot be followed to the letter.

    troubles: sentences for the author, each with its place
    """

    by_ref: Mapping[NodeRef, float] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


def read_numbers(
    graph: ArgumentGraph, shown: Collection[NodeRef], *, is_part: bool = False
) -> Numbers:
    """Read the numbers of the nodes that a map shows; nothing here stops a talk.

    is_part: the map is to show only some of the nodes, so that nothing is said of the others
    """
    reader = _Reader(graph, frozenset(shown), is_part=is_part)
    numbers = reader.read()
    return Numbers(numbers, (*reader.troubles, *reader.conflicts(numbers)))


class _Reader:
    def __init__(self, graph: ArgumentGraph, shown: frozenset[NodeRef], *, is_part: bool) -> None:
        self.graph = graph
        self.shown = shown
        self.is_part = is_part
        self.troubles: list[str] = []

    def read(self) -> dict[NodeRef, float]:
        numbers: dict[NodeRef, float] = {}
        for ref in self.graph.order:
            node = self.graph.node(ref)
            if STEP not in node.data:
                continue
            if self.is_part and ref not in self.shown:
                continue
            name, place = written_name(node), self.place(ref)
            number = _number(node.data[STEP])
            if number is None:
                self.troubles.append(
                    f"{place}: `step:` of {name} is not a number; it is told where it belongs"
                )
                continue
            if ref not in self.shown:
                self.troubles.append(f"{place}: {name} has a `step:`, but is not on the map")
                continue
            said = [_number(o.data[STEP]) for o in node.occurrences if STEP in o.data]
            if len(set(said)) > 1:
                self.troubles.append(
                    f"{place}: {name} has more than one `step:`; the last one holds"
                )
            numbers[ref] = number
        return numbers

    def conflicts(self, numbers: Mapping[NodeRef, float]) -> Iterator[str]:
        """Tell of numbers that several nodes have, and of numbers that are missing."""
        having: dict[float, list[NodeRef]] = {}
        for ref, number in numbers.items():
            having.setdefault(number, []).append(ref)
        for number, refs in sorted(having.items()):
            if len(refs) > 1:
                names = [written_name(self.graph.node(ref)) for ref in refs[:_MOST_NAMED]]
                yield (
                    f"{self.place(refs[1])}: {listed(names, _MOST_NAMED, len(refs))} have the same"
                    f" `step: {_plain(number)}`; they are told in the order of the map"
                )
        jumps = [(one, other) for one, other in pairwise(sorted(having))]
        if len({other - one for one, other in jumps}) > 1:  # 10, 20, 30 leaves room on purpose
            wide = [(one, other) for one, other in jumps if other - one > 1]
            told = [f"{_plain(one)} to {_plain(other)}" for one, other in wide]
            if told:
                path = self.graph.document.source.path
                jumped = listed(told[:_MOST_NAMED], _MOST_NAMED, len(told))
                yield f"{path}: `step:` jumps from {jumped}; nothing is left out for that"

    def place(self, ref: NodeRef) -> str:
        """Return where the last `step:` of a node stands, such as `maps/huang.argdown:12`."""
        node = self.graph.node(ref)
        said = [occurrence for occurrence in node.occurrences if STEP in occurrence.data]
        span = data_span(self.graph, said[-1], STEP) if said else node.span
        path, line, _ = self.graph.document.source.locate(span.start)
        return f"{path}:{line}"


def _number(value: object) -> float | None:
    """Read a number, also one in quotation marks."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if isfinite(number) else None


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 10**15 else str(number)

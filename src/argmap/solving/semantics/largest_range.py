"""Sets whose range (what is in them or attacked by them) no other one's contains.

Semi-stable extensions are the complete ones among them, stage extensions the conflict-free ones;
the search is the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from argmap.solving.encoding import with_range
from argmap.solving.engine import Clause, Engine
from argmap.solving.framework import Extension
from argmap.solving.part import Part


@dataclass
class LargestRange:
    """The search in one part of a framework, among the models of some clauses."""

    part: Part
    encode: Callable[[Part], list[Clause]]

    @cached_property
    def clauses(self) -> list[Clause]:
        """The sets to choose from, and their ranges."""
        return with_range(self.part, self.encode(self.part))

    def some(self) -> Extension:
        """Return a set of largest range."""
        with self._engine() as engine:
            search = _Search(self.part, engine)
            return self.part.whole(search.grown(search.chosen([]) or [], []))

    def every(self) -> Iterator[Extension]:
        """Yield all sets of largest range, one range after the other."""
        with self._engine() as engine:
            search = _Search(self.part, engine)
            while (found := search.chosen([])) is not None:
                found = search.grown(found, [])
                covered = search.range_of(found)
                yield from self._with_range(covered)
                search.rule_out(covered)

    def _with_range(self, covered: list[int]) -> Iterator[Extension]:
        count = len(self.part)
        with Engine(self.clauses, count) as engine:
            for index in covered:
                engine.add([2 * count + index + 1])
            while (model := engine.model()) is not None:
                yield self.part.whole(variable - 1 for variable in model)
                inside = set(model)
                engine.add([-v if v in inside else v for v in range(1, count + 1)])

    def first(self, argument: int, *, is_in: bool) -> Extension | None:
        """Return a set of largest range that has an argument of the framework, or lacks it.

        A set of the kind asked for is grown as far as the kind allows. If no other set covers
        more, it is the answer; if one does, nothing that covers no more than that one can be.
        """
        literal = self.part.place[argument] + 1
        asked = [literal if is_in else -literal]
        with self._engine() as engine:
            search = _Search(self.part, engine)
            while (found := search.chosen(asked)) is not None:
                found = search.grown(found, asked)
                larger = search.covering_more(search.range_of(found), [])
                if larger is None:
                    return self.part.whole(found)
                search.rule_out(search.range_of(search.grown(larger, [])))
        return None

    def _engine(self) -> Engine:
        count = len(self.part)
        return Engine(self.clauses, count, prefer=range(1, 3 * count + 1))


class _Search:
    """Sets of one part as lists of its arguments, and what they cover."""

    def __init__(self, part: Part, engine: Engine) -> None:
        self.part = part
        self.engine = engine
        self.count = len(part)
        self.switches = 3 * len(part)

    def chosen(self, assumed: list[int]) -> list[int] | None:
        model = self.engine.model(assumed)
        return None if model is None else [variable - 1 for variable in model]

    def range_of(self, chosen: list[int]) -> list[int]:
        covered = set(chosen)
        for index in chosen:
            covered.update(self.part.attacked[index])
        return sorted(covered)

    def grown(self, chosen: list[int], assumed: list[int]) -> list[int]:
        while (larger := self.covering_more(self.range_of(chosen), assumed)) is not None:
            chosen = larger
        return chosen

    def covering_more(self, covered: list[int], assumed: list[int]) -> list[int] | None:
        """Return a set that covers what is covered, and more."""
        rest = self._uncovered(covered)
        if not rest:
            return None
        self.switches += 1
        self.engine.add([-self.switches, *rest])
        kept = [2 * self.count + index + 1 for index in covered]
        found = self.chosen([*kept, self.switches, *assumed])
        self.engine.add([-self.switches])
        return found

    def rule_out(self, covered: list[int]) -> None:
        """Leave out the sets that cover no more than this."""
        self.engine.add(self._uncovered(covered))

    def _uncovered(self, covered: list[int]) -> list[int]:
        known = set(covered)
        return [2 * self.count + i + 1 for i in range(self.count) if i not in known]

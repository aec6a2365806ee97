"""Formulas of claims and linked supports: one by one, or many at once.

Claims with as many attackers and as many supporters differ only in the numbers. So their first
attackers are one column, and each operation runs over whole columns inside `map`, several times as
fast as claim by claim. Few of one shape, and those with very many neighbours, are worked out one
by one.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import groupby, repeat
from operator import itemgetter, mul
from typing import NamedTuple

from argmap.evaluation.gradual.semantics import Semantics

_FEWEST = 8  # rows of one shape that are worth columns
_WIDEST = 24  # columns: each is one more `map` inside another

Numbers = list[float]
Column = Callable[[Sequence[float]], Iterable[float]]
Units = tuple[int, ...]

Row = tuple[float, Units, Units, Units]
"""A formula: base score; premises, of which the weakest is a factor; attackers; supporters.

A claim has no premises; a linked support's base score is its weight, its attackers undercut it,
and it has no supporters.
"""


class _Block(NamedTuple):
    """Rows of one shape, as columns."""

    bases: tuple[float, ...]
    premises: list[Column]
    against: list[Column]
    favour: list[Column]


class Values:
    """Values by place, and each of them as the semantics prepares it for its aggregation."""

    def __init__(self, semantics: Semantics, values: Iterable[float]) -> None:
        self.semantics = semantics
        self.known: Numbers = list(values)
        self._prepare = semantics.aggregation.prepare
        self.prepared: Numbers = list(map(self._prepare, self.known))

    def put(self, place: int, value: float) -> None:
        """Set one value."""
        self.known[place] = value
        self.prepared[place] = self._prepare(value)

    def put_each(self, places: Iterable[int], values: Iterable[float]) -> None:
        """Set some values."""
        known, prepared, prepare = self.known, self.prepared, self._prepare
        for place, value in zip(places, values, strict=True):
            known[place] = value
            prepared[place] = prepare(value)

    def put_all(self, first: int, values: Sequence[float]) -> None:
        """Set as many values as are given, from a place on."""
        end = first + len(values)
        self.known[first:end] = values
        self.prepared[first:end] = map(self._prepare, values)

    def formula(self) -> Callable[[Row], float]:
        """Return what works out a row under the values of the moment."""
        fold, join = self.semantics.aggregation.fold, self.semantics.aggregation.join
        move = self.semantics.influence.move
        value, ready = self.known.__getitem__, self.prepared.__getitem__
        none = fold(())

        def work_out(row: Row) -> float:
            base, premises, against, favour = row
            if premises:
                base *= min(map(value, premises))
            if not against and not favour:
                return base
            one = fold(map(ready, against)) if against else none
            return move(base, join(one, fold(map(ready, favour)) if favour else none))

        return work_out


class Table:
    """Rows that are worked out together, again and again."""

    def __init__(self, values: Values, rows: Sequence[Row]) -> None:
        """Take rows in an order in which those of one shape stand together."""
        self._values = values
        self._rows = rows
        self._formula = values.formula()
        self._blocks = _blocks(rows)

    def all_values(self) -> Numbers:
        """Return what all rows come to."""
        found: Numbers = []
        for block in self._blocks:
            found += (
                self._of_block(block) if isinstance(block, _Block) else self.some_values(block)
            )
        return found

    def some_values(self, places: Iterable[int]) -> Numbers:
        """Return what some rows come to."""
        return list(map(self._formula, map(self._rows.__getitem__, places)))

    def _of_block(self, block: _Block) -> Iterable[float]:
        aggregation, move = (
            self._values.semantics.aggregation,
            self._values.semantics.influence.move,
        )
        bases: Iterable[float] = block.bases
        if block.premises:
            bases = map(mul, bases, _merged(min, block.premises, self._values.known))
        if not block.against and not block.favour:
            return bases
        against, favour = (
            _merged(aggregation.merge, columns, self._values.prepared)
            if columns
            else repeat(aggregation.fold(()))
            for columns in (block.against, block.favour)
        )
        return map(move, bases, map(aggregation.join, against, favour))


def _merged(
    merge: Callable[[float, float], float], columns: list[Column], numbers: Numbers
) -> Iterable[float]:
    """Return columns as one."""
    filled = [column(numbers) for column in columns]
    return reduce(lambda one, other: map(merge, one, other), filled)


def shape(row: Row) -> tuple[int, int, int]:
    """Return what rows share that can stand in the same columns."""
    _, premises, against, favour = row
    return len(premises), len(against), len(favour)


def _blocks(rows: Sequence[Row]) -> list[_Block | range]:
    """Return rows as blocks, or as ranges of places where columns are not worth it."""
    blocks: list[_Block | range] = []
    start = 0
    for each, group in groupby(rows, shape):
        members = list(group)
        end = start + len(members)
        if len(members) < _FEWEST or sum(each) > _WIDEST:
            blocks.append(range(start, end))
        else:
            bases, *read = zip(*members, strict=True)
            premises, against, favour = map(_columns, read)
            blocks.append(_Block(bases, premises, against, favour))
        start = end
    return blocks


def _columns(sides: Iterable[Units]) -> list[Column]:
    """Return what reads the first units of some rows, then the second ones, and so on."""
    return [itemgetter(*places) for places in zip(*sides, strict=True)]

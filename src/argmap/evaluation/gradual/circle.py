"""Claims that depend on one another, as formulas that can be settled."""

from collections.abc import Sequence
from functools import cached_property

from argmap.evaluation.gradual.columns import Row, Table, Units, Values, shape
from argmap.evaluation.gradual.semantics import Semantics
from argmap.evaluation.gradual.settling import State


class Circle:
    """The formulas of some claims, and of the linked supports between them.

    All units that take part get a place of their own: the claims, then the linked supports, then
    what is known already. Linked supports follow the claims at once; what moves are the claims.
    """

    def __init__(
        self,
        semantics: Semantics,
        claims: Sequence[int],
        linked: Sequence[int],
        rows: Sequence[Row],
        known: Sequence[float],
    ) -> None:
        """Take units, with the rows and the values of all units that there are."""
        claims = sorted(claims, key=lambda unit: shape(rows[unit]))
        linked = sorted(linked, key=lambda unit: shape(rows[unit]))
        self.units = [*claims, *linked]
        places = {unit: place for place, unit in enumerate(self.units)}

        def numbered(units: Units) -> Units:
            return tuple([places.setdefault(unit, len(places)) for unit in units])

        own = [
            (base, numbered(premises), numbered(against), numbered(favour))
            for base, premises, against, favour in map(rows.__getitem__, self.units)
        ]
        self._count = len(claims)
        self._claims, self._linked = own[: len(claims)], own[len(claims) :]
        self.start = [base for base, *_ in self._claims]
        self._values = Values(semantics, map(known.__getitem__, places))
        self._claim_table = Table(self._values, self._claims)
        self._linked_table = Table(self._values, self._linked)

    def values(self) -> State:
        """Return the values of `units`."""
        return self._values.known[: len(self.units)]

    def assign(self, places: Sequence[int], values: Sequence[float]) -> None:
        """Give some of the claims values; the linked supports that read them follow."""
        if len(places) == self._count:
            self._values.put_all(0, values)
            self._values.put_all(self._count, self._linked_table.all_values())
            return
        self._values.put_each(places, values)
        if moved := self._carried(places):
            found = self._linked_table.some_values(moved)
            self._values.put_each([self._count + place for place in moved], found)

    def evaluate(self, places: Sequence[int]) -> State:
        """Return what the formulas of some claims come to."""
        if len(places) == self._count:
            return self._claim_table.all_values()
        return self._claim_table.some_values(places)

    def readers(self, places: Sequence[int]) -> Sequence[int]:
        """Return the claims that read some claims, directly or through a linked support."""
        read_by = self._read_by
        found = {reader for place in places for reader in read_by[place]}
        for place in self._carried(places):
            found.update(read_by[self._count + place])
        return sorted(found)

    def _carried(self, places: Sequence[int]) -> list[int]:
        """Return the linked supports that read some claims."""
        if not self._linked:
            return []
        carries = self._carries
        return sorted({linked for place in places for linked in carries[place]})

    @cached_property
    def _read_by(self) -> list[list[int]]:
        """For each claim and linked support, the claims that read it."""
        return _reversed(self._claims, len(self.units))

    @cached_property
    def _carries(self) -> list[list[int]]:
        """For each claim, the linked supports that read it."""
        return _reversed(self._linked, self._count)


def _reversed(rows: Sequence[Row], count: int) -> list[list[int]]:
    """Return for each of the first places the rows that read it."""
    read_by: list[list[int]] = [[] for _ in range(count)]
    for reader, (_, *sides) in enumerate(rows):
        for side in sides:
            for place in side:
                if place < count:
                    read_by[place].append(reader)
    return read_by

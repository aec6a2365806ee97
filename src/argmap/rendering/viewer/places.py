"""The outline as a tree of places: each entity stands once in full, as near to a root as it can.

Everywhere else a place only names it, so circles end and no tree is larger than its map.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap.mapping.argument_map import BoxKind, EdgeKind, Row, RowKind, Strip
from argmap.model.graph import NodeKind
from argmap.rendering.viewer.entities import Entities

DEEPEST = 24
"""What is nested deeper goes on as a root of its own; browsers stop at 512 elements."""


class Part(StrEnum):
    """What an entity is to the one above it."""

    ROOT = "root"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    ENTAILS = "entails"
    CONTRARY = "contrary"
    CONTRADICTORY = "contradictory"
    PREMISE = "premise"
    CONCLUSION = "conclusion"


@dataclass(frozen=True, slots=True)
class Branch:
    """An entity below another one.

    number: the printed number of a row
    place:  which of how many premises it is, counted from 1; (0, 0) if that is not known
    goal:   the entity that a premise is to support, or that the undercut step concludes
    """

    part: Part
    entity: int
    number: int | None = None
    place: tuple[int, int] = (0, 0)
    goal: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the outline.

    depth:     0 for a root
    above:     the entity that it stands under, or None
    is_again:  the entity stands in full elsewhere
    continues: this root stood too deep elsewhere
    """

    depth: int
    branch: Branch
    above: int | None
    is_again: bool = False
    continues: bool = False


def lay_out_places(entities: Entities) -> list[Place]:
    """Return the lines of the outline: main claims first, then all that hangs on nothing."""
    return _Planter(entities).places()


class _Planter:
    def __init__(self, entities: Entities) -> None:
        self.entities = entities
        self.boxes = {box.id: box for box in entities.map.boxes}
        self.statements = {
            entity.ref.title: index
            for index, entity in enumerate(entities.all)
            if entity.ref is not None and entity.ref.kind is NodeKind.STATEMENT
        }
        self.below: list[list[Branch]] = [[] for _ in entities.all]
        for index in range(len(entities.all)):
            self.below[index] += self._rows(index)
        for tie in entities.ties:
            part = Part(tie.kind.value)
            goal = None if tie.step is None else self._goal(tie.target, tie.step)
            self.below[tie.target].append(Branch(part, tie.source, goal=goal))
            if tie.kind.is_symmetric and tie.source != tie.target:
                self.below[tie.source].append(Branch(part, tie.target))
        for branches in self.below:
            branches.sort(key=_in_order)
        self.home: dict[int, tuple[int, int] | None] = {}
        self.cut: dict[int, None] = {}

    def _rows(self, index: int) -> Iterator[Branch]:
        entity = self.entities.all[index]
        box = self.boxes[entity.box]
        if entity.port is not None or box.kind is not BoxKind.ARGUMENT:
            return
        steps = [part for part in box.parts if isinstance(part, Strip)]
        for row in (part for part in box.parts if isinstance(part, Row)):
            inside = self.entities.of_row[box.id, row.port]
            if row.kind is not RowKind.PREMISE:
                yield Branch(Part.CONCLUSION, inside, row.number)
                continue
            place, goal = (0, 0), None
            for strip in steps:
                place, goal = self._premise(index, strip.step, row)
                if place[1]:
                    break
            yield Branch(Part.PREMISE, inside, row.number, place, goal)

    def _premise(self, index: int, step: int, row: Row) -> tuple[tuple[int, int], int | None]:
        graph, ref = self.entities.graph, self.entities.all[index].ref
        if graph is None or ref is None:
            return (0, 0), None
        argument = graph.arguments[ref.title]
        numbers = [argument.pcs[spot].number for spot in argument.inferences[step].premises]
        if row.number not in numbers:
            return (0, 0), None
        return (numbers.index(row.number) + 1, len(numbers)), self._goal(index, step)

    def _goal(self, index: int, step: int) -> int | None:
        """Return the entity that a step of an argument concludes."""
        graph, ref = self.entities.graph, self.entities.all[index].ref
        if graph is None or ref is None:
            return None
        argument = graph.arguments[ref.title]
        title = argument.pcs[argument.inferences[step].conclusion].title
        return self.statements.get(title)

    def places(self) -> list[Place]:
        theses = [n for n, entity in enumerate(self.entities.all) if entity.is_thesis]
        roots = self._grow(theses)
        directed = (
            branch.entity
            for branches in self.below
            for branch in branches
            if branch.part not in (Part.CONTRARY, Part.CONTRADICTORY)
        )
        has_parent = set(directed)
        every = range(len(self.entities.all))
        roots += self._grow(index for index in every if index not in has_parent)
        for index in every:
            if index not in self.home:
                roots += self._grow([index])
        return list(self._write(roots))

    def _grow(self, roots: Iterable[int]) -> list[int]:
        """Give everything that hangs on some roots its home; return those and what was cut."""
        new = [root for root in dict.fromkeys(roots) if root not in self.home]
        self.home.update(dict.fromkeys(new))
        queue = deque((root, 0) for root in new)
        while queue:
            index, depth = queue.popleft()
            if depth >= DEEPEST and self.below[index]:
                self.cut[index] = self.home[index] = None
                new.append(index)
                depth = 0
            for order, branch in enumerate(self.below[index]):
                if branch.entity not in self.home:
                    self.home[branch.entity] = (index, order)
                    queue.append((branch.entity, depth + 1))
        return new

    def _write(self, roots: list[int]) -> Iterator[Place]:
        for root in roots:
            stack = [Place(0, Branch(Part.ROOT, root), None, continues=root in self.cut)]
            while stack:
                place = stack.pop()
                yield place
                if place.is_again:
                    continue
                index = place.branch.entity
                stack += reversed(
                    [
                        Place(
                            place.depth + 1,
                            branch,
                            index,
                            is_again=self.home[branch.entity] != (index, order),
                        )
                        for order, branch in enumerate(self.below[index])
                        if not self._is_told(place, branch)
                    ]
                )

    def _is_told(self, place: Place, branch: Branch) -> bool:
        """Whether a branch only says again what the place says itself."""
        mutual = branch.part in (Part.CONTRARY, Part.CONTRADICTORY, Part.CONCLUSION)
        return mutual and branch.entity == place.above


def _in_order(branch: Branch) -> tuple[int, int]:
    """Rows as they are printed; then what is for it before what is against it, as first named."""
    order = _ORDER[branch.part]
    return order, branch.entity if order else 0


_ORDER = {
    Part.CONCLUSION: 0,
    Part.PREMISE: 0,
    Part.SUPPORT: 1,
    Part.ENTAILS: 1,
    Part.ATTACK: 2,
    Part.CONTRARY: 2,
    Part.CONTRADICTORY: 2,
    Part.UNDERCUT: 3,
    Part.ROOT: 4,
}
assert {kind.value for kind in EdgeKind} - {EdgeKind.JOIN.value} <= {part.value for part in Part}

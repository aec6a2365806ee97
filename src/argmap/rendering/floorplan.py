"""Put a few things with several possible shapes close together, each below what it argues for.

A slicing floorplan: a set of things is cut into two, which lie side by side or one above the
other, and each half is cut again. For every subset of the things the best plans of different
proportions are kept and combined (Otten 1983, Stockmeyer 1983), so that a tall card may make
itself wide where that lets the whole become lower. More things than the search can take are
joined in pairs first.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import inf, log
from typing import NamedTuple, TypeVar

GAP = 24.0
"""Space in points between neighbours; wide enough for two edges side by side."""
DROP = 32.0
"""Space in points between a thing and what points up to it."""
LANE = 8.0
"""Room for one more edge between neighbours."""
FRAME_GAIN = 10.0
"""How much closer a frame may be, since there is room for edges inside it."""
FEW = 6
"""So many things are arranged in every possible way."""
_PROPORTIONS, _FINE = 4.0, 10.0
_NEARNESS = 10.0
_KINSHIP = 3000.0
_NOTHING: Mapping[int, float] = {}


class Shape(NamedTuple):
    """One shape that a thing can take; sizes in points.

    sources: edge → the y at which its source begins, for edges that leave the thing
    targets: edge → the y at which a source of an edge that arrives here may begin
    ties:    edges to the outside that order nothing
    has_frame: it has room for edges within its border
    """

    width: float
    height: float
    sources: Mapping[int, float] = _NOTHING
    targets: Mapping[int, float] = _NOTHING
    ties: frozenset[int] = frozenset()
    has_frame: bool = False


class Plan(NamedTuple):
    """An arrangement: one thing (`item` in a `shape`), or two arrangements and where they lie.

    `near` and `far` are the places of the first and the second one; `cost` tells how far apart
    are things with edges between them. The ends of edges are those of a `Shape`.
    """

    width: float
    height: float
    cost: float
    sources: Mapping[int, float]
    targets: Mapping[int, float]
    ties: frozenset[int]
    has_frame: bool = False
    item: int = -1
    shape: int = -1
    halves: tuple["Plan", ...] = ()
    near: tuple[float, float] = (0.0, 0.0)
    far: tuple[float, float] = (0.0, 0.0)

    @property
    def is_row(self) -> bool:
        """Whether the halves lie side by side."""
        return self.far[0] > 0.0

    def leaves(self) -> Iterator[tuple["Plan", float, float]]:
        """Yield every single thing with its place."""
        stack: list[tuple[Plan, float, float]] = [(self, 0.0, 0.0)]
        while stack:
            plan, x, y = stack.pop()
            if not plan.halves:
                yield plan, x, y
                continue
            stack.append((plan.halves[1], x + plan.far[0], y + plan.far[1]))
            stack.append((plan.halves[0], x + plan.near[0], y + plan.near[1]))


class Between(NamedTuple):
    """The edges between two plans: leading `up` from the second to the first, down, or neither."""

    up: tuple[int, ...]
    down: tuple[int, ...]
    ties: frozenset[int]
    number: int

    @property
    def back(self) -> "Between":
        """The same, seen from the second plan."""
        return Between(self.down, self.up, self.ties, self.number)


def between(first: Plan, second: Plan) -> Between:
    """Return the edges between two plans."""
    up = tuple([edge for edge in first.targets if edge in second.sources])
    down = tuple([edge for edge in first.sources if edge in second.targets])
    ties = first.ties & second.ties
    return Between(up, down, ties, len(up) + len(down) + len(ties))


class Draft(NamedTuple):
    """Two plans and how they are to lie; `build` makes a plan of it."""

    width: float
    height: float
    cost: float
    first: Plan
    second: Plan
    near: tuple[float, float]
    far: tuple[float, float]

    def build(self, edges: Between) -> Plan:
        """Return the plan; `edges` are those between the first and the second."""
        first, second, near, far = self.first, self.second, self.near, self.far
        downs = near[1], far[1]
        return Plan(
            self.width,
            self.height,
            self.cost,
            _ends(first.sources, second.sources, downs, edges),
            _ends(first.targets, second.targets, downs, edges),
            first.ties ^ second.ties,
            first.has_frame and second.has_frame,
            halves=(first, second),
            near=near,
            far=far,
        )


_Sized = TypeVar("_Sized", Plan, Draft)


def arrange(things: Sequence[Sequence[Shape]]) -> list[Plan]:
    """Return plans of different proportions for things with several shapes each.

    Empty if there is no plan in which everything lies below what it argues for.
    """
    sets = [single(number, shapes) for number, shapes in enumerate(things)]
    while len(sets) > FEW:
        pair = _find_pair(sets)
        if pair is None:
            return []
        low, high, plans = pair
        sets[low] = plans
        del sets[high]
    return _search(sets)


def side_by_side(first: Plan, second: Plan, edges: Between) -> Draft | None:
    """Put two plans beside each other, the lower one as far down as its edges demand."""
    low, high = -inf, inf
    for edge in edges.up:
        low = max(low, first.targets[edge] - second.sources[edge])
    for edge in edges.down:
        high = min(high, first.sources[edge] - second.targets[edge])
    if low > high:
        return None
    shift = min(max(0.0, low), high)
    count = edges.number
    left = first.width + GAP + (LANE * (count - 2) if count > 2 else 0.0)
    if first.has_frame or second.has_frame:
        left -= FRAME_GAIN
    width, height = left + second.width, max(first.height, second.height + shift)
    near, far = (0.0, 0.0), (left, shift)
    if shift < 0.0:
        height, near, far = max(first.height - shift, second.height), (0.0, -shift), (left, 0.0)
    cost = first.cost + second.cost + count * (width + height) / 4
    return Draft(width, height, cost, first, second, near, far)


def stacked(first: Plan, second: Plan, edges: Between) -> Draft | None:
    """Put the second plan below the first; None if something in the first must lie below it.

    Edges that lead up and out from below have to go around what lies above.
    """
    if edges.down:
        return None
    count = edges.number
    top = first.height + (DROP + LANE * max(0, min(count, 4) - 3) if count else GAP)
    if first.has_frame or second.has_frame:
        top -= FRAME_GAIN
    width, height = max(first.width, second.width), top + second.height
    around = (len(second.sources) - len(edges.up)) * (first.width + first.height) / 2
    cost = first.cost + second.cost + count * (width + height) / 4 + around
    return Draft(width, height, cost, first, second, (0.0, 0.0), (0.0, top))


def _ends(
    first: Mapping[int, float],
    second: Mapping[int, float],
    downs: tuple[float, float],
    inner: Between,
) -> Mapping[int, float]:
    if not first and not second:
        return _NOTHING
    one, two = downs
    ends = {edge: y + one for edge, y in first.items()}
    for edge, y in second.items():
        ends[edge] = y + two
    for edge in inner.up:
        ends.pop(edge, None)
    for edge in inner.down:
        ends.pop(edge, None)
    return ends


def single(item: int, shapes: Sequence[Shape]) -> list[Plan]:
    """Return the plans of one thing, leaving out shapes that are no smaller in any direction."""
    plans = [
        Plan(shape.width, shape.height, 0.0, *shape[2:], item, number)
        for number, shape in enumerate(shapes)
    ]
    return _staircase(plans)


def reshape(plan: Plan, ones: Sequence[Plan], twos: Sequence[Plan]) -> list[Plan]:
    """Return all useful plans that are made as a plan is, of other plans for its two halves."""
    edges = between(ones[0], twos[0])
    make, pairs = (side_by_side, _tall_pairs) if plan.is_row else (stacked, _pairs)
    drafts = [make(first, second, edges) for first, second in pairs(ones, twos)]
    return [draft.build(edges) for draft in _staircase([draft for draft in drafts if draft])]


def _search(sets: Sequence[list[Plan]]) -> list[Plan]:
    """Try every way to cut the sets in two, and those again; plans are found once per subset."""
    known = {1 << number: plans for number, plans in enumerate(sets)}
    full = (1 << len(sets)) - 1
    for mask in range(1, full + 1):
        if mask in known:
            continue
        lowest = mask & -mask
        best = _Best(_FINE if mask == full else _PROPORTIONS)
        half = (mask - 1) & mask
        while half:
            if half & lowest and known[half] and known[mask ^ half]:
                _combine(known[half], known[mask ^ half], best)
            half = (half - 1) & mask
        known[mask] = best.plans()
    return known[full]


class _Best:
    """The best draft of each proportion, with the edges between its halves."""

    def __init__(self, fineness: float = _PROPORTIONS) -> None:
        self._fineness = fineness
        self._kept: dict[int, tuple[float, Draft, Between]] = {}

    def add(self, draft: Draft | None, edges: Between) -> None:
        """Take a draft if it is better than its like."""
        if draft is None:
            return
        place = round(self._fineness * log(draft.width / draft.height))
        value = draft.width * draft.height + _NEARNESS * draft.cost
        known = self._kept.get(place)
        if known is None or value < known[0] - 1e-6:
            self._kept[place] = (value, draft, edges)

    def plans(self) -> list[Plan]:
        """Return the plans."""
        kept = {id(draft): edges for _, draft, edges in self._kept.values()}
        drafts = _staircase([draft for _, draft, _ in self._kept.values()])
        return [draft.build(kept[id(draft)]) for draft in drafts]


def _combine(ones: Sequence[Plan], twos: Sequence[Plan], best: _Best) -> None:
    """Try two sets side by side, and one above the other."""
    edges = between(ones[0], twos[0])
    back = edges.back
    for first, second in _tall_pairs(ones, twos):
        best.add(side_by_side(first, second, edges), edges)
    if edges.up and edges.down:
        return
    for first, second in _pairs(ones, twos):
        if not edges.down:
            best.add(stacked(first, second, edges), edges)
        if not edges.up:
            best.add(stacked(second, first, back), back)


def _pairs(ones: Sequence[Plan], twos: Sequence[Plan]) -> Iterator[tuple[Plan, Plan]]:
    """Yield pairs of plans of about the same width, given in order of width: others waste room."""
    here, there, one, two = 0, 0, ones[0], twos[0]
    last_here, last_there = len(ones) - 1, len(twos) - 1
    limit = max(one.width, two.width)
    while here < last_here and ones[here + 1].width <= limit:
        here += 1
    while there < last_there and twos[there + 1].width <= limit:
        there += 1
    yield ones[here], twos[there]
    while here < last_here or there < last_there:
        if there == last_there or (
            here < last_here and ones[here + 1].width <= twos[there + 1].width
        ):
            here += 1
        else:
            there += 1
        yield ones[here], twos[there]


def _tall_pairs(ones: Sequence[Plan], twos: Sequence[Plan]) -> Iterator[tuple[Plan, Plan]]:
    """Yield pairs of plans of about the same height, from the highest to the lowest."""
    here, there = 0, 0
    last_here, last_there = len(ones) - 1, len(twos) - 1
    while True:
        yield ones[here], twos[there]
        if here < last_here and (there == last_there or ones[here].height >= twos[there].height):
            here += 1
        elif there < last_there:
            there += 1
        else:
            return


def _staircase(plans: Sequence[_Sized]) -> list[_Sized]:
    """Drop plans than which another one is narrower and lower; the narrowest come first."""
    kept: list[_Sized] = []
    for plan in sorted(plans, key=lambda plan: (plan.width, plan.height)):
        if not kept or plan.height < kept[-1].height - 0.5:
            kept.append(plan)
    return kept


def _find_pair(sets: Sequence[list[Plan]]) -> tuple[int, int, list[Plan]] | None:
    """Return two sets that are well joined, small ones and neighbours first, and their plans."""
    sizes = [min(plan.width * plan.height for plan in plans) for plans in sets]
    order = sorted(range(len(sets)), key=lambda number: (sizes[number], number))
    best: tuple[float, int, int, list[Plan]] | None = None
    for some in (sorted(order[: FEW + 3]), range(len(sets))):
        for low, high in combinations(some, 2):
            if _is_between(sets, low, high):
                continue
            found = _Best()
            _combine(sets[low], sets[high], found)
            plans = found.plans()
            if not plans:
                continue
            waste = min(plan.width * plan.height for plan in plans)
            kinship = between(sets[low][0], sets[high][0]).number + 0.5 * (high - low == 1)
            value = waste - _KINSHIP * kinship
            if best is None or value < best[0] - 1e-6:
                best = (value, low, high, plans)
        if best is not None:
            return best[1:]
    return None


def _is_between(sets: Sequence[list[Plan]], low: int, high: int) -> bool:
    """Whether a third set must lie below one of two and above the other."""
    for start, end in ((low, high), (high, low)):
        ahead = [number for number in _above(sets, start) if number != end]
        seen = set(ahead)
        while ahead:
            for number in _above(sets, ahead.pop()):
                if number == end:
                    return True
                if number not in seen:
                    seen.add(number)
                    ahead.append(number)
    return False


def _above(sets: Sequence[list[Plan]], place: int) -> list[int]:
    sources = sets[place][0].sources
    return [
        number
        for number, plans in enumerate(sets)
        if number != place and any(edge in sources for edge in plans[0].targets)
    ]

"""Put rectangles close together on a page, each below what it argues for.

A greedy skyline packing: the item with the longest chain below it comes first and takes the
place that is highest, and nearest to what it points to. It is for a few dozen items; more are set
in rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

GAP = 24.0
"""Space in points between neighbours; wide enough for three edges side by side."""
DROP = 34.0
"""Space in points between an item and one that points up to it."""
_MANY = 120
_FEW = 24
NEAR, LOOSE = 0.45, 0.12
"""How much being near to what it points to counts for an item, against a higher place."""
_RISE = 0.3


class Size(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


class Pull(NamedTuple):
    """An edge between two items: where it meets either, as a share of the width."""

    other: str
    own_share: float
    other_share: float


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be placed.

    sizes: the shapes that it can take
    above: the items that must lie above it: how far down each of them, None for all of it
    pulls: edges to and from other items, which should be short
    wishes: for edges that leave the packing: where (x) they go, and from which share of the width
    """

    key: str
    sizes: Sequence[Size]
    above: Mapping[str, float | None] = field(default_factory=dict)
    pulls: Sequence[Pull] = ()
    wishes: Sequence[tuple[float, float]] = ()


class Spot(NamedTuple):
    """Where an item lies (upper left corner), and which of its shapes it has."""

    x: float
    y: float
    shape: int


@dataclass(frozen=True, slots=True)
class Packing:
    """The places of all items, and the size of the whole."""

    width: float
    height: float
    spots: Mapping[str, Spot] = field(default_factory=dict)


def pack(items: Sequence[Item], limit: float, pull: float = NEAR) -> Packing | None:
    """Pack items into a width of `limit` points; None if one of them must lie below itself.

    An item that is wider than the limit makes the packing wider than the limit.
    """
    ordered = _order(items)
    if ordered is None:
        return None
    if len(items) > _MANY and not any(item.above for item in items):
        return _rows(items, limit)
    limit = max([limit, *(min(size.width for size in item.sizes) for item in items)])
    by_key = {item.key: item for item in items}
    placed: dict[str, Spot] = {}
    for item in ordered:
        placed[item.key] = _best_spot(item, by_key, placed, limit, pull)
    _straighten(ordered, by_key, placed, limit)
    return _finish(by_key, placed)


def rearrange(items: Sequence[Item], packing: Packing) -> Packing:
    """Shorten the edges in a packing of the same items without making it larger."""
    placed = dict(packing.spots)
    _straighten(items, {item.key: item for item in items}, placed, packing.width)
    return Packing(packing.width, packing.height, placed)


def _straighten(
    ordered: Sequence[Item],
    by_key: Mapping[str, Item],
    placed: dict[str, Spot],
    limit: float,
) -> None:
    for _ in range(2):
        _swap(ordered, by_key, placed, limit)
        for item in reversed(ordered):
            placed[item.key] = _slide(item, by_key, placed, limit)


def _order(items: Sequence[Item]) -> list[Item] | None:
    """Order items so that each comes after those above it, long chains first."""
    below: dict[str, list[Item]] = {item.key: [] for item in items}
    for item in items:
        for key in item.above:
            below[key].append(item)
    waiting = {item.key: len(item.above) for item in items}
    done: list[Item] = []
    ready = [item for item in items if not item.above]
    while ready:
        item = ready.pop()
        done.append(item)
        for follower in below[item.key]:
            waiting[follower.key] -= 1
            if waiting[follower.key] == 0:
                ready.append(follower)
    if len(done) < len(items):
        return None
    chain: dict[str, float] = {}
    for item in reversed(done):
        height = min(size.height for size in item.sizes)
        chain[item.key] = height + max((chain[it.key] for it in below[item.key]), default=0.0)
    position = {item.key: number for number, item in enumerate(items)}
    ordered: list[Item] = []
    waiting = {item.key: len(item.above) for item in items}
    ready = [item for item in items if not item.above]
    while ready:
        ready.sort(key=lambda it: (-chain[it.key], position[it.key]))
        item = ready.pop(0)
        ordered.append(item)
        for follower in below[item.key]:
            waiting[follower.key] -= 1
            if waiting[follower.key] == 0:
                ready.append(follower)
    return ordered


def _size(item: Item, spot: Spot) -> Size:
    return item.sizes[spot.shape]


def _best_spot(
    item: Item, by_key: Mapping[str, Item], placed: Mapping[str, Spot], limit: float, pull: float
) -> Spot:
    floor = 0.0
    for key, depth in item.above.items():
        whole = _size(by_key[key], placed[key]).height + DROP
        floor = max(floor, placed[key].y + (whole if depth is None else depth))
    bottom = _bottom(by_key, placed)
    best: tuple[float, Spot] | None = None
    for shape, size in enumerate(item.sizes):
        if size.width > limit + 0.1:
            continue
        wish = _wish(item, size.width, by_key, placed)
        for x in _columns(size.width, wish, by_key, placed, limit):
            y = _fall(x, floor, size, by_key, placed)
            away = abs(x - wish) if wish is not None else x * 0.2
            end = y + size.height
            cost = max(0.0, end - bottom) + _RISE * end + pull * away + 0.1 * size.width
            if best is None or cost < best[0] - 1e-6:
                best = (cost, Spot(x, y, shape))
    assert best is not None, "the limit is at least as wide as every item"
    return best[1]


def _wish(
    item: Item, width: float, by_key: Mapping[str, Item], placed: Mapping[str, Spot]
) -> float | None:
    """Return the x at which an item's edges would be shortest, if any neighbour has a place."""
    wishes = [
        placed[pull.other].x
        + pull.other_share * _size(by_key[pull.other], placed[pull.other]).width
        - pull.own_share * width
        for pull in item.pulls
        if pull.other in placed
    ]
    wishes += [x - share * width for x, share in item.wishes]
    return sum(wishes) / len(wishes) if wishes else None


def _columns(
    width: float,
    wish: float | None,
    by_key: Mapping[str, Item],
    placed: Mapping[str, Spot],
    limit: float,
) -> list[float]:
    columns = {0.0}
    if wish is not None:
        columns.add(min(max(wish, 0.0), limit - width))
    for key, spot in placed.items():
        columns.add(spot.x)
        columns.add(spot.x + _size(by_key[key], spot).width + GAP)
        columns.add(spot.x - width - GAP)
    return sorted(x for x in columns if 0 <= x <= limit - width + 0.1)


def _fall(
    x: float, floor: float, size: Size, by_key: Mapping[str, Item], placed: Mapping[str, Spot]
) -> float:
    """Return the highest y, not above `floor`, at which an area in a column is free."""
    areas = [(spot, _size(by_key[key], spot)) for key, spot in placed.items()]
    near = [
        (spot.y, spot.y + other.height)
        for spot, other in areas
        if spot.x < x + size.width + GAP - 0.1 and x < spot.x + other.width + GAP - 0.1
    ]
    y = floor
    for top, bottom in sorted(near):
        if top < y + size.height + GAP - 0.1 and y < bottom + GAP - 0.1:
            y = bottom + GAP
    return y


def _swap(
    ordered: Sequence[Item], by_key: Mapping[str, Item], placed: dict[str, Spot], limit: float
) -> None:
    """Exchange places of two items where both fit the other's and edges become shorter."""
    bottom = _bottom(by_key, placed)
    free = [item for item in ordered if len(item.sizes) == 1 and (item.pulls or item.wishes)]
    for first, second in combinations(free[:_FEW], 2):
        one, two = placed[first.key], placed[second.key]
        before = _away(first, by_key, placed) + _away(second, by_key, placed)
        placed[first.key], placed[second.key] = two, one
        is_better = _away(first, by_key, placed) + _away(second, by_key, placed) < before - 1.0
        if not (
            is_better
            and all(_fits(item, by_key, placed, limit, bottom) for item in (first, second))
        ):
            placed[first.key], placed[second.key] = one, two


def _away(item: Item, by_key: Mapping[str, Item], placed: Mapping[str, Spot]) -> float:
    """Return how far an item is from where its edges would be shortest."""
    wish = _wish(item, item.sizes[0].width, by_key, placed)
    return 0.0 if wish is None else abs(placed[item.key].x - wish)


def _fits(
    item: Item,
    by_key: Mapping[str, Item],
    placed: Mapping[str, Spot],
    limit: float,
    bottom: float,
) -> bool:
    """Whether an item overlaps nothing, and lies below what it must, in a trial."""
    spot, size = placed[item.key], item.sizes[0]
    if spot.x + size.width > limit + 0.1 or spot.y + size.height > bottom + 0.1:
        return False
    for key, other in placed.items():
        far = _size(by_key[key], other)
        if item.key in by_key[key].above and other.y < spot.y + size.height:
            return False
        if key in item.above and spot.y < other.y + (item.above[key] or far.height):
            return False
        if (
            key != item.key
            and spot.x < other.x + far.width + GAP - 0.1
            and other.x < spot.x + size.width + GAP - 0.1
            and spot.y < other.y + far.height + GAP - 0.1
            and other.y < spot.y + size.height + GAP - 0.1
        ):
            return False
    return True


def _slide(item: Item, by_key: Mapping[str, Item], placed: dict[str, Spot], limit: float) -> Spot:
    """Move an item sideways towards its neighbours as far as there is room."""
    spot = placed[item.key]
    size = _size(item, spot)
    wish = _wish(item, size.width, by_key, placed)
    if wish is None:
        return spot
    low, high = 0.0, limit - size.width
    for key, other in placed.items():
        if key == item.key:
            continue
        far = _size(by_key[key], other)
        if (
            other.y < spot.y + size.height + GAP - 0.1
            and spot.y < other.y + far.height + GAP - 0.1
        ):
            if other.x + far.width <= spot.x + 0.1:
                low = max(low, other.x + far.width + GAP)
            elif other.x >= spot.x + size.width - 0.1:
                high = min(high, other.x - GAP - size.width)
    return spot._replace(x=min(max(wish, low), high)) if low <= high else spot


def _rows(items: Sequence[Item], limit: float) -> Packing:
    placed: dict[str, Spot] = {}
    x = y = tallest = 0.0
    for item in items:
        size = item.sizes[0]
        if x > 0 and x + size.width > limit:
            x, y, tallest = 0.0, y + tallest + GAP, 0.0
        placed[item.key] = Spot(x, y, 0)
        x += size.width + GAP
        tallest = max(tallest, size.height)
    return _finish({item.key: item for item in items}, placed)


def _finish(by_key: Mapping[str, Item], placed: dict[str, Spot]) -> Packing:
    left = min((spot.x for spot in placed.values()), default=0.0)
    moved = {key: spot._replace(x=spot.x - left) for key, spot in placed.items()}
    ends = (spot.x + _size(by_key[key], spot).width for key, spot in moved.items())
    right = max(ends, default=0.0)
    return Packing(right, _bottom(by_key, moved), moved)


def _bottom(by_key: Mapping[str, Item], placed: Mapping[str, Spot]) -> float:
    ends = (spot.y + _size(by_key[key], spot).height for key, spot in placed.items())
    return max(ends, default=0.0)

"""Formulas worked out in columns, beside the same ones one by one."""

import random

import pytest

from argmap.evaluation.gradual import SEMANTICS, Method
from argmap.evaluation.gradual.circle import Circle
from argmap.evaluation.gradual.columns import Table, Values, shape
from argmap.evaluation.gradual.settling import settle

NUMBERS = (0.0, 1.0, 0.25, 0.5)


def made_rows(draw: random.Random, count: int, units: int):
    """Rows of many shapes: some shared by many, some by few, some very wide."""
    shapes = [(0, 2, 1), (0, 1, 0), (0, 0, 3), (2, 0, 0), (3, 1, 0), (0, 30, 2), (0, 0, 0)]
    rows = []
    for _ in range(count):
        sizes = draw.choice(shapes) if draw.random() < 0.9 else (0, draw.randrange(5), 4)
        sides = [tuple(draw.randrange(units) for _ in range(size)) for size in sizes]
        rows.append((draw.choice((*NUMBERS, draw.random())), *sides))
    return sorted(rows, key=shape)


def plain(semantics, row, values) -> float:
    """What a row comes to, by the functions of the semantics themselves."""
    base, premises, against, favour = row
    weakest = min((values[each] for each in premises), default=1.0)
    sides = [[values[each] for each in side] for side in (against, favour)]
    return semantics.influence.move(base * weakest, semantics.aggregation.combine(*sides))


@pytest.mark.parametrize("semantics", SEMANTICS, ids=lambda each: each.name)
@pytest.mark.parametrize("seed", range(5))
def test_columns_come_to_what_rows_come_to(semantics, seed):
    draw = random.Random(seed)
    values = Values(semantics, [draw.choice((*NUMBERS, draw.random())) for _ in range(50)])
    rows = made_rows(draw, 200, 50)
    table = Table(values, rows)
    together = table.all_values()
    for place, row in enumerate(rows):
        assert together[place] == pytest.approx(plain(semantics, row, values.known), abs=1e-12)
    assert table.some_values(range(200)) == pytest.approx(together, abs=1e-12)
    for place, value in enumerate(together[:50]):
        values.put(place, value)
    again = table.all_values()
    values.put_each(range(50), together[:50])
    assert table.all_values() == again
    values.put_all(0, together[:50])
    assert table.all_values() == again


@pytest.mark.parametrize("semantics", SEMANTICS[:3], ids=lambda each: each.name)
@pytest.mark.parametrize("seed", range(4))
def test_a_circle_settles_alike_all_at_once_and_bit_by_bit(semantics, seed, monkeypatch):
    """With linked supports in it, and whatever part of it still moves."""
    from argmap.evaluation.gradual import settling

    draw = random.Random(seed)
    claims, linked, outside = 60, 25, 5
    rows = [
        (
            draw.random(),
            (),
            (draw.randrange(claims),),
            (draw.randrange(claims + linked + outside),),
        )
        for _ in range(claims)
    ]
    for _ in range(linked):
        premises = tuple(draw.sample(range(claims), 2))
        cutters = (draw.randrange(claims),) if draw.random() < 0.5 else ()
        rows.append((draw.random(), premises, cutters, ()))
    known = [row[0] for row in rows] + [draw.random() for _ in range(outside)]
    rows += [(value, (), (), ()) for value in known[-outside:]]
    found = []
    for many in (1, 10**9):  # nearly always some; always all
        monkeypatch.setattr(settling, "_MANY", many)
        circle = Circle(semantics, range(claims), range(claims, claims + linked), rows, known)
        assert settle(circle) is not Method.UNSETTLED
        found.append(dict(zip(circle.units, circle.values(), strict=True)))
    assert found[0] == pytest.approx(found[1], abs=1e-6)
    values = found[0] | {claims + linked + i: known[-outside + i] for i in range(outside)}
    for unit, row in enumerate(rows[: claims + linked]):
        assert values[unit] == pytest.approx(plain(semantics, row, values), abs=1e-6)

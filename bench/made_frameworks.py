"""Made-up argumentation frameworks, the same for the same shape, size and seed.

BA: attacks prefer what is attacked already (Barabási and Albert 1999); few large cycles
WS: a ring of neighbours with some attacks thrown elsewhere (Watts and Strogatz 1998)
ER: every attack as likely as every other, a few for each argument (Erdős and Rényi 1959)
"""

import random
from collections.abc import Iterator

SHAPES = ("BA", "WS", "ER")


def generate(shape: str, size: int, seed: int = 1) -> list[tuple[int, int]]:
    """Return attacks (attacker, attacked) among arguments 0 … size-1, each once."""
    draw = random.Random(f"{shape} {size} {seed}")
    makers = {"BA": _preferential, "WS": _small_world, "ER": _sparse}
    return list(dict.fromkeys(makers[shape](draw, size)))


def _preferential(draw: random.Random, size: int, links: int = 2) -> Iterator[tuple[int, int]]:
    ends = list(range(links))
    for one in range(links, size):
        for other in {draw.choice(ends) for _ in range(links)}:
            yield from _directed(draw, one, other, both=0.2)
            ends += (one, other)


def _small_world(
    draw: random.Random, size: int, neighbours: int = 6, elsewhere: float = 0.2
) -> Iterator[tuple[int, int]]:
    for one in range(size):
        for step in range(1, neighbours // 2 + 1):
            other = draw.randrange(size) if draw.random() < elsewhere else (one + step) % size
            if other != one:
                yield from _directed(draw, one, other, both=0.3)


def _directed(draw: random.Random, one: int, other: int, both: float) -> Iterator[tuple[int, int]]:
    if draw.random() < both:
        yield one, other
        yield other, one
    else:
        yield (one, other) if draw.random() < 0.5 else (other, one)


def _sparse(draw: random.Random, size: int, each: float = 3.0) -> Iterator[tuple[int, int]]:
    for _ in range(int(size * each)):
        one, other = draw.randrange(size), draw.randrange(size)
        if one != other:
            yield one, other

"""Made-up Argdown documents of any size, the same for the same shape, size and seed.

tree:      titled statements in one nested tree of supports and attacks, five below each
pcs:       structures of two premises and a conclusion, which is a premise of the next one
relations: titled statements with three relations each to random others
mixed:     sections with tags, data, relations and structures
chain:     titled statements nested one below the other
"""

import random
from collections.abc import Iterator

SHAPES = ("tree", "pcs", "relations", "mixed")

_WORDS = (
    "freedom",
    "speech",
    "censorship",
    "absolute",
    "right",
    "wrong",
    "principle",
    "harm",
    "policy",
    "vote",
    "climate",
    "tax",
    "animal",
    "moral",
    "evidence",
    "reason",
    "public",
    "private",
    "state",
    "law",
    "market",
    "health",
    "risk",
    "benefit",
    "cost",
    "duty",
    "virtue",
    "value",
    "science",
)
_BRANCHES = 5


def generate(shape: str, size: int, seed: int = 1) -> str:
    """Return a document of about `size` statements."""
    makers = {
        "tree": _tree,
        "pcs": _pcs,
        "relations": _relations,
        "mixed": _mixed,
        "chain": _chain,
    }
    return "\n".join(makers[shape](random.Random(seed), size)) + "\n"


def _sentence(draw: random.Random) -> str:
    return " ".join(draw.choice(_WORDS) for _ in range(10)).capitalize() + "."


def _tree(draw: random.Random, size: int) -> Iterator[str]:
    waiting = [(0, 0)]
    while waiting:
        number, depth = waiting.pop()
        symbol = "" if depth == 0 else "  " * depth + ("+ " if draw.random() < 0.6 else "- ")
        yield f"{symbol}[S{number}]: {_sentence(draw)}"
        first = _BRANCHES * number + 1
        below = range(first, min(first + _BRANCHES, size))
        waiting.extend((child, depth + 1) for child in reversed(below))


def _chain(draw: random.Random, size: int) -> Iterator[str]:
    for number in range(size):
        yield "  " * number + ("+ " if number else "") + f"[S{number}]: {_sentence(draw)}"


def _relations(draw: random.Random, size: int) -> Iterator[str]:
    for number in range(size):
        yield f"[S{number}]: {_sentence(draw)}"
        for _ in range(3):
            yield f"  {draw.choice(('<+', '<-', '+>', '->', '><'))} [S{draw.randrange(size)}]"
        yield ""


def _pcs(draw: random.Random, size: int) -> Iterator[str]:
    for number in range(max(1, size // 3)):
        yield f"<A{number}>: {_sentence(draw)}"
        yield ""
        second = f"[C{number - 1}]" if number else f"[P{number}b]: {_sentence(draw)}"
        yield f"(1) [P{number}]: {_sentence(draw)}"
        yield f"(2) {second}"
        yield "-- Modus ponens {uses: [1,2]} --"
        yield f"(3) [C{number}]: {_sentence(draw)}"
        yield ""


def _mixed(draw: random.Random, size: int) -> Iterator[str]:
    for number in range(0, size, 6):
        if number % 60 == 0:
            section = number // 60
            yield f"{'#' * (1 + section % 3)} Section {section}"
            yield ""
        source = f'{{source: "x{number}"}}'
        yield f"[M{number}]: {_sentence(draw)} #tag{number % 7} {source}"
        yield f"  + <Arg {number}>: {_sentence(draw)} #pro"
        yield f"    - {_sentence(draw)}"
        yield f"  - {_sentence(draw)} #con"
        yield ""
        yield f"<Arg {number}>"
        yield ""
        yield f"(1) {_sentence(draw)}"
        yield f"(2) [M{draw.randrange(max(1, number))}]"
        yield "----"
        yield f"(3) [M{number}]"
        yield ""

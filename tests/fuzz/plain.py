"""The plain driver: texts by chance, changed again and again, through all targets."""

import random
import time
from collections.abc import Callable, Sequence

from fuzz.faults import Fault, fault_of
from fuzz.growth import growth
from fuzz.hash_seeds import differing
from fuzz.texts import Maker, Recipe

Tell = Callable[[str], None]

_POOL = 300
_LONGEST = 6000


def faults_of(texts: Sequence[str], targets: Sequence[str]) -> list[Fault]:
    """Return what is wrong with any target on any of some texts."""
    found = (fault_of(target, text) for text in texts for target in targets)
    return [fault for fault in found if fault is not None]


def run(  # noqa: PLR0913, PLR0917 (what the command line has)
    seconds: float,
    seed: int,
    targets: Sequence[str],
    corpus: Sequence[str],
    report: Callable[[Fault], None],
    tell: Tell,
) -> int:
    """Look for faults for some seconds, and return how many texts were tried.

    A fifth of the time goes to texts of growing length, and a bit to the seeds of hashes.
    """
    maker, chance = Maker(seed), random.Random(f"order {seed}")
    pool = list(corpus)
    started = time.monotonic()
    count = 0
    for_growth = 0.0
    while (passed := time.monotonic() - started) < seconds:
        if for_growth < passed / 5:
            began = time.monotonic()
            for target in chance.sample(list(targets), min(4, len(targets))):
                _look_for_growth(target, maker.recipe(), report)
            for_growth += time.monotonic() - began
            continue
        batch = [_next(maker, chance, pool) for _ in range(50)]
        for text in batch:
            for target in targets:
                if fault := fault_of(target, text):
                    report(fault)
        count += len(batch)
        pool = [*pool, *chance.sample(batch, 5)]
        if len(pool) > _POOL + len(corpus):
            pool = [*corpus, *chance.sample(pool[len(corpus) :], _POOL // 2)]
        if count % 1000 == 0:
            for target, text in differing(batch):
                report(Fault(target, text, "depends on the hash seed", ""))
            tell(f"{count} texts in {time.monotonic() - started:.0f} s")
    return count


def _next(maker: Maker, chance: random.Random, pool: Sequence[str]) -> str:
    if not pool or chance.random() < 0.4:
        return maker.text()
    text = chance.choice(pool)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        text = maker.mutated(text, pool)
    return text[:_LONGEST]


def _look_for_growth(target: str, recipe: Recipe, report: Callable[[Fault], None]) -> None:
    ratio = growth(target, recipe)
    if ratio >= 8:
        kind = f"{ratio:.0f} times the time for 4 times the text"
        report(Fault(target, repr(recipe), kind, ""))

"""Abstract frameworks: argmap and pygarg side by side in one process, and large frameworks.

Ratios are of medians within one run. Each call of the peer has a limit; where it is reached the
ratio says "more than". Both find their models with python-sat.
"""

import argparse
import os
import random
import signal
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from made_frameworks import SHAPES, generate

from argmap.solving import Framework, read_framework, solve

ALONE = ("SE-CO", "SE-PR", "SE-ST", "SE-GR", "SE-SST", "SE-ID", "SE-STG")
ASKED = ("DC-CO", "DC-PR", "DC-ST", "DC-SST", "DC-ID", "DC-STG")
ASKED += ("DS-CO", "DS-PR", "DS-ST", "DS-SST", "DS-ID", "DS-STG")
AIM = 10.0


class TooSlowError(Exception):
    """The limit of a call is reached."""


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="arguments, beside the peer")
    parser.add_argument("--limit", type=float, default=60, help="seconds for a call of the peer")
    parser.add_argument("--shapes", nargs="*", default=SHAPES)
    parser.add_argument("--no-peer", action="store_true")
    options = parser.parse_args()
    if not options.no_peer:
        beside_the_peer(options.shapes, options.size, options.limit)
    large(options.shapes)
    reading()


def beside_the_peer(shapes: list[str], size: int, seconds: float) -> None:
    try:
        peer = _peer()
    except ImportError:
        print("pygarg is not installed (pip install pygarg): left out\n")
        return
    print(f"{size} arguments: pygarg's time as a multiple of argmap's (aim: {AIM:g})")
    for shape in shapes:
        attacks = generate(shape, size)
        names = [str(number) for number in range(1, size + 1)]
        framework = Framework.of(names, attacks)
        pairs = [[names[one], names[other]] for one, other in attacks]
        query = random.Random(size).choice(names)
        for problem in (*ALONE, *ASKED):
            argument = query if problem in ASKED else None
            ours = _median(partial(solve, framework, problem, argument))
            if problem.endswith("STG"):
                print(
                    f"  {shape} {problem:7} {ours * 1000:8.1f} ms   pygarg has no stage semantics"
                )
                continue
            try:
                with limit(seconds):
                    theirs = timed(partial(peer, names, pairs, problem, argument))
                says = f"{theirs / ours:8.0f} ×"
                says += "" if theirs >= AIM * ours else "   below the aim"
            except TooSlowError:
                says = f"more than {seconds / ours:.0f} × (not done in {seconds:g} s)"
            print(f"  {shape} {problem:7} {ours * 1000:8.1f} ms {says}", flush=True)


def _median(call: Callable[[], object]) -> float:
    return statistics.median(timed(call) for _ in range(3))


def _peer() -> Callable[..., object]:
    from pygarg.dung import solver

    def run(
        names: list[str], pairs: list[list[str]], problem: str, argument: str | None
    ) -> object:
        task, semantics = problem.split("-")
        match task:
            case "EE":
                return solver.extension_enumeration(names, pairs, semantics)
            case "SE":
                return solver.compute_some_extension(names, pairs, semantics)
            case "DC":
                return solver.credulous_acceptability(names, pairs, argument, semantics)
        return solver.skeptical_acceptability(names, pairs, argument, semantics)

    return run


def large(shapes: list[str]) -> None:
    print("\nLarge frameworks: seconds")
    for shape, size, problems in (
        *((shape, 10_000, ("SE-PR", "SE-ST", "SE-ID", "SE-SST", "SE-STG")) for shape in shapes),
        *((shape, 10_000, ("DC-CO", "DS-PR")) for shape in shapes),
        *((shape, 100_000, ("DC-CO", "DS-PR", "SE-GR")) for shape in shapes),
        ("WS", 100_000, ("SE-PR",)),
    ):
        names = [str(number) for number in range(1, size + 1)]
        framework = Framework.of(names, generate(shape, size))
        draw = random.Random(size)
        for problem in problems:
            asked = [draw.choice(names) for _ in range(10)] if problem[0] == "D" else [None]
            times = [timed(partial(solve, framework, problem, a)) for a in asked]
            most = f", the slowest of ten {max(times):.3f}" if len(times) > 1 else ""
            print(
                f"  {shape} {size:7,} {problem:7} {statistics.median(times):.3f}{most}", flush=True
            )


def reading(size: int = 100_000, attacks: int = 500_000) -> None:
    print(f"\nReading {size:,} arguments with {attacks:,} attacks, and the grounded extension")
    draw = random.Random(size)
    pairs = [(draw.randint(1, size), draw.randint(1, size)) for _ in range(attacks)]
    body = "".join(f"{one} {other}\n" for one, other in pairs)
    numbers = range(1, size + 1)
    texts = {
        "af": f"p af {size}\n{body}",
        "tgf": "".join(f"{number}\n" for number in numbers) + f"#\n{body}",
        "apx": "".join(f"arg({number}).\n" for number in numbers)
        + "".join(f"att({one},{other}).\n" for one, other in pairs),
    }
    for name, text in texts.items():
        start, used = time.perf_counter(), os.times()
        solve(read_framework(text, name), "SE-GR")
        spent = os.times()
        print(
            f"  {name:4} {time.perf_counter() - start:.2f} s"
            f" ({spent.user + spent.system - used.user - used.system:.2f} s of processor time)"
        )


if __name__ == "__main__":
    main()

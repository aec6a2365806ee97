"""Texts that are made to be slow, against ordinary text of the same size: time and memory.

--megabytes 50 reads large files instead, each in a process of its own.
"""

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import argmap

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from hostile_texts import FILES, MANY_OF

MEGABYTE = 1_000_000
MARKS = ("[", "<", "{", "*", "_", "#(", "@[", "[a](", '{"', "/*", "<!--", ".a:b", "--\n")

TEXTS: dict[str, Callable[[], str]] = {
    "10,000 nested levels": lambda: "".join(
        "  " * level + ("+ " if level else "") + f"[S{level}]: a\n" for level in range(10_000)
    ),
    "10,000 brackets": lambda: "[" * 10_000,
    "a line of 10 MB": lambda: "word " * (2 * MEGABYTE),
    **{f"1 MB of {mark!r}": lambda mark=mark: mark * (MEGABYTE // len(mark)) for mark in MARKS},
    "1 MB of braces, closed once": lambda: "{" * MEGABYTE + "}",
    "YAML, 100,000 deep": lambda: "[A]: a {x: " + "[" * 100_000 + "]" * 100_000 + "}",
    **{f"100,000: {name}": lambda make=make: make(100_000) for name, make in MANY_OF.items()},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=0)
    megabytes = parser.parse_args().megabytes
    if megabytes:
        _read_files(megabytes)
    else:
        _read_texts()


def _read_texts() -> None:
    ordinary = "[A{0}]: An ordinary claim of about ten words in one line.\n\n"
    plain = "".join(ordinary.format(number) for number in range(MEGABYTE // len(ordinary)))
    unit = _seconds(plain) / len(plain)
    print(f"ordinary text: {unit * MEGABYTE:.2f} s a megabyte")
    for name, make in TEXTS.items():
        text = make()
        seconds = _seconds(text)
        print(f"{name:<34} {seconds:6.2f} s  {seconds / (unit * len(text)):6.1f} × ordinary text")


def _read_files(megabytes: int) -> None:
    """Tell what each kind of file costs, and how that compares with a tenth of its size."""
    for name in FILES:
        (small, less), (large, more) = (
            _in_a_process(name, size * MEGABYTE // 10) for size in (megabytes, 10 * megabytes)
        )
        print(
            f"{name:<20} {large:7.2f} s, {large / max(small, 0.001):5.1f} × a tenth of it;"
            f" {more / megabytes:6.1f} bytes a character, {more / max(less, 1):5.1f} × that of it",
            flush=True,
        )


def _in_a_process(name: str, size: int) -> tuple[float, float]:
    """Return seconds and megabytes that reading a file takes in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_cost, (name, size))


def _cost(name: str, size: int) -> tuple[float, float]:
    text = FILES[name](size)
    before = _peak()
    return _seconds(text), max(0.0, _peak() - before)


def _peak() -> float:
    """Return the most memory that this process has had, in megabytes (Linux counts kilobytes)."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE


def _seconds(text: str) -> float:
    start = time.process_time()
    argmap.loads(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()

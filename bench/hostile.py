"""Texts that are made to be slow: how long they take against ordinary text of the same size."""

import time
from collections.abc import Callable

import argmap

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
}


def main() -> None:
    ordinary = "[A{0}]: An ordinary claim of about ten words in one line.\n\n"
    plain = "".join(ordinary.format(number) for number in range(MEGABYTE // len(ordinary)))
    unit = _seconds(plain) / len(plain)
    print(f"ordinary text: {unit * MEGABYTE:.2f} s a megabyte")
    for name, make in TEXTS.items():
        text = make()
        seconds = _seconds(text)
        print(f"{name:<30} {seconds:6.2f} s  {seconds / (unit * len(text)):6.1f} × ordinary text")


def _seconds(text: str) -> float:
    start = time.process_time()
    argmap.loads(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()

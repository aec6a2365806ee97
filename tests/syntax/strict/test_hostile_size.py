"""Long and deep texts take time in proportion to their length: quadratic work would take minutes."""

import signal
from contextlib import contextmanager

import pytest

from argmap.syntax.strict import find_refused

LIMIT = 20  # seconds, many times what is needed

REPEATED = [
    "[", "]", "{", "}", "{}", "<", ">", "(", "*", "**", "_", "*a", "_a ", "a*b\n\n", "\\", "\\\n\n",
    "'", '"', "[a](", "[a\n", "[a]", "[a] b\n\n", "<a>", "@[", "@<", "#", "#(", "#(a\n", "# ", ".",
    "...", ".a", ":", ":a ", "//", "/*", "/**/", "/*\u2028*/", "<!--", "{a: &x ", "{a: 1}\n\n", "} ",
    "{a} b\n\n", "{\na: &x b\n}\n\n", "-", "-- ", "---\n", "(1)", "(1) a\n", "(1) a\n\n", "+ ", "  + a\n",
    "1. ", "* a\n", "=", "===\n", "===a\n\n", "\n", "\r", "\r\n\r\n", " ", "\t", "' ", "\n ", "\ufeff",
]  # fmt: skip


@contextmanager
def in_time():
    def stop(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("unit", REPEATED, ids=ascii)
def test_one_thing_over_and_over(unit):
    text = unit * (60_000 // len(unit))
    with in_time():
        find_refused(text)
        find_refused("[T]: t\n  + " + text)


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000 + "}" * 100_000,
        "[T]: t {a: " + "[" * 100_000 + "]" * 100_000 + "}",
        "===\n" + "{a: " * 100_000 + "\n===\n\nx",
        "===\na: " + "- " * 200_000 + "\n===\n\nx",
        "===\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n===\n\nx",
        "===\n" + "".join(f"a{n}: &x{n} foo\n" for n in range(5000)) + "===\n\nx",
        "===\na: " + "x " * 100_000 + "\n===\n\nx",
        "[T]: t {" + "a: &a [*a], " * 20_000 + "}",
        "[T]\n" + "".join(f"{' ' * n}+ <A>\n" for n in range(1, 3000)),
        "\n\n".join("#" * n + " h" for n in range(1, 1500)),
        "[T]: " + "*a _b " * 20_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_deep_and_explosive_texts(text):
    with in_time():
        find_refused(text)

"""Long and deep texts take time in proportion to their length: quadratic work would take minutes.

The limits are many times what is needed; these are no measurements.
"""

import pytest
from spelled_out import read
from time_limits import in_time

import argmap
from argmap.rendering.terminal import write_tree

REPEATED = [
    "[", "]", "{", "}", "{}", "<", ">", "(", "*", "**", "_", "*a", "_a ", "a*b ", "`", "\\", "'", '"',
    "[a](", "[a]", "[a]: ", "<a>", "](", "@[", "@<", "@[a] ", "#", "#(", "#(a", "#a", "# ", "# a\n",
    ".", ".a", ":", ":a", "//", "/*", "/**/", "<!--", "<!-- -->", "http://", "{'", '{"', "{a: ",
    "{a: 1", "{a: 1} ", "{{a: 1}", "{a: [", "{\n", "}{", "{a: 1}#(", "{a: 1} #a", "{[", "-", "--",
    "-- a,", "-- a\n", "(1)", "(1) a\n----\n", "(1) a\n-- r\n", "+", "+ a\n", "  + <a> + <b>\n",
    "1. ", "* a\n", "- a\n", "=", "===\n", "===\n\n", "***\n", "\n", "\r", "\r\n", " ", "\t", "\n ",
    "[a]\n\n", "[x]:\n\n{a: 1\n", "{a: 1\n\n[x]: ", "\u0301", "\u200d", "😀", "漢", "\ufeff", "\x00",
    "@include(x)", "@include(",
]  # fmt: skip


@pytest.mark.parametrize("unit", REPEATED, ids=ascii)
def test_one_thing_over_and_over(unit):
    text = unit * (60_000 // len(unit))
    with in_time():
        read(text)
        read("[T]: t\n  + " + text)


@pytest.mark.parametrize("mark", ["*", "_", "{", "<", "[a](", "@[", "#(", "/*", '{"', ".a", "#a"])
def test_a_line_of_a_megabyte(mark):
    with in_time():
        read(mark * (1_000_000 // len(mark)))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "[\n" * 10_000,
        "{" * 100_000 + "}" * 100_000,
        "[T]: t {a: " + "[" * 100_000 + "]" * 100_000 + "}",
        "[T]: t " + "{a: " * 50_000 + "1" + "}" * 50_000,
        "===\na: " + "[" * 500_000 + "\n===\n",
        "===\n" + "{a: " * 100_000 + "\n===\n",
        "===\n" + "\n".join(f"{' ' * depth}a:" for depth in range(1000)) + "\n===\n",
        "===\na: " + "- " * 200_000 + "\n===\n",
        "===\n" + "? " * 200_000 + "\n===\n",
        "===\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n===\n",
        "[T]: t {" + "a: &a [*a], " * 20_000 + "}",
        "[T]: t {a: 1} " + "#a" * 30 + " x",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_deep_and_explosive_data(text):
    with in_time():
        document = read(text)
    assert all(len(repr(item)) < 10 * len(text) + 5000 for item in document.items[:3])


def deep(size):
    lines = "".join(f"{' ' * depth}+ <a{depth}>: t\n" for depth in range(1, size + 1))
    return "[thesis]: t\n" + lines


def wide(size):
    return "[thesis]: t\n" + "".join(f"  + <a{number}>: t\n" for number in range(size))


def chained(size):
    parts = (f"<a{n}>\n\n(1) [c{n}]\n----\n(2) [c{n + 1}]\n\n" for n in range(size // 3))
    return "".join(parts)


def long_structure(size):
    return "<a>\n\n" + "".join(f"({n}) p{n}\n" for n in range(size)) + f"----\n({size}) c\n"


def many_steps(size):
    return "<a>\n\n(1) p\n" + "".join(f"----\n({n}) p{n}\n" for n in range(2, size))


def circle(size):
    return "".join(f"[c{n}]\n  + [c{(n + 1) % size}]\n\n" for n in range(size))


def contradictions(size):
    return "".join(f"[c{n}]: t\n  >< [c{(n + 1) % size}]\n\n" for n in range(size))


SHAPES = [deep, wide, chained, long_structure, many_steps, circle, contradictions]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_large_maps_are_checked_shown_and_converted(shape):
    with in_time():
        graph = argmap.loads(shape(5000 if shape in (deep, wide) else 2000))
        argmap.check(graph)
        write_tree(graph, width=80)
        argmap.evaluate(graph)
        for to in ("argdown-json", "node-link"):
            argmap.convert(graph, to)

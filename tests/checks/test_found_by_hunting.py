"""Maps that once made rules slow, silent or wrong, each as small as what is wrong allows."""

import pytest
from random_maps import graph_of
from time_limits import in_time

from argmap.checks import Selection, Subject, check
from argmap.diagnostic import Diagnostic

SOURCE = "one two three four five. " * 40_000
"""A megabyte in which every word of a quote is everywhere."""


def found(text: str, code: str = "ALL") -> tuple[Diagnostic, ...]:
    return check(Subject(graph_of(text), {"s": SOURCE}), Selection(select=(code,)))


def contrary_premises(count: int) -> str:
    lines = "".join(f"({n + 1}) [P{n}]: p.\n" for n in range(count))
    contraries = "".join(f"  >< [P{n}]\n" for n in range(count))
    return f"[T]: t.\n{contraries}\n<A>\n\n{lines}({count + 1}) [T]\n----\n({count + 2}) [C]: c.\n"


SLOW = {
    "contrary premises of one step": contrary_premises(20_000),
    "quotes that a long source does not have": "".join(
        f'[P{n}]: p. {{source: s, quote: "one two three {n} four five"}}\n\n'
        for n in range(10_000)
    ),
    "a long quote that repeats itself": f'[P]: p. {{source: s, quote: "{"one two, " * 20_000}"}}\n',
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_what_was_quadratic_is_done_in_time(text: str) -> None:
    with in_time(of_processor=True):
        found(text)


def test_a_hundred_contrary_pairs_of_one_argument_are_enough() -> None:
    pairs = found(contrary_premises(150), "CON002")
    assert len(pairs) == 100


def test_each_group_of_linked_supports_is_told_about() -> None:
    text = "[A]: a.\n  >< [B]: b.\n\n" + "".join(
        f"[{title}]: t. {{linked: true}}\n  + [A]\n  + [B]\n\n" for title in "CD"
    )
    messages = [diagnostic.finding.message for diagnostic in found(text, "CON002")]
    assert [message.split()[0] for message in messages] == ["[C]", "[D]"]

"""Maps that once made rules slow, silent or wrong, each as small as what is wrong allows."""

import pytest
from random_maps import graph_of
from time_limits import in_time

from argmap.checks import Selection, Subject, check
from argmap.diagnostic import Diagnostic
from argmap.errors import ArgmapError
from argmap.evaluation import Reason, evaluate, report_labels
from argmap.model.steps import build_steps

SOURCE = "one two three four five. " * 40_000
"""A megabyte in which every word of a quote is everywhere."""


def found(text: str, code: str = "ALL") -> tuple[Diagnostic, ...]:
    return check(Subject(graph_of(text), {"s": SOURCE}), Selection(select=(code,)))


def contrary_premises(count: int) -> str:
    lines = "".join(f"({n + 1}) [P{n}]: p.\n" for n in range(count))
    contraries = "".join(f"  >< [P{n}]\n" for n in range(count))
    return f"[T]: t.\n{contraries}\n<A>\n\n{lines}({count + 1}) [T]\n----\n({count + 2}) [C]: c.\n"


def announced(entry: str) -> str:
    entries = "".join(f'  - "{entry.format(n)}"\n' for n in range(10_000))
    claims = "".join(f"[A{n}]: a. #conclusion\n\n" for n in range(10_000))
    return f"===\nexpect:\n{entries}===\n\n{claims}"


def ring(count: int) -> str:
    """Two ways round, so that all of it is one circle that nothing founds."""
    following = ((n, (n + 1) % count) for n in range(count))
    return "".join(f"[A{n}]: a.\n  + [A{other}]\n  +> [A{other}]\n\n" for n, other in following)


SLOW = {
    "findings that are announced": ("SUP001", announced("SUP001 [A{}]")),
    "findings that are announced in vain": ("SUP001", announced("SUP001 [B{}]")),
    "announcements that nobody can keep": ("EXP", announced("SUPP{} [A]")),
    "contrary premises of one step": ("CON002", contrary_premises(20_000)),
    "quotes that a long source does not have": (
        "SRC002",
        "".join(
            f'[P{n}]: p. {{source: s, quote: "one two three {n} four five"}}\n\n'
            for n in range(10_000)
        ),
    ),
    "a long quote that repeats itself": (
        "SRC002",
        f'[P]: p. {{source: s, quote: "{"one two, " * 20_000}"}}\n',
    ),
}


@pytest.mark.parametrize(("code", "text"), SLOW.values(), ids=SLOW)
def test_what_was_quadratic_is_done_in_time(code: str, text: str) -> None:
    with in_time(of_processor=True):
        found(text, code)


def test_a_hundred_contrary_pairs_of_one_argument_are_enough() -> None:
    pairs = found(contrary_premises(150), "CON002")
    assert len(pairs) == 100


def test_each_group_of_linked_supports_is_told_about() -> None:
    text = "[A]: a.\n  >< [B]: b.\n\n" + "".join(
        f"[{title}]: t. {{linked: true}}\n  + [A]\n  + [B]\n\n" for title in "CD"
    )
    messages = [diagnostic.finding.message for diagnostic in found(text, "CON002")]
    assert [message.split()[0] for message in messages] == ["[C]", "[D]"]


def test_a_circle_is_labelled_without_quadratic_room() -> None:
    labelling = evaluate(build_steps(graph_of(ring(3000) + "[T]: t. #thesis\n  + [A0]\n")))
    circles = {v.because for v in labelling.node_verdicts if v.reason is Reason.CIRCLE}
    assert len(circles) == 1
    assert len({id(v.because) for v in labelling.node_verdicts if v.because in circles}) == 1
    told = report_labels(labelling, ())["statements"]
    assert isinstance(told, dict)
    assert len(told["A7"]["because"]) == 100
    assert told["A7"]["text"] == (
        "[A7] is out because [A0], [A1], [A2], [A3] and 2996 more support one another and nothing "
        "else does."
    )


def test_an_announced_text_stands_for_the_first_that_says_so() -> None:
    claims = "".join(f"Cars {verb} here. #conclusion\n\n" for verb in ("stop", "park", "stand"))
    entries = ("Cars st…", "Cars stop here.", "Cars st…", "Cars st…")
    text = "===\nexpect:\n" + "".join(f"  - 'SUP001 \"{entry}\"'\n" for entry in entries)
    diagnostics = found(f"{text}===\n\n{claims}")
    vain = [d for d in diagnostics if d.code == "EXP001"]
    assert [d.title for d in diagnostics if d.expected] == ["Untitled 1", "Untitled 3"]
    assert len(vain) == 2


def test_what_cannot_be_done_is_told_on_one_line() -> None:
    error = ArgmapError("`a\nb\x1b[31m\u202e\ud800` and `ü花` are not known")
    assert str(error) == "`a\\nb\\x1b[31m\\u202e\\ud800` and `ü花` are not known"

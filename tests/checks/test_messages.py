"""What the author reads, word for word."""

import pytest

from argmap.checks import Selection, Subject, check
from argmap.diagnostic import Diagnostic, Severity
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse


def only(text: str, code: str) -> Diagnostic:
    subject = Subject(build_graph(parse(Source.of(text))))
    (diagnostic,) = check(subject, Selection(select=(code,)))
    return diagnostic


LOSS = """[Must Be Allowed]: It must be allowed. #thesis
  + [More Harmful]: It harms more.
    + [Worldwide Loss]: Developers are lost. #conclusion
"""


def test_an_unsupported_conclusion_tells_what_falls_with_it() -> None:
    diagnostic = only(LOSS, "SUP001")
    finding = diagnostic.finding
    assert diagnostic.name == "unsupported-conclusion"
    assert diagnostic.severity is Severity.ERROR
    assert finding.message == "[Worldwide Loss] is a conclusion, and nothing supports it."
    assert finding.help == "add a reason below it, `<+ <Reason>: …`, or mark it `#todo`."
    assert finding.notes == (
        "This leaves 2 conclusions without support, among them the thesis [Must Be Allowed]:",
        "  [Must Be Allowed] ← [More Harmful] ← [Worldwide Loss]",
    )
    assert finding.titles == ("Worldwide Loss",)
    assert finding.chain == ("Must Be Allowed", "More Harmful", "Worldwide Loss")
    assert Source.of(LOSS).slice(finding.span) == "[Worldwide Loss]"


def test_an_unsupported_thesis_leaves_nothing_behind() -> None:
    finding = only("[T]: t.\n  - [N]: n.\n", "SUP001").finding
    assert finding.message == "[T] is argued against, and nothing supports it."
    assert finding.notes == ()


def test_an_untitled_thesis_is_called_by_its_words() -> None:
    text = "The city should ban private fireworks in all of its streets.\n  - [N]: n.\n"
    finding = only(text, "SUP001").finding
    assert finding.message == (
        '"The city should ban private fireworks…" is argued against, and nothing supports it.'
    )
    assert finding.titles == ("Untitled 1",)


def test_one_lost_conclusion_that_is_no_thesis() -> None:
    text = "[T]: t. #thesis\n  + [R]: r.\n\n[C]: c.\n  + [P]: p. #conclusion\n"
    assert only(text, "SUP001").finding.notes == (
        "This leaves 1 conclusion without support:",
        "  [C] ← [P]",
    )


CIRCLE = """[Full]: The stadium will be full.
  + [Sponsors]: Sponsors will come.
    + [Television]: Television will come.
      + [Full]
  +> [Build]

[Build]: We should build it.
"""


def test_a_circle_is_shown_with_what_hangs_on_it() -> None:
    finding = only(CIRCLE, "SUP002").finding
    assert finding.message == (
        "[Full] is supported in a circle only, and nothing outside supports it."
    )
    assert finding.help == "add a reason from outside the circle, `<+ <Reason>: …` below [Full]."
    assert finding.notes == (
        "The circle: [Full] ← [Sponsors] ← [Television] ← [Full]",
        "This leaves 1 conclusion without support, the thesis [Build]:",
        "  [Build] ← [Full]",
    )
    assert finding.titles == ("Full", "Sponsors", "Television")
    assert finding.chain == ("Full", "Sponsors", "Television", "Full")


def test_a_claim_that_is_its_own_only_reason() -> None:
    finding = only("[T]: t.\n  + [T]\n", "SUP002").finding
    assert finding.message == "[T] is supported by nothing but itself."


def test_interwoven_circles_are_one_finding() -> None:
    text = "[A]: a.\n  + [B]: b.\n    + [A]\n    + [C]: c.\n      + [B]\n"
    assert only(text, "SUP002").finding.message == (
        "[A] and 2 others support one another in circles, and nothing outside supports them."
    )


def test_a_long_chain_is_shortened_on_paper_and_kept_in_data() -> None:
    lines = ["[C0]: c. #thesis"]
    lines += [f"{'  ' * n}+ [C{n}]: c." for n in range(1, 10)]
    finding = only("\n".join(lines) + " #conclusion\n", "SUP001").finding
    assert finding.notes[1] == "  [C0] ← [C1] ← [C2] ← … ← [C7] ← [C8] ← [C9]"
    assert len(finding.chain) == 10


def test_a_relation_with_nothing_behind_it_is_not_called_by_a_made_up_title() -> None:
    for text in ("[T]: t.\n  +\n  + [R]: r.\n", "[T]: t.\n  + // still to come\n  + [R]: r.\n"):
        diagnostic = only(text, "SYN002")
        assert diagnostic.finding.message == (
            "Nothing stands here: the line ends behind its symbol or number."
        )
        assert diagnostic.finding.help == "write what it stands for, or delete the line."
        assert Source.of(text).line_and_column(diagnostic.finding.span.start)[0] == 2


def test_a_number_with_nothing_behind_it() -> None:
    finding = only("<A>\n\n(1)\n----\n(2) c.\n", "SYN002").finding
    assert finding.message == "Nothing stands here: the line ends behind its symbol or number."


@pytest.mark.parametrize(
    ("front", "help", "fixable"),
    [
        ("subtitle: A", "did you mean `subTitle`?", True),
        ("subtitle: A\nsubTitle: B", "did you mean `subTitle`?", False),
        ("mode: strict", "write it inside, `model: {mode: …}`.", False),
        ("mode: strict\nmodel: {removeTagsFromText: true}", "write it inside, `model: {mode: …}`.", False),
    ],
)  # fmt: skip
def test_a_key_is_renamed_only_where_the_right_one_is_missing(
    front: str, help: str, fixable: bool
) -> None:
    finding = only(f"===\n{front}\n===\n\n[A]: a\n  + [B]: b\n", "SYN005").finding
    assert finding.help == help
    assert (finding.fix is not None) == fixable


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[A]: a\n  - [B]: b\n", "[A] is argued against, and nothing supports it."),
        ("[A]: a #thesis\n  - [B]: b\n", "[A] is a thesis, and nothing supports it."),
        ("[A]: a #conclusion\n  +> [B]: b\n", "[A] is a conclusion, and nothing supports it."),
    ],
)
def test_only_a_declared_thesis_is_called_one(text: str, message: str) -> None:
    assert only(text, "SUP001").finding.message == message


@pytest.mark.parametrize(
    ("text", "name"), [("It is so.", '"It is so"'), ("It is …", '"It is …"'), ("So...", '"So..."')]
)
def test_an_untitled_claim_is_named_without_its_full_stop(text: str, name: str) -> None:
    finding = only(f"{text}\n  - [B]: b\n", "SUP001").finding
    assert finding.message.startswith(f"{name} is argued against")


def test_the_statement_below_an_empty_argument_can_speak_in_its_place() -> None:
    text = "[T]: Trams should run.\n  + <Quiet>\n    + [P]: They hum.\n    - [Q]: They squeal.\n"
    assert "; or let [P] speak in its place." in only(text, "SUP011").finding.help


@pytest.mark.parametrize(
    "setting", ["profil: debate", "ignore: [SUP999]", "severity: {SUP: grave}"]
)
def test_a_complaint_about_a_setting_ends_with_one_sign(setting: str) -> None:
    text = f"===\ncheck: {{{setting}}}\n===\n\n[T]: t\n  + <R>: r\n"
    message = only(text, "EXP002").finding.message
    assert message[-1] in ".?" and message[-2] not in ".?"
    assert "SUP: grave" not in setting or "`severity` of `SUP` is 'grave'" in message

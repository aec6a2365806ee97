"""Comments silence findings: of an element, of a stretch, of a file; and SYN009 looks after them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import maps
from spelled_out import read, spell_out

from argmap import pipeline
from argmap.checks import RULES, Profile, Selection, Subject, check
from argmap.diagnostic import Diagnostic
from argmap.model import build_graph
from argmap.pipeline import loads
from argmap.source import Source
from argmap.syntax import parse

ALL = Selection(select=("ALL",))
LONELY = "[A]: One thing.\n\n[B]: Two things.\n\n[C]: Three things.\n"


def diagnostics(text: str, selection: Selection | None = None) -> tuple[Diagnostic, ...]:
    subject = Subject(build_graph(parse(Source.of(text))))
    return check(subject, selection or Selection())


def found(text: str, selection: Selection | None = None) -> list[str]:
    """Return `CODE title`, or `CODE` for what is about no titled node."""
    return [f"{d.code} {d.title or ''}".strip() for d in diagnostics(text, selection)]


def messages(text: str, selection: Selection | None = None) -> list[str]:
    return [d.finding.message for d in diagnostics(text, selection) if d.code == "SYN009"]


def said(text: str) -> str:
    """Return what a text says, without comments and the lines of problems."""
    return spell_out(replace(read(text), comments=(), problems=()))


def without_fixes(text: str) -> str:
    """Apply the fixes of all SYN009 findings, back to front."""
    edits = [
        edit
        for d in diagnostics(text, ALL)
        if d.code == "SYN009" and d.finding.fix
        for edit in d.finding.fix.edits
    ]
    for (start, end), new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def test_without_comments_all_is_found() -> None:
    assert found(LONELY) == ["SUP009 A", "SUP009 B", "SUP009 C"]


# -- whose findings a comment silences ---------------------------------------------------------


@pytest.mark.parametrize(
    "comment",
    [
        "// argmap: ignore SUP009",
        "// argmap: ignore SUP009 -- a note",
        "// argmap: ignore SUP009 — a note",
        "// argmap: ignore SUP009 (a note)",
        "// argmap: ignore SUP009 // a note",
        "//argmap:ignore SUP009",
        "// Argmap: Ignore sup009",
        "// argmap: ignore: SUP009",
        "// argmap: ignore[SUP009]",
        "// argmap: ignore unconnected-node",
        "// argmap: ignore SUP",
        "// argmap: ignore ALL",
        "/* argmap: ignore SUP009 */",
        "/**\n * argmap: ignore SUP009\n */",
        "/// argmap: ignore SUP009",
        "/* argmap: ignore SUP009\n   -- over two lines */",
        "<!-- argmap: ignore SUP009 -- a note -->",
    ],
)
def test_a_comment_silences_the_element_below(comment: str) -> None:
    text = LONELY.replace("[B]", f"{comment}\n[B]")
    assert found(text) == ["SUP009 A", "SUP009 C"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", " // argmap: ignore SUP009"),
        ("", " /* argmap: ignore SUP009 */"),
        ("", " /* a */ // argmap: ignore SUP009"),
        ("", "\n// argmap: ignore SUP009\ncontinued here."),
        ("", "\ncontinued here. // argmap: ignore SUP009"),
        ("", " /* over\ntwo lines */ // argmap: ignore SUP009"),
        ("", "\n  // argmap: ignore SUP009\n  {lang: en}"),
        ("/* argmap: ignore SUP009 */ ", ""),
        ("/* a */ /* argmap: ignore SUP009 */ ", ""),
        ("// argmap: ignore SUP009\n// another comment\n", ""),
        ("// argmap: ignore SUP009\n\n\n", ""),
        ("  // argmap: ignore SUP009\n", ""),
    ],
)
def test_a_comment_inside_or_behind_an_element_silences_that(before: str, after: str) -> None:
    text = LONELY.replace("[B]: Two things.", f"{before}[B]: Two things.{after}")
    assert found(text) == ["SUP009 A", "SUP009 C"]


def test_the_findings_of_an_element_reach_to_the_next_one() -> None:
    text = "[T]: It is so.\n  {soruce: a}\n  + [R]: r {soruce: b}\n"
    assert found(text) == ["SYN005 T", "SYN005 R"]
    assert found(f"// argmap: ignore SYN005\n{text}") == ["SYN005 R"]
    assert found(text.replace("  +", "  // argmap: ignore SYN005\n  +")) == ["SYN005 T"]


def test_lines_of_structures_lists_and_headings_are_elements() -> None:
    bad = "{soruce: a}"
    text = (
        f"# H {bad}\n\n<P>\n\n(1) p {bad}\n(2) q {bad}\n-- r {bad} --\n(3) [C]: c {bad}\n\n"
        f"* one {bad}\n* two {bad}\n"
    )
    lines = text.splitlines()
    assert len([code for code in found(text) if code.startswith("SYN005")]) == 7
    for number, line in enumerate(lines):
        if bad not in line:
            continue
        above = [*lines[:number], "// argmap: ignore SYN005", *lines[number:]]
        behind = [*lines[:number], f"{line} // argmap: ignore SYN005", *lines[number + 1 :]]
        for changed, guilty in ((above, number + 2), (behind, number + 1)):
            source = Source.of("\n".join(changed) + "\n")
            said = check(Subject(build_graph(parse(source))))
            places = [source.locate(d.span.start).line for d in said if d.code == "SYN005"]
            assert len(places) == 6 and guilty not in places
            assert "SYN009" not in [d.code for d in said]


def test_a_file_is_silenced_as_a_whole_wherever_that_stands() -> None:
    comment = "// argmap: ignore-file SUP009\n\n"
    assert found(comment + LONELY) == found(LONELY + "\n" + comment) == []


def test_only_ignore_file_silences_what_is_about_the_front_matter() -> None:
    text = "===\nthesis: [Gone]\n===\n\n{}[T]: It is so.\n  + [R]: r\n"
    assert found(text.format("")) == ["SUP007 Gone"]
    assert found(text.format("// argmap: ignore-file SUP007\n")) == []
    assert found(text.format("// argmap: ignore SUP007\n")) == ["SUP007 Gone", "SYN009"]
    assert found(text.format("// argmap: off SUP007\n")) == ["SUP007 Gone", "SYN009"]
    broken = "===\nexpect: nonsense\n===\n\n// argmap: ignore-file EXP\n"
    assert found(broken.replace("argmap:", "see")) == ["EXP002"]
    assert found(broken) == []
    missing = "===\nexpect: SUP001 [T]\n===\n\n// argmap: ignore-file EXP001\n"
    assert found(missing) == []


def test_a_stretch_is_silenced_to_its_end() -> None:
    off, on = "// argmap: off SUP009\n\n", "// argmap: on SUP009\n\n"
    a, b, c = (f"{block}\n\n" for block in LONELY.strip().split("\n\n"))
    assert found(a + off + b + on + c) == ["SUP009 A", "SUP009 C"]
    assert found(a + off + b + c) == ["SUP009 A"]
    assert found(a + off + b + on.replace(" SUP009", "") + c) == ["SUP009 A", "SUP009 C"]
    assert found(off + a + on + b + off + c) == ["SUP009 B"]
    part = off.replace("SUP009", "ALL")
    assert found(part + a + on + b + c) == ["SUP009 B", "SUP009 C"]


def test_included_files_have_their_own_comments(tmp_path: Path) -> None:
    (tmp_path / "part.argdown").write_text("// argmap: ignore SUP009\n[P]: p\n\n[Q]: q\n", "utf-8")
    main = "// argmap: ignore-file SUP009\n\n[A]: a\n\n@include(part.argdown)\n\n[B]: b\n"
    (tmp_path / "main.argdown").write_text(main, "utf-8")
    graph = pipeline.load(tmp_path / "main.argdown")
    assert [d.title for d in pipeline.check(graph)] == ["Q"]
    whole = "[A]: a\n\n// argmap: ignore SUP009\n@include(part.argdown)\n\n[B]: b\n"
    (tmp_path / "main.argdown").write_text(whole, "utf-8")
    said = [(d.code, d.title) for d in pipeline.check(pipeline.load(tmp_path / "main.argdown"))]
    assert said == [
        ("SUP009", "A"),
        ("SYN009", None),
        ("SUP009", "Q"),
        ("SUP009", "B"),
    ]
    whole = "// argmap: off SUP009\n[A]: a\n\n@include(part.argdown)\n\n[B]: b\n"
    (tmp_path / "main.argdown").write_text(whole, "utf-8")
    graph = pipeline.load(tmp_path / "main.argdown")
    assert [d.title for d in pipeline.check(graph)] == ["Q"]


def test_shorthand_is_silenced_where_it_was_typed() -> None:
    text = (
        "1. I exist\n2. Everything has a cause {soruce: a}\n"
        "3. Something causes\n   my existence {soruce: b} (1, 2)\n  - Or I am a dream {soruce: c}\n"
    )
    text = text.replace("{soruce: b} (1, 2)", "(1, 2) {soruce: b}")

    def titles(text: str) -> list[str | None]:
        graph = loads(text, shorthand=True)
        assert "SYN009" not in [d.code for d in pipeline.check(graph)]
        return [d.title for d in pipeline.check(graph) if d.code == "SYN005"]

    assert titles(text) == ["2", "3", "Untitled 1"] or len(titles(text)) == 3
    comment = "// argmap: ignore SYN005"
    assert len(titles(text.replace("2. E", f"{comment}\n2. E"))) == 2
    assert "2" not in titles(text.replace("2. E", f"{comment}\n2. E"))
    assert "2" not in titles(text.replace("{soruce: a}", f"{{soruce: a}} {comment}"))
    assert "3" not in titles(text.replace("3. S", f"{comment}\n3. S"))
    assert "3" not in titles(text.replace("{soruce: b}", f"{{soruce: b}} {comment}"))
    assert titles(text.replace("  - O", f"  {comment}\n  - O")) == titles(text)[:2]


def test_expect_does_not_see_what_is_silenced() -> None:
    text = "===\nexpect: SUP009 [A]\n===\n\n{}[A]: a\n"
    assert [d.expected for d in diagnostics(text.format(""))] == [True]
    assert found(text.format("// argmap: ignore SUP009\n")) == ["EXP001 A"]
    announced = "===\nexpect: [SYN009, SUP009 [A]]\n===\n\n// argmap: ignore SUP001\n[A]: a\n"
    announced = announced.replace("[SYN009, SUP009 [A]]", '["SYN009", "SUP009 [A]"]')
    assert [(d.code, d.expected) for d in diagnostics(announced)] == [
        ("SYN009", True),
        ("SUP009", True),
    ]


def test_the_example_in_the_docs_is_silent() -> None:
    page = (Path(__file__).parents[2] / "docs/suppressing.md").read_text("utf-8")
    (text,) = re.findall(r"```argdown\n(.*?)```", page, re.DOTALL)
    assert found(text) == []
    assert found(text.replace("argmap:", "see")) == ["SUP001 Ban", "SYN005 Tradition"]


# -- comments that silence nothing -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("// argmap: ignore SUP009\n", "no element of its file follows it"),
        ("[A]: a\n\n// argmap: ignore SUP009\n", "no element of its file follows it"),
        ("// argmap: ignore SUP001\n[A]: a\n", "`SUP001` finds nothing in the element"),
        ("// argmap: ignore SUP001, SUP\n[A]: a\n", "partly idle: `SUP001` finds nothing"),
        ("// argmap: ignore SUP009, sup009\n[A]: a\n", "partly idle: `sup009` finds nothing"),
        ("// argmap: ignore ALL\n[A]: a\n  + <B>: b\n", "no rule finds anything in the element"),
        ("// argmap: ignore-file SUP001\n[A]: a\n", "`SUP001` finds nothing in this file"),
        ("// argmap: off SUP001\n[A]: a\n", "`SUP001` finds nothing in the stretch"),
        ("// argmap: on SUP001\n[A]: a\n", "`on` ends nothing here for `SUP001`"),
        ("// argmap: on\n[A]: a\n", "`on` ends nothing here, because nothing is `off`."),
        ("// argmap: ignore SUP909\n[A]: a\n", "`SUP909` names no rule"),
        ("// argmap: ignore SUP009 it is a note\n[A]: a\n", "`it is a note` names no rule."),
        ("// argmap: ignore\n[A]: a\n", "`ignore` names no rule here"),
        ("// argmap: ignore -- a reason\n[A]: a\n", "`ignore` names no rule here"),
        ("// argmap: off\n[A]: a\n", "`off` names no rule here"),
        ("// argmap: ignroe SUP009\n[A]: a\n", "`ignroe` is nothing that a comment can ask"),
        ("// argmap: disable SUP009\n[A]: a\n", "`disable` is nothing that a comment can ask"),
        ("// argmap: ignore-next-line SUP009\n[A]: a\n", "`ignore-next-line` is nothing that"),
        ("// argmap: SUP009\n[A]: a\n", "`SUP009` is nothing that a comment can ask"),
    ],
)  # fmt: skip
def test_a_comment_without_effect_is_reported_once(text: str, message: str) -> None:
    said = messages(text)
    assert len(said) == 1 and message in said[0]


@pytest.mark.parametrize(
    "text",
    [
        "// argmap is a compiler\n",
        "// argmap: a compiler for arguments\n",
        "// argmap:\n",
        "// see argmap: ignore SUP001\n",
        "A sentence about argmap: ignore SUP001.\n",
        "// argmap: ignore SUP009\n[A]: a\n",
        "[T]: t {x: 'argmap: ignore SUP001'}\n  + <R>: r\n",
    ],
)
def test_sentences_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_what_is_unknown_comes_with_a_way_out() -> None:
    help = [d.finding.help for d in diagnostics("// argmap: ignore SUP909\n[A]: a\n")]
    assert help[0] == "did you mean SUP009?"
    help = [d.finding.help for d in diagnostics("// argmap: ignroe SUP009\n[A]: a\n")]
    assert help[0] == "did you mean `ignore`?"
    assert "`ignore ALL`" in diagnostics("// argmap: ignore\n[A]: a\n")[0].finding.help


def test_only_rules_that_were_run_are_judged() -> None:
    text = "// argmap: ignore SUP001, SYN010, CIR\n[T]: t\n  + <R>: r\n"

    def judged(selection: Selection | None = None) -> list[str]:
        return [code for said in messages(text, selection) for code in re.findall("`(.+?)`", said)]

    assert judged() == ["SUP001", "CIR"]
    assert judged(ALL) == ["SUP001", "SYN010", "CIR"]
    assert judged(Selection(extend_select=("SYN010",))) == ["SUP001", "SYN010", "CIR"]
    assert judged(Selection(select=("SYN009",))) == []
    assert judged(Selection(select=("SYN009", "SUP001"))) == ["SUP001"]
    assert judged(Selection(select=("SYN009", "CIR001"))) == []
    assert judged(Selection(ignore=("SUP001",))) == ["CIR"]
    assert judged(Selection(ignore=("CIR001",))) == ["SUP001"]


@pytest.mark.parametrize("written", ["SUP", "VOI, SUP"])
def test_a_group_that_another_profile_needs_is_not_idle(written: str) -> None:
    text = "{}[T]: t\n  + <R>: r\n  - <Objection>: o\n    - <Answer>: a\n"
    debate = Selection(profile=Profile.DEBATE)
    assert "SUP014 T" in found(text.format(""), debate)
    idle = ["SYN009"] * ("VOI" in written)  # nothing is unanswered at [T]
    commented = text.format(f"// argmap: ignore {written}\n")
    assert [code for code in found(commented) if code[:3] == "SYN"] == idle
    assert [code for code in found(commented, debate) if code[:3] in ("SUP", "SYN")] == idle
    groups = text.format("// argmap: ignore CIR, SUP0141, VOI\n")
    assert len(messages(groups)) == 2  # idle in every profile, and no rule at all
    off = "===\ncheck: {ignore: [SUP009]}\n===\n\n// argmap: ignore SUP009\n[A]: a\n"
    assert found(off) == []


def test_the_rule_can_be_silenced_itself() -> None:
    text = "{}// argmap: ignore SUP001{}\n[T]: t\n  + <R>: r\n"
    assert found(text.format("", "")) == ["SYN009"]
    assert found(text.format("", ", SYN009")) == []
    assert found(text.format("// argmap: ignore-file SYN009\n\n", "")) == []
    assert found(text.format("// argmap: off SYN009\n", "")) == []
    assert found(text.format("===\ncheck: {ignore: [SYN009]}\n===\n\n", "")) == []
    assert len(messages("// argmap: ignore SYN009\n[T]: t\n  + <R>: r\n")) == 1
    assert len(messages("// argmap: ignore-file ALL\n[T]: t\n  + <R>: r\n")) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("// argmap: ignore SUP001\n[A]: a\n", "[A]: a\n"),
        ("[A]: a // argmap: ignore SUP001\n", "[A]: a\n"),
        ("[A]: a // argmap: ignore SUP001", "[A]: a"),
        ("[A]: a\r\n  // argmap: ignore SUP001\r\n  + <B>: b\r\n", "[A]: a\r\n  + <B>: b\r\n"),
        ("[A]: a /* argmap: ignore SUP001 */ b\n", "[A]: a b\n"),
        ("/* argmap: ignore SUP001 */ [A]: a\n", " [A]: a\n"),
        ("\ufeff// argmap: ignore SUP001\n[A]: a\n", "\ufeff[A]: a\n"),
        ("/* a */ // argmap: ignore SUP001\n[A]: a\n", "/* a */\n[A]: a\n"),
        (
            "[A]: a\n/* argmap: on */ // argmap: on SUP\n  + <B>: b\n",
            "[A]: a\n/* argmap: on */\n  + <B>: b\n",
        ),
        (
            "// argmap: ignore SUP001, SUP009 -- why\n[A]: a\n",
            "// argmap: ignore SUP009 -- why\n[A]: a\n",
        ),
        ("// argmap: ignore SUP009, CON, SUP001\n[A]: a\n", "// argmap: ignore SUP009\n[A]: a\n"),
        ("// argmap: on SUP001\n[A]: a\n", "[A]: a\n"),
        (
            "// argmap: ignore SUP909, SUP001\n[A]: a\n",
            "// argmap: ignore SUP909, SUP001\n[A]: a\n",
        ),
    ],
)
def test_a_fix_deletes_the_code_or_the_comment(before: str, after: str) -> None:
    assert without_fixes(before) == after


COMMENTS = st.builds(
    "{}argmap: {} {}{}".format,
    st.sampled_from(["// ", "/* "]),
    st.sampled_from(["ignore", "ignore", "ignore-file", "off", "on"]),
    st.sampled_from(
        ["SUP009", "SUP001, SUP009", "ALL", "SUP, SYN002", "CIR", "SUP909", "REL004, REL"]
    ),
    st.just(""),
).map(lambda comment: comment + (" */" if comment.startswith("/*") else ""))


@st.composite
def commented(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """Put comments above and behind some lines of a text, below its front matter."""
    lines = draw(texts).split("\n")
    body = lines.index("===", 1) + 2 if lines[0] == "===" and "===" in lines[1:] else 0
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(min(body, len(lines) - 1), len(lines) - 1))
        comment = draw(COMMENTS)
        if draw(st.booleans()):
            lines.insert(place, comment)
        else:
            lines[place] += f" {comment}"
    return "\n".join(lines)


@settings(max_examples=40, deadline=None)
@given(commented(maps()))
def test_fixes_change_nothing_but_comments(text: str) -> None:
    """The fixed map says the same, finds the same, and has nothing left to fix after a while."""

    def others(text: str) -> list[str]:
        return [code for code in found(text, ALL) if not code.startswith(("SYN009", "SYN010"))]

    fixed = text
    for _ in range(6):
        fixed = without_fixes(fixed)
        assert said(fixed) == said(text)
        assert others(fixed) == others(text)
    left = [d.finding for d in diagnostics(fixed, ALL) if d.code == "SYN009"]
    assert all(finding.fix is None for finding in left)


@settings(max_examples=60, deadline=None)
@given(commented(maps()))
def test_what_is_left_was_there_before(text: str) -> None:
    """Comments take findings away, in order, and add none but SYN009; the oracle reads lines."""
    graph_findings = found(re.sub(r"argmap: ", "argdown: ", text), ALL)
    left = [code for code in found(text, ALL) if not code.startswith("SYN009")]
    remaining = iter(graph_findings)
    assert all(code in remaining for code in left)


@settings(max_examples=60, deadline=None)
@given(commented(argdown()))
def test_no_text_raises(text: str) -> None:
    for diagnostic in diagnostics(text, ALL):
        assert diagnostic.code in {rule.code for rule in RULES}
        start, end = diagnostic.span
        assert 0 <= start <= end <= len(text)


def test_a_great_many_comments_are_read() -> None:
    text = "".join(f"// argmap: ignore SUP{number}\n" for number in range(20_000)) + "[A]: a\n"
    assert len(messages(text, Selection(select=("SYN009", "SUP009")))) >= 19_000
    line = "[A]: a " + "/* argmap: ignore SUP009 */ " * 20_000 + "\n"
    assert len(messages(line)) == 19_999
    pairs = "// argmap: off ALL\n// argmap: on ALL\n" * 5_000 + "[A]: a\n"
    assert len(messages(pairs)) == 5_000

"""Fixes are applied whole or not at all, and only if they keep what they promise."""

import re
from collections.abc import Callable, Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import maps

from argmap.checks import RULES, Rule, Selection, Subject, check
from argmap.checks.file_edits import FileEdit, edited, edits_in_files
from argmap.checks.fixable import count_fixes
from argmap.checks.fixing import Fixed, fix_map
from argmap.checks.verdict import Checked, Look
from argmap.diagnostic import Diagnostic, Edit, Finding, Fix, Severity
from argmap.evaluation import evaluate
from argmap.model import build_graph
from argmap.model.steps import build_steps
from argmap.pipeline import loads
from argmap.source import Piece, Rewriting, Source, Span, Stretch
from argmap.syntax import parse

ALL = Selection(select=("ALL",))
PATH = "map.argdown"
FEW = tuple(
    rule
    for rule in RULES
    if rule.code in ("SUP009", "SUP012", "REL003", "REL004", "EXP001", "EXP002")
    or rule.code.startswith("SYN")
)
"""Rules for the tests of rounds, where others would have fixes of their own to offer."""


def look_at(text: str, rules: tuple[Rule, ...] = FEW) -> Look:
    graph = build_graph(parse(Source.of(text, PATH)))
    problems = (*graph.document.problems, *graph.problems)
    return Look(Checked(graph.document.source, check(Subject(graph), ALL, rules)), problems)


def fixed(text: str, rules: tuple[Rule, ...] = FEW, *, unsafe: bool = False) -> Fixed:
    def again(texts: Mapping[str, str]) -> Look:
        return look_at(texts.get(PATH, text), rules)

    return fix_map(look_at(text, rules), again, unsafe=unsafe)


def after(text: str, *rules: Rule, unsafe: bool = False) -> str:
    return fixed(text, (*FEW, *rules), unsafe=unsafe).texts.get(PATH, text)


def rule(
    code: str, pattern: str, edits: Callable[[re.Match[str]], list[Edit]], safe: bool = True
) -> Rule:
    """A rule that finds a pattern in the text and would put it right in some way."""

    def find(subject: Subject) -> Iterator[Finding]:
        for match in re.finditer(pattern, subject.document.source.text):
            span = Span(*match.span())
            yield Finding(span, f"{match[0]} is wrong.", fix=Fix(safe, tuple(edits(match))))

    return Rule(code, code.lower(), Severity.WARNING, "", find)


def replacing(code: str, old: str, new: str, safe: bool = True) -> Rule:
    return rule(code, old, lambda match: [Edit(Span(*match.span()), new)], safe)


CATS = "[A]: Cats purr.\n  + [B]: Cats rest.\n"


class TestRounds:
    def test_every_finding_is_fixed(self) -> None:
        result = fixed(CATS, (*FEW, replacing("XXX001", "Cats", "Dogs")))
        assert result.texts == {PATH: CATS.replace("Cats", "Dogs")}
        assert [found.code for found in result.applied] == ["XXX001", "XXX001"]
        assert "XXX001" not in {d.code for d in result.look.checked.diagnostics}
        assert result.undone == ()

    def test_nothing_to_do(self) -> None:
        result = fixed(CATS)
        assert (result.texts, result.applied, result.undone) == ({}, (), ())

    def test_unsafe_ones_are_applied_only_if_asked_for(self) -> None:
        careless = replacing("XXX001", "Cats", "Dogs", safe=False)
        assert after(CATS, careless) == CATS
        assert after(CATS, careless, unsafe=True) == CATS.replace("Cats", "Dogs")
        look = look_at(CATS, (*FEW, careless, replacing("XXX002", "purr", "sleep")))
        assert count_fixes([look.checked]) == (1, 2)

    def test_announced_findings_stay(self) -> None:
        text = (
            "===\nexpect:\n  - REL004 [B]\n===\n\n[A]: Cats purr.\n  + [B]: They rest.\n  + [B]\n"
        )
        assert after(text) == text
        assert count_fixes([look_at(text).checked]) == (0, 0)
        unannounced = text.replace("REL004", "REL003")
        assert after(unannounced).count("+ [B]") == 1

    def test_of_two_that_collide_the_first_in_the_document_goes_first(self) -> None:
        first = replacing("XXX001", "Cats purr", "Cats sleep")
        second = replacing("XXX002", "purr", "snore")
        assert "Cats sleep" in after(CATS, first, second)
        assert "Cats sleep" in after(CATS, second, first)

    def test_one_that_collides_waits_as_a_whole(self) -> None:
        def both_ends(match: re.Match[str]) -> list[Edit]:
            start, end = match.span()
            return [Edit(Span(start, start + 3), "Dog"), Edit(Span(end - 4, end), "bark")]

        first = replacing("XXX001", "Cats(?= purr)", "Cats!")
        whole = rule("XXX002", r"Cat.*purr", both_ends)
        text = after(CATS, first, whole)
        assert text.startswith("[A]: Dogs! bark.")

    def test_what_is_put_at_one_place_comes_one_after_the_other(self) -> None:
        def adding(code: str, tag: str) -> Rule:
            pattern = rf"Cats purr\.(?! [^\n]*{tag}|[^\n]*{tag})"
            return rule(code, pattern, lambda m: [Edit(Span(m.end(), m.end()), f" #{tag}")])

        text = after(CATS, adding("XXX001", "one"), adding("XXX002", "two"))
        assert sorted(re.findall("#[a-z]+", text)) == ["#one", "#two"]

    def test_two_findings_with_one_fix_are_fixed_by_it_both(self) -> None:
        same = [replacing(code, "Cats purr", "Cats rest") for code in ("XXX001", "XXX002")]
        result = fixed(CATS, (*FEW, *same))
        assert [found.code for found in result.applied] == ["XXX001", "XXX002"]
        assert result.texts[PATH].startswith("[A]: Cats rest.\n")


class TestPromises:
    def test_a_finding_that_would_stay_keeps_its_text(self) -> None:
        useless = rule("XXX001", "purr", lambda m: [Edit(Span(m.end(), m.end()), " softly")])
        result = fixed(CATS, (*FEW, useless))
        assert result.texts == {}
        assert [(u.line, u.column, u.diagnostic.code) for u in result.undone] == [
            (1, 11, "XXX001")
        ]
        assert "not be gone" in result.undone[0].reason

    def test_a_finding_that_would_come_back_under_another_text_is_not_fixed(self) -> None:
        growing = rule("XXX001", "purr+", lambda m: [Edit(Span(*m.span()), m[0] + "r")])
        assert fixed(CATS, (*FEW, growing)).texts == {}

    @pytest.mark.parametrize("text", ["[A", "[A]: a {x: : y}"])
    def test_what_would_break_the_text_is_undone_and_the_others_are_kept(self, text: str) -> None:
        good = replacing("XXX001", "Cats", "Dogs")
        broken = "x {a: : b}" if text == "[A]: a {x: : y}" else "<A>\n\n----\n"
        bad = replacing("XXX002", r"purr\.", broken)
        result = fixed(CATS, (*FEW, good, bad))
        assert result.texts == {PATH: CATS.replace("Cats", "Dogs")}
        assert [undone.diagnostic.code for undone in result.undone] == ["XXX002"]
        assert "SYN00" in result.undone[0].reason

    def test_what_would_not_do_at_first_is_tried_again_after_the_others(self) -> None:
        late = rule(
            "XXX001",
            r"purr(?=\.\n)",
            lambda m: [Edit(Span(*m.span()), "purr" if "Cats" in m.string else "bark")],
        )
        result = fixed(CATS, (*FEW, late, replacing("XXX002", "Cats", "Dogs")))
        assert result.texts[PATH].startswith("[A]: Dogs bark.")
        assert result.undone == () and len(result.applied) == 3

    def test_many_that_would_break_the_text_come_to_an_end(self) -> None:
        text = "\n\n".join(f"[S{n}]: Cats purr.\n  + [T{n}]: They rest." for n in range(40))
        bad = replacing("XXX002", r"purr\.", "purr. {a: : b}")
        result = fixed(text, (*FEW, replacing("XXX001", "rest", "sleep"), bad))
        assert result.texts[PATH] == text.replace("rest", "sleep")
        assert {undone.diagnostic.code for undone in result.undone} == {"XXX002"}

    def test_an_announced_finding_is_not_taken_away(self) -> None:
        text = "===\nexpect:\n  - SUP009 <B>\n===\n\n[A]: Cats purr.\n  + [C]: They do.\n\n<B>: Dogs.\n"
        dropping = replacing("XXX001", r"\n<B>: Dogs\.\n", "")
        result = fixed(text, (*FEW, dropping))
        assert result.texts == {} and "EXP001" in result.undone[0].reason

    def test_rules_that_undo_each_other_come_to_an_end(self) -> None:
        there = replacing("XXX001", "purr", "snore")
        back = replacing("XXX002", "snore", "purr")
        assert len(fixed(CATS, (*FEW, there, back)).applied) < 10


class TestPlaces:
    def test_line_ends_are_those_of_the_place(self) -> None:
        adding = rule(
            "XXX001",
            r"purr\.(?!\s+\+ \[N\])",
            lambda m: [Edit(Span(m.end(), m.end()), "\n  + [N]")],
        )
        assert after(CATS.replace("\n", "\r\n"), adding).startswith(
            "[A]: Cats purr.\r\n  + [N]\r\n"
        )
        assert after("[A]: Cats purr.", adding) == "[A]: Cats purr.\n  + [N]"
        assert after("[B]: b\r\n\r\n[A]: Cats purr.", adding).endswith("purr.\r\n  + [N]")

    def test_a_last_line_without_an_end_is_deleted_with_the_end_before_it(self) -> None:
        doubled = "[A]: Cats purr.\r\n  + [B]: They rest.\r\n  + [B]"
        assert after(doubled) == "[A]: Cats purr.\r\n  + [B]: They rest."

    def test_the_byte_order_mark_stays_first(self) -> None:
        heading = rule(
            "XXX001", r"\A\ufeff?(?!\ufeff?#)", lambda m: [Edit(Span(0, 0), "# Cats\n\n")]
        )
        text = after("\ufeff[A]: Cats purr.\n", heading)
        assert text == "\ufeff# Cats\n\n[A]: Cats purr.\n"

    def test_edits_are_placed_in_the_file_that_the_text_comes_from(self) -> None:
        outer, inner = "[A]: a\n@include(b)\n[C]: c\n", "[B]: b"
        source = Source(
            "[A]: a\n[B]: b\n[C]: c\n",
            (Piece("a", outer, 0, 0), Piece("b", inner, 7, 0), Piece("a", outer, 13, 18)),
        )

        def placed(*edits: Edit, at: int = 8) -> object:
            finding = Finding(Span(at, at + 1), "m", fix=Fix(True, edits))
            return edits_in_files(source, Diagnostic("X", "x", Severity.INFO, finding))

        assert placed(Edit(Span(12, 13), "B")) == (FileEdit("b", 5, 6, "B"),)
        assert placed(Edit(Span(19, 20), "C")) == (FileEdit("a", 24, 25, "C"),)
        assert placed(Edit(Span(13, 13), "!")) == (FileEdit("b", 6, 6, "!"),)
        assert placed(Edit(Span(13, 13), "!"), at=15) == (FileEdit("a", 18, 18, "!"),)
        assert placed(Edit(Span(12, 15), "")) is None  # of two files
        assert placed(Edit(Span(1, 3), ""), Edit(Span(2, 4), "")) is None
        assert placed() is None
        assert placed(Edit(Span(-1, 3), "")) is placed(Edit(Span(3, 99), "")) is None

    def test_text_that_nobody_typed_is_not_edited(self) -> None:
        typed = Source.of("ab")
        source = Source(
            "a+b",
            typed.pieces,
            Rewriting(typed, (Stretch(0, 0, 1), Stretch(1, 1, 0), Stretch(2, 1, 1))),
        )

        def placed(span: Span) -> object:
            finding = Finding(span, "m", fix=Fix(True, (Edit(span, "x"),)))
            return edits_in_files(source, Diagnostic("X", "x", Severity.INFO, finding))

        assert placed(Span(2, 3)) == (FileEdit("<text>", 1, 2, "x"),)
        assert placed(Span(1, 2)) is None and placed(Span(0, 3)) is None

    def test_shorthand_is_fixed_as_it_was_typed(self) -> None:
        text = '===\nshorthand: true\nauhtor: "x"\n===\n\n- Cats purr\n  - They rest\n'
        first = _loaded(text)
        result = fix_map(first, lambda texts: _loaded(texts.get(PATH, text)))
        assert result.texts == {PATH: text.replace("auhtor", "author")}


def _loaded(text: str) -> Look:
    graph = loads(text, PATH)
    problems = (*graph.document.problems, *graph.problems)
    return Look(Checked(graph.document.source, check(Subject(graph), ALL)), problems)


@given(
    st.text(max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.text(max_size=3))),
)
@settings(max_examples=100, deadline=None)
def test_edits_in_any_order_give_what_they_give_from_the_back(
    text: str, drawn: list[tuple[int, int, str]]
) -> None:
    edits: list[FileEdit] = []
    for start, length, new in sorted(drawn):
        edit = FileEdit("p", min(start, len(text)), min(start + length, len(text)), new)
        if not any(each.collides(edit) for each in edits):
            edits.append(edit)
    expected = text
    for edit in reversed(edits):
        expected = expected[: edit.start] + edit.text + expected[edit.end :]
    assert edited(text, edits) == edited(text, edits[::-1]) == expected


@st.composite
def faulty_maps(draw: st.DrawFn) -> str:
    """Random maps with lines said twice, keys misspelt and numbers shuffled."""
    lines = draw(maps()).splitlines()
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(lines) - 1)) if lines else 0
        lines[at:at] = lines[at : at + 1]
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n"]))
    for old, new in (
        ("status:", "statsu:"),
        ("(2)", "(1)"),
        ("uses:", "usse:"),
        ("[S1]", "[Cats purr]"),
        ('source: "S"', "source: Nowhere, scheme: exprt_opinion"),
        ("rule {", "rule {scheme: expert_opinion, "),
        ("+ <A>", "_ [S3]"),
        ("\n", "\r\n"),
    ):
        if draw(st.integers(0, 3)) == 0:
            text = text.replace(old, new)
    return text


@settings(max_examples=150, deadline=None)
@given(faulty_maps(), st.booleans())
def test_fixing_twice_is_fixing_once_and_breaks_nothing(text: str, unsafe: bool) -> None:
    result = fixed(text, RULES, unsafe=unsafe)
    new = result.texts.get(PATH, text)
    again = fixed(new, RULES, unsafe=unsafe)
    assert again.texts == {} and again.applied == ()
    before, now = look_at(text, RULES), look_at(new, RULES)
    for code in ("SYN001", "SYN004", "SYN006", "SYN007", "SYN008", "SYN010", "EXP001"):
        old_count, count = (
            sum(d.code == code for d in look.checked.diagnostics) for look in (before, now)
        )
        assert count <= old_count, code
    if not result.applied:
        assert new == text
    assert ("\r\n" in new) <= ("\r\n" in text)
    if "\r\n" in text:
        assert not re.search(r"(?<!\r)\n|\r(?!\n)", new)


@settings(max_examples=150, deadline=None)
@given(faulty_maps())
def test_safe_fixes_leave_every_label_as_it_is(text: str) -> None:
    result = fixed(text, RULES)
    if any(found.code == "SYN005" for found in result.applied):
        return  # data under a misspelt key had no effect, and has one now
    assert labels(result.texts.get(PATH, text)) == labels(text)


def labels(text: str) -> dict[object, object]:
    labelling = evaluate(build_steps(build_graph(parse(Source.of(text)))))
    return {node.ref: labelling.of(node.ref).label for node in labelling.steps.nodes}

"""Fixes: each removes its finding, and leaves a text that reads as well as before."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import maps

from argmap.checks import Selection, Subject, check
from argmap.diagnostic import Diagnostic, Severity
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

MENDED = ("SUP001", "SYN002", "SYN006", "REL003", "SRC003", "SCH001", "SCH002", "SCH003")


def found(text: str) -> list[Diagnostic]:
    subject = Subject(build_graph(parse(Source.of(text))))
    return list(check(subject, Selection(select=("ALL",), ignore=("SYN010",))))


def apply(text: str, diagnostic: Diagnostic) -> str:
    """Carry out a fix; its edits must not overlap."""
    assert diagnostic.finding.fix is not None
    edits = sorted(diagnostic.finding.fix.edits)
    for one, other in pairwise(edits):
        assert one.span.end <= other.span.start and one.span != other.span
    for span, new in reversed(edits):
        text = text[: span.start] + new + text[span.end :]
    return text


def of(text: str, code: str) -> list[Diagnostic]:
    return [diagnostic for diagnostic in found(text) if diagnostic.code == code]


def mended(text: str, code: str) -> str:
    """Apply the fix of the first finding with a code, and check that the finding is gone."""
    diagnostic = of(text, code)[0]
    after = apply(text, diagnostic)
    assert len(of(after, code)) < len(of(text, code)) or code == "SYN006"
    return after


def count(diagnostics: list[Diagnostic], *prefixes: str) -> Counter[str]:
    return Counter(
        d.code
        for d in diagnostics
        if d.code.startswith(prefixes)
        and (d.code.startswith("SYN") or d.severity is Severity.ERROR)
    )


# Every fix, on random maps, in all the ways in which lines end

SCHEMES = st.sampled_from(
    ["", "", " {scheme: sign}", " {scheme: sgin}", " {scheme: expert opnion}",
     " {scheme: sign, roles: {sign: 1}}", " {scheme: analogy, roles: {simlarity: 1, base: x}}",
     " {scheme: sign, roles: {}, cq: {strength: true}}"]
)  # fmt: skip
SLIPS = st.sampled_from(["", "[Sunshine]: The sun shines.\n\n[S1]\n  + [Sunshne]",
                         "[Sunshine]: The sun shines.\n\n[S2]: So says @[Sunshnie].",
                         "<Moonlight>: It shines.\n\n[S2]: So says @<Moonligt>, or @<Moonligt>."])  # fmt: skip
SOURCES = st.sampled_from(["", "[S3]: a {source: smyth}", "[S3]: a {source: [smith, 'smyth']}",
                           '[S3]: a {source: "smyth", note: smyth}'])  # fmt: skip
NUMBERS = st.sampled_from(
    ["", "<D>\n\n(1) a\n(1) b\n----\n(2) c", "<D>\n\n(1) a\n(3) b\n-- r {uses: [1, 3]} --\n(3) c\n-- {uses: [3]} --\n(9) d"]
)  # fmt: skip


@st.composite
def faulty_maps(draw):
    text = draw(maps())
    if not text.startswith("==="):
        text = "===\nsources: {smith: {title: A study}}\n===\n\n" + text
    text = re.sub(r"^<([ABC])>(?=: )", lambda m: m[0], text, flags=re.M)
    lines = [
        line + (draw(SCHEMES) if re.match(r"<[A-Z]>(: [\w .#]+)?$", line) else "")
        for line in text.splitlines()
    ]
    text = "\n".join(lines) + "\n"
    for extra in (draw(SLIPS), draw(SOURCES), draw(NUMBERS)):
        text += f"\n{extra}\n" if extra else ""
    text = text.rstrip("\n") + draw(st.sampled_from(["\n", "", "\n\n", "  ", " // and so on"]))
    text = text.replace("\n  ", "\n" + draw(st.sampled_from(["  ", "\t", "    "])))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@settings(max_examples=150, deadline=None)
@given(faulty_maps())
def test_a_fix_removes_its_finding_and_breaks_nothing(text):
    before = found(text)
    for diagnostic in before:
        if diagnostic.code not in MENDED or diagnostic.finding.fix is None:
            continue
        after = found(changed := apply(text, diagnostic))
        key = (diagnostic.code, diagnostic.title, diagnostic.finding.message)
        left = [(d.code, d.title, d.finding.message) for d in after]
        assert left.count(key) < [(d.code, d.title, d.finding.message) for d in before].count(key)
        assert count(after, "SYN") <= count(before, "SYN"), changed
        if diagnostic.code in ("SUP001", "SCH002", "SCH003"):
            assert count(after, "") <= count(before, ""), changed
        assert not ("\r\n" in text and re.search(r"(?<!\r)\n", changed))


@settings(max_examples=60, deadline=None)
@given(faulty_maps())
def test_all_stubs_of_one_run_can_be_put_in_at_once(text):
    """Their titles differ, and none stands where another one does."""
    before = found(text)
    edits = [
        edit
        for diagnostic in before
        if diagnostic.code in ("SUP001", "SCH003") and diagnostic.finding.fix
        for edit in diagnostic.finding.fix.edits
    ]
    after = text
    for span, new in sorted(edits, reverse=True):
        assert span.start == span.end
        after = after[: span.start] + new + after[span.start :]
    left = Counter(diagnostic.code for diagnostic in found(after))
    without = Counter(d.code for d in before if not d.finding.fix)
    assert left["SUP001"] <= without["SUP001"]
    assert left["SCH003"] <= without["SCH003"]


@settings(max_examples=60, deadline=None)
@given(faulty_maps())
def test_every_unsupported_claim_can_be_given_a_stub(text):
    assert all(d.finding.fix for d in found(text) if d.code == "SUP001")


# One by one: the text that comes out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[T]: t. #thesis", "[T]: t. #thesis\n  <+ <Reason>: … #todo\n"),
        ("[T]: t. #thesis\n", "[T]: t. #thesis\n  <+ <Reason>: … #todo\n"),
        ("[T]: t. #thesis\r\n", "[T]: t. #thesis\r\n  <+ <Reason>: … #todo\r\n"),
        ("[T]: t. #thesis\r", "[T]: t. #thesis\r  <+ <Reason>: … #todo\r"),
        ("\ufeff[T]: t. #thesis", "\ufeff[T]: t. #thesis\n  <+ <Reason>: … #todo\n"),
        ("[T]: a text\n  of two lines. #thesis\n    - <B>: b.\n",
         "[T]: a text\n  of two lines. #thesis\n    <+ <Reason>: … #todo\n    - <B>: b.\n"),
        ("[T]: t. #thesis\n\t- <B>: b.\n", "[T]: t. #thesis\n\t<+ <Reason>: … #todo\n\t- <B>: b.\n"),
        ("[T]: t. #thesis\n  {a: 1,\n   b: 2}\n\nProse.\n",
         "[T]: t. #thesis\n  {a: 1,\n   b: 2}\n  <+ <Reason>: … #todo\n\nProse.\n"),
        ("[T]: t. #thesis {\n a: 1\n}\n- x\n", "[T]: t. #thesis {\n a: 1\n}\n  <+ <Reason>: … #todo\n- x\n"),
        ("[T]: t. #thesis // why\n  // not\n  - <B>: b.\n",
         "[T]: t. #thesis // why\n  <+ <Reason>: … #todo\n  // not\n  - <B>: b.\n"),
        ("[T]: t. #thesis /* why\nnot */ // so\n  - <B>: b.\n",
         "[T]: t. #thesis /* why\nnot */ // so\n  <+ <Reason>: … #todo\n  - <B>: b.\n"),
        ("[T]: t. /* why\nnot */ #thesis", "[T]: t. /* why\nnot */ #thesis\n  <+ <Reason>: … #todo\n"),
        ("<A>: a.\n  +> [N]: n.\n    - [T]: t. #conclusion\n      - <B>: b.\n    - [M]: m\n",
         "<A>: a.\n  +> [N]: n.\n    - [T]: t. #conclusion\n      <+ <Reason>: … #todo\n      - <B>: b.\n    - [M]: m\n"),
        ("<A>: a.\n  +> [N]: n.\n    - [T]: t. #conclusion\n    - [M]: m\n",
         "<A>: a.\n  +> [N]: n.\n    - [T]: t. #conclusion\n      <+ <Reason>: … #todo\n    - [M]: m\n"),
        ("* [T]: t. #thesis\n* [N]: n.\n", "* [T]: t. #thesis\n  <+ <Reason>: … #todo\n* [N]: n.\n"),
        ("1. [T]: t. #thesis\n", "1. [T]: t. #thesis\n  <+ <Reason>: … #todo\n"),
        ("<A>\n\n(1) [T]: t. #conclusion\n(2) p.\n----\n(3) [N]: n.\n",
         "<A>\n\n(1) [T]: t. #conclusion\n  <+ <Reason>: … #todo\n(2) p.\n----\n(3) [N]: n.\n"),
        ("<Reason>: r.\n  - [T]\n\n[T]: t. #thesis\n\n<REASON 2>: q.\n  - [T]\n",
         "<Reason>: r.\n  - [T]\n\n[T]: t. #thesis\n  <+ <Reason 3>: … #todo\n\n<REASON 2>: q.\n  - [T]\n"),
        ("===\nthesis: T\n===\n[T]\n  - <B>: b.\n\n[T]: t.\n", "===\nthesis: T\n===\n[T]\n  - <B>: b.\n\n[T]: t.\n  <+ <Reason>: … #todo\n"),
        ("- x\n\nA claim without a title. #thesis\n", "- x\n\nA claim without a title. #thesis\n  <+ <Reason>: … #todo\n"),
    ],
)  # fmt: skip
def test_a_reason_to_write_is_put_below_the_claim(text, expected):
    assert mended(text, "SUP001") == expected
    assert not of(expected, "SUP001")
    assert count(found(expected), "SYN") <= count(found(text), "SYN")


def test_where_two_things_share_a_line_nothing_is_put_below():
    findings = of("[N]: n.\n  - <A> - [T]: t. #conclusion\n", "SUP001")
    assert [d.finding.fix for d in findings if d.title == "T"] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Health]: It harms.\n  - <A>: a.\n    + [Helth]\n\nSee @[Helth], @[Health].\n",
         "[Health]: It harms.\n  - <A>: a.\n    + [Health]\n\nSee @[Health], @[Health].\n"),
        ("[A b]: See @<Insulaton>.\n  - <Insulation>: It is warm, says @<Insulaton>.\n",
         "[A b]: See @<Insulation>.\n  - <Insulation>: It is warm, says @<Insulation>.\n"),
        ("===\nthesis: [Helth, Other]\n===\n[Helth]\n  + <A>: a.\n\n[Health]: h.\n  + [Other]: o.\n",
         "===\nthesis: [Health, Other]\n===\n[Health]\n  + <A>: a.\n\n[Health]: h.\n  + [Other]: o.\n"),
        ("===\nassume: '[Helth]'\n===\n[Helth]\n  +> [Other]: o.\n\n[Health]: h.\n",
         "===\nassume: '[Health]'\n===\n[Health]\n  +> [Other]: o.\n\n[Health]: h.\n"),
    ],
)  # fmt: skip
def test_a_misspelt_title_is_put_right_wherever_it_is_typed(text, expected):
    assert mended(text, "SYN002") == expected


@pytest.mark.parametrize(
    "text",
    [
        "[Health]: It harms.\n  + [Helth]\n",  # it would support itself
        "[Health]: It harms.\n  - <A>: a.\n    + [Helth]:\n",  # an empty definition would win
        "[Hea[th]: It harms.\n\n[Other]: o.\n  - [Hea th]\n",  # that title cannot be referred to
        "[T]: t.\n  - [Nothing like it]\n",
        "===\nthesis: [Helth, Helth]\n===\n[Helth]\n  + <A>: a.\n\n[Health]: h.\n",  # which?
    ],
)
def test_a_title_is_left_alone_where_renaming_would_do_harm(text):
    assert [d.finding.fix for d in of(text, "SYN002")] == [None]


STRUCTURE = "<A>\n\n({}) a.\n({}) b.\n{}\n({}) c.\n{}\n({}) [D]: d.\n"


@pytest.mark.parametrize(
    ("given", "expected", "safe"),
    [
        ((1, 1, "----", 2, "----", 3), (1, 2, "----", 3, "----", 4), True),
        ((1, 2, "----", 2, "--\nR {uses: [2]}\n--", 9), (1, 2, "----", 3, "--\nR {uses: [2]}\n--", 4), False),
        ((1, 3, "--\nR {uses: [3, 1]}\n--", 3, "----", 9), (1, 2, "--\nR {uses: [2, 1]}\n--", 3, "----", 4), True),
        ((4, 4, "----", 5, "--\nR {from: [ 5,\n 4 ]}\n--", 5), (1, 2, "----", 3, "--\nR {from: [ 3,\n 1 ]}\n--", 4), False),
        ((10, 20, "-- {uses: [20]} --", 20, "-- {uses: []} --", 3), (1, 2, "-- {uses: [2]} --", 3, "-- {uses: []} --", 4), True),
    ],
)  # fmt: skip
def test_numbers_are_counted_anew_and_uses_follows(given, expected, safe):
    text = STRUCTURE.format(*given)
    (first, *_) = of(text, "SYN006")
    assert first.finding.fix.safe is safe
    assert apply(text, first) == STRUCTURE.format(*expected)
    premises = [
        [i.premises for i in build_graph(parse(Source.of(t))).arguments["A"].inferences]
        for t in (text, STRUCTURE.format(*expected))
    ]
    assert premises[0] == premises[1]


@pytest.mark.parametrize(
    "text",
    [
        STRUCTURE.format(1, 1, "-- {uses: [7]} --", 2, "----", 3),
        STRUCTURE.format(1, 1, "-- {uses: ['1']} --", 2, "----", 3),
        STRUCTURE.format(1, 1, "-- {uses: 1} --", 2, "----", 3),
        STRUCTURE.format(1, 1, "-- {scheme: sign, roles: {sign: 1}} --", 2, "----", 3),
        STRUCTURE.format(1, 1, "----", 2, "----", 3).replace("<A>", "<A> {cq: {strength: 1}}"),
    ],
)
def test_numbers_that_something_else_refers_to_are_left_alone(text):
    assert [d.finding.fix for d in of(text, "SYN006")] == [None]


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("  _ [U]: u.", "  - [U]: u."),
        ("  <_ [U]: u.", "  <- [U]: u."),
        ("\t_ u", "\t- u"),
        ("_ u", "<- u"),
    ],
)
def test_an_undercut_of_no_step_becomes_an_attack(written, becomes):
    assert mended(f"[P]: p.\n{written}\n", "REL003") == f"[P]: p.\n{becomes}\n"


def test_an_undercut_that_is_written_at_its_source_becomes_an_attack():
    assert mended("[U]: u.\n  _> [P]: p.\n", "REL003") == "[U]: u.\n  -> [P]: p.\n"


SOURCED = "===\nsources: {{{}: {{title: t}}, other: {{title: t}}}}\n===\n\n[P]: p. {{{}}}\n"


@pytest.mark.parametrize(
    ("listed", "written", "becomes", "safe"),
    [
        ("smith", "source: smyth", "source: smith", True),
        ("smith", 'source: "smyth", note: smyth', 'source: "smith", note: smyth', True),
        ("smith", "source: [other, smyth]", "source: [other, smith]", True),
        ("smith", "source: ['smyth', other]", 'source: ["smith", other]', True),
        ("Smith 2020", "source: Smyth 2020", 'source: "Smith 2020"', True),
        ("smith2020", "source: smith2021", "source: smith2020", False),
        ("smith2020", "source: smth2020", "source: smith2020", True),
        ("'a: b, c'", "source: 'a: bb, c'", 'source: "a: b, c"', True),
    ],
)
def test_a_source_is_called_what_it_is_listed_as(listed, written, becomes, safe):
    text = SOURCED.format(listed, written)
    (finding,) = of(text, "SRC003")
    assert finding.finding.fix.safe is safe
    assert mended(text, "SRC003") == SOURCED.format(listed, becomes)


def test_a_source_that_is_named_twice_in_one_list_is_left_alone():
    text = SOURCED.format("smith", "source: [smyth, smyth]")
    assert [d.finding.fix for d in of(text, "SRC003")] == [None, None]


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("scheme: expert opnion", "scheme: expert-opinion"),
        ("scheme: 'Expert Opnion'", "scheme: expert-opinion"),
        ("note: x, scheme: anlogy", "note: x, scheme: analogy"),
    ],
)
def test_a_scheme_is_called_by_its_name(written, becomes):
    assert mended(f"<A>: a. {{{written}}}\n", "SCH001") == f"<A>: a. {{{becomes}}}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<A>: a. {scheme: sign, roles: {sgin: 1, meaning: x}}\n", None),
        ("<A>: a. {scheme: sign, roles: {signn: x, meaning: x}}\n",
         "<A>: a. {scheme: sign, roles: {sign: x, meaning: x}}\n"),
        ("<A>: a. {scheme: sign, roles: {sign: x}}",
         '<A>: a. {scheme: sign, roles: {sign: x, meaning: "[A (meaning)]"}}\n  <+ [A (meaning)]: … #todo\n'),
        ("<A>: a. {scheme: sign, roles: {}}\n  + [B]: b.\n",
         '<A>: a. {scheme: sign, roles: {sign: "[A (sign)]", meaning: "[A (meaning)]"}}\n'
         "  <+ [A (sign)]: … #todo\n  <+ [A (meaning)]: … #todo\n  + [B]: b.\n"),
        ("<A> {scheme: sign, roles: {sign: 1}}\n\n(1) a.\n-- {uses: [1]} --\n(2) b.\n",
         "<A> {scheme: sign, roles: {sign: 1, meaning: 3}}\n\n(1) a.\n(3) … #todo\n-- {uses: [1, 3]} --\n(2) b.\n"),
        ("<A>\r\n\r\n(1) a.\r\n--\r\nR {scheme: sign, roles: {sign: 1}}\r\n--\r\n(2) b.\r\n",
         "<A>\r\n\r\n(1) a.\r\n(3) … #todo\r\n--\r\nR {scheme: sign, roles: {sign: 1, meaning: 3}}\r\n--\r\n(2) b.\r\n"),
    ],
)  # fmt: skip
def test_roles_are_renamed_or_given_a_premise(text, expected):
    if expected is None:  # "sgin" is too short to tell a slip from another word
        assert of(text, "SCH002")
    else:
        assert mended(text, "SCH002") == expected
        assert not of(expected, "SCH002")


@pytest.mark.parametrize(
    "roles",
    ["{sign: x, meaning: 9}", "\n sign: x\n", "{sign: x, # why\n}"],
)
def test_roles_are_left_alone_where_it_is_not_clear_what_to_write(roles):
    block = f"{{\nscheme: sign\nroles:{roles if roles[0] != '{' else ' ' + roles}\n}}"
    (finding,) = of(f"<A>: a.\n{block}\n", "SCH002")
    assert finding.finding.fix is None


def test_open_questions_are_put_below_the_argument():
    text = "[T]: t.\n  + <A>: a. {scheme: sign}\n    - <B>: b.\n"
    assert mended(text, "SCH003") == (
        "[T]: t.\n  + <A>: a. {scheme: sign}\n"
        "    <+ <A (strength)>: … #todo {cq: strength} "
        "// Does A go with B often enough to be its sign?\n"
        "    <_ <A (other-cause)>: … #todo {cq: other-cause} "
        "// Does something other than B explain A better?\n"
        "    - <B>: b.\n"
    )


@pytest.mark.parametrize("text", ["[T]: t. #thesis", "[T]: t.\n  + <A>: a. {scheme: sign}"])
def test_the_reference_accepts_a_text_with_stubs(text):
    subject = Subject(build_graph(parse(Source.of(text))))
    first = next(d for d in check(subject, Selection(select=("SUP001", "SCH003"))))
    after = Subject(build_graph(parse(Source.of(apply(text, first)))))
    assert check(after, Selection(select=("SYN",))) == ()

"""What the rules of the support ladder, of consistency and of objections tell the author."""

from hypothesis import given, settings
from random_maps import graph_of, maps

from argmap.checks import Selection, Subject, check
from argmap.diagnostic import Finding


def findings(text: str, code: str) -> list[Finding]:
    return [d.finding for d in check(Subject(graph_of(text)), Selection(select=(code,)))]


def only(text: str, code: str) -> Finding:
    (finding,) = findings(text, code)
    return finding


def mended(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    for span, new in sorted(finding.fix.edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


@settings(max_examples=150, deadline=None)
@given(maps())
def test_declaring_what_is_named_removes_the_finding(text: str) -> None:
    for finding in findings(text, "SUP003"):
        if finding.fix is not None:
            assert not finding.fix.safe
            after = findings(mended(text, finding), "SUP003")
            assert finding.titles[0] not in [other.titles[0] for other in after]


def test_the_tag_is_typed_behind_the_text_of_each_leaf() -> None:
    text = """[T]: t. {linked: true}
  + [P]: this one
    is long. // a remark
  + [Q]

[Q]: q *stands*. {note: n}
"""
    finding = only(text, "SUP003")
    assert finding.message == (
        "[T] rests on assumptions that are neither declared nor sourced; "
        "a smallest set to declare is [P] and [Q]."
    )
    assert finding.titles == ("T", "P", "Q")
    assert (
        mended(text, finding)
        == """[T]: t. {linked: true}
  + [P]: this one
    is long. #assumption // a remark
  + [Q]

[Q]: q *stands*. #assumption {note: n}
"""
    )


def test_no_fix_where_a_leaf_is_typed_nowhere_or_is_a_sketch() -> None:
    assert only("[T]: t.\n  + [P]\n", "SUP003").fix is None
    assert only("[T]: t.\n  + <A>: a.\n", "SUP003").fix is None


def test_many_leaves_are_an_example() -> None:
    lines = "".join(f"  + [P{n}]: p.\n" for n in range(20))
    finding = only(f"[T]: t. {{linked: true}}\n{lines}", "SUP003")
    assert finding.message.endswith(
        "sourced; declare, for example, [P0], [P1], [P2], [P3] and 16 more."
    )


def test_a_defeat_is_told_with_the_way_to_it() -> None:
    text = "[T]: t.\n  + [P]: p.\n    + <A>: a.\n      - <B>: b.\n"
    finding = only(text, "SUP004")
    assert finding.message == "[T] is out because its support fails: [P] is out."
    assert finding.notes == ("  [T] ← [P] ← <A>, attacked by <B>",)
    assert finding.chain == ("T", "P", "A", "B")
    assert finding.help == (
        "answer <B>, `<- <Reply>: …` below it, or give [T] a reason that stands, `<+ <Reason>: …`."
    )


def test_a_defeat_by_a_leaf_that_is_rejected_or_to_do() -> None:
    finding = only("[T]: t.\n  + [P]: p. {status: rejected}\n", "SUP004")
    assert finding.notes == ("  [T] ← [P] (rejected)",)
    assert only("[T]: t.\n  + [P]: p. #todo\n", "SUP004").notes == ("  [T] ← [P] (to do)",)


def test_a_thesis_that_a_reported_circle_reaches_is_not_called_defeated() -> None:
    circle = "[T]: t.\n  + [A]: a.\n    + [B]: b.\n      + [A]\n"
    assert findings(circle, "SUP004") == []
    assert [f.titles[0] for f in findings(circle, "SUP002")] == ["A"]
    left_alone = circle.replace("b.", "b. #todo")  # then nobody reports the circle
    assert findings(left_alone, "SUP002") == []
    assert only(left_alone, "SUP004").titles[0] == "T"


def test_the_author_who_knows_is_told_nothing() -> None:
    for text in (
        "[T]: t. #todo #thesis\n  + [P]: p.\n  - [N]: n.\n",
        "[T]: t. #todo #thesis\n  + [P]: p.\n  >< [N]: n.\n",
    ):
        for code in ("SUP001", "SUP002", "SUP003", "SUP004", "SUP005", "SUP014"):
            assert findings(text, code) == []


def test_the_circle_of_attack_is_named() -> None:
    text = "[T]: t.\n  + [P]: p.\n    - [N]: n.\n      + [M]: m.\n        - [P]\n"
    finding = only(text, "SUP005")
    assert finding.message == (
        "[T] is undecided, because [P] stands in a circle of attack that nothing settles."
    )
    assert finding.notes == (
        "The way there: [T] ← [P]",
        "The circle: [P], attacked by [N] ← [M], attacked by [P]",
    )
    rivals = findings("[T]: t.\n  >< [N]: n.\n", "SUP005")
    assert [finding.message for finding in rivals] == [
        "[T] is undecided, because [T] and [N] attack each other, and nothing settles it.",
        "[N] is undecided, because [N] and [T] attack each other, and nothing settles it.",
    ]
    alone = only("[T]: t.\n  - [T]\n", "SUP005")
    assert alone.message == "[T] is undecided, because [T] attacks itself, and nothing settles it."


def test_a_premise_that_both_reasons_share() -> None:
    text = "[T]: t.\n  + [A]: a.\n    + [P]: p.\n  + [B]: b.\n    + [P]\n"
    finding = only(text, "SUP014")
    assert finding.message == "[T] loses all its support if [P] is not granted."
    assert finding.titles == ("T", "P")


def test_contradictory_premises_of_linked_supports() -> None:
    text = "[T]: t. {linked: true}\n  + [P]: p.\n  + [Q]: q.\n\n[P]\n  >< [Q]\n"
    finding = only(text, "CON002")
    assert finding.message == ("[T] rests on [P] and [Q] together, and one excludes the other.")
    assert findings(text.replace("><", "-"), "CON002") == []
    assert findings("===\nmodel: {mode: strict}\n===\n\n" + text.replace("><", "-"), "CON002")


def test_self_defeat_in_both_directions() -> None:
    structure = "<A>\n\n(1) [P]: p.\n----\n(2) [C]: c.\n\n"
    assert only(structure + "[C]\n  - [P]\n", "CON004").message == (
        "<A> defeats itself: its premise [P] attacks [C], which rests on it."
    )
    assert only(structure + "<A>\n  -> [P]\n", "CON004").message == (
        "<A> defeats itself: its conclusion [C] attacks [P], on which [C] rests."
    )
    assert findings(structure + "[P]\n  _ [C]\n", "CON004") == []


def test_an_answer_may_be_anywhere_in_the_objection() -> None:
    objection = "[T]: t.\n  - <A>\n\n<A>\n\n(1) [P]: p.\n----\n(2) [C]: c.\n\n"
    assert only(objection, "VOI005").message == "Nothing answers <A>, which speaks against [T]."
    for answer in ("[P]\n  - [N]: n.\n", "<A>\n  _ [N]: n.\n", "[P]\n  >< [N]: n.\n"):
        titles = [finding.titles[0] for finding in findings(objection + answer, "VOI005")]
        assert "T" not in titles
    for mark in (" #todo", " {status: rejected}"):
        assert findings(objection.replace("c.", "c." + mark), "VOI005") == []

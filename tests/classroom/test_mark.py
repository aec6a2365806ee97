"""Marks of worksheets and maps: each fault found and named, and nothing else."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import argmap
from argmap.classroom.comparing.claims import Claims
from argmap.classroom.comparing.decisions import Decisions, Question
from argmap.classroom.marking.answers import Answers, collect
from argmap.classroom.marking.feedback import class_pages, feedback_pages
from argmap.classroom.marking.key import CannotMark, read_key
from argmap.classroom.marking.maps import mark_map
from argmap.classroom.marking.marks import Band, Marker
from argmap.classroom.marking.statistics import (
    agreement,
    correlation,
    item_statistics,
    worst_first,
)
from argmap.classroom.marking.table import harmless
from argmap.cli import app
from argmap.publishing import publish
from argmap.rendering.display_text import printable

KEYS = Path(__file__).parent / "keys"
UNIFORM = Path("maps/school_uniform.argdown")
HUANG = Path("maps/huang.argdown")
ALL_KEYS = sorted(path.stem for path in KEYS.glob("*.json"))
TEXT = UNIFORM.read_text(encoding="utf-8")


def marker(name, decisions=None):
    key = read_key(str(KEYS / f"{name}.json"))
    path = HUANG if name.startswith("huang") else UNIFORM
    return key, Marker(key, Claims(argmap.load(path), path.name), decisions)


def answers(given, name="Ann"):
    return Answers(name, f"{name}.txt", given)


def right(key):
    return {blank.letter: blank.answer for blank in key.blanks}


def mark(name, changes, decisions=None):
    key, marks = marker(name, decisions)
    return {m.item: m for m in marks.mark(answers({**right(key), **changes})).marks}


@pytest.mark.parametrize("name", ALL_KEYS)
def test_a_perfect_copy_gets_all_and_an_empty_sheet_nothing(name):
    key, marks = marker(name)
    for place in range(max(len(blank.accepted) for blank in key.blanks)):
        given = {b.letter: b.accepted[min(place, len(b.accepted) - 1)] for b in key.blanks}
        whole = marks.mark(answers(given))
        assert (whole.share, whole.open) == (1, 0)
        assert not any(m.reason for m in whole.marks)
    empty = marks.mark(answers({}))
    assert (empty.share, empty.open) == (0, 0)
    assert all(m.band is Band.EMPTY and m.reason for m in empty.marks)


@pytest.mark.parametrize("name", ALL_KEYS)
def test_one_swapped_pair_loses_exactly_its_own_marks(name):
    key, marks = marker(name)
    for one in key.blanks:
        for other in key.blanks:
            if one.letter >= other.letter:
                continue
            given = right(key)
            given[one.letter], given[other.letter] = given[other.letter], given[one.letter]
            marked = marks.mark(answers(given))
            lost = {m.item for m in marked.marks if m.lost}
            same = one.answer == other.answer or other.letter in one.swaps
            assert lost == (set() if same else {one.letter, other.letter})


@pytest.mark.parametrize("name", ALL_KEYS)
def test_every_lost_point_has_a_reason_and_a_way_out(name):
    key, marks = marker(name)
    for wrong in ("7", "zebra", "x" * 5000, "=1+1", "against", "The sky is blue and wide."):
        marked = marks.mark(answers(dict.fromkeys(right(key), wrong)))
        for each in marked.marks:
            assert bool(each.lost) <= bool(each.reason and each.fix)
            assert each.points is not None or each.reason
        assert marked.points >= 0


# Thirty answers with known faults: sheet, what is changed, and for each change points and reason.

LONG = "Some students enjoy swimming in cold lakes on Sundays."
FAULTS = [
    ("uniform_bank", {"A": "4"}, {"A": (-0.25, "belongs nowhere")}),
    ("uniform_bank", {"B": "6 shoes"}, {"B": (-0.25, "belongs nowhere")}),
    ("uniform_bank", {"A": "3", "C": "5"}, {"A": (0, "belongs at C"), "C": (0, "belongs at A")}),
    (
        "uniform_bank",
        {"C": "2", "D": "3"},
        {"C": (0.5, "another branch"), "D": (0.5, "another branch")},
    ),
    ("uniform_bank", {"A": "1", "B": "5"}, {}),
    ("uniform_bank", {"A": "1"}, {"A": (0, "stands at B already")}),
    ("uniform_bank", {"D": ""}, {"D": (0, "empty")}),
    ("uniform_bank", {"D": "No. 2: a uniform is one more thing"}, {}),
    ("uniform_bank", {"D": "2 shoes, bags and phones"}, {"D": (None, "do not fit together")}),
    ("uniform_bank", {"D": "families have to pay"}, {}),
    ("uniform_bank", {"D": "whatever"}, {"D": (None, "no entry of the bank")}),
    ("uniform_boxes", {"A": "shoes bags and PHONES still show who has more money"}, {}),
    (
        "uniform_boxes",
        {"A": "Phones and bags show who has money."},
        {"A": (None, "words are those")},
    ),
    (
        "uniform_boxes",
        {"A": "Shoes, bags and phones do not show who has more money."},
        {"A": (None, "says not")},
    ),
    ("uniform_boxes", {"A": LONG}, {"A": (0, "little in common")}),
    ("uniform_boxes", {"B": "   "}, {"B": (0, "empty")}),
    (
        "uniform_boxes",
        {"A": "Friends matter more", "B": "Shoes still show"},
        {"A": (0.5, "belongs at B"), "B": (0.5, "belongs at A")},
    ),
    (
        "uniform_boxes",
        {"C": "A school can lend or swap used uniforms at almost no cost."},
        {"C": (0, "stands at D already")},
    ),
    ("uniform_boxes", {"D": "x" * 3000}, {"D": (None, "too long")}),
    ("uniform_links", {"D": "1"}, {"D": (0.5, "skips a step")}),
    ("uniform_links", {"A": "3"}, {"A": (0, "wrong way round")}),
    ("uniform_links", {"D": "2"}, {"D": (0.5, "another branch")}),
    ("uniform_links", {"A": "4"}, {"A": (0, "does not lead to that box")}),
    ("uniform_links", {"A": "box 1", "D": "Extra Cost"}, {}),
    ("uniform_signs", {"A": "+"}, {"A": (0, "reads an objection as a reason")}),
    (
        "uniform_signs",
        {"B": "against", "C": "minus"},
        {"B": (0, "reads a reason as an objection")},
    ),
    ("uniform_signs", {"D": "?"}, {"D": (None, "no sign")}),
    ("uniform_order", {"A": "1", "B": "4"}, {"A": (0, "belongs at B"), "B": (0, "belongs at A")}),
    ("huang_voice", {"A": "analyst"}, {"A": (0, "")}),
    ("huang_hidden", {"B": LONG}, {"B": (None, "words are those")}),
]


def test_there_are_thirty():
    assert len(FAULTS) == 30


@pytest.mark.parametrize(("sheet", "changes", "expected"), FAULTS)
def test_each_fault_is_found_and_named_and_nothing_else(sheet, changes, expected):
    marks = mark(sheet, changes)
    for letter, each in marks.items():
        points, why = expected.get(letter, (1, ""))
        assert each.points == points, (letter, each)
        assert why in each.reason
        if each.points == each.most:
            assert not each.reason


def test_reasons_are_about_the_work_and_not_the_person():
    for sheet, changes, _ in FAULTS:
        for each in mark(sheet, changes).values():
            assert not {"you", "your", "he", "she", "they"} & set(each.reason.lower().split())


def test_without_the_map_another_branch_is_worth_nothing():
    key = read_key(str(KEYS / "uniform_boxes.json"))
    given = right(key)
    given["A"], given["B"] = given["B"], given["A"]
    assert Marker(key).mark(answers(given)).points == 2


def test_decisions_settle_what_is_open_and_win_over_the_machine():
    near = "Phones and bags show who has money."
    text = read_key(str(KEYS / "uniform_boxes.json")).blanks[0].answer
    for same, points in ((True, 1), (False, 0)):
        decided = Decisions((Question(text, near.upper(), same=same),))
        assert mark("uniform_boxes", {"A": near}, decided)["A"].points == points
    far = Decisions((Question(text, LONG, same=True),))
    assert mark("uniform_boxes", {"A": LONG}, far)["A"].points == 1


@given(st.dictionaries(st.sampled_from("ABCD"), st.text(max_size=40)))
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_is_marked(given_answers):
    for name in ("uniform_boxes", "uniform_bank", "uniform_links", "uniform_signs"):
        _, marks = marker(name)
        marked = marks.mark(answers(given_answers))
        assert 0 <= marked.points <= marked.points + marked.open <= marked.most


# Maps


def map_marks(text, decisions=None):
    reference = Claims(argmap.load(UNIFORM), "reference")
    theirs = Claims(argmap.loads(text), "pupil")
    return mark_map(answers({}), reference, theirs, decisions)


MAP_FAULTS = [
    ("  - <Own Style>", "  + <Own Style>", "<Own Style>", 0.5, "it supports it"),
    ("    - <Used Uniforms>", "  + <Used Uniforms>", "<Used Uniforms>", 0.5, "goes straight to"),
    (
        "    - <Used Uniforms>: A school can lend or swap used uniforms at almost no cost.\n",
        "",
        "<Used Uniforms>",
        0,
        "has not got <Used Uniforms>",
    ),
    ("    - <Other Ways>", "    -> <Other Ways>", "<Other Ways>", 0, "other way round"),
]


def test_a_copy_of_the_map_gets_all_and_an_empty_map_nothing():
    assert map_marks(TEXT).share == 1
    assert (map_marks("").share, map_marks("").open) == (0, 0)


@pytest.mark.parametrize(("old", "new", "item", "points", "why"), MAP_FAULTS)
def test_a_fault_of_a_map_is_found_and_nothing_else(old, new, item, points, why):
    assert old in TEXT
    marked = map_marks(TEXT.replace(old, new))
    lost = [m for m in marked.marks if m.points != m.most]
    assert [(m.item, m.points) for m in lost] == [(item, points)]
    assert why in lost[0].reason
    assert lost[0].fix


def test_linked_premises_drawn_separate_cost_a_quarter_once():
    linked = "[A]: Ants work. {linked: true}\n  + [B]: Bees dance.\n  + [C]: Cats sleep.\n"
    reference = Claims(argmap.loads(linked), "reference")
    theirs = Claims(argmap.loads(linked.replace(" {linked: true}", "")), "pupil")
    marked = mark_map(answers({}), reference, theirs)
    assert marked.most - marked.points == 0.25
    assert "work only together" in next(m.reason for m in marked.marks if m.lost)


def test_a_claim_that_is_nearly_the_same_is_open_not_lost():
    text = TEXT.replace(
        "<Extra Cost>: A uniform is one more thing that families have to pay for.",
        "<Money>: Families must pay more for the uniform.",
    )
    marked = map_marks(text)
    assert any(m.points is None for m in marked.marks)
    assert marked.points + marked.open == marked.most


def test_a_map_cannot_declare_its_own_claims_to_be_right():
    cheat = '===\nsynonyms: [[zebra, uniform]]\n===\n[Z]: Zebras. {same_as: "School Uniform"}\n'
    assert map_marks(cheat).points == 0


# Folders


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_all_forms_of_answers_are_read(tmp_path):
    write(
        tmp_path,
        ann__txt="Name: Ann Lee\n\nA: one\n  and more\nb) two\n(C) three\n**D:** four\n",
        bob__csv="letter,answer\nA,one\nB,two\n",
        cy__json='{"name": "Cy", "answers": {"a": "one", "B": 2}}',
        dee__json='{"A": "one"}',
        all__csv="\ufeffname;A;B\nEve;one;two\nFay;;two\n",
        gil__argdown="[A]: a.\n",
        notes__docx=b"PK",
    )
    found = collect(str(tmp_path), "ABCD")
    by_name = {each.name: dict(each.given) for each in found.answers}
    assert by_name["Ann Lee"] == {"A": "one and more", "B": "two", "C": "three", "D": "four"}
    assert by_name["bob"] == {"A": "one", "B": "two"}
    assert by_name["Cy"] == {"A": "one", "B": "2"}
    assert by_name["dee"] == {"A": "one"}
    assert by_name["Eve"] == {"A": "one", "B": "two"}
    assert by_name["Fay"] == {"A": "", "B": "two"}
    assert by_name["gil"] == {}
    assert any("notes.docx" in notice for notice in found.notices)


def test_odd_files_are_told_of_and_never_marked_as_empty(tmp_path):
    write(
        tmp_path,
        latin__txt="A: Übung\n".encode("cp1252"),
        wide__txt="A: Übung\n".encode("utf-16"),
        binary__txt=b"A: \0\1\2",
        huge__txt=b"A: " + b"x" * 1_100_000,
        prose__txt="I lost my sheet.\n",
        broken__json="{",
        list__json="[1]",
        empty__txt="",
    )
    found = collect(str(tmp_path), "ABCD")
    by_name = {each.name: each for each in found.answers}
    assert by_name["latin"].given == by_name["wide"].given == {"A": "Übung"}
    for name in ("binary", "huge", "prose", "broken", "list"):
        assert by_name[name].trouble
        assert any(name in notice for notice in found.notices)
    assert not by_name["empty"].trouble


def test_one_name_twice_is_two_rows(tmp_path):
    write(tmp_path, a__txt="Name: Ann\nA: one\n", b__txt="Name: ann\nA: two\n")
    found = collect(str(tmp_path), "A")
    assert [each.name for each in found.answers] == ["Ann (a.txt)", "ann (b.txt)"]
    assert any("one name" in notice for notice in found.notices)


def test_no_folder_and_no_answers_are_told(tmp_path):
    with pytest.raises(CannotMark, match="no such folder"):
        collect(str(tmp_path / "none"), "A")
    with pytest.raises(CannotMark, match="no answers"):
        collect(str(tmp_path), "A")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "not the JSON"),
        ("[]", "blanks"),
        ('{"blanks": []}', "blanks"),
        ('{"blanks": [3]}', "blank 1"),
        ('{"blanks": [{"letter": "A"}]}', "`answer`"),
        ('{"blanks": [{"letter": "A", "answer": "x", "kind": "poem"}]}', "statement"),
        ('{"blanks": [{"letter": "A", "answer": "x", "kind": "sign", "marks": -1}]}', "marks"),
        (
            '{"blanks": [%s, %s]}' % (('{"letter": "A", "answer": "x", "kind": "sign"}',) * 2),
            "twice",
        ),
        ("[" * 100_000, "not the JSON"),
    ],
)
def test_a_wrong_key_says_what_is_wrong(tmp_path, text, told):
    place = tmp_path / "key.json"
    place.write_text(text)
    with pytest.raises(CannotMark) as error:
        read_key(str(place))
    assert told in str(error.value)


@given(st.text())
@settings(max_examples=80, deadline=None)
def test_no_cell_is_a_formula(text):
    cell = harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "|", "%"))
    assert printable(text) in (cell, cell[1:])


# The class


def test_difficulty_and_discrimination():
    key, marks = marker("uniform_signs")
    good, bad = right(key), dict.fromkeys(right(key), "x")
    bad = {b.letter: "-" if b.answer == "+" else "+" for b in key.blanks}
    odd = {**good, "A": bad["A"]}
    marked = [
        marks.mark(answers(given, name))
        for name, given in (
            ("a", good),
            ("b", good),
            ("c", bad),
            ("d", bad),
            ("e", odd),
            ("f", {**bad, "A": good["A"]}),
        )
    ]
    items = {item.item: item for item in item_statistics(marked)}
    assert items["A"].difficulty == items["B"].difficulty == 0.5
    assert items["A"].discrimination < items["B"].discrimination
    assert correlation([(0, 0), (1, 1), (0, 0), (1, 1)]) == pytest.approx(1)
    assert correlation([(0, 1), (1, 0), (0, 1)]) == pytest.approx(-1)
    assert correlation([(1, 0), (1, 1), (1, 0)]) is None


def test_open_marks_count_in_no_statistic():
    _, marks = marker("uniform_boxes")
    near = "Phones and bags show who has money."
    marked = [marks.mark(answers({"A": near}))]
    item = item_statistics(marked)[0]
    assert (item.settled, item.open, item.difficulty) == (0, 1, None)


def test_agreement_counts_each_pair_once():
    text = read_key(str(KEYS / "uniform_boxes.json")).blanks[0].answer
    near, far = "Bags, phones and shoes show who has more money", "Rich people show off."
    pairs = ((near, True), (near.upper(), True), (far, True), (f"Not {near}", False))
    decided = Decisions(tuple(Question(text, other, same=same) for other, same in pairs))
    agreed = agreement(decided)
    assert (agreed.decided, agreed.agreed) == (3, 2)
    assert (agreed.accepted_by_person_alone, agreed.accepted_by_words_alone) == (1, 0)
    assert agreement(Decisions()).rate is None


def test_at_most_three_things_to_fix_the_dearest_first():
    _, marks = marker("huang_boxes")
    marked = marks.mark(answers({}))
    assert len(worst_first(marked.marks)) == 3
    pages = publish(feedback_pages([marked], "Sheet"), "md").content
    assert "Three things to fix" in pages


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def handed_in(tmp_path):
    folder = tmp_path / "answers"
    folder.mkdir()
    key = read_key(str(KEYS / "uniform_boxes.json"))
    text = "".join(f"{letter}: {answer}\n" for letter, answer in right(key).items())
    write(
        folder,
        ann__txt=f"Name: =cmd|'/c calc'!A1\n{text}",
        bob__txt=text.replace(
            "Shoes, bags and phones still show who has more money.",
            "Phones and bags show who has money.",
        ),
        cy__argdown=TEXT,
        dee__argdown="@import(/etc/passwd)\n[A]: a.\n",
        eve__txt="",
        fay__bin=b"x",
        gil__txt="nothing here\n",
    )
    return folder


def test_the_command_prints_a_row_for_each(handed_in):
    result = run("mark", handed_in, "--key", KEYS / "uniform_boxes.json")
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
    by_file = {row["file"]: row for row in rows}
    assert by_file["ann.txt"]["name"].startswith("'=cmd")
    assert by_file["ann.txt"]["percent"] == "100"
    assert (by_file["bob.txt"]["A"], by_file["bob.txt"]["percent"]) == ("?", "75")
    assert by_file["bob.txt"]["percent_at_most"] == "100"
    assert by_file["cy.argdown"]["percent"] == "100"
    assert by_file["eve.txt"]["percent"] == "0"
    assert by_file["gil.txt"]["percent"] == ""
    assert by_file["gil.txt"]["trouble"]


@pytest.mark.parametrize("name", ["html", "pdf", "docx", "md"])
def test_pages_are_written_for_the_class_and_for_each(handed_in, tmp_path, name):
    out = tmp_path / "marked"
    result = run("mark", handed_in, "--key", KEYS / "uniform_boxes.json", "-o", out, "-f", name)
    assert result.exit_code == 0, result.output
    assert (out / "marks.csv").exists()
    assert (out / f"class.{name}").stat().st_size > 500
    assert (out / f"feedback.{name}").exists()
    assert len(list((out / "pupils").iterdir())) == 6
    assert all(path.resolve().is_relative_to(out.resolve()) for path in out.rglob("*"))


def test_a_map_that_includes_another_is_not_marked(handed_in):
    (handed_in / "hal.argdown").write_text("@include(cy.argdown)\n")
    result = run("mark", handed_in, "--key", KEYS / "uniform_boxes.json")
    rows = csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff")))
    assert "includes other files" in next(r for r in rows if r["file"] == "hal.argdown")["trouble"]


def test_a_name_cannot_lead_out_of_the_folder(tmp_path):
    folder = tmp_path / "answers"
    folder.mkdir()
    write(
        folder,
        a__txt="Name: ../../evil\nA: x\n",
        b__txt="Name: ..\nA: x\n",
        c__txt=f"Name: {'n' * 400}\nA: x\n",
    )
    out = tmp_path / "out"
    result = run("mark", folder, "--key", KEYS / "uniform_boxes.json", "-o", out, "-f", "md")
    assert result.exit_code == 0, result.output
    assert len(list((out / "pupils").iterdir())) == 3
    assert not list(tmp_path.glob("*evil*"))


def test_decisions_go_round(handed_in, tmp_path):
    place = tmp_path / "same.toml"
    arguments = ["mark", handed_in, "--key", KEYS / "uniform_boxes.json", "--decisions", place]
    run(*arguments)
    assert "Phones and bags show" in place.read_text()
    place.write_text(place.read_text().replace('same = "?"', "same = true"))
    out = tmp_path / "out"
    result = run(*arguments, "-o", out, "-f", "md")
    assert "Their words alone say" in (out / "class.md").read_text()
    rows = csv.DictReader(io.StringIO((out / "marks.csv").read_text(encoding="utf-8-sig")))
    assert next(r for r in rows if r["file"] == "bob.txt")["percent"] == "100"
    assert result.exit_code == 0


def test_the_class_page_tells_by_words_too():
    _, marks = marker("uniform_boxes")
    marked = [marks.mark(answers({"A": "Phones and bags show who has money."}))]
    pages = publish(class_pages(marked, "T", agreement(Decisions())), "md").content
    assert "?" in pages
    assert "For a person" in pages


def test_keys_are_what_the_command_for_keys_writes():
    for name in ALL_KEYS:
        data = json.loads((KEYS / f"{name}.json").read_text(encoding="utf-8"))
        assert data["format"] == "argmap-key"
        assert len(read_key(str(KEYS / f"{name}.json")).blanks) == len(data["blanks"])

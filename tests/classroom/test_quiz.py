"""Quizzes: one question for each gap, in forms that learning platforms read."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from content_models import CONTENT_PACKAGE, QTI, faults

import argmap
from argmap.classroom.gaps import Request, Version
from argmap.classroom.kinds import KINDS, find_kind
from argmap.classroom.lesson import Lesson
from argmap.classroom.quiz import FORMATS, make_quiz
from argmap.classroom.quiz.questions import Form

NASTY = 'a]]> {b} ~c = d # e : f \\ g <script>x</script> & “h” "i" 😀 * %50% /j'
TEXT = """\
===
title: Trams
thesis: Trams
sources:
  paper: {file: paper.txt}
speakers:
  Ann: {aliases: [Ann Lee]}
  Bob: {}
===

[Trams]: The town should build trams.

<Case>: Why.

(1) [Quiet]: Trams are quieter than buses. {speaker: Ann, voice: direct}
(2) [Unsaid]: What is quieter is better for a town. #unstated
----
(3) [Better]: Trams are better than buses. {speaker: Bob, voice: direct}
(4) [Build]: A town should build what is better. {speaker: Ann, voice: direct}
----
(5) [Trams]

[Quiet]
  - <Curves>: In tight curves they squeal.
    - <Grease>: Grease stops that.

[Better]
  + <Cheap>: They cost less to run.
  - <Tracks>: Tracks are dear.

[Left Alone]: Nobody says why this is so. #conclusion
  +> [Build]
"""
PAPER = "Trams are quiet. Therefore they are good.\nBuses are loud, because they burn oil.\n"


def lesson_of(text=TEXT, paper=PAPER):
    graph = argmap.loads(text)
    return Lesson(graph, "trams.argdown", {"paper": paper}, tuple(argmap.check(graph)))


def quiz_of(kind, count=None, text=TEXT, **more):
    lesson, request = lesson_of(text), Request(kind, count, **more)
    exercise = find_kind(kind).make(lesson, request)
    return make_quiz(lesson, exercise, request), exercise


def nasty():
    written = NASTY.replace("\\", "\\\\")
    for sign in "{}#<>*[]":
        written = written.replace(sign, f"\\{sign}")
    return TEXT.replace("They cost less to run.", written).replace(
        "Grease stops", f"{written} stops"
    )


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


# -- a reader of GIFT, by Moodle's description of the format --------------------------------------


def read_gift(data):
    """Return title, question and answers (sign, text) of each question."""
    text = data.decode("utf-8")
    assert "\n\n\n" not in text
    questions = []
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("//")]
        if not lines:
            continue
        hidden = re.sub(r"\\([\\~=#{}:])", lambda m: chr(0xE000 + ord(m[1])), "\n".join(lines))
        found = re.fullmatch(r"::([^:]*)::\[html\]([^{}]*)\{([^{}]*)\}([^{}]*)", hidden)
        assert found, block
        answers, *feedback = found[3].split("####")
        assert len(feedback) == 1
        parts = re.findall(r"([=~])([^=~]*)", answers)
        shown = "".join(
            chr(ord(c) - 0xE000) if "\ue000" <= c < "\ue100" else c for c in found[2] + found[4]
        )
        answers = [
            (
                sign,
                "".join(chr(ord(c) - 0xE000) if "\ue000" <= c < "\ue100" else c for c in answer),
            )
            for sign, answer in parts
        ]
        questions.append((found[1], shown, answers))
    return questions


# -- what all formats have in common ---------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_for_each_gap_in_every_format(kind):
    quiz, exercise = quiz_of(kind)
    count = len(exercise.gaps)
    assert count and len(quiz.questions) == count
    assert len(read_gift(FORMATS["gift"].write(quiz))) == count
    root = ET.fromstring(FORMATS["moodle"].write(quiz))
    kinds = [question.get("type") for question in root.findall("question")]
    assert kinds[0] == "category" and len(kinds) == count + 1
    files = unzipped(FORMATS["qti"].write(quiz))
    assessment = next(data for name, data in files.items() if name != "imsmanifest.xml")
    assert len(ET.fromstring(assessment).findall(".//{*}item")) == count


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_has_something_right_and_something_to_look_at(kind):
    quiz, exercise = quiz_of(kind)
    for question, gap in zip(quiz.questions, exercise.gaps, strict=True):
        assert question.task and question.marks == gap.marks
        if question.form in (Form.CHOICE, Form.BLANK):
            right = [choice.text for choice in question.choices if choice.is_right]
            assert 1 <= len(right) < len(question.choices)
            assert len({choice.text for choice in question.choices}) == len(question.choices)
        else:
            assert question.accepted


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("boxes", Form.OWN_WORDS),
        ("hidden", Form.OWN_WORDS),
        ("bank", Form.CHOICE),
        ("order", Form.CHOICE),
        ("links", Form.CHOICE),
        ("spot", Form.CHOICE),
        ("voice", Form.CHOICE),
        ("signs", Form.BLANK),
        ("indicators", Form.WORD),
    ],
)
def test_forms(kind, form):
    assert {question.form for question in quiz_of(kind)[0].questions} == {form}


def test_the_gap_is_shown_and_the_answer_is_not():
    for kind in ("boxes", "bank", "hidden"):
        quiz, exercise = quiz_of(kind)
        for question, gap in zip(quiz.questions, exercise.gaps, strict=True):
            shown = "\n".join(line.text for line in question.shown)
            assert "____" in shown and re.search(rf"\b{gap.letter}\b", shown)
            assert gap.answer not in shown


def test_a_sign_is_asked_about_two_sentences():
    quiz, _ = quiz_of("signs")
    told = {q.before: next(c.text for c in q.choices if c.is_right) for q in quiz.questions}
    assert told.get("“Tracks are dear.” is", "an objection to") == "an objection to"
    assert told.get("“They cost less to run.” is", "a reason for") == "a reason for"
    assert len(told) > 1


def test_what_may_change_places_is_right_in_both():
    text = "[T]: Trams.\n  + <A>: They are quiet.\n  + <B>: They are cheap.\n  - <C>: Tracks.\n"
    quiz, exercise = quiz_of("bank", 3, text=text, distractors=0)
    swapping = [gap for gap in exercise.gaps if gap.swaps]
    assert swapping
    for gap in swapping:
        question = next(q for q in quiz.questions if q.letter == gap.letter)
        assert sum(choice.is_right for choice in question.choices) == 1 + len(gap.swaps)


def test_a_word_is_asked_about_its_passage():
    quiz, _ = quiz_of("indicators")
    told = {q.accepted: q.shown[0].text for q in quiz.questions}
    assert told == {
        ("Therefore",): "Trams are quiet. Therefore they are good.",
        ("because",): "Buses are loud, because they burn oil.",
    }


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes(name):
    first, second = (FORMATS[name].write(quiz_of("bank")[0]) for _ in range(2))
    assert first == second
    other = FORMATS[name].write(quiz_of("bank", version=Version.B)[0])
    assert other != first


def test_idents_differ_where_sheets_differ():
    requests = [{}, {"seed": "2"}, {"version": Version.B}, {"count": 3}]
    assert len({quiz_of("signs", **more)[0].ident for more in requests}) == len(requests)


# -- each format by its own rules ------------------------------------------------------------------


def test_gift_keeps_nasty_words():
    quiz, _ = quiz_of("bank", 4, text=nasty())
    shown = NASTY.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = shown.replace('"', "&quot;")
    told = str(
        [
            [shown_in, *(answer.strip() for _, answer in answers)]
            for _, shown_in, answers in read_gift(FORMATS["gift"].write(quiz))
        ]
    )
    assert shown.replace("\\", "\\\\") in told


_MOODLE = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "defaultgrade", "answer"},
    "shortanswer": {"usecase", "defaultgrade", "answer"},
    "essay": {"responseformat", "graderinfo", "defaultgrade"},
    "cloze": set(),
}
"""What Moodle's documentation asks for, by type, besides what all questions have."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [TEXT, nasty()], ids=["plain", "nasty"])
def test_moodle_has_what_its_documentation_asks_for(kind, text):
    quiz, exercise = quiz_of(kind, text=text)
    written = FORMATS["moodle"].write(quiz)
    assert b"<script" not in written
    root = ET.fromstring(written)
    assert root.tag == "quiz"
    idents = set()
    category, *questions = root
    assert category.get("type") == "category" and category.findtext("category/text")
    assert len(questions) == len(exercise.gaps)
    for question in questions:
        names = [part.tag for part in question]
        assert names[:3] == ["name", "questiontext", "generalfeedback"]
        assert question.findtext("name/text") and question.findtext("questiontext/text")
        assert question.find("questiontext").get("format") == "html"
        assert set(names) >= _MOODLE[question.get("type")]
        idents.add(question.findtext("idnumber"))
        fractions = [float(answer.get("fraction")) for answer in question.findall("answer")]
        if question.get("type") in ("multichoice", "shortanswer"):
            assert max(fractions) == 100 and set(fractions) <= {0, 100}
            assert all(answer.findtext("text") for answer in question.findall("answer"))
        if question.get("type") == "cloze":
            told = question.findtext("questiontext/text")
            blanks = re.findall(r"(?<!\\)\{(\d+):MULTICHOICE:((?:[^{}\\]|\\.)*)\}", told)
            assert len(blanks) == 1 and len(re.findall(r"(?<![\\~])~?=", blanks[0][1])) == 1
            assert told.count("{") == 1
    assert len(idents) == len(questions)


def test_moodle_keeps_nasty_words():
    quiz, _ = quiz_of("bank", 4, text=nasty())
    root = ET.fromstring(FORMATS["moodle"].write(quiz))
    texts = [answer.findtext("text") for answer in root.iter("answer")]
    page = ET.fromstring(f"<p>{''.join(texts)}</p>")  # HTML of its own, well-formed
    assert NASTY in "".join(page.itertext())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [TEXT, nasty()], ids=["plain", "nasty"])
def test_qti_follows_the_specification(kind, text):
    quiz, exercise = quiz_of(kind, text=text)
    files = unzipped(FORMATS["qti"].write(quiz))
    manifest = ET.fromstring(files["imsmanifest.xml"])
    assert faults(manifest, CONTENT_PACKAGE) == []
    resource = manifest.find(".//{*}resource")
    path = resource.get("href")
    assert resource.get("type") == "imsqti_xmlv1p2"
    assert [file.get("href") for file in resource.findall("{*}file")] == [path]
    assert sorted(files) == sorted(["imsmanifest.xml", path])
    root = ET.fromstring(files[path])
    assert faults(root, QTI) == []
    idents = [item.get("ident") for item in root.findall(".//{*}item")]
    assert len(set(idents)) == len(exercise.gaps)
    for item, question in zip(root.findall(".//{*}item"), quiz.questions, strict=True):
        labels = {label.get("ident") for label in item.findall(".//{*}response_label")}
        right = [equal.text for equal in item.findall(".//{*}varequal")]
        match question.form:
            case Form.CHOICE | Form.BLANK:
                assert right and set(right) <= labels
            case Form.WORD:
                assert right == list(question.accepted)
            case Form.OWN_WORDS:
                assert not right


def test_the_zip_has_no_date_of_its_making():
    data = FORMATS["qti"].write(quiz_of("bank")[0])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_checker_of_content_models_finds_faults():
    root = ET.fromstring('<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"/>')
    assert faults(root, QTI)
    root = ET.fromstring("<manifest identifier='a'><resources/><organizations/></manifest>")
    assert faults(root, CONTENT_PACKAGE)


def test_of_a_large_map_a_question_shows_what_stands_near_its_gap():
    branches = "".join(
        f"  + <A{n}>: Reason number {n} is good.\n    - <B{n}>: Number {n} is bad.\n"
        for n in range(60)
    )
    quiz, _ = quiz_of("bank", 5, text=f"[T]: It is so.\n{branches}")
    for question in quiz.questions:
        assert len(question.shown) <= 70
        assert any(re.search(rf"\b{question.letter}: ____", line.text) for line in question.shown)
        assert question.shown[0].text.startswith("It is so.")

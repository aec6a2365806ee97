"""Moodle XML: https://docs.moodle.org/en/Moodle_XML_format."""

import re
from typing import assert_never
from xml.etree import ElementTree as ET

from argmap.classroom.quiz.markup import child, clean, html, number, page, written
from argmap.classroom.quiz.questions import Form, Question, Quiz

_MEANT = re.compile(r"([\\}~#/\"])")
_BRACE = "&#123;"


def write(quiz: Quiz) -> bytes:
    """Return a quiz as Moodle XML: a category, and a question for each gap."""
    root = ET.Element("quiz")
    category = child(root, "question", type="category")
    name = clean(quiz.title).replace("/", "//")  # one slash would begin a category inside
    child(child(category, "category"), "text", f"$course$/top/{name}")
    for place, question in enumerate(quiz.questions, 1):
        _question(root, question, f"{quiz.ident}{place}")
    return written(root).encode("utf-8")


def _question(root: ET.Element, question: Question, ident: str) -> None:
    match question.form:
        case Form.CHOICE:
            made = _common(root, "multichoice", question, ident)
            for key, value in (
                ("single", "true"),
                ("shuffleanswers", "true"),
                ("answernumbering", "none"),
            ):
                child(made, key, value)
            for key in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
                _text(made, key, "")
            for choice in question.choices:
                _answer(made, html(choice.text), "100" if choice.is_right else "0", "html")
        case Form.BLANK:
            _common(root, "cloze", question, ident)
        case Form.WORD:
            made = _common(root, "shortanswer", question, ident)
            child(made, "usecase", "0")
            for answer in question.accepted:
                text = clean(answer).replace("*", r"\*")
                _answer(made, text, "100", "moodle_auto_format")
        case Form.OWN_WORDS:
            made = _common(root, "essay", question, ident)
            _text(made, "graderinfo", _model(question))
            for key, value in (
                ("responseformat", "plain"),
                ("responserequired", "1"),
                ("responsefieldlines", "3"),
                ("attachments", "0"),
                ("attachmentsrequired", "0"),
            ):
                child(made, key, value)
            _text(made, "responsetemplate", "")
        case _:
            assert_never(question.form)


def _common(root: ET.Element, kind: str, question: Question, ident: str) -> ET.Element:
    """Begin a question. The points of a cloze stand in its text."""
    made = child(root, "question", type=kind)
    child(child(made, "name"), "text", clean(question.name))
    told = page(question.task, question.shown)
    if question.form is Form.BLANK:
        told += f"<p>{_around(question.before)} {_blank(question)} {_around(question.after)}</p>"
    _text(made, "questiontext", told)
    _text(made, "generalfeedback", f"<p>{html(question.feedback)}</p>")
    if question.form is not Form.BLANK:
        child(made, "defaultgrade", number(question.marks))
    child(made, "penalty", "0.3333333")
    child(made, "hidden", "0")
    child(made, "idnumber", ident)
    return made


def _blank(question: Question) -> str:
    """Return the gap of a cloze; its points are a whole number."""
    options = "~".join(
        ("=" if choice.is_right else "") + _MEANT.sub(r"\\\1", html(choice.text))
        for choice in question.choices
    )
    return f"{{{max(1, round(question.marks))}:MULTICHOICE:{options}}}"


def _around(text: str) -> str:
    return html(text).replace("{", _BRACE)


def _model(question: Question) -> str:
    accepted = "".join(f"<li>{html(answer)}</li>" for answer in question.accepted)
    return f"<p>{html(question.feedback)}</p><ul>{accepted}</ul>"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    child(child(parent, tag, format="html"), "text", text)


def _answer(parent: ET.Element, text: str, fraction: str, format: str) -> None:
    answer = child(parent, "answer", fraction=fraction, format=format)
    child(answer, "text", text)
    _text(answer, "feedback", "")

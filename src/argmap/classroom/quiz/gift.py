"""GIFT, Moodle's format of lines: https://docs.moodle.org/en/GIFT_format."""

import re
from typing import assert_never

from argmap.classroom.quiz.markup import clean, html, page
from argmap.classroom.quiz.questions import Choice, Form, Question, Quiz

_MEANT = re.compile(r"([\\~=#{}:])")


def write(quiz: Quiz) -> bytes:
    """Return a quiz as GIFT, in UTF-8; an empty line stands between questions."""
    head = f"// {clean(quiz.title)}\n// questions: {len(quiz.questions)}; written by argmap\n\n"
    return (head + "\n\n".join(map(_question, quiz.questions)) + "\n").encode("utf-8", "replace")


def _question(question: Question) -> str:
    title = f"::{_escaped(clean(question.name))}::"
    feedback = f"####{_escaped(html(question.feedback))}"
    told = _escaped(page(question.task, question.shown))
    match question.form:
        case Form.CHOICE:
            return f"{title}[html]{told} {{{_choices(question.choices)}{feedback}}}"
        case Form.BLANK:
            before, after = (_escaped(html(part)) for part in (question.before, question.after))
            around = f"{told}{_escaped('<p>')}{before}"
            behind = f"{after}{_escaped('</p>')}"
            return f"{title}[html]{around} {{{_choices(question.choices)}{feedback}}} {behind}"
        case Form.WORD:
            answers = "".join(f"=%100%{_escaped(_word(each))} " for each in question.accepted)
            return f"{title}[html]{told} {{{answers}{feedback}}}"
        case Form.OWN_WORDS:
            model = _escaped(html(" / ".join(question.accepted[:1])))
            return f"{title}[html]{told} {{####{model} – {_escaped(html(question.feedback))}}}"
        case _:
            assert_never(question.form)


def _choices(choices: tuple[Choice, ...]) -> str:
    signs = {True: "=", False: "~%0%"}
    return "".join(f"{signs[each.is_right]}{_escaped(html(each.text))} " for each in choices)


def _word(text: str) -> str:
    """Return a word to be compared; `*` would stand for any letters."""
    return clean(text).replace("*", r"\*")


def _escaped(text: str) -> str:
    return _MEANT.sub(r"\\\1", text)

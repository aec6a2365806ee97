"""Quizzes for learning platforms: one format, one file, one line here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from argmap.classroom.quiz import gift, moodle, qti
from argmap.classroom.quiz.questions import Quiz, make_quiz

__all__ = ["FORMATS", "Format", "Quiz", "make_quiz"]


class Format(NamedTuple):
    """A format of quizzes, the ending of its files, and what writes it."""

    name: str
    extension: str
    write: Callable[[Quiz], bytes]
    is_binary: bool = False


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format.name: format
        for format in (
            Format("gift", "gift.txt", gift.write),
            Format("moodle", "xml", moodle.write),
            Format("qti", "zip", qti.write, is_binary=True),
        )
    }
)

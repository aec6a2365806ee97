"""An exercise as questions for a learning platform: one for each gap, complete by itself."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from argmap.classroom.exercise import Exercise
from argmap.classroom.gaps import Answer, Gap, Request
from argmap.classroom.lesson import Lesson
from argmap.classroom.source_text import line_at, numbered_lines
from argmap.publishing import Block, Items, Paragraph, Run, Together
from argmap.rendering.outline import write_outline
from argmap.source import Span

_MOST_LINES = 60  # of a map, told above each question
_GAP = "____"


class Form(Enum):
    """How a question is answered."""

    CHOICE = auto()  # one of several answers is picked
    BLANK = auto()  # picked inside a sentence
    WORD = auto()  # a word is written, which a program compares
    OWN_WORDS = auto()  # a sentence is written, which a person reads


class Line(NamedTuple):
    """A line of what a question shows, and how deep it stands in the outline."""

    depth: int
    text: str


class Choice(NamedTuple):
    """An answer to pick."""

    text: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    name:     what a teacher sees in lists
    task:     what is to be done, in a sentence
    shown:    what the pupil looks at: the map in words with its gaps, a claim, a passage
    choices:  for CHOICE and BLANK
    before, after: the words around a BLANK
    accepted: for WORD: all that is right; for OWN_WORDS: the model answer and its variants
    feedback: why the right answer is right
    """

    letter: str
    name: str
    form: Form
    task: str
    shown: tuple[Line, ...]
    marks: float
    feedback: str
    choices: tuple[Choice, ...] = ()
    before: str = ""
    after: str = ""
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quiz:
    """All questions of an exercise.

    ident: letters and digits that are the same for the same map and request
    """

    title: str
    ident: str
    language: str
    questions: tuple[Question, ...]


def make_quiz(lesson: Lesson, exercise: Exercise, request: Request) -> Quiz:
    """Make a question of each gap, in the order of their letters."""
    maker = _Maker(lesson, exercise, request)
    told = repr((lesson.hash, *request))
    ident = f"argmap{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:16]}"
    questions = tuple(maker.question(gap) for gap in exercise.gaps)
    return Quiz(lesson.title, ident, lesson.language, questions)


class _Maker:
    def __init__(self, lesson: Lesson, exercise: Exercise, request: Request) -> None:
        self._lesson, self._exercise, self._request = lesson, exercise, request
        self._said = {lesson.name(ref): lesson.said(ref) for ref in lesson.graph.order}
        self._outline = tuple(_outline(exercise))
        self._answers = {gap.letter: gap.answer for gap in exercise.gaps}

    def question(self, gap: Gap) -> Question:
        name = f"{self._lesson.title} – {self._request.kind} {gap.letter}"
        common = (gap.letter, name)
        match gap.kind:
            case Answer.SIGN:
                target = self._words(gap.leads_to[:1])
                return Question(
                    *common,
                    Form.BLANK,
                    "Is it a reason for the second sentence, or an objection to it?",
                    (),
                    gap.marks,
                    gap.reason,
                    self._choices(gap),
                    before=f"“{self._words((gap.node or '',))}” is",
                    after=f"“{target}”",
                )
            case Answer.INDICATOR:
                passage, found = self._passage(gap)
                task = "Which word of this passage shows that a reason or a conclusion comes?"
                return Question(
                    *common, Form.WORD, task, passage, gap.marks, gap.reason, accepted=found
                )
            case _ if gap.is_exact and len(self._exercise.options) > 1:
                task, shown = self._task(gap)
                return Question(
                    *common, Form.CHOICE, task, shown, gap.marks, gap.reason, self._choices(gap)
                )
            case _:
                task, shown = self._task(gap)
                return Question(
                    *common,
                    Form.OWN_WORDS,
                    task,
                    shown,
                    gap.marks,
                    gap.reason,
                    accepted=gap.accepted,
                )

    def _task(self, gap: Gap) -> tuple[str, tuple[Line, ...]]:
        claim = (Line(0, self._words((gap.node,) if gap.node else ())),)
        match gap.kind:
            case Answer.SPEAKER:
                return "Who says this?", claim
            case Answer.LINK:
                return "Which claim does this one bear on?", claim
            case Answer.NUMBER if self._request.kind == "spot":
                return "Which of these conclusions has no reason on the map?", ()
            case _ if gap.is_exact:
                return f"Which of these belongs in gap {gap.letter}?", self._near(gap)
            case _ if self._request.kind == "hidden":
                task = (
                    f"Gap {gap.letter} is a premise that the argument needs and that nobody says."
                    " Write it as one full sentence."
                )
                return task, self._near(gap)
            case _:
                task = f"What has to stand in gap {gap.letter}? Write one full sentence."
                return task, self._near(gap)

    def _near(self, gap: Gap) -> tuple[Line, ...]:
        """Return the map in words; of a large one what stands around a gap, and what is above."""
        lines = self._outline
        if len(lines) <= _MOST_LINES:
            return lines
        letter = re.escape(gap.letter)
        mark = re.compile(rf"\b{letter}(?=[:. ]|\Z)")
        gaps = (n for n, line in enumerate(lines) if _GAP in line.text and mark.search(line.text))
        place = next(gaps, 0)
        first, last = max(0, place - _MOST_LINES // 2), place + _MOST_LINES // 2
        above: list[Line] = []
        depth = lines[first].depth
        for line in reversed(lines[:first]):
            if line.depth < depth:
                above.append(line)
                depth = line.depth
        return (*reversed(above), *lines[first:last])

    def _choices(self, gap: Gap) -> tuple[Choice, ...]:
        """Return what a gap may be filled with; what may change places is right in both."""
        right = set(gap.accepted)
        right.update(self._answers[letter] for letter in gap.swaps if letter in self._answers)
        signs = {"+": "a reason for", "-": "an objection to"}
        choices: dict[str, bool] = {}
        itself = self._said.get(gap.node or "") if gap.kind is Answer.LINK else None
        for option in self._exercise.options:
            text = signs.get(option.number) or self._said.get(option.text, option.text)
            if text == itself:
                continue
            is_right = option.number in right or option.text in right
            choices[text] = choices.get(text, False) or is_right
        return tuple(Choice(text, is_right) for text, is_right in choices.items())

    def _passage(self, gap: Gap) -> tuple[tuple[Line, ...], tuple[str, ...]]:
        """Return the paragraph of an indicator word, and all indicator words in it."""
        for key, spans in self._exercise.marked.items():
            text = self._lesson.texts.get(key) or ""
            lines = numbered_lines(text)
            for span in spans:
                word = text[slice(*span)]
                if gap.answer == f"{word} (line {line_at(lines, span.start)})":
                    return self._around(text, span, spans)
        return (), gap.accepted

    @staticmethod
    def _around(
        text: str, span: Span, spans: tuple[Span, ...]
    ) -> tuple[tuple[Line, ...], tuple[str, ...]]:
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        end = len(text) if end < 0 else end
        words = (text[slice(*each)] for each in spans if start <= each.start < end)
        passage = " ".join(text[start:end].split())
        return (Line(0, passage),), tuple(dict.fromkeys(words))

    def _words(self, names: tuple[str, ...]) -> str:
        return " ".join(self._said.get(name, name) for name in names)


def _outline(exercise: Exercise) -> Iterator[Line]:
    """Yield the map in words with its gaps, or the outline that the sheet prints in its place."""
    if exercise.covered is None:
        for block in exercise.sheet:
            yield from _lines(block, 0)
        return
    for entry in write_outline(exercise.covered):
        told = ": ".join(part for part in (entry.heading, entry.text) if part)
        notes = f" ({', '.join(entry.notes)})" if entry.notes else ""
        relation = f"{entry.relation} " if entry.relation else ""
        yield Line(entry.depth, _shortened(f"{relation}{told}{notes}"))


def _lines(block: Block, depth: int) -> Iterator[Line]:
    if isinstance(block, Together):
        for inner in block.blocks:
            yield from _lines(inner, depth)
    elif isinstance(block, Items):
        for item in block.items:
            said = [part for part in item.blocks if isinstance(part, Paragraph)]
            told = " ".join(_plain(part) for part in said)
            has_letter = item.mark is not None and item.mark.isalpha()
            mark = f"{item.mark}. " if has_letter else ""
            yield Line(depth, f"{mark}{told}{f' {_GAP}' if has_letter else ''}".strip())
            for inner in item.blocks:
                if not isinstance(inner, Paragraph):
                    yield from _lines(inner, depth + 1)


def _plain(block: Paragraph) -> str:
    return "".join(run.text if isinstance(run, Run) else _GAP for run in block.text).strip()


def _shortened(text: str) -> str:
    """Return a line with one short rule for each row of underscores."""
    words = [_GAP if set(word) == {"_"} else word for word in text.split()]
    kept = [
        word for n, word in enumerate(words) if not (word == _GAP and words[n - 1 : n] == [_GAP])
    ]
    return " ".join(kept)

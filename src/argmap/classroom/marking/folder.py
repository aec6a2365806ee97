"""A folder of answers marked as a whole."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.classroom.comparing.claims import Claims
from argmap.classroom.comparing.decisions import Decisions, Question
from argmap.classroom.marking.answers import Answers, Collected
from argmap.classroom.marking.key import Key
from argmap.classroom.marking.maps import mark_map
from argmap.classroom.marking.marks import Marked, Marker
from argmap.errors import ArgmapError
from argmap.model import ArgumentGraph


@dataclass(frozen=True, slots=True)
class Lesson:
    """What answers are held against; `reference` None if the map of the key is not at hand."""

    key: Key
    reference: Claims | None = None


def mark_all(
    collected: Collected,
    lesson: Lesson,
    load: Callable[[str], ArgumentGraph],
    decisions: Decisions,
) -> tuple[Marked, ...]:
    """Return the marks of all answers; what cannot be marked has no marks, and says why.

    load: reads a map of a pupil's own; what it raises is told of that answer alone
    """
    marker = Marker(lesson.key, lesson.reference, decisions)
    return tuple(_one(each, marker, lesson, load, decisions) for each in collected.answers)


def _one(
    answers: Answers,
    marker: Marker,
    lesson: Lesson,
    load: Callable[[str], ArgumentGraph],
    decisions: Decisions,
) -> Marked:
    if answers.trouble:
        return Marked(answers, ())
    if answers.map is None:
        return marker.mark(answers)
    if lesson.reference is None:
        told = "the map of the key is not at hand; name it with --map"
        return Marked(replace(answers, trouble=told), (), is_map=True)
    try:
        graph = load(answers.map)
    except ArgmapError as error:
        return Marked(replace(answers, trouble=str(error)), (), is_map=True)
    if len(graph.document.source.typed.pieces) > 1:  # who includes the key's map has it all right
        told = "it includes other files; a map that is marked has to stand in one file"
        return Marked(replace(answers, trouble=told), (), is_map=True)
    return mark_map(answers, lesson.reference, Claims(graph, answers.file), decisions)


def open_questions(marked: Sequence[Marked]) -> Iterator[Question]:
    """Yield the pairs of wordings that a person should decide about, each once."""
    seen = set()
    for each in marked:
        for mark in each.marks:
            if mark.points is None and mark.asked:
                question = Question(
                    mark.asked, mark.given, f"{mark.item}, {each.answers.name}", mark.reason
                )
                if question.key not in seen:
                    seen.add(question.key)
                    yield question

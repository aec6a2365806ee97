"""Unstated premises are covered; pupils find what is taken for granted."""

from dataclasses import replace

from argmap.classroom.covering import blank, boxes_with, cover, made_bare
from argmap.classroom.exercise import Exercise, answer_boxes
from argmap.classroom.gaps import CannotAsk, Gap, Mistake, Request, choose, lettered
from argmap.classroom.kinds.boxes import gap_of, near, solved
from argmap.classroom.lesson import Lesson
from argmap.mapping.argument_map import EdgeKind
from argmap.mapping.arrange import UNSTATED_TAG
from argmap.model.graph import NodeRef

_WHAT = "unstated premises"
_TASK = (
    "In each box with a letter the argument needs a premise that nobody says. Read what stands"
    " beside it and the conclusion, and write the missing premise as one full sentence."
)


def make(lesson: Lesson, request: Request) -> Exercise:
    """Cover unstated premises.

    raises: `CannotAsk`, which says how a map gets such premises
    """
    refs = [ref for ref in lesson.askable if UNSTATED_TAG in lesson.graph.node(ref).tags]
    if not refs:
        raise CannotAsk(
            "this map has no unstated premise to find: reconstruct an argument as numbered"
            " premises and a conclusion, and tag what nobody says with #unstated"
        )
    chosen = lettered(choose(refs, request, _WHAT, near(lesson)), request)
    gaps = tuple(_gap(lesson, letter, ref, chosen) for letter, ref in chosen)
    drawn = made_bare(lesson.drawn)
    return Exercise(
        _TASK,
        gaps,
        cover(drawn, {ref: blank(letter) for letter, ref in chosen}),
        solved(drawn, lesson, chosen),
        answer_boxes(gaps, per_row=1),
        (),
        focus=boxes_with(drawn, {ref for _, ref in chosen}),
    )


def _gap(lesson: Lesson, letter: str, ref: NodeRef, chosen: list[tuple[str, NodeRef]]) -> Gap:
    gap = gap_of(lesson, letter, ref, chosen)
    for tie in lesson.ties.starting.get(ref, ()):
        if tie.kind is not EdgeKind.PREMISE:
            continue
        beside = [
            lesson.name(each.source)
            for each in lesson.ties.ending.get(tie.target, ())
            if each.step == tie.step and each.source != ref
        ]
        conclusion = lesson.name(tie.target)
        step = f"from {' and '.join(beside)} " if beside else ""
        reason = f"Without it nothing leads {step}to {conclusion}."
        shows = "repeats the conclusion: it says what follows, not what is needed for it"
        return replace(gap, reason=reason, mistake=Mistake(lesson.said(tie.target), shows))
    return gap

"""Boxes of the map are empty; pupils fill them from a word bank, in which some are too many."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from argmap.classroom.covering import blank, boxes_with, cover, made_bare, without
from argmap.classroom.dice import mixed_up
from argmap.classroom.exercise import Exercise, Option, answer_boxes, bank
from argmap.classroom.gaps import CannotAsk, Gap, Request, choose, lettered
from argmap.classroom.kinds.boxes import WHAT, gap_of, near, solved
from argmap.classroom.lesson import Lesson
from argmap.classroom.ties import Tie
from argmap.mapping.argument_map import Row
from argmap.model.graph import NodeKind, NodeRef

USUAL = 2
_TASK = (
    "Some boxes of the map are empty. Find for each the entry of the word bank that belongs there,"
    " and write its number and its main words."
)
_TOO_MANY = " Some entries belong nowhere on this map."


def make(lesson: Lesson, request: Request) -> Exercise:
    """Leave out claims, and put these into a bank with others that the map has elsewhere.

    Distractors are end boxes that the sheet's picture does not show, so that nobody can tell them
    by their standing there already.
    """
    refs = choose(lesson.askable, request, WHAT, near(lesson))
    distractors = _distractors(lesson, refs, request)
    chosen = lettered(refs, request)
    entries = mixed_up([*refs, *distractors], request.dice(f"bank {request.version}"))
    numbers = {ref: str(number) for number, ref in enumerate(entries, 1)}
    options = tuple(Option(numbers[ref], lesson.said(ref), ref in distractors) for ref in entries)
    gaps = tuple(_gap(lesson, letter, ref, chosen, numbers, distractors) for letter, ref in chosen)
    drawn = made_bare(lesson.drawn)
    unseen = boxes_with(drawn, set(distractors))
    task = _TASK + (_TOO_MANY if distractors else "")
    return Exercise(
        task,
        gaps,
        cover(without(drawn, unseen), {ref: blank(letter) for letter, ref in chosen}),
        solved(drawn, lesson, chosen),
        (bank("Word bank", options, filled=False), *answer_boxes(gaps)),
        (bank("Word bank", options, filled=True),),
        options,
        boxes_with(drawn, set(refs)),
    )


def _gap(  # noqa: PLR0913, PLR0917 (what a gap is made of)
    lesson: Lesson,
    letter: str,
    ref: NodeRef,
    chosen: Sequence[tuple[str, NodeRef]],
    numbers: Mapping[NodeRef, str],
    distractors: Sequence[NodeRef],
) -> Gap:
    gap = gap_of(lesson, letter, ref, chosen, distractors)
    return replace(gap, accepted=(*gap.accepted, numbers[ref]), is_exact=True)


def _distractors(lesson: Lesson, refs: list[NodeRef], request: Request) -> list[NodeRef]:
    wanted = USUAL if request.distractors is None else request.distractors
    taken = {_place(tie) for ref in refs for tie in lesson.ties.starting.get(ref, ())}
    in_cards = {
        part.title for box in lesson.drawn.boxes for part in box.parts if isinstance(part, Row)
    }
    free = [
        ref
        for ref in lesson.askable
        if ref not in refs
        and not lesson.ties.below(ref)
        and not (ref.kind is NodeKind.STATEMENT and ref.title in in_cards)
        and taken.isdisjoint(_place(tie) for tie in lesson.ties.starting.get(ref, ()))
    ]
    if request.distractors is not None and wanted > len(free):
        raise CannotAsk(
            f"--distractors {wanted} is too many: the map has {len(free)} end boxes that fit into"
            f" no gap of this sheet; use --distractors {len(free)}, or fewer gaps with --blank"
        )
    return request.dice("distractors").shuffled(free)[:wanted]


def _place(tie: Tie) -> tuple[object, ...]:
    return (tie.kind, tie.target, tie.step)

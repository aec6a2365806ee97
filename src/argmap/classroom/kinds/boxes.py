"""Boxes of the map are empty; pupils fill them in their own words."""

from collections.abc import Callable, Collection, Sequence

from argmap.classroom.covering import Cover, blank, boxes_with, cover, made_bare
from argmap.classroom.exercise import Exercise, answer_boxes
from argmap.classroom.gaps import Answer, Gap, Mistake, Request, choose, lettered
from argmap.classroom.lesson import Lesson
from argmap.classroom.relations import FOR, opposing, place_of
from argmap.mapping.argument_map import ArgumentMap
from argmap.model.graph import NodeKind, NodeRef

WHAT = "claims that can be left out (the main claims stay)"
_TASK = (
    "Some boxes of the map are empty. Work out from the text and from the arrows around each box"
    " what has to stand there, and write it as one full sentence."
)


def make(lesson: Lesson, request: Request) -> Exercise:
    """Leave out statements and sketched arguments, neighbours last."""
    chosen = lettered(choose(lesson.askable, request, WHAT, near(lesson)), request)
    gaps = tuple(gap_of(lesson, letter, ref, chosen) for letter, ref in chosen)
    drawn = made_bare(lesson.drawn)
    return Exercise(
        _TASK,
        gaps,
        cover(drawn, {ref: blank(letter) for letter, ref in chosen}),
        solved(drawn, lesson, chosen),
        answer_boxes(gaps),
        (),
        focus=boxes_with(drawn, {ref for _, ref in chosen}),
    )


def near(lesson: Lesson) -> Callable[[NodeRef], tuple[NodeRef, ...]]:
    """Return what gives the neighbours of a node on the map."""
    return lambda ref: lesson.ties.above(ref) + lesson.ties.below(ref)


def solved(
    drawn: ArgumentMap, lesson: Lesson, chosen: Sequence[tuple[str, NodeRef]]
) -> ArgumentMap:
    """Return the map of the key: everything in its place, with its letter."""
    covers = {}
    for letter, ref in chosen:
        node = lesson.graph.node(ref)
        title = node.title if node.is_titled else letter
        covers[ref] = Cover(title, lesson.said(ref), f"answer {letter}")
    return cover(drawn, covers)


def gap_of(
    lesson: Lesson,
    letter: str,
    ref: NodeRef,
    chosen: Sequence[tuple[str, NodeRef]],
    unseen: Collection[NodeRef] = (),
) -> Gap:
    """Return what the key says about a node that is left out.

    unseen: what else the picture does not show
    """
    node = lesson.graph.node(ref)
    ties = lesson.ties
    swaps = tuple(
        other
        for other, another in chosen
        if another != ref and ties.are_alike(ref, another, unseen) and ties.above(ref)
    )
    return Gap(
        letter=letter,
        node=lesson.name(ref),
        kind=Answer.STATEMENT if ref.kind is NodeKind.STATEMENT else Answer.ARGUMENT,
        answer=lesson.said(ref),
        accepted=lesson.ways_to_say(ref),
        reason=place_of(lesson, ref),
        is_exact=False,
        mistake=_mistake(lesson, ref),
        swaps=swaps,
        leads_to=lesson.names(ties.above(ref)),
        led_by=lesson.names(each for each in ties.below(ref) if each not in unseen),
        title=node.title if node.is_titled else None,
    )


def _mistake(lesson: Lesson, ref: NodeRef) -> Mistake | None:
    """Return the nearest thing on the map that is wrong here."""
    if (other := opposing(lesson, ref)) is not None:
        is_for = any(tie.kind in FOR for tie in lesson.ties.starting[ref])
        shows = "takes an objection for a reason" if is_for else "takes a reason for an objection"
        return Mistake(lesson.said(other), shows)
    above = lesson.ties.above(ref)
    if above:
        return Mistake(
            lesson.said(above[0]), "repeats the claim above in place of what bears on it"
        )
    below = lesson.ties.below(ref)
    if below:
        return Mistake(lesson.said(below[0]), "repeats a reason in place of what it shows")
    return None

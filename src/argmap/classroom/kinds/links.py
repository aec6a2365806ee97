"""Arrows of the map are missing; pupils draw them."""

from collections.abc import Mapping

from argmap.classroom.covering import made_bare, numbered, without
from argmap.classroom.exercise import Exercise, Option, answer_lines, letter, said
from argmap.classroom.gaps import Answer, Gap, Mistake, Request, choose, lettered
from argmap.classroom.lesson import Lesson
from argmap.mapping.argument_map import ArgumentMap, BoxKind, Edge, Row
from argmap.publishing import Block

WHAT = "arrows from boxes that have only one"
_TASK = (
    "Some arrows of the map are missing. Draw each from the box that is named to the box that it"
    " bears on, if both are on one page, and write down that box's number (of a numbered line in a"
    " box: 3.1)."
)


def make(lesson: Lesson, request: Request) -> Exercise:
    """Leave out arrows; every box of the picture has a number to point to."""
    drawn, numbers = numbered(made_bare(lesson.drawn))
    chosen = lettered(choose(single_arrows(drawn), request, WHAT), request)
    gaps = tuple(_gap(lesson, name, edge, drawn, numbers) for name, edge in chosen)
    starts = [numbers[edge.source.box] for _, edge in chosen]
    refs = {box.id: box.ref for box in drawn.boxes}
    options = tuple(
        Option(str(number), lesson.name(ref))
        for name, number in numbers.items()
        if (ref := refs[name]) is not None
    )
    return Exercise(
        _TASK,
        gaps,
        without(drawn, edges={edge.id for _, edge in chosen}),
        drawn,
        _lines(gaps, starts),
        (),
        options,
    )


def single_arrows(drawn: ArgumentMap) -> list[Edge]:
    """Return the arrows that are the only ones to start at their boxes, in document order."""
    count: dict[str, int] = {}
    kinds = {box.id: box.kind for box in drawn.boxes}
    for edge in drawn.edges:
        for end in {edge.source.box, *((edge.target.box,) if edge.kind.is_symmetric else ())}:
            count[end] = count.get(end, 0) + 1
    plain = (BoxKind.STATEMENT, BoxKind.ARGUMENT)
    return [
        edge
        for edge in drawn.edges
        if count[edge.source.box] == 1
        and edge.source.port is None
        and not edge.kind.is_symmetric
        and kinds[edge.source.box] in plain
        and kinds[edge.target.box] in plain
    ]


def _gap(
    lesson: Lesson, name: str, edge: Edge, drawn: ArgumentMap, numbers: Mapping[str, int]
) -> Gap:
    boxes = {box.id: box for box in drawn.boxes}
    source, target = boxes[edge.source.box], boxes[edge.target.box]
    assert source.ref is not None and target.ref is not None
    number = str(numbers[target.id])
    row = next(
        (p for p in target.parts if isinstance(p, Row) and p.port == edge.target.port), None
    )
    aim = f"{number}.{row.number}" if row is not None else number
    accepted = [aim, number, *lesson.ways_to_say(target.ref)]
    where = f"box {number}, {lesson.name(target.ref)}"
    if row is not None:
        accepted.append(row.title)
        where = f"line {row.number} of {where}"
    return Gap(
        letter=name,
        node=lesson.name(source.ref),
        kind=Answer.LINK,
        answer=aim,
        accepted=tuple(dict.fromkeys(accepted)),
        reason=f"{lesson.name(source.ref)} bears on {where}.",
        is_exact=True,
        mistake=_mistake(lesson, edge, drawn, numbers),
        leads_to=lesson.names(lesson.ties.above(source.ref)),
        led_by=lesson.names(lesson.ties.below(source.ref)),
        title=source.ref.title,
    )


def _mistake(
    lesson: Lesson, edge: Edge, drawn: ArgumentMap, numbers: Mapping[str, int]
) -> Mistake | None:
    """Return the main claim, if the arrow does not lead there: many hang everything on it."""
    for box in drawn.boxes:
        if box.ref in lesson.theses and box.id not in {edge.target.box, edge.source.box}:
            shows = "hangs on the main claim what bears on one of its reasons"
            return Mistake(str(numbers[box.id]), shows)
    return None


def _lines(gaps: tuple[Gap, ...], starts: list[int]) -> tuple[Block, ...]:
    rows = [
        (letter(gap), said(f"from box {start} to box"), said(""), said(""))
        for gap, start in zip(gaps, starts, strict=True)
    ]
    heads = ("", "Draw the arrow", "Number", "How do you know?")
    return answer_lines(heads, rows, (0.06, 0.2, 0.14, 0.6))

"""Some arrows do not say whether they are for or against; pupils do."""

from dataclasses import replace

from argmap.classroom.covering import ANSWER, made_bare, without_sign
from argmap.classroom.exercise import Exercise, Option, answer_lines, letter, said
from argmap.classroom.gaps import Answer, Gap, Mistake, Request, choose, lettered
from argmap.classroom.kinds.links import single_arrows
from argmap.classroom.lesson import Lesson
from argmap.classroom.relations import AGAINST, FOR
from argmap.mapping.argument_map import ArgumentMap, Edge
from argmap.model.graph import NodeRef
from argmap.publishing import Align, Block, Cell, Paragraph, Style, words

WHAT = "arrows for or against from boxes that have only one"
_TASK = (
    "The grey arrows do not say whether a box with a letter speaks for or against the box that its"
    " arrow points to. Circle + for a reason, − for an objection."
)
_WAYS = {
    "+": ("+", "plus", "for", "supports", "support", "pro"),
    "-": ("-", "−", "–", "minus", "against", "attacks", "attack", "con"),
}
_SHOWS = {
    "+": "reads a reason as an objection",
    "-": "reads an objection as a reason",
}


def make(lesson: Lesson, request: Request) -> Exercise:
    """Take the signs off some arrows."""
    drawn = made_bare(lesson.drawn)
    signed = [edge for edge in single_arrows(drawn) if edge.kind in FOR + AGAINST]
    chosen = lettered(choose(signed, request, WHAT), request)
    refs = {box.id: box.ref for box in drawn.boxes}
    gaps = tuple(_gap(lesson, name, edge, refs) for name, edge in chosen)
    return Exercise(
        _TASK,
        gaps,
        without_sign(drawn, {edge.id: name for name, edge in chosen}),
        _solved(drawn, {edge.id: name for name, edge in chosen}),
        _lines(gaps),
        (),
        (Option("+", "for"), Option("-", "against")),
        frozenset(edge.source.box for _, edge in chosen),
    )


def _solved(drawn: ArgumentMap, edges: dict[str, str]) -> ArgumentMap:
    starts = {edge.source.box: edges[edge.id] for edge in drawn.edges if edge.id in edges}
    return replace(
        drawn,
        boxes=tuple(
            replace(box, label=f"answer {starts[box.id]}", hue=ANSWER) if box.id in starts else box
            for box in drawn.boxes
        ),
    )


def _gap(lesson: Lesson, name: str, edge: Edge, refs: dict[str, NodeRef | None]) -> Gap:
    source, target = refs[edge.source.box], refs[edge.target.box]
    assert source is not None and target is not None
    sign = "+" if edge.kind in FOR else "-"
    verb = "is a reason for" if sign == "+" else "speaks against"
    return Gap(
        letter=name,
        node=lesson.name(source),
        kind=Answer.SIGN,
        answer=sign,
        accepted=_WAYS[sign],
        reason=f"{lesson.name(source)} {verb} {lesson.names(lesson.ties.above(source))[0]}.",
        is_exact=True,
        mistake=Mistake("-" if sign == "+" else "+", _SHOWS[sign]),
        leads_to=lesson.names(lesson.ties.above(source)),
        led_by=lesson.names(lesson.ties.below(source)),
        title=source.title,
    )


def _lines(gaps: tuple[Gap, ...]) -> tuple[Block, ...]:
    signs = [Cell((Paragraph(words(sign, Style.STRONG)),), Align.CENTER) for sign in "+−"]
    rows = [(letter(gap), *signs, said("")) for gap in gaps]
    heads = ("", "for", "against", "How do you know?")
    return answer_lines(heads, rows, (0.06, 0.1, 0.1, 0.74))

"""They say, we say: the exchanges about a point as a table; what is won if nobody answers it."""

from collections.abc import Iterator, Sequence

from argmap.debate.case import Case
from argmap.debate.clash import stands
from argmap.debate.open_blocks import none_yet
from argmap.debate.phrasing import called, labelled, quoted
from argmap.debate.points import Objection, Point
from argmap.debate.teams import Stance
from argmap.model.graph import RelationKind
from argmap.publishing import (
    Block,
    Cell,
    Item,
    Items,
    Paragraph,
    ParagraphStyle,
    Run,
    Style,
    Table,
    paragraph,
    words,
)

NO_ANSWER = "NO ANSWER YET"
MOST_ANSWERS = 4
_SPEAKS = {
    RelationKind.SUPPORT: "speaks for",
    RelationKind.ENTAILS: "shows",
    RelationKind.ATTACK: "speaks against",
    RelationKind.CONTRARY: "rules out",
    RelationKind.CONTRADICTORY: "rules out",
    RelationKind.UNDERCUT: "undercuts",
}


def is_ours(case: Case, point: Point) -> bool:
    """Tell whether a point is one of our own, or serves both sides."""
    return case.stance(point.ref) is not Stance.THEIRS


def exchange_table(case: Case, point: Point, start: int, stop: int | None) -> Iterator[Block]:
    """Yield some of the exchanges: what they say, and what we say to it."""
    heads = ("They say", "We say") if is_ours(case, point) else ("We say", "They say")
    if not point.objections:
        yield none_yet(" / ".join(heads), "the map has no objection to it")
        return
    yield paragraph(" / ".join(heads), ParagraphStyle.LABEL)
    found = point.objections[start:stop]
    if not found:
        return
    rows = [tuple(Cell((paragraph(head),)) for head in heads)]
    for number, objection in enumerate(found, start + 1):
        answers = case.answers(objection, point)
        said = (Run(f"{number}. ", Style.STRONG), *_said(case, objection))
        rows.append(
            (Cell((Paragraph(said),)), _answers(case, answers, are_ours=is_ours(case, point)))
        )
    yield Table(tuple(rows), widths=(1, 1))


def _said(case: Case, objection: Objection) -> tuple[Run, ...]:
    attacker = case.point_of(objection.source)
    said = attacker.tag if attacker is not None else case.said(objection.source)
    weak = "" if stands(case, objection) else ", answered on the map"
    return (Run(f"{said} "), Run(f"({labelled(objection)}{weak})", Style.MUTE))


def _answers(case: Case, answers: Sequence[Objection], *, are_ours: bool) -> Cell:
    if not answers:
        told = NO_ANSWER if are_ours else "no answer of theirs on the map"
        return Cell((Paragraph(words(told, Style.BAD if are_ours else Style.GOOD)),))
    items = (
        Item((Paragraph(_said(case, answer)),), f"{number}.")
        for number, answer in enumerate(answers[:MOST_ANSWERS], 1)
    )
    blocks: list[Block] = [Items(tuple(items))]
    if len(answers) > MOST_ANSWERS:
        rest = ", ".join(called(case, each.source) for each in answers[MOST_ANSWERS:])
        blocks.append(paragraph(f"also: {rest}", ParagraphStyle.NOTE))
    return Cell(tuple(blocks))


def if_dropped(case: Case, point: Point) -> str:
    """Return why a side wins if nobody answers the point: what it speaks for or against."""
    who, winner = ("they", "we") if is_ours(case, point) else ("we", "they")
    start = f"If {who} drop this, {winner} win because it "
    if not point.targets:
        return f"If {who} drop this, nothing follows: on the map it speaks for nothing yet."
    told = [
        f"{_SPEAKS[kind]} {quoted(case.said(ref))}"
        for kind, ref in dict.fromkeys((point.targets[0], point.targets[-1]))
    ]
    return start + ", and ".join(told) + "."

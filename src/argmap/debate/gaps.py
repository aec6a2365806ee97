"""Gaps: they say, we say; what has no answer; offence and defence counted."""

from collections.abc import Iterator

from argmap.debate.case import Case
from argmap.debate.clash import Exchange, Tally, double_turns, exchanges, stands, tally
from argmap.debate.exchange_table import NO_ANSWER
from argmap.debate.phrasing import called, labelled
from argmap.debate.points import Objection
from argmap.debate.teams import Stance
from argmap.model.graph import NodeRef
from argmap.publishing import (
    Block,
    Cell,
    Heading,
    Item,
    Items,
    Paragraph,
    Publication,
    Run,
    Style,
    Table,
    Text,
    paragraph,
    words,
)

_THEIRS = "The map has no answer of theirs."


def gaps_pages(case: Case, title: str) -> Publication:
    """Return the pages: a count, what is said against us with our answers, and the reverse."""
    ours, theirs = _parted(case)
    blocks: tuple[Block, ...] = (
        Heading(1, words(f"Gaps: {title}")),
        paragraph(f"Prepared for {case.side}."),
        *_counted(case),
        Heading(2, words("They say, we say")),
        *_exchanges(case, ours, "Nothing on the map is said against us."),
        Heading(2, words("We say, they say")),
        *_exchanges(case, theirs, "We say nothing against them yet."),
        *_warnings(case),
    )
    return Publication(f"Gaps: {title}", blocks, footer=title)


def _parted(case: Case) -> tuple[list[Exchange], list[Exchange]]:
    """Return the exchanges about our points, and about all others."""
    ours: list[Exchange] = []
    theirs: list[Exchange] = []
    for each in exchanges(case):
        is_ours = case.stance(each.point.ref) in (Stance.OURS, Stance.BOTH)
        (ours if is_ours else theirs).append(each)
    return ours, theirs


def _counted(case: Case) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = [("", "objections", "offence", "defence", "unanswered")]
    for name, stance in (("ours", Stance.OURS), ("theirs", Stance.THEIRS)):
        count = tally(case, stance, Stance.BOTH)
        rows.append((name, *(str(number) for number in _numbers(count))))
    cells = tuple(tuple(Cell((paragraph(text),)) for text in row) for row in rows)
    yield Table(cells, widths=(1, 1, 1, 1, 1))
    yield paragraph(
        "Offence wins something (a turn, outweighing); what the map does not name is defence."
    )


def _numbers(count: Tally) -> tuple[int, int, int, int]:
    return count.objections, count.offence, count.defence, len(count.unanswered)


def _exchanges(case: Case, found: list[Exchange], none: str) -> Iterator[Block]:
    if not found:
        yield paragraph(none)
    by_point: dict[NodeRef, list[Exchange]] = {}
    for each in found:
        by_point.setdefault(each.point.ref, []).append(each)
    for ref, about in by_point.items():
        yield Heading(3, words(called(case, ref)))
        yield paragraph(case.said(ref))
        yield Items(tuple(_item(case, each) for each in about), is_numbered=True)


def _item(case: Case, each: Exchange) -> Item:
    blocks: list[Block] = [Paragraph(_said(case, each.objection))]
    if each.answers:
        answers = tuple(Item((Paragraph(_said(case, answer)),)) for answer in each.answers)
        blocks.append(Items(answers))
        if not any(stands(case, answer) for answer in each.answers):
            blocks.append(Paragraph(words("No answer of these stands.", Style.BAD)))
    else:
        is_ours = case.stance(each.objection.source) is Stance.OURS
        told = words(_THEIRS, Style.GOOD) if is_ours else words(NO_ANSWER, Style.BAD)
        blocks.append(Paragraph(told))
    return Item(tuple(blocks))


def _said(case: Case, objection: Objection) -> Text:
    return (
        Run(f"{called(case, objection.source)} ", Style.STRONG),
        Run(f"({labelled(objection)}) ", Style.MUTE),
        Run(_words(case, objection)),
    )


def _words(case: Case, objection: Objection) -> str:
    point = case.point_of(objection.source)
    return point.tag if point is not None else case.said(objection.source)


def _warnings(case: Case) -> Iterator[Block]:
    for point in double_turns(case):
        yield Paragraph(
            (
                Run("Double turn: ", Style.BAD),
                Run(
                    f"{called(case, point.ref)} is turned at its link and at its impact."
                    " Keep one of the two: together they win the point for them."
                ),
            )
        )


def report_gaps(case: Case) -> dict[str, object]:
    """Return `{side, exchanges: [{point, objection, place, kind, answers}], ours, theirs}`."""
    return {
        "side": case.side,
        "exchanges": [
            {
                "point": each.point.ref.title,
                "whose": str(case.stance(each.point.ref)),
                "objection": each.objection.source.title,
                "place": each.objection.place,
                "kind": str(each.objection.kind),
                "reply": str(each.objection.reply) if each.objection.reply else None,
                "answers": [answer.source.title for answer in each.answers],
                "answered": each.is_answered,
            }
            for each in exchanges(case)
        ],
        **{
            name: {
                "objections": count.objections,
                "offence": count.offence,
                "defence": count.defence,
                "unanswered": [ref.title for ref in count.unanswered],
            }
            for name, count in (
                ("ours", tally(case, Stance.OURS, Stance.BOTH)),
                ("theirs", tally(case, Stance.THEIRS, Stance.BOTH)),
            )
        },
        "double_turns": [point.ref.title for point in double_turns(case)],
    }

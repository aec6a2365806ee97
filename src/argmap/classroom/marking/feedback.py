"""Pages about marks: a sheet for each pupil, and one for the teacher about the class."""

from collections.abc import Iterator, Sequence

from argmap.classroom.marking.marks import Band, Mark, Marked
from argmap.classroom.marking.statistics import (
    FEWEST,
    Agreement,
    Item,
    item_statistics,
    worst_first,
)
from argmap.classroom.marking.table import points_of, shown
from argmap.publishing import (
    Align,
    Block,
    Cell,
    Frame,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Publication,
    Run,
    Style,
    Table,
    Together,
    paragraph,
    words,
)
from argmap.publishing import Item as Entry

_FULL, _PART, _NONE, _OPEN, _EMPTY = "#D5EFE3", "#FFF4D6", "#F9D5D0", "#DCE6F5", "#E6E6E6"
_WIDEST = 14


def feedback_pages(marked: Sequence[Marked], title: str) -> Publication:
    """Return a page for each pupil: points, at most three things to fix, item by item."""
    blocks: list[Block] = []
    for number, each in enumerate(marked):
        if number:
            blocks.append(PageBreak())
        blocks += _sheet(each, title)
    return Publication(f"Feedback: {title}", tuple(blocks), footer=title)


def _sheet(each: Marked, title: str) -> Iterator[Block]:
    yield Heading(1, words(each.answers.name))
    yield Paragraph(words(title), ParagraphStyle.SUBTITLE)
    if not each.marks:
        yield paragraph(f"This could not be marked: {each.answers.trouble}.")
        return
    runs = [Run(f"{shown(each.points)} of {shown(each.most)} points", Style.STRONG)]
    if each.open:
        runs.append(Run(f"; {shown(each.open)} more are open until a person has looked."))
    yield Paragraph(tuple(runs))
    yield from _to_fix(each)
    yield Heading(2, words("Item by item"))
    rows = [("", "your answer", "points", "why")]
    rows += [
        (mark.item, mark.given, f"{points_of(mark)} of {shown(mark.most)}", _why(mark))
        for mark in each.marks
    ]
    widths = (2.4, 4, 1.2, 4) if each.is_map else (0.6, 4.4, 1.2, 4.4)
    fills = [None, *(_fill(mark) for mark in each.marks)]
    yield _table(rows, widths, fills, column=2)


def _why(mark: Mark) -> str:
    if mark.band is Band.ACCEPTED:
        return "right"
    return mark.reason or mark.band.value


def _to_fix(each: Marked) -> Iterator[Block]:
    worst = worst_first(each.marks)
    if not worst:
        done = "Nothing to fix." if not each.open else "Nothing to fix so far."
        yield paragraph(done)
        return
    heading = {1: "One thing", 2: "Two things", 3: "Three things"}[len(worst)]
    entries = tuple(
        Entry((Paragraph((Run(f"{mark.reason} "), Run(mark.fix, Style.STRONG))),))
        for mark in worst
    )
    yield Together((Frame((Items(entries, is_numbered=True),), label=f"{heading} to fix"),))


def class_pages(marked: Sequence[Marked], title: str, agreed: Agreement) -> Publication:
    """Return what a class shows: a heat map, the items, what a person has to look at."""
    blocks: list[Block] = [Heading(1, words(f"The class: {title}"))]
    sheets = [each for each in marked if each.marks and not each.is_map]
    maps = [each for each in marked if each.marks and each.is_map]
    for group, name in ((sheets, "Worksheets"), (maps, "Maps of their own")):
        if group:
            blocks.append(Heading(2, words(f"{name}: {len(group)}")))
            blocks += _group(group)
    blocks += _by_hand(marked, agreed)
    unread = [each for each in marked if not each.marks]
    if unread:
        blocks.append(Heading(2, words("Could not be marked")))
        blocks.append(
            Items(
                tuple(
                    Entry((paragraph(f"{e.answers.file}: {e.answers.trouble}"),)) for e in unread
                )
            )
        )
    return Publication(f"The class: {title}", tuple(blocks), footer=title, is_landscape=True)


def _group(group: Sequence[Marked]) -> Iterator[Block]:
    shares = sorted(each.share for each in group)
    middle = (
        shares[len(shares) // 2]
        if len(shares) % 2
        else (shares[len(shares) // 2 - 1] + shares[len(shares) // 2]) / 2
    )
    if len(group) > 1:
        yield paragraph(
            f"Between {shares[0]:.0%} and {shares[-1]:.0%} of the points, half of them at "
            f"{middle:.0%} or more. Open points are not counted."
        )
    items = item_statistics(group)
    codes = {item.item: item.item for item in items}
    if any(len(item.item) > 3 for item in items):
        codes = {item.item: str(number) for number, item in enumerate(items, 1)}
    yield from _heat(group, items, codes)
    expected = {mark.item: mark.expected for each in group for mark in each.marks}
    yield from _items(items, codes, expected)


def _heat(
    group: Sequence[Marked], items: Sequence[Item], codes: dict[str, str]
) -> Iterator[Block]:
    """Yield who got what, in parts that fit on a page; cells say their points too."""
    for start in range(0, len(items), _WIDEST):
        shown_items = items[start : start + _WIDEST]
        rows = [["", *(codes[item.item] for item in shown_items), "all"]]
        fills: list[list[str | None]] = [[None] * (len(shown_items) + 2)]
        for each in group:
            marks = {mark.item: mark for mark in each.marks}
            rows.append(
                [
                    each.answers.name,
                    *(points_of(marks.get(item.item)) for item in shown_items),
                    f"{each.share:.0%}",
                ]
            )
            fills.append([None, *(_fill(marks.get(item.item)) for item in shown_items), None])
        cells = tuple(
            tuple(
                Cell(
                    (Paragraph(words(text, Style.STRONG if not number else Style.PLAIN)),),
                    Align.CENTER if column else Align.START,
                    fills[number][column],
                )
                for column, text in enumerate(row)
            )
            for number, row in enumerate(rows)
        )
        yield Table(cells, widths=(3.5, *((1.0,) * len(shown_items)), 1.3))
    yield paragraph(
        "Points of each item: green all, yellow a part, red none, grey empty, blue and “?” open.",
        ParagraphStyle.NOTE,
    )


def _fill(mark: Mark | None) -> str | None:
    if mark is None:
        return None
    if mark.points is None:
        return _OPEN
    if mark.band is Band.EMPTY:
        return _EMPTY
    if mark.points >= mark.most:
        return _FULL
    return _PART if mark.points > 0 else _NONE


def _items(
    items: Sequence[Item], codes: dict[str, str], expected: dict[str, str]
) -> Iterator[Block]:
    yield Heading(3, words("Items"))
    rows = [("", "item", "difficulty", "discrimination", "settled", "")]
    rows += [
        (
            codes[item.item],
            item.item if codes[item.item] != item.item else expected[item.item],
            "–" if item.difficulty is None else f"{item.difficulty:.2f}",
            "–" if item.discrimination is None else f"{item.discrimination:.2f}",
            str(item.settled),
            item.told,
        )
        for item in items
    ]
    yield _table(rows, (0.7, 3.6, 1.5, 2.0, 1.2, 4.6))
    few = max((item.settled for item in items), default=0) < FEWEST
    note = (
        "Difficulty: mean share of the marks, 1 is easy. Discrimination: correlation with the rest"
        " of the sheet (point-biserial, the item left out; Henrysson 1963); 0.4 and more is very"
        " good, under 0.2 look at the item (Ebel 1965)."
    )
    if few:
        note += f" With fewer than {FEWEST} answers discrimination says next to nothing."
    yield paragraph(note, ParagraphStyle.NOTE)


def _by_hand(marked: Sequence[Marked], agreed: Agreement) -> Iterator[Block]:
    open_marks = [(each, mark) for each in marked for mark in each.marks if mark.points is None]
    if not open_marks and agreed.rate is None:
        return
    yield Heading(2, words("For a person"))
    if agreed.rate is not None:
        yield paragraph(
            f"Pairs of wordings that a person has decided: {agreed.decided}. Their words alone "
            f"say the same of {agreed.agreed} ({agreed.rate:.0%}); accepted by the person alone: "
            f"{agreed.accepted_by_person_alone}, by their words alone: "
            f"{agreed.accepted_by_words_alone}."
        )
    if open_marks:
        rows = [("who", "item", "answer", "in the key", "why")]
        rows += [(e.answers.name, m.item, m.given, m.expected, m.reason) for e, m in open_marks]
        yield paragraph(
            f"Open answers: {len(open_marks)}. Decide about them in the file of --decisions."
        )
        yield _table(rows, (2, 1.6, 4, 4, 3))


def _table(
    rows: Sequence[tuple[str, ...]],
    widths: tuple[float, ...],
    fills: Sequence[str | None] = (),
    column: int = -1,
) -> Table:
    return Table(
        tuple(
            tuple(
                Cell(
                    (Paragraph(words(text, Style.PLAIN if number else Style.STRONG)),),
                    fill=fills[number] if fills and place == column else None,
                )
                for place, text in enumerate(row)
            )
            for number, row in enumerate(rows)
        ),
        widths=widths,
    )

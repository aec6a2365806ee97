"""What a comparison says, as pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from argmap.classroom.comparing.closure import Change, named
from argmap.classroom.comparing.decisions import Question
from argmap.classroom.comparing.differences import Aspect, Compared, Difference
from argmap.classroom.comparing.picture import EXPLAINED
from argmap.classroom.comparing.score import Comparison, Score
from argmap.publishing import (
    Align,
    Block,
    Cell,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Publication,
    Run,
    Style,
    Table,
    Text,
    paragraph,
    words,
)

LIMITS = (
    "Claims are matched by their words, not by their meaning: two sentences that say the same in "
    "other words look different, and a person has to say so. A score of two maps is no mark of a "
    "person's work; it says how much of two drawings is alike."
)
_MOST_ROWS = 200
_BESIDE_THE_SCORE = 20
"""Claims of a picture that can be read on the page with the score."""
_SHARED_PAGE, _OWN_PAGE = 96.0, 158.0  # height of the picture in millimetres


def compare_pages(
    comparisons: Sequence[Comparison], pictures: Sequence[str], title: str
) -> Publication:
    """Return the report: for each other map score, picture, differences, pairs to settle, lists.

    pictures: one for each comparison, as SVG
    """
    blocks: list[Block] = [Heading(1, words(f"Compared with {title}"))]
    if len(comparisons) > 1:
        blocks += _class(comparisons)
    for number, (comparison, svg) in enumerate(zip(comparisons, pictures, strict=True)):
        if len(comparisons) > 1:
            blocks.append(PageBreak())
        blocks += _one(comparison, svg, number + 1)
    blocks += [Heading(2, words("What this cannot tell")), paragraph(LIMITS)]
    return Publication(f"Compared with {title}", tuple(blocks), footer=title, is_landscape=True)


def _one(comparison: Comparison, svg: str, number: int) -> Iterator[Block]:
    compared, score = comparison.compared, comparison.score
    name = compared.right.name
    yield Heading(2, words(name), f"map-{number}")
    yield from _score(score)
    is_large = len(compared.left.all) > _BESIDE_THE_SCORE
    if is_large:
        yield PageBreak()
    yield Figure(
        svg,
        f"Both maps in one picture. {_counted(compared)}",
        1.0,
        _OWN_PAGE if is_large else _SHARED_PAGE,
        EXPLAINED,
    )
    yield from _differences(compared)
    yield from _doubts(compared)
    yield from _lists(compared)


def _score(score: Score) -> Iterator[Block]:
    text: list[Run] = [Run("Score "), Run(f"{score.value:.0%}", Style.STRONG)]
    if score.most - score.least > 0.0005:
        told = f" ({score.least:.0%} to {score.most:.0%}, as the pairs below are settled)"
        text.append(Run(told))
    text.append(Run(", made of these parts:"))
    yield Paragraph(tuple(text), keep_with_next=True)
    rows = [("part", "weight", "found of the reference", "in the reference, of this map", "part")]
    rows += [
        (
            part.aspect.value,
            str(part.weight),
            f"{_points(part.found)} of {part.in_reference}",
            f"{_points(part.sound)} of {part.in_other}",
            f"{part.value:.0%}",
        )
        for part in score.parts
    ]
    yield _table(rows, (3, 1.2, 3, 3, 1.2), numbers=(1, 2, 3, 4))


def _points(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _counted(compared: Compared) -> str:
    counts = Counter(each.change for each in compared.differences)
    if not counts:
        return "There is no difference."
    return ", ".join(f"{change.value}: {counts[change]}" for change in Change if counts[change])


def _differences(compared: Compared) -> Iterator[Block]:
    ours = [d for d in compared.differences if d.change is not Change.EXTRA]
    extra = [d for d in compared.differences if d.change is Change.EXTRA]
    yield Heading(3, words("Differences, those next to the main claim first"))
    if not ours:
        yield paragraph("None.")
    else:
        rows: list[tuple[str, ...]] = [("what", "where", "of", "points")]
        rows += [(d.change.value, d.told, d.aspect.value, _lost(d)) for d in ours[:_MOST_ROWS]]
        yield _table(rows, (1.5, 7, 1.6, 0.9), numbers=(3,))
        if len(ours) > _MOST_ROWS:
            yield paragraph(f"And {len(ours) - _MOST_ROWS} more.", ParagraphStyle.NOTE)
    if extra:
        yield Heading(3, words("What this map has and the reference has not"))
        yield paragraph("Worth a look, not an error.")
        rows = [("claim", "it says")]
        rows += [
            (named(compared.right, d.right[0]), compared.right.all[d.right[0]].text)
            for d in extra[:_MOST_ROWS]
        ]
        yield _table(rows, (3, 7))


def _lost(difference: Difference) -> str:
    return f"−{_points(difference.lost)}" if difference.lost else "0"


def _doubts(compared: Compared) -> Iterator[Block]:
    doubts = compared.matching.doubts
    if not doubts:
        return
    yield Heading(3, words("The same claim? For a person to settle"))
    rows: list[tuple[str, ...]] = [("in the reference", "in this map", "why it is asked", "now")]
    rows += [
        (
            compared.left.all[doubt.left].said,
            compared.right.all[doubt.right].said,
            doubt.why,
            "same" if doubt.is_counted else "not the same",
        )
        for doubt in doubts
    ]
    yield _table(rows, (4, 4, 2, 1.2))
    yield paragraph(
        "With --decisions FILE these pairs are written into a file, where you say which are the "
        "same; or write `same_as:` with the title of the reference's claim into the map.",
        ParagraphStyle.NOTE,
    )


def _lists(compared: Compared) -> Iterator[Block]:
    """Yield the two columns: the reference's claims and what stands for them in the other map."""
    to = compared.matching.to_right
    how = {match.left: match.how.value for match in compared.matching.matches}
    rows: list[tuple[str, ...]] = [("the reference", "this map", "how they were matched")]
    for index, claim in enumerate(compared.left.all):
        other = to.get(index)
        there = "" if other is None else compared.right.all[other].said
        rows.append((claim.said, there, how.get(index, "missing")))
    for index, claim in enumerate(compared.right.all):
        if index not in compared.matching.to_left:
            rows.append(("", claim.said, "extra"))
    yield Heading(3, words("Claim by claim"))
    yield _table(rows, (5, 5, 2))


def _class(comparisons: Sequence[Comparison]) -> Iterator[Block]:
    """Yield what a class as a whole shows: the scores, and what most of them missed."""
    rows: list[tuple[str, ...]] = [("map", "score", *(aspect.value for aspect in Aspect))]
    for comparison in comparisons:
        parts = {part.aspect: part for part in comparison.score.parts}
        rows.append(
            (
                comparison.compared.right.name,
                f"{comparison.score.value:.0%}",
                *(f"{parts[a].value:.0%}" if a in parts else "–" for a in Aspect),
            )
        )
    yield _table(rows, (3, 1, 1.2, 1.2, 1.2, 1.2, 1.2), numbers=(1, 2, 3, 4, 5, 6))
    missed = missed_by_most(comparisons)
    if missed:
        yield Heading(2, words("What most of them missed"))
        rows = [("claim of the reference", "what", "maps")]
        rows += [
            (name, change.value, f"{count} of {len(comparisons)}")
            for name, change, count in missed
        ]
        yield _table(rows, (6, 2, 1.4), numbers=(2,))


def missed_by_most(
    comparisons: Sequence[Comparison], most: int = 8
) -> list[tuple[str, Change, int]]:
    """Return what differs in most maps: the claim of the reference, what, in how many maps."""
    counts: Counter[tuple[int, Change]] = Counter()
    for comparison in comparisons:
        here = {
            (d.left[0], d.change) for d in comparison.compared.differences if d.left and d.lost
        }
        counts.update(here)
    if not comparisons:
        return []
    left = comparisons[0].compared.left
    order = list(Change)
    ranked = sorted(counts.items(), key=lambda i: (-i[1], i[0][0], order.index(i[0][1])))
    return [(named(left, claim), change, count) for (claim, change), count in ranked[:most]]


def _table(
    rows: Sequence[tuple[str, ...]], widths: tuple[float, ...], numbers: tuple[int, ...] = ()
) -> Table:
    return Table(
        tuple(
            tuple(
                Cell((Paragraph(_runs(text, is_head=not number)),), _align(column, numbers))
                for column, text in enumerate(row)
            )
            for number, row in enumerate(rows)
        ),
        widths=widths,
    )


def _align(column: int, numbers: tuple[int, ...]) -> Align:
    return Align.END if column in numbers else Align.START


def _runs(text: str, *, is_head: bool) -> Text:
    return words(text, Style.STRONG if is_head else Style.PLAIN)


def questions_of(comparisons: Sequence[Comparison]) -> Iterator[Question]:
    """Yield the pairs that a person should settle, for the file of decisions."""
    for comparison in comparisons:
        compared = comparison.compared
        for doubt in compared.matching.doubts:
            yield Question(
                compared.left.all[doubt.left].said,
                compared.right.all[doubt.right].said,
                compared.right.name,
                doubt.why,
            )


def name_of(path: str) -> str:
    """Return what a map is called in a report: its file's name."""
    return "map" if path == "-" else PurePath(path).name

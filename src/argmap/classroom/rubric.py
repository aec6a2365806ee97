"""How a sheet is marked: what each gap counts, and what a whole map is judged by."""

from typing import NamedTuple

from argmap.classroom.exercise import Exercise
from argmap.publishing import (
    Align,
    Block,
    Cell,
    Item,
    Items,
    Paragraph,
    ParagraphStyle,
    Style,
    Table,
    Together,
    paragraph,
    words,
)


class Criterion(NamedTuple):
    """One thing that a map is judged by, with its points of a hundred."""

    name: str
    points: int
    full: str
    half: str


RUBRIC = (
    Criterion(
        "Structure",
        40,
        "every claim stands under what it bears on, with the right sign",
        "most do; single claims hang one step too high or too low",
    ),
    Criterion(
        "Content, faithful to the text",
        30,
        "each box is one full sentence that the text supports",
        "the sense is right; wordings are incomplete or say more than the text",
    ),
    Criterion(
        "Hidden premises",
        20,
        "what is taken for granted is found, and closes the gap",
        "a gap is seen, and what is written does not close it",
    ),
    Criterion(
        "Clarity",
        10,
        "a reader who does not know the text understands every box",
        "some boxes need the text beside them",
    ),
)


def number(marks: float) -> str:
    """Write marks: `1`, `0.5`."""
    return f"{marks:g}"


def scheme_blocks(exercise: Exercise) -> tuple[Block, ...]:
    """Return the mark scheme of a sheet, and the rubric for maps that pupils draw themselves."""
    total = number(sum(gap.marks for gap in exercise.gaps))
    each = number(exercise.gaps[0].marks) if exercise.gaps else "0"
    lines = [f"{each} for each right answer; {total} in all."]
    if any(gap.swaps for gap in exercise.gaps):
        lines.append("Answers that may change places count in either order, each once.")
    if any(not gap.is_exact for gap in exercise.gaps):
        lines += [
            "The sense counts, not the wording: any sentence that says the same is right.",
            "Right, but in a different branch of the map: half.",
            "A sentence that is nearly right is for a human to judge.",
        ]
    if any(option.is_distractor for option in exercise.options):
        lines.append("An entry that belongs nowhere: a quarter off, never below 0.")
    scheme = Items(tuple(Item((paragraph(line),)) for line in lines))
    return (
        Together((paragraph("Mark scheme", ParagraphStyle.LABEL), scheme)),
        Together((paragraph("Rubric for a whole map", ParagraphStyle.LABEL), _rubric())),
    )


def _rubric() -> Table:
    head = tuple(
        Cell((paragraph(text),))
        for text in ("Judged by", "Points", "All points", "Half the points")
    )
    rows = tuple(
        (
            Cell((Paragraph(words(each.name, Style.STRONG)),)),
            Cell((paragraph(str(each.points)),), Align.END),
            Cell((paragraph(each.full),)),
            Cell((paragraph(each.half),)),
        )
        for each in RUBRIC
    )
    return Table((head, *rows), 1, (0.2, 0.08, 0.36, 0.36))

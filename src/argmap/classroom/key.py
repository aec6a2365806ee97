"""The key: the same sheet filled in, with what else is right, why, and what mistakes show."""

from collections.abc import Iterator

from argmap.classroom.exercise import Exercise, said
from argmap.classroom.gaps import Gap, Request
from argmap.classroom.lesson import Lesson
from argmap.classroom.rubric import number, scheme_blocks
from argmap.classroom.sheet import Layout, Pages
from argmap.publishing import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Publication,
    Run,
    Style,
    Table,
    paragraph,
    words,
)


def key_pages(
    lesson: Lesson, exercise: Exercise, request: Request, layout: Layout | None = None
) -> Publication:
    """Return the key for teachers."""
    pages = Pages(lesson, exercise, request, layout or Layout())
    blocks: list[Block] = [
        Heading(1, words(f"Key: {lesson.title}")),
        paragraph(f"For the teacher. The sheet says: {exercise.task}"),
    ]
    blocks += _table(exercise)
    blocks += scheme_blocks(exercise)
    blocks += pages.picture(exercise.solved, pages.free, is_key=True)
    blocks += exercise.solution
    if exercise.marked:
        blocks += pages.text(is_key=True)
    return pages.publication("Key", blocks)


def _table(exercise: Exercise) -> Iterator[Block]:
    yield Heading(2, words("Answers"))
    heads = ("", "Answer", "Also right", "Why", "A common mistake, and what it shows", "Marks")
    head = tuple(Cell((paragraph(text),)) for text in heads)
    rows = tuple(_row(gap) for gap in exercise.gaps)
    yield Table((head, *rows), 1, (0.04, 0.24, 0.19, 0.22, 0.24, 0.07))


def _row(gap: Gap) -> tuple[Cell, ...]:
    also = [each for each in gap.accepted if each != gap.answer]
    variants = [paragraph(" · ".join(also))] if also else []
    if gap.swaps:
        variants.append(Paragraph(words(f"may change places with {', '.join(gap.swaps)}")))
    mistake: tuple[Block, ...] = ()
    if gap.mistake is not None:
        runs = (Run(f"“{gap.mistake.answer}” ", Style.EMPHASIS), Run(gap.mistake.shows))
        mistake = (Paragraph(runs),)
    return (
        said(gap.letter, Style.STRONG),
        said(gap.answer.replace("-", "−") if gap.answer == "-" else gap.answer, Style.GOOD),
        Cell(tuple(variants)),
        said(gap.reason),
        Cell(mistake),
        said(number(gap.marks)),
    )


def report_key(lesson: Lesson, exercise: Exercise, request: Request) -> dict[str, object]:
    """Return the key for programs: what `argmap key --format json` prints."""
    return {
        "format": "argmap-key",
        "format_version": 1,
        "title": lesson.title,
        "file": lesson.file,
        "map": lesson.hash,
        "kind": request.kind,
        "seed": request.seed,
        "version": str(request.version),
        "language": lesson.language,
        "total": sum(gap.marks for gap in exercise.gaps),
        "options": [option._asdict() for option in exercise.options],
        "blanks": [_report(gap) for gap in exercise.gaps],
    }


def _report(gap: Gap) -> dict[str, object]:
    return {
        "letter": gap.letter,
        "node": gap.node,
        "kind": str(gap.kind),
        "title": gap.title,
        "answer": gap.answer,
        "accepted": list(gap.accepted),
        "marks": gap.marks,
        "is_exact": gap.is_exact,
        "reason": gap.reason,
        "mistake": gap.mistake and gap.mistake._asdict(),
        "swaps_with": list(gap.swaps),
        "leads_to": list(gap.leads_to),
        "led_by": list(gap.led_by),
    }

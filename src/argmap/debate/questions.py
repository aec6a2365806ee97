"""The page of questions for cross-examination, and the same for programs."""

from collections.abc import Iterable
from enum import StrEnum

from argmap.debate.case import Case
from argmap.debate.cross_examination import Question, cross_examine
from argmap.debate.phrasing import name
from argmap.publishing import (
    Block,
    Heading,
    Item,
    Items,
    Paragraph,
    Publication,
    Run,
    Style,
    Together,
    paragraph,
    words,
)


def questions_pages(case: Case, title: str, *, every: bool = False) -> Publication:
    """Return all questions to the other side, those that take most down first."""
    found = cross_examine(case, every=every)
    blocks: list[Block] = [
        Heading(1, words(f"Cross-examination: {title}")),
        paragraph(f"Prepared for {case.side}. What would take most down comes first."),
    ]
    if not found:
        blocks.append(
            paragraph(
                "The map gives nothing to ask about: no unstated premise, no claim without a"
                " source, no scheme, and no premise on which everything hangs."
            )
        )
    blocks.append(question_list(case, found))
    return Publication(f"Cross-examination: {title}", tuple(blocks), footer=title)


class Length(StrEnum):
    """How much is printed of each question."""

    FULL = "full"  # each part on a line of its own
    SHORT = "short"  # on the page of an argument, where there is little room
    TERSE = "terse"  # without what either answer leads to


def question_list(case: Case, found: Iterable[Question], length: Length = Length.FULL) -> Items:
    """Return questions as a numbered list: what is said first, the question, both answers."""
    if length is Length.FULL:
        return Items(tuple(_item(case, each) for each in found), is_numbered=True)
    is_terse = length is Length.TERSE
    items = (_short_item(case, each, is_terse=is_terse) for each in found)
    return Items(tuple(items), is_numbered=True)


def _item(case: Case, each: Question) -> Item:
    falls = f", {each.falls} conclusions fall with it" if each.falls > 1 else ""
    aims = name(case.graph, each.aims)
    return Item(
        (
            Together(
                (
                    Paragraph(
                        (
                            Run(f"{each.setup} "),
                            Run(f"{each.text} ", Style.STRONG),
                            Run(f"aims at {aims} ({each.ground}{falls})", Style.MUTE),
                        )
                    ),
                    Paragraph(
                        (
                            Run("If yes: ", Style.STRONG),
                            Run(f"{each.if_yes} "),
                            Run("If no: ", Style.STRONG),
                            Run(each.if_no),
                        )
                    ),
                )
            ),
        )
    )


def _short_item(case: Case, each: Question, *, is_terse: bool) -> Item:
    aims = name(case.graph, each.aims)
    asked = (
        Run(f"{each.setup} "),
        Run(f"{each.text} ", Style.STRONG),
        Run(f"({aims}) ", Style.MUTE),
    )
    answers = (
        Run("Yes: ", Style.EMPHASIS),
        Run(f"{each.if_yes} "),
        Run("No: ", Style.EMPHASIS),
        Run(each.if_no),
    )
    return Item((Paragraph(asked if is_terse else asked + answers),))


def report_questions(case: Case, *, every: bool = False) -> list[dict[str, object]]:
    """Return `[{point, aims, ground, setup, question, if_yes, if_no, falls}]`."""
    return [
        {
            "point": each.point.title,
            "aims": each.aims.title,
            "ground": str(each.ground),
            "setup": each.setup,
            "question": each.text,
            "if_yes": each.if_yes,
            "if_no": each.if_no,
            "falls": each.falls,
        }
        for each in cross_examine(case, every=every)
    ]

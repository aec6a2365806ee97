"""argmap quiz FILE"""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.pages import Target
from argmap.cli.parameters import Allow, Config, Map, Shorthand
from argmap.cli.teaching import (
    Blanks,
    Distractors,
    KindName,
    KindOption,
    Seed,
    VersionName,
    VersionOption,
    choose,
)


class QuizFormat(StrEnum):
    """The formats of quizzes, as in `argmap.classroom.quiz.FORMATS`."""

    GIFT = "gift"
    MOODLE = "moodle"
    QTI = "qti"


def quiz(
    file: Map,
    format: Annotated[
        QuizFormat,
        typer.Option(
            "--format", "-f", help="gift and moodle are read by Moodle, qti (1.2) by Canvas."
        ),
    ] = QuizFormat.GIFT,
    kind: KindOption = KindName.BANK,
    blank: Blanks = None,
    seed: Seed = "1",
    version: VersionOption = VersionName.A,
    distractors: Distractors = None,
    target: Target = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Write the gaps of a worksheet as questions for a learning platform, one for each gap.

    The same options give the same gaps as with `argmap worksheet`. What is picked, or is one word,
    the platform marks; what pupils write in their own words is left to you.

    \b
    Examples:
      argmap quiz maps/school_uniform.argdown --kind bank --format gift
      argmap quiz maps/huang.argdown --kind voice --blank 4 --format moodle -o voices.xml
      argmap quiz maps/school_uniform.argdown --kind signs --format qti -o signs.zip
    """
    from argmap.classroom.quiz import FORMATS, make_quiz

    sheet = choose(
        file, kind, blank, seed, version, distractors,
        config=config, allow=allow, shorthand=shorthand,
    )  # fmt: skip
    made = make_quiz(*sheet)
    writer = FORMATS[format.value]
    prints = not writer.is_binary
    output.write_or_print(
        writer.write(made), target, f"{sheet.stem}-quiz.{writer.extension}", prints=prints
    )

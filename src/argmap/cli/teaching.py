"""What the commands for lessons have in common: which sheet, and the map it is made of."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.parameters import listed

if TYPE_CHECKING:
    from argmap.classroom.lesson import Lesson


class KindName(StrEnum):
    """The kinds of sheets, as in `argmap.classroom.kinds.KINDS`."""

    BOXES = "boxes"
    BANK = "bank"
    LINKS = "links"
    SIGNS = "signs"
    HIDDEN = "hidden"
    ORDER = "order"
    SPOT = "spot"
    VOICE = "voice"
    INDICATORS = "indicators"


class VersionName(StrEnum):
    """The versions of a sheet."""

    A = "A"
    B = "B"


class PaperName(StrEnum):
    """The papers that sheets are printed on."""

    A4 = "a4"
    A3 = "a3"
    LETTER = "letter"


KindOption = Annotated[KindName, typer.Option("--kind", help="What is left out, or asked for.")]
Blanks = Annotated[
    int | None,
    typer.Option(
        "--blank", metavar="N", min=1, help="How many gaps.  [default: 6]", show_default=False
    ),
]
Seed = Annotated[
    str, typer.Option("--seed", metavar="SEED", help="Another seed, another choice of gaps.")
]
VersionOption = Annotated[
    VersionName,
    typer.Option(
        "--version", case_sensitive=False, help="B has the same gaps under other letters."
    ),
]
Distractors = Annotated[
    int | None,
    typer.Option(
        "--distractors",
        metavar="N",
        min=0,
        help="Of a word bank: how many entries belong nowhere.  [default: 2]",
        show_default=False,
    ),
]
PaperOption = Annotated[PaperName, typer.Option("--paper", help="The paper, on its long side.")]
WithText = Annotated[
    bool,
    typer.Option(
        "--text/--no-text", help="Print the texts that the map quotes, if they are here."
    ),
]
InWords = Annotated[
    bool, typer.Option("--words", help="Tell the map in words too, for screen readers.")
]


def take_up(
    file: str,
    *,
    config: str | None = None,
    allow: list[str] | None = None,
    shorthand: bool = False,
) -> "Lesson":
    """Load and check a map for a lesson.

    raises: `CannotRead`
    """
    from argmap.classroom.lesson import Lesson
    from argmap.linting import Linter, Request
    from argmap.pipeline import source_texts
    from argmap.reading import STANDARD_INPUT

    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    graph = linter.load(file)
    findings = tuple(linter.check_graph(graph).diagnostics)
    name = "map" if file == STANDARD_INPUT else Path(file).name
    return Lesson(graph, name, source_texts(graph, listed(allow)), findings)

"""What the commands for lessons have in common: which sheet, and the map it is made of."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from argmap.cli.parameters import listed

if TYPE_CHECKING:
    from argmap.classroom.exercise import Exercise
    from argmap.classroom.gaps import Request
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


class Chosen(NamedTuple):
    """The sheet that the options of a command choose; `stem` names files, without an ending."""

    lesson: "Lesson"
    exercise: "Exercise"
    request: "Request"

    @property
    def stem(self) -> str:
        """The map, the kind and the version: `huang-bank-A`."""
        name = self.lesson.file.partition(".")[0]
        return f"{name}-{self.request.kind}-{self.request.version}"


def choose(
    file: str,
    kind: KindName,
    blank: int | None,
    seed: str,
    version: VersionName,
    distractors: int | None,
    *,
    config: str | None = None,
    allow: list[str] | None = None,
    shorthand: bool = False,
) -> Chosen:
    """Load a map, and choose the gaps of a sheet of it.

    raises: `CannotRead`, and what a kind lacks
    """
    from argmap.classroom.gaps import Request, Version
    from argmap.classroom.kinds import find_kind

    lesson = _take_up(file, config=config, allow=allow, shorthand=shorthand)
    request = Request(kind.value, blank, seed, Version(version.value), distractors)
    return Chosen(lesson, find_kind(kind.value).make(lesson, request), request)


def _take_up(
    file: str,
    *,
    config: str | None = None,
    allow: list[str] | None = None,
    shorthand: bool = False,
) -> "Lesson":
    """Load and check a map for a lesson."""
    from argmap.classroom.lesson import Lesson
    from argmap.linting import Linter, Request
    from argmap.pipeline import source_texts
    from argmap.reading import STANDARD_INPUT

    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    graph = linter.load(file)
    findings = tuple(linter.check_graph(graph).diagnostics)
    name = "map" if file == STANDARD_INPUT else Path(file).name
    return Lesson(graph, name, source_texts(graph, listed(allow)), findings)

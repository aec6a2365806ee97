"""What the commands of debate prep have in common: the side, and the map as that side sees it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.parameters import listed

if TYPE_CHECKING:
    from argmap.debate.case import Case

Side = Annotated[
    str,
    typer.Option(
        "--side",
        metavar="NAME",
        help="Who prepares: pro, con (or aff, neg …), or a name that `side:` gives in the map.",
    ),
]


def prepare(
    file: str,
    side: str,
    *,
    config: str | None = None,
    allow: list[str] | None = None,
    shorthand: bool = False,
) -> "Case":
    """Load a map, evaluate and check it, and see it as a side does.

    raises: `CannotRead`, `UnknownSide`
    """
    from argmap.debate.case import Case
    from argmap.linting import Linter, Request
    from argmap.pipeline import evaluate, source_texts

    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    graph = linter.load(file)
    findings = linter.check_graph(graph).diagnostics
    return Case.of(evaluate(graph), side, source_texts(graph, listed(allow)), tuple(findings))


def title_of(case: "Case", file: str) -> str:
    """Return what the map is called: by its front matter, else by its file."""
    from argmap.reading import STANDARD_INPUT
    from argmap.rendering.front_text import front_text

    stem = "map" if file == STANDARD_INPUT else Path(file).stem
    return front_text(case.graph, "title") or stem


def stem_of(file: str, what: str) -> str:
    """Return the name of a file to write, without an ending: `huang-brief-con`."""
    from argmap.reading import STANDARD_INPUT

    return f"{'map' if file == STANDARD_INPUT else Path(file).stem}-{what}"

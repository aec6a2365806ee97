"""argmap strength FILE [TITLE]…"""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.answering import print_json, tell_problems
from argmap.cli.parameters import Allow, Map, Shorthand, listed
from argmap.cli.rules import ListFormat


class SemanticsName(StrEnum):
    """The gradual semantics, as in `argmap.evaluation.gradual.SEMANTICS`."""

    DF_QUAD = "df-quad"
    QUADRATIC_ENERGY = "quadratic-energy"
    EULER = "euler"
    H_CATEGORIZER = "h-categorizer"


def strength(
    file: Map,
    titles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TITLE]...",
            help="What to print: `[Title]`, `<Title>`, or `Title` for both; without any, "
            "everything.",
            show_default=False,
        ),
    ] = None,
    semantics: Annotated[
        SemanticsName, typer.Option("--semantics", help="How strengths are worked out.")
    ] = SemanticsName.DF_QUAD,
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Tell how strong each claim is, from 0 to 1, and how the number comes about.

    Base scores are `strength:` in the data of statements and arguments, else 0.5. The numbers are
    no part of what `argmap check` finds.

    Exit code 0: all is well; 1: a `strength:` is no number from 0 to 1 (the usual one is taken),
    or a circle does not settle (its nodes have no number); 2: could not run.

    \b
    Examples:
      argmap strength maps/school_uniform.argdown
      argmap strength maps/school_uniform.argdown --semantics quadratic-energy --format json
    """
    from argmap import pipeline
    from argmap.analysis.named import named_in_order

    graph = pipeline.load(file, allow=listed(allow), shorthand=shorthand)
    only = named_in_order(graph, titles) if titles else None
    strengths = pipeline.strength(graph, semantics=semantics)
    tell_problems(graph, strengths.problems)
    if format is ListFormat.JSON:
        from argmap.evaluation.gradual import report_strengths

        print_json(report_strengths(strengths, only))
    else:
        from argmap.rendering.strength_text import write_strengths

        output.print_text(write_strengths(strengths, only))
    raise typer.Exit(1 if strengths.problems else 0)

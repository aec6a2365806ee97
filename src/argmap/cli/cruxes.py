"""argmap cruxes FILE [TITLE]"""

from typing import Annotated

import typer

from argmap.cli.answering import PolicyName, Title, print_answers
from argmap.cli.parameters import Allow, Map, Shorthand, listed
from argmap.cli.rules import ListFormat


def cruxes(
    file: Map,
    title: Title = None,
    size: Annotated[
        int | None,
        typer.Option(
            "--size",
            min=1,
            metavar="LEAVES",
            help="The most leaves in a crux.  [default: 3, or as many as the smallest crux has]",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            min=1,
            metavar="N",
            help="The most cruxes.  [default: 10000; 100 with attacks]",
            show_default=False,
        ),
    ] = None,
    with_attacks: Annotated[
        bool,
        typer.Option(
            "--with-attacks",
            help="Let attacks count: what takes the label `in` away, given the present attacks.",
        ),
    ] = False,
    policy: PolicyName = "lenient",
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Name the smallest sets of claims with which a conclusion falls.

    \b
    Examples:
      argmap cruxes maps/huang.argdown
      argmap cruxes maps/huang.argdown 'Must Be Allowed' --size 2
      argmap cruxes maps/huang.argdown --with-attacks --format json
    """
    import argmap
    from argmap.analysis.answers import report_cruxes
    from argmap.rendering.answer_text import write_cruxes

    graph = argmap.load(file, allow=listed(allow), shorthand=shorthand)
    found = argmap.cruxes(
        graph, title, with_attacks=with_attacks, size=size, limit=limit, policy=policy
    )
    as_json = report_cruxes if format is ListFormat.JSON else None
    print_answers(found, title, as_json, write_cruxes)

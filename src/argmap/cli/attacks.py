"""argmap attacks FILE [TITLE]"""

from typing import Annotated

import typer

from argmap.cli.answering import PolicyName, Title, print_answers
from argmap.cli.parameters import Allow, Map, Shorthand, listed
from argmap.cli.rules import ListFormat


def attacks(
    file: Map,
    title: Title = None,
    policy: PolicyName = "lenient",
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Say which attacks decide about a claim, and which attackers have to be answered.

    \b
    Examples:
      argmap attacks maps/huang.argdown
      argmap attacks maps/school_uniform.argdown 'School Uniform' --format json
    """
    import argmap
    from argmap.analysis.answers import report_battle
    from argmap.rendering.answer_text import write_battle

    graph = argmap.load(file, allow=listed(allow), shorthand=shorthand)
    battles = argmap.attacks(graph, title, policy=policy)
    as_json = report_battle if format is ListFormat.JSON else None
    print_answers(battles, title, as_json, write_battle)

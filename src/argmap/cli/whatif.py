"""argmap whatif FILE"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.answering import PolicyName, print_json
from argmap.cli.parameters import Allow, Map, Shorthand, listed
from argmap.cli.rules import ListFormat


def _option(name: str, metavar: str, help: str) -> object:
    return typer.Option(name, metavar=metavar, help=help, show_default=False)


def whatif(
    file: Map,
    reject: Annotated[
        list[str] | None, _option("--reject", "TITLE", "Suppose that this does not stand.")
    ] = None,
    accept: Annotated[
        list[str] | None, _option("--accept", "TITLE", "Suppose that this is granted.")
    ] = None,
    add_attack: Annotated[
        list[str] | None, _option("--add-attack", "X:Y", "Suppose that X attacks Y.")
    ] = None,
    add_support: Annotated[
        list[str] | None, _option("--add-support", "X:Y", "Suppose that X supports Y.")
    ] = None,
    policy: PolicyName = "lenient",
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Say what would change if some claims fell or were granted. The file stays as it is.

    \b
    Examples:
      argmap whatif maps/huang.argdown --reject '<Company Not Country>'
      argmap whatif maps/huang.argdown --reject 'Selling Feeds Loop' --reject 'Inevitable Anyway'
      argmap whatif maps/huang.argdown --add-attack '<Why He Speaks>:[Near Monopoly]'
    """
    import argmap

    graph = argmap.load(file, allow=listed(allow), shorthand=shorthand)
    answer = argmap.whatif(
        graph,
        reject=reject or (),
        accept=accept or (),
        add_attack=add_attack or (),
        add_support=add_support or (),
        policy=policy,
    )
    if format is ListFormat.JSON:
        from argmap.analysis.answers import report_changes

        print_json(report_changes(answer))
    else:
        from argmap.rendering.answer_text import write_changes

        output.print_text(write_changes(answer))

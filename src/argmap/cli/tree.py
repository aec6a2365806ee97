"""argmap tree FILE"""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Map
from argmap.cli.rules import ListFormat


class Reading(StrEnum):
    """How a text is read where the reference implementation has quirks."""

    ARGMAP = "argmap"
    REFERENCE = "reference"


def tree(
    file: Map,
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON (docs/tree.md).")
    ] = ListFormat.TEXT,
    dialect: Annotated[
        Reading, typer.Option("--dialect", help="Whose reading of the text to show.")
    ] = Reading.ARGMAP,
) -> None:
    """Print the syntax tree of one file: every item that was written, and where it stands.

    For people who write editors, converters and linters. Places are line:column, ends exclusive.
    `@include` stays as it is written. What could not be read is part of the tree, and no failure.

    \b
    Examples:
      argmap tree maps/huang.argdown
      argmap tree maps/huang.argdown --format json > huang.json
      echo '[A]: a' | argmap tree -
    """
    from argmap.reading import read_alone
    from argmap.syntax import ARGMAP, REFERENCE
    from argmap.syntax.unexpanded import parse_unexpanded

    text, path = read_alone(file)
    chosen = REFERENCE if dialect is Reading.REFERENCE else ARGMAP
    document, includes = parse_unexpanded(text, path, chosen)
    if format is ListFormat.JSON:
        from argmap.exchange.syntax_tree import write_syntax_tree

        output.print_text(write_syntax_tree(document, includes))
    else:
        from argmap.exchange.syntax_outline import write_syntax_outline

        output.print_text(write_syntax_outline(document, includes))

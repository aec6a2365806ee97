"""argmap --version"""

from typing import Annotated

import typer

from argmap import __version__


def _show(wanted: bool) -> None:
    if wanted:
        typer.echo(f"argmap {__version__}")
        raise typer.Exit


def print_version(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Compile arguments: plain text (Argdown) becomes a graph, is checked and drawn."""

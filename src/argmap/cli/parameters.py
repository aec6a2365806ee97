"""Parameters that several commands share, so that they mean the same everywhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

Maps = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Maps, and folders of maps; `-` is standard input. Without any: maps/",
        show_default=False,
    ),
]
Map = Annotated[
    str, typer.Argument(metavar="FILE", help="A map; `-` is standard input.", show_default=False)
]
Allow = Annotated[
    list[str] | None,
    typer.Option(
        "--allow",
        metavar="PATH",
        help="Let maps include and quote this file or folder outside the project.",
        show_default=False,
    ),
]
Shorthand = Annotated[
    bool,
    typer.Option(
        "--shorthand",
        help="Read numbered steps, `3. … (1, 2)`, and dash outlines as a map. The front matter "
        "can say so too: `shorthand: true`.",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULES",
        help="Run only these rules: codes, beginnings of codes, names, or ALL.",
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULES", help="Leave these rules out.", show_default=False),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option(
        "--extend-select",
        metavar="RULES",
        help="Run these rules besides those that run anyway.",
        show_default=False,
    ),
]
Config = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The settings file to take; without it the nearest argmap.toml, or pyproject.toml "
        "with [tool.argmap], above each map.",
        show_default=False,
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="classroom (the default), teach, debate or strict.",
        show_default=False,
    ),
]
StrictSyntax = Annotated[
    bool,
    typer.Option(
        "--strict-syntax",
        help="Report also what the reference implementation of Argdown refuses, though argmap "
        "reads it; `convert` then writes nothing.",
    ),
]
Engine = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="PATH",
        envvar="ARGMAP_DOT",
        help="A Graphviz `dot` to use in place of the one that comes with argmap.",
        show_default=False,
    ),
]

_DEFAULT = "maps"


def named_maps(files: Sequence[str] | None) -> Sequence[str]:
    """Return the files and folders that the user named, or else the folder that is meant then.

    Raises `CannotRead` if there is no such folder.
    """
    if not files and not Path(_DEFAULT).is_dir():
        from argmap.reading import CannotRead

        raise CannotRead(
            f"no map is named, and there is no folder `{_DEFAULT}` here; name a file or a folder"
        )
    return files or (_DEFAULT,)


def listed(values: list[str] | None) -> tuple[str, ...]:
    """Split values at commas, so that `--select A,B` and `--select A --select B` mean the same."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)

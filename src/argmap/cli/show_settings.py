"""argmap check --show-settings"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output

if TYPE_CHECKING:
    from argmap.linting import Linter
    from argmap.settings_writer import Effective

ShowSettings = Annotated[
    bool,
    typer.Option(
        "--show-settings",
        help="Check nothing: print the settings that hold for each map, and where they are from.",
    ),
]


def show_settings(linter: "Linter", paths: Sequence[str], output_format: str | None) -> int:
    """Print the settings of some maps, once for those that share them; return the exit code."""
    from argmap import pipeline
    from argmap.reading import CannotRead
    from argmap.settings_writer import effective_settings, write_settings

    request = linter.request
    shared: dict[str, list[str]] = {}
    first: dict[str, Effective] = {}
    for path in paths:
        try:
            graph = pipeline.load(path, allow=request.allow, shorthand=request.shorthand)
        except CannotRead as error:
            linter.unreadable.append(str(error))
            continue
        effective = effective_settings(
            linter.settings(path),
            path,
            graph.settings.get("check"),
            caller=request.selection,
            fail_on=request.fail_on,
            output_format=output_format,
        )
        text = write_settings(effective, ())
        shared.setdefault(text, []).append(graph.document.source.path)
        first.setdefault(text, effective)
    output.print_text(
        "\n".join(write_settings(first[text], maps) for text, maps in shared.items())
    )
    for trouble in linter.unreadable:
        output.tell(f"argmap: {trouble}")
    return 2 if linter.unreadable else 0

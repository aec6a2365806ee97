"""argmap render FILE"""

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Config, Engine, Map, Shorthand, listed
from argmap.cli.view_options import Seen, with_view

if TYPE_CHECKING:
    from argmap.rendering import Rendering, RenderOptions, Report

_MANY = 300
"""Maps of more boxes are announced before they are drawn."""
_LONG = 1.0
"""Seconds of drawing that are told afterwards."""

Width = Annotated[
    int, typer.Option("--width", min=16, max=20000, metavar="PIXELS", help="How wide a PNG is.")
]
Theme = Annotated[
    str, typer.Option("--theme", metavar="NAME", help="paper, dark, print or classroom.")
]
Font = Annotated[
    str | None,
    typer.Option(
        "--font",
        metavar="FILE",
        help="A font for characters that Arimo has not got (PNG and PDF).",
        show_default=False,
    ),
]

Direction = Annotated[
    str,
    typer.Option(
        "--direction",
        metavar="WHERE",
        help="Where conclusions stand: up, down, left or right; auto takes what fits a page, and "
        "what the map says (`graphviz: {rankdir: LR}`).",
    ),
]


@with_view
def render(
    file: Map,
    target: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to draw it; the ending says how: .svg, .png, .pdf, .html, .dot, .mmd. "
            "`-` prints it.  [default: FILE's name with .svg]",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="svg, png, pdf, html, dot or mermaid, if the file's ending does not say it.",
            show_default=False,
        ),
    ] = None,
    width: Width = 2000,
    theme: Theme = "paper",
    font: Font = None,
    direction: Direction = "auto",
    *,
    seen: Seen,
    engine: Engine = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Draw a map.

    \b
    Examples:
      argmap render maps/huang.argdown -o huang.svg
      argmap render maps/huang.argdown -o huang.png --width 3000
      argmap render maps/huang.argdown -o huang.pdf
      argmap render maps/huang.argdown -o huang.svg --root "Must Be Allowed" --depth 2
      argmap render maps/huang.argdown -o huang.svg --open boxes --colour-by label
      argmap render maps/huang.argdown -o huang.svg --colour-by speaker --theme dark
      argmap render maps/huang.argdown -o huang.svg --direction left
      argmap render essay.argdown -f dot -o -
    """
    from argmap.linting import Linter, Request
    from argmap.reading import STANDARD_INPUT
    from argmap.rendering import RenderOptions, find_renderer

    stem = "map" if file == STANDARD_INPUT else Path(file).stem
    name = format or _ending(target) or "svg"
    renderer = find_renderer(name)
    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    graph = linter.load(file)
    options = RenderOptions(
        theme=theme, width=width, font=font, engine=engine, direction=direction
    )
    findings = linter.check_graph(graph).diagnostics
    report = seen.report(graph, findings, listed(allow))
    rendering = _draw(report, renderer.name, options)
    for notice in rendering.notices:
        output.tell(f"argmap: {notice}")
    output.write_or_print(rendering.content, target, f"{stem}.{renderer.extension}")


def _draw(report: "Report", format: str, options: "RenderOptions") -> "Rendering":
    """Draw, and say on standard error what takes longer than people like to wait in silence."""
    from argmap.rendering import draw

    count = len(report.map.boxes)
    if count > _MANY:
        output.tell(f"argmap: drawing {count:,} boxes …")
    start = perf_counter()
    rendering = draw(report, format, options)
    seconds = perf_counter() - start
    if seconds > _LONG:
        output.tell(f"argmap: drew {count:,} boxes in {seconds:.1f} s")
    return rendering


def _ending(target: str | None) -> str | None:
    if target is None or target == "-":
        return None
    return Path(target).suffix.lstrip(".").lower() or None

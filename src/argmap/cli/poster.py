"""argmap poster FILE"""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Config, Engine, Map, Shorthand, listed
from argmap.cli.render import Direction, Font, Theme
from argmap.cli.view_options import Seen, with_view


@with_view
def poster(
    file: Map,
    paper: Annotated[
        str,
        typer.Option("--paper", metavar="SIZE", help="A0 to A5, letter, legal or tabloid."),
    ] = "A3",
    tiles: Annotated[
        str,
        typer.Option("--tiles", metavar="COLUMNSxROWS", help="How many sheets are put together."),
    ] = "1x1",
    turn: Annotated[
        str,
        typer.Option(
            "--turn",
            metavar="HOW",
            help="portrait, landscape, or best: whichever makes the map larger.",
        ),
    ] = "best",
    overlap: Annotated[
        str,
        typer.Option("--overlap", metavar="LENGTH", help="What neighbouring sheets share."),
    ] = "10mm",
    margin: Annotated[
        str,
        typer.Option("--margin", metavar="LENGTH", help="What the printer leaves white."),
    ] = "10mm",
    target: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write the PDF; `-` prints it.  [default: FILE's name with -poster.pdf]",
            show_default=False,
        ),
    ] = None,
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
    """Print a map large: on one sheet, or on several to be cut and glued together.

    The PDF has a page for each sheet, with crop marks, a label (A1, A2, B1 …) and a small plan of
    all sheets. A poster on which words would be smaller than 7 pt is not made; argmap then says
    what paper, or how many sheets, would do.

    \b
    Examples:
      argmap poster maps/huang.argdown
      argmap poster maps/huang.argdown --paper A4 --tiles 2x2 -o huang-poster.pdf
      argmap poster maps/huang.argdown --paper tabloid --tiles 2x1 --overlap 0.5in
      argmap poster maps/huang.argdown --paper A2 --open none --colour-by side
    """
    from argmap.linting import Linter, Request
    from argmap.reading import STANDARD_INPUT
    from argmap.rendering import RenderOptions
    from argmap.rendering.poster import (
        Wish,
        draw_poster,
        find_paper,
        find_turn,
        read_length,
        read_tiles,
    )

    wish = Wish(
        find_paper(paper),
        read_tiles(tiles),
        find_turn(turn),
        read_length(margin, "--margin"),
        read_length(overlap, "--overlap"),
    )
    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    graph = linter.load(file)
    findings = linter.check_graph(graph).diagnostics
    report = seen.report(graph, findings, listed(allow))
    options = RenderOptions(theme=theme, font=font, engine=engine, direction=direction)
    rendering = draw_poster(report, options, wish)
    for notice in rendering.notices:
        output.tell(f"argmap: {notice}")
    stem = "map" if file == STANDARD_INPUT else Path(file).stem
    output.write_or_print(rendering.content, target, f"{stem}-poster.pdf")

"""argmap brief FILE"""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.debating import Side, prepare, stem_of, title_of
from argmap.cli.pages import Format, PageFormat, Target, chosen_format, put
from argmap.cli.parameters import Allow, Config, Engine, Map, Shorthand


def brief(
    file: Map,
    side: Side = "pro",
    format: Format = None,
    target: Target = None,
    student: Annotated[
        bool, typer.Option("--student", help="Print blanks that students complete.")
    ] = False,
    engine: Engine = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Write the brief of one side: the map, a page for each argument, questions, cards.

    What the map does not say is printed as missing, and nothing is invented.

    \b
    Examples:
      argmap brief maps/huang.argdown --side con --format pdf
      argmap brief maps/huang.argdown --side pro -o pro.docx
      argmap brief maps/huang.argdown --side con --student --format html
    """
    from argmap.debate.brief import Request, brief_pages
    from argmap.drawing import draw_map
    from argmap.rendering import RenderOptions, render

    name = chosen_format(format, target, PageFormat)
    case = prepare(file, side, config=config, allow=allow, shorthand=shorthand)
    svg = render(draw_map(case.graph, case.findings), "svg", RenderOptions("print", engine=engine))
    assert isinstance(svg, str)
    called = "map" if file == "-" else Path(file).name
    request = Request(case, svg, title_of(case, file), called, student, _show_progress)
    put(brief_pages(request), name, target, stem_of(file, f"brief-{case.side}"))


def _show_progress(done: int, total: int) -> None:
    output.show_progress(f"{done}/{total} arguments" if done < total else "")

"""argmap present FILE"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Config, Engine, Map, Shorthand, listed
from argmap.cli.render import Direction
from argmap.cli.view_options import Seen, with_view
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.rendering.presentation import Deck


class NothingToPresent(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A map without a box."""


@with_view
def present(
    file: Map,
    target: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write the page; `-` prints it.  [default: FILE's name with .talk.html]",
            show_default=False,
        ),
    ] = None,
    order: Annotated[
        str,
        typer.Option(
            "--order",
            metavar="NAME",
            help="Which of several reasons comes first: by the `text`, or by `weight` (how much "
            "hangs on it).",
        ),
    ] = "text",
    handout: Annotated[
        str | None,
        typer.Option(
            "--handout",
            metavar="FILE",
            help="Write the steps for paper too, with room for notes: .pdf, .docx, .html or .md.",
            show_default=False,
        ),
    ] = None,
    lists: Annotated[
        bool, typer.Option("--list", help="Print the steps and write no page.")
    ] = False,
    direction: Direction = "auto",
    *,
    seen: Seen,
    engine: Engine = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Make a talk of a map: one page, one thought a step, the map growing beside it.

    The order follows from the map; `step: 3` in the data of a statement or an argument changes it.

    \b
    Examples:
      argmap present maps/huang.argdown
      argmap present maps/school_uniform.argdown -o uniform.html --order weight
      argmap present maps/huang.argdown --root "Must Be Allowed" --colour-by speaker
      argmap present maps/huang.argdown --list
      argmap present maps/school_uniform.argdown --handout uniform.pdf
    """
    from argmap import drawing
    from argmap.linting import Linter, Request
    from argmap.mapping.talk import Order
    from argmap.reading import STANDARD_INPUT

    chosen = Order.named(order)
    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    graph = linter.load(file)
    findings = linter.check_graph(graph).diagnostics
    report = seen.report(graph, findings, listed(allow))
    talk, troubles = drawing.plan_talk(report, order=chosen)
    for trouble in (*report.map.notices, *troubles):
        output.tell(f"argmap: {trouble}")
    if not talk.slides:
        raise NothingToPresent(f"{graph.document.source.path}: the map shows nothing to present")
    if lists:
        output.print_text(_listed(talk))
        return
    if handout is not None:
        _write_handout(talk, handout, engine, direction)
    page = drawing.present_talk(talk, engine=engine, direction=direction)
    stem = "map" if file == STANDARD_INPUT else Path(file).stem
    output.write_or_print(page, target, f"{stem}.talk.html")
    if target != "-":
        output.tell(f"the talk has {talk.steps} step{'' if talk.steps == 1 else 's'}")


def _write_handout(deck: "Deck", target: str, engine: str | None, direction: str) -> None:
    from argmap.cli.pages import PageFormat, chosen_format, put
    from argmap.handout import handout_pages
    from argmap.rendering import RenderOptions, render

    name = chosen_format(None, target, PageFormat)
    svg = render(deck.report, "svg", RenderOptions("print", engine=engine, direction=direction))
    assert isinstance(svg, str)
    put(handout_pages(deck, svg), name, target, "handout")


def _listed(deck: "Deck") -> str:
    """Return the steps as lines, each indented below what it is about."""
    from argmap.rendering.presentation import QUESTION

    width = len(str(deck.steps))
    lines = []
    for slide in deck.slides:
        indent = "  " * min(slide.thought.depth, 12)
        words = f"{slide.name}: {slide.text}" if slide.name else slide.text
        lines.append(f"{slide.number:>{width}}  {indent}{slide.kicker.words}: {words}\n")
    if deck.weak:
        lines.append(f"{deck.steps:>{width}}  {QUESTION}\n")
        lines += [f"{'':{width}}    {point.text} ({point.why})\n" for point in deck.weak]
    return "".join(lines)

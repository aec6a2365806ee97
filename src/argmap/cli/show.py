"""argmap show FILE"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Config, Map, Shorthand, listed


def show(
    file: Map,
    width: Annotated[
        int | None,
        typer.Option(
            "--width",
            min=20,
            metavar="CELLS",
            help="How wide lines may be.  [default: the terminal's width]",
            show_default=False,
        ),
    ] = None,
    ascii_only: Annotated[
        bool, typer.Option("--ascii", help="Draw the tree with ASCII characters.")
    ] = False,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Show a map as a tree: under each claim, what speaks for it (+) and against it (−).

    Numbers are premises that work together; × is an undercut; ↗ names what is unfolded elsewhere;
    codes in brackets are findings (`argmap explain CODE`).

    \b
    Examples:
      argmap show maps/huang.argdown
      argmap show maps/huang.argdown --width 80 --ascii | less
    """
    from argmap.analysis import find_theses
    from argmap.linting import Linter, Request
    from argmap.model.steps import build_steps
    from argmap.rendering.terminal import write_tree

    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    graph = linter.load(file)
    findings = linter.check_graph(graph).diagnostics
    codes: dict[str, list[str]] = {}
    for finding in findings:
        if finding.title is not None and finding.code not in codes.get(finding.title, ()):
            codes.setdefault(finding.title, []).append(finding.code)
    tree = write_tree(
        graph,
        find_theses(build_steps(graph)).titles,
        codes,
        width=width if width is not None else _terminal_width(),
        ascii_only=ascii_only,
        color=output.wants_color(),
    )
    if not tree:
        output.tell(f"{file}: nothing supports or attacks anything here; see `argmap outline`")
    output.print_text(tree)


def _terminal_width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns

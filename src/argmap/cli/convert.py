"""argmap convert FILE --to FORMAT"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Map, Shorthand, listed


def convert(
    file: Map,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="argdown-json, graphml or node-link.",
            show_default=False,
        ),
    ],
    target: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; `-` prints it."),
    ] = "-",
    fixed: Annotated[
        bool,
        typer.Option(
            "--fixed",
            help="In argdown-json: read the map as argmap does, not with the reference's quirks.",
        ),
    ] = False,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Write a map in another tool's format.

    What could not be read of the map is told on standard error; the rest is written all the same.

    \b
    Examples:
      argmap convert maps/huang.argdown --to graphml -o huang.graphml
      argmap convert maps/huang.argdown --to node-link | python -m json.tool
      argmap convert maps/huang.argdown --to argdown-json --fixed
    """
    from argmap.exchange import find_format
    from argmap.pipeline import convert_in_pieces, load
    from argmap.syntax import ARGMAP

    dialect = ARGMAP if fixed else find_format(to).dialect
    graph = load(file, allow=listed(allow), shorthand=shorthand, dialect=dialect)
    text = convert_in_pieces(graph, to, fixed=fixed)
    source = graph.document.source
    for problem in (*graph.document.problems, *graph.problems):
        path, line, column = source.locate(problem.finding.span.start)
        output.tell(f"{path}:{line}:{column}: {problem.code} {problem.finding.message}")
    if target == "-":
        output.print_text(text)
    else:
        output.write_file(target, text)

"""argmap convert FILE --to FORMAT"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Map, Shorthand, StrictSyntax, listed


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
    strict_syntax: StrictSyntax = False,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Write a map in another tool's format.

    What could not be read of the map is told on standard error; the rest is written all the same,
    unless `--strict-syntax` is given and the reference implementation refuses the map.

    \b
    Examples:
      argmap convert maps/huang.argdown --to graphml -o huang.graphml
      argmap convert maps/huang.argdown --to node-link | python -m json.tool
      argmap convert maps/huang.argdown --to argdown-json --fixed
    """
    from argmap.exchange import find_format
    from argmap.pipeline import convert_in_pieces, find_refused, load
    from argmap.syntax import ARGMAP

    dialect = ARGMAP if fixed else find_format(to).dialect
    graph = load(file, allow=listed(allow), shorthand=shorthand, dialect=dialect)
    source = graph.document.source
    if strict_syntax and (refused := find_refused(graph)):
        for finding in refused:
            path, line, column = source.locate(finding.span.start)
            output.tell(f"{path}:{line}:{column}: SYN010 {finding.message}")
            output.tell(f"  help: {finding.help}")
        raise typer.Exit(1)
    text = convert_in_pieces(graph, to, fixed=fixed)
    for problem in (*graph.document.problems, *graph.problems):
        path, line, column = source.locate(problem.finding.span.start)
        output.tell(f"{path}:{line}:{column}: {problem.code} {problem.finding.message}")
    if target == "-":
        output.print_text(text)
    else:
        output.write_file(target, text)

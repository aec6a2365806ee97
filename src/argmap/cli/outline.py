"""argmap outline FILE"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Map, Shorthand, listed


def outline(
    file: Map,
    target: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; `-` prints it."),
    ] = "-",
    depth: Annotated[
        int,
        typer.Option(
            "--depth",
            min=1,
            metavar="LEVELS",
            help="How deep lists may be nested; what is deeper gets a heading of its own.",
        ),
    ] = 6,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Write a whole map in words, as a numbered outline in Markdown.

    For screen readers, for paper, and to be put into documents. Main claims come first; below each
    stands what is for it and against it. Everything stands once in full; other places say "see"
    and its number. Statements that take part in nothing are listed at the end.

    \b
    Examples:
      argmap outline maps/huang.argdown
      argmap outline maps/huang.argdown -o huang.md
      argmap outline essay.argdown --depth 3 | pandoc -o essay.docx
    """
    from argmap.analysis import find_theses
    from argmap.model.steps import build_steps
    from argmap.pipeline import load
    from argmap.rendering.markdown_outline import write_markdown_outline

    graph = load(file, allow=listed(allow), shorthand=shorthand)
    theses = find_theses(build_steps(graph))
    first = theses.steps.titles([group[0] for group in theses.groups])
    text = write_markdown_outline(graph, first, deepest=depth)
    if target == "-":
        output.print_text(text)
    else:
        output.write_file(target, text)

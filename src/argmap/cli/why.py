"""argmap why FILE [TITLE]"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output
from argmap.cli.answering import PolicyName, Title, print_answers
from argmap.cli.parameters import Allow, Engine, Map, Shorthand, listed
from argmap.cli.rules import ListFormat

if TYPE_CHECKING:
    from argmap.analysis.proofs import Explanation


def why(
    file: Map,
    title: Title = None,
    policy: PolicyName = "lenient",
    depth: Annotated[
        int,
        typer.Option(
            "--depth", min=1, max=200, metavar="LEVELS", help="How deep the tree may go."
        ),
    ] = 40,
    svg: Annotated[
        str | None,
        typer.Option(
            "--svg",
            metavar="FILE",
            help="Draw the part of the map that decides it (`-` prints it).",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    engine: Engine = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Show why a claim stands or falls: what it rests on, or what defeats it.

    `−` marks what attacks the claim above it, `×` what undercuts an inference to it.

    \b
    Examples:
      argmap why maps/huang.argdown
      argmap why maps/huang.argdown 'Must Be Allowed' --svg why.svg
      argmap why maps/huang.argdown '<Our Stack>' --format json
    """
    import argmap
    from argmap.analysis.answers import report_proof
    from argmap.rendering.answer_text import write_proof

    graph = argmap.load(file, allow=listed(allow), shorthand=shorthand)
    explained = argmap.why(graph, title, policy=policy, depth=depth)
    if svg is not None:
        _draw(explained, svg, engine)
    if svg != "-":
        as_json = report_proof if format is ListFormat.JSON else None
        print_answers(explained, title, as_json, write_proof)


def _draw(explained: "Sequence[Explanation]", path: str, engine: str | None) -> None:
    """Draw what decides it; without an explanation there is nothing to draw, which is told."""
    from argmap.drawing import draw_proofs
    from argmap.rendering import RenderOptions

    if not explained:
        return
    proofs = [each.proof for each in explained]
    picture = draw_proofs(explained[0].labelling, proofs, RenderOptions(engine=engine))
    if path == "-":
        output.print_text(picture)
        return
    output.write_file(path, picture)
    output.tell(f"wrote {path}")

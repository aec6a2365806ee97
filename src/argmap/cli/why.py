"""argmap why FILE [TITLE]"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.answering import PolicyName, Title, chosen, print_answers
from argmap.cli.parameters import Allow, Engine, Map, Shorthand, listed
from argmap.cli.rules import ListFormat


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
      argmap why maps/huang.argdown '<Developer Flight>' --format json
    """
    from argmap import pipeline
    from argmap.analysis.answers import report_proof
    from argmap.analysis.proofs import prove
    from argmap.rendering.answer_text import write_proof

    graph = pipeline.load(file, allow=listed(allow), shorthand=shorthand)
    labelling = pipeline.evaluate(graph, policy=policy)
    proofs = [prove(labelling, ref, depth) for ref in chosen(labelling.steps, title)]
    if svg is not None:
        from argmap.rendering import RenderOptions

        picture = pipeline.draw_proofs(labelling, proofs, RenderOptions(engine=engine))
        if svg == "-":
            output.print_text(picture)
            return
        output.write_file(svg, picture)
        output.tell(f"wrote {svg}")
    print_answers(
        proofs,
        title,
        (lambda each: report_proof(labelling, each)) if format is ListFormat.JSON else None,
        lambda each: write_proof(labelling, each),
    )

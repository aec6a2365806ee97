"""argmap evaluate FILE"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.answering import PolicyName, print_json
from argmap.cli.carneades_option import (
    ModeName,
    ModeOption,
    StandardName,
    StandardOption,
    StandardsOption,
    chosen_mode,
    print_judgements,
)
from argmap.cli.parameters import Allow, Map, Shorthand, listed
from argmap.cli.rules import ListFormat


def evaluate(
    file: Map,
    policy: PolicyName = "lenient",
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    mode: ModeOption = ModeName.LABELS,
    standards: StandardsOption = False,
    standard: StandardOption = StandardName.PREPONDERANCE,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Say which claims stand: in, out or undecided, each with its reason.

    A label says what follows if the leaves stand; `argmap check` says which leaves have nothing
    under them.

    \b
    Examples:
      argmap evaluate maps/huang.argdown
      argmap evaluate maps/huang.argdown --policy declared
      argmap evaluate maps/huang.argdown --format json
      argmap evaluate maps/huang.argdown --standards
    """
    from argmap import pipeline
    from argmap.analysis import find_theses

    graph = pipeline.load(file, allow=listed(allow), shorthand=shorthand)
    if (judging := chosen_mode(mode, standards)) is not None:
        as_json = format is ListFormat.JSON
        problems = print_judgements(
            graph, judging, policy=policy, standard=standard, as_json=as_json
        )
        raise typer.Exit(1 if problems else 0)
    labelling = pipeline.evaluate(graph, policy=policy)
    theses = find_theses(labelling.steps).titles
    if format is ListFormat.JSON:
        from argmap.analysis.answers import report_incoherence
        from argmap.evaluation import report_labels

        report = report_labels(labelling, theses)
        print_json({**report, "incoherent": report_incoherence(labelling)})
    else:
        from argmap.rendering.answer_text import write_labels

        output.print_text(write_labels(labelling, theses))

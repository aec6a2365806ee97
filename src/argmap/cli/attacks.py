"""argmap attacks FILE [TITLE]"""

from typing import Annotated

import typer

from argmap.cli.answering import PolicyName, Title, chosen, conclusion_of, print_answers
from argmap.cli.parameters import Allow, Map, Shorthand, listed
from argmap.cli.rules import ListFormat


def attacks(
    file: Map,
    title: Title = None,
    policy: PolicyName = "lenient",
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Say which attacks decide about a claim, and which attackers have to be answered.

    \b
    Examples:
      argmap attacks maps/huang.argdown
      argmap attacks maps/school_uniform.argdown 'School Uniform' --format json
    """
    from argmap import pipeline
    from argmap.analysis.answers import report_battle
    from argmap.analysis.decisive import MOST_WORK, fight_over
    from argmap.rendering.answer_text import write_battle

    graph = pipeline.load(file, allow=listed(allow), shorthand=shorthand)
    labelling = pipeline.evaluate(graph, policy=policy)
    steps = labelling.steps
    nodes = [conclusion_of(steps, ref) for ref in chosen(steps, title)]
    work = MOST_WORK // max(1, len(nodes))
    battles = [fight_over(labelling, node, work) for node in nodes]
    as_json = report_battle if format is ListFormat.JSON else None
    print_answers(battles, title, as_json, write_battle)

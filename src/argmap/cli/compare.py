"""argmap compare REF OTHER…"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.pages import FormatOrJson, ReportFormat, Target, chosen_format, put, put_json
from argmap.cli.parameters import Allow, Config, Engine, Shorthand, listed

Reference = Annotated[
    str, typer.Argument(metavar="REF", help="The map to compare with.", show_default=False)
]
Others = Annotated[
    list[str],
    typer.Argument(metavar="OTHER...", help="The maps that are compared.", show_default=False),
]
DecisionsFile = Annotated[
    str | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="What a person has said of doubtful pairs: read if it is there, and written with the "
        "pairs that are still open (TOML).",
        show_default=False,
    ),
]


def compare(
    reference: Reference,
    others: Others,
    format: FormatOrJson = None,
    target: Target = None,
    decisions: DecisionsFile = None,
    engine: Engine = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Compare maps with a reference: claims, supports, attacks, linked premises, the main claim.

    Claims are matched by their words; what follows from the relations is compared, not how they
    are drawn. Pairs that a person should look at are listed, and are kept with --decisions.

    \b
    Examples:
      argmap compare maps/school_uniform.argdown maps/school_uniform.argdown
      argmap compare maps/huang.argdown maps/school_uniform.argdown --format html -o report.html
      argmap compare maps/huang.argdown maps/huang.argdown --decisions same.toml --format json
    """
    from argmap.classroom.comparing.claims import Claims
    from argmap.classroom.comparing.data import report_comparison
    from argmap.classroom.comparing.decisions import Decisions, read_decisions, write_decisions
    from argmap.classroom.comparing.picture import draw_differences
    from argmap.classroom.comparing.report import (
        compare_pages,
        name_of,
        questions_of,
    )
    from argmap.classroom.comparing.score import compare_claims
    from argmap.linting import Linter, Request
    from argmap.rendering.front_text import front_text

    name = chosen_format(format, target, ReportFormat)
    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    decided = read_decisions(decisions) if decisions else Decisions()
    left = Claims(linter.load(reference), name_of(reference))
    comparisons = [
        compare_claims(left, Claims(linter.load(other), name_of(other)), decided)
        for other in others
    ]
    if decisions:
        asked = decided.with_questions(questions_of(comparisons))
        if asked != decided:
            output.write_file(decisions, write_decisions(asked))
            new = len(asked.questions) - len(decided.questions)
            output.tell(f"argmap: {decisions}: {new} pair{'s' * (new != 1)} to settle")
    if name == ReportFormat.JSON:
        put_json(report_comparison(comparisons, name_of(reference)), target)
        return
    pictures = [draw_differences(each.compared, engine=engine) for each in comparisons]
    title = front_text(left.graph, "title") or left.name
    put(compare_pages(comparisons, pictures, title), name, target, "comparison")

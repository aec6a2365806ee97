"""argmap questions FILE"""

from typing import Annotated

import typer

from argmap.cli.debating import Side, prepare, stem_of, title_of
from argmap.cli.pages import FormatOrJson, ReportFormat, Target, chosen_format, put, put_json
from argmap.cli.parameters import Allow, Config, Map, Shorthand


def questions(
    file: Map,
    side: Side = "con",
    every: Annotated[
        bool, typer.Option("--all", help="Ask also about premises that our own side needs.")
    ] = False,
    format: FormatOrJson = None,
    target: Target = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Write questions for cross-examination: yes or no, each aimed at one box of theirs.

    They come from critical questions of schemes, unstated premises, facts and figures without a
    source, words that allow no exception, and premises with which a main claim falls.

    \b
    Examples:
      argmap questions maps/huang.argdown --side con
      argmap questions maps/huang.argdown --side con --format json
    """
    from argmap.debate.questions import questions_pages, report_questions

    name = chosen_format(format, target, ReportFormat)
    case = prepare(file, side, config=config, allow=allow, shorthand=shorthand)
    if name == ReportFormat.JSON:
        put_json(report_questions(case, every=every), target)
        return
    pages = questions_pages(case, title_of(case, file), every=every)
    put(pages, name, target, stem_of(file, f"questions-{case.side}"))

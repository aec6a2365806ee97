"""argmap weigh FILE"""

from argmap.cli.debating import Side, prepare, stem_of, title_of
from argmap.cli.pages import FormatOrJson, ReportFormat, Target, chosen_format, put, put_json
from argmap.cli.parameters import Allow, Config, Map, Shorthand


def weigh(
    file: Map,
    side: Side = "pro",
    format: FormatOrJson = None,
    target: Target = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Weigh our impacts against theirs: magnitude, probability, timeframe, reversibility.

    Only what `impact:` says in the map is printed; blank cells are yours to fill in.

    \b
    Examples:
      argmap weigh maps/huang.argdown --side con
      argmap weigh maps/huang.argdown -o weighing.docx
    """
    from argmap.debate.weighing import report_weighing, weighing_pages

    name = chosen_format(format, target, ReportFormat)
    case = prepare(file, side, config=config, allow=allow, shorthand=shorthand)
    if name == ReportFormat.JSON:
        put_json(report_weighing(case), target)
    else:
        put(
            weighing_pages(case, title_of(case, file)),
            name,
            target,
            stem_of(file, f"weigh-{case.side}"),
        )

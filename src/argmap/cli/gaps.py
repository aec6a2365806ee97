"""argmap gaps FILE"""

from argmap.cli.debating import Side, prepare, stem_of, title_of
from argmap.cli.pages import FormatOrJson, ReportFormat, Target, chosen_format, put, put_json
from argmap.cli.parameters import Allow, Config, Map, Shorthand


def gaps(
    file: Map,
    side: Side = "pro",
    format: FormatOrJson = None,
    target: Target = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Say what they say and what we say: attacks, answers, and what has no answer yet.

    Offence (turns, outweighing) and defence are counted. What kind of answer a claim is, its tag
    (`#link-turn`) or `answer:` says.

    \b
    Examples:
      argmap gaps maps/huang.argdown
      argmap gaps maps/huang.argdown --side con --format pdf
    """
    from argmap.debate.gaps import gaps_pages, report_gaps

    name = chosen_format(format, target, ReportFormat)
    case = prepare(file, side, config=config, allow=allow, shorthand=shorthand)
    if name == ReportFormat.JSON:
        put_json(report_gaps(case), target)
    else:
        put(
            gaps_pages(case, title_of(case, file)),
            name,
            target,
            stem_of(file, f"gaps-{case.side}"),
        )

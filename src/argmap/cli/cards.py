"""argmap cards FILE"""

from argmap.cli.debating import Side, prepare, stem_of, title_of
from argmap.cli.pages import FormatOrJson, ReportFormat, Target, chosen_format, put, put_json
from argmap.cli.parameters import Allow, Config, Map, Shorthand


def cards(
    file: Map,
    side: Side = "pro",
    format: FormatOrJson = None,
    target: Target = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Write evidence cards: tag, one-line citation, the quote in its source, what is read marked.

    \b
    Examples:
      argmap cards maps/huang.argdown
      argmap cards maps/huang.argdown --format docx
    """
    from argmap.debate.card_pages import cards_pages, report_cards

    name = chosen_format(format, target, ReportFormat)
    case = prepare(file, side, config=config, allow=allow, shorthand=shorthand)
    if name == ReportFormat.JSON:
        put_json(report_cards(card for cards in case.cards.values() for card in cards), target)
    else:
        put(
            cards_pages(case, title_of(case, file)),
            name,
            target,
            stem_of(file, f"cards-{case.side}"),
        )

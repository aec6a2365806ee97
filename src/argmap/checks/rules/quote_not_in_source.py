"""A quote has to stand in its source, letter for letter."""

from collections.abc import Iterator

from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.written_names import shortened


def find(subject: Subject) -> Iterator[Finding]:
    """Report quotes that are not in the text of the source they name, if it is at hand."""
    for quote in subject.quotes:
        if not quote.is_searchable or quote.is_found:
            continue
        name = subject.name(quote.node)
        help = "quote the source's own words, or correct `source:`."
        notes: tuple[str, ...] = ()
        if quote.nearest is not None:
            span, text, similarity = quote.nearest
            notes = (
                f"The nearest passage, {round(similarity * 100)} % alike, "
                f'at [{span.start}, {span.end}]: "{shortened(text, 200)}"',
            )
        yield Finding(
            quote.place,
            f"The quote of {name} does not stand in its source, {quote.source}.",
            help,
            (quote.node.title,),
            notes=notes,
        )


RULE = Rule(
    "SRC002",
    "quote-not-in-source",
    Severity.ERROR,
    "A quote does not stand in the source that it names.",
    find,
    Default.DATA,
)

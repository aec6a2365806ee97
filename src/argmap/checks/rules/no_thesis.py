"""A map should argue for something."""

from collections.abc import Iterator

from argmap.analysis.spelling import Speller
from argmap.checks.expectations import front_matter_span
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.source import Span


def find(subject: Subject) -> Iterator[Finding]:
    """Report declared theses that are no statement or, failing that, a map without thesis."""
    theses = subject.theses
    for title in theses.missing:
        yield _missing(subject, title)
    graph = subject.graph
    structures = [a.pcs_span for a in graph.arguments.values() if a.is_reconstructed]
    if not theses.missing and not theses.groups and (graph.relations or structures):
        places = [relation.span for relation in graph.relations]
        yield Finding(
            min([*places, *(span for span in structures if span is not None)]),
            "No statement stands at the top of this map: its arguments lead to nothing.",
            "write what they are about, `[Thesis]: …`, and put the arguments below it.",
        )


def _missing(subject: Subject, title: str) -> Finding:
    place = front_matter_span(subject, "thesis")
    start = subject.document.source.text.find(title, place.start, place.end)
    span = Span(start, start + len(title)) if start >= 0 else place
    nearest = Speller(subject.graph.statements).nearest(title)
    if title in subject.graph.arguments:
        help = f"name the statement that <{title}> argues for."
    elif nearest is not None:
        help = f"did you mean [{nearest}]?"
    else:
        help = f"write `[{title}]: …` somewhere, or correct the title."
    message = f"The front matter names the thesis [{title}], and no statement has that title."
    return Finding(span, message, help, (title,))


RULE = Rule(
    "SUP007",
    "no-thesis",
    Severity.WARNING,
    "The map has no thesis, or not the one that it declares.",
    find,
)

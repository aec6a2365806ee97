"""A source that the table of sources does not list."""

import re
from collections.abc import Iterator

from argmap.analysis.quotes import data_span, source_keys
from argmap.analysis.spelling import Speller
from argmap.checks.edits import word_in_data
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Fix, Severity
from argmap.model.graph import Occurrence

_DIGITS = re.compile(r"\d+")


def find(subject: Subject) -> Iterator[Finding]:
    """Report sources that are not keys of `sources:`, when there is such a table."""
    table = subject.settings.get("sources")
    if not isinstance(table, dict) or not table:
        return
    known = {str(key) for key in table}
    speller = Speller(known)
    for ref in subject.graph.order:
        node = subject.graph.node(ref)
        name = subject.name(ref)
        for occurrence in node.occurrences:
            keys = source_keys(node, occurrence) if "source" in occurrence.data else ()
            for key in keys:
                if key not in known:
                    nearest = speller.nearest(key)
                    guess = f"did you mean `{nearest}`?" if nearest else f"list it: `{key}: …`."
                    yield Finding(
                        data_span(subject.graph, occurrence, "source"),
                        f'{name} names the source "{key}", and `sources:` does not list it.',
                        guess,
                        (ref.title,),
                        fix=_rename(subject, occurrence, key, nearest) if nearest else None,
                    )


def _rename(subject: Subject, occurrence: Occurrence, key: str, nearest: str) -> Fix | None:
    """Put the listed key in place of the other one; safe, unless they differ in their numbers.

    `smith2020` is hardly a slip for `smith2021`: it may be a source that is not listed yet.
    """
    data = getattr(subject.document.items[occurrence.item], "data", None)
    if data is None or "source" not in data.spans:
        return None
    edit = word_in_data(subject.document, data.spans["source"], key, nearest)
    is_safe = _DIGITS.findall(key) == _DIGITS.findall(nearest)
    return Fix(is_safe, (edit,)) if edit else None


RULE = Rule(
    "SRC003",
    "unknown-source",
    Severity.WARNING,
    "A source is not in the table of sources.",
    find,
    Default.DATA,
)

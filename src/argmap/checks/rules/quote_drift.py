"""One quote in two wordings."""

from collections.abc import Iterator

from argmap.analysis.drift import drifted
from argmap.analysis.quotes import data_span
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report a quote that is nearly, and not quite, an earlier one of that speaker and source."""
    if not {"quote", "speaker"} <= subject.data_keys:
        return
    for earlier, later, changes in drifted(subject.graph):
        yield Finding(
            data_span(subject.graph, later.occurrence, "quote"),
            f"{subject.name(later.node)} quotes {later.speaker} differently from "
            f"{subject.name(earlier.node)}: {_told(changes)}.",
            "give the words as they were said, in both places.",
            tuple(dict.fromkeys((later.node.title, earlier.node.title))),
        )


def _told(changes: list[tuple[str, str]]) -> str:
    told = []
    for old, new in changes[:3]:
        if old and new:
            told.append(f'"{old}" becomes "{new}"')
        else:
            told.append(f'"{old}" is left out' if old else f'"{new}" is added')
    more = len(changes) - len(told)
    return ", ".join(told) + (f", and {more} more" if more else "")


RULE = Rule(
    "VOI002",
    "quote-drift",
    Severity.WARNING,
    "Two quotes of one speaker are nearly, but not quite, the same.",
    find,
    Default.DATA,
)

"""Reasons that look independent and come from one source."""

from collections.abc import Iterator

from argmap.analysis.common_source import common_sources
from argmap.analysis.foundations import Effort, first_lines
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.written_names import listed

_EFFORT = 300_000  # nodes and steps looked at, for all theses of a map together


def find(subject: Subject) -> Iterator[Finding]:
    """Report each thesis with several supports all of which rest on one source."""
    if not any(node.is_sourced for node in subject.steps.nodes):
        return
    effort = Effort(_EFFORT)
    for thesis, line in first_lines(subject.support.lenient, subject.theses.nodes, effort):
        found = common_sources(subject.steps, subject.lenient_base, thesis, line, effort)
        if found:
            key, leaves = found[0]
            names = [subject.name(leaf) for leaf in leaves]
            yield Finding(
                subject.span(thesis),
                f"{subject.name(thesis)} has several lines of support, and all of them rest on "
                f'one source, "{key}".',
                "add a reason from another source, `<+ <Reason>: … {source: …}`.",
                tuple(dict.fromkeys(subject.steps.titles([thesis, *leaves]))),
                notes=(f"From it: {listed(names)}.",),
            )


RULE = Rule(
    "SRC007",
    "common-source",
    Severity.INFO,
    "All lines of support for a thesis rest on one source.",
    find,
    Default.DEBATE,
)

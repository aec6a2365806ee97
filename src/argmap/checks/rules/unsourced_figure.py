"""Figures and "studies show" without a source."""

from collections.abc import Iterator

from argmap.analysis.figures import find_figure, may_hold_figure
from argmap.analysis.wording import untagged
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Statement
from argmap.model.status import Status

_SILENT = (Status.REJECTED, Status.TODO)


def find(subject: Subject) -> Iterator[Finding]:
    """Report leaves with a figure, or an appeal to nameless research, and no source."""
    steps = subject.steps
    if not may_hold_figure(subject.wording.vocabulary):
        return
    for index, node in enumerate(steps.nodes):
        if node.is_sourced or steps.into[index] or node.status in _SILENT:
            continue
        element = subject.graph.node(node.ref)
        if not element.text or find_figure(element.text) is None:
            continue
        figure = find_figure(untagged(element))  # a figure in a tag is none
        if figure is None or (isinstance(element, Statement) and subject.is_prose(element)):
            continue
        yield Finding(
            element.span,
            f'{subject.name(index)} says "{figure}", and no source is given.',
            "name where the figure comes from, `{source: …}`.",
            (node.title,),
        )


RULE = Rule(
    "SRC008",
    "unsourced-figure",
    Severity.INFO,
    'A figure, or "studies show", has no source.',
    find,
    Default.DEBATE,
)

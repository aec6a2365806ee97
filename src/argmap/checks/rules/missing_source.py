"""Leaf statements and facts for which no source is given."""

from collections.abc import Iterator

from argmap.analysis.reach import supporters
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeRef
from argmap.model.status import Status

_SILENT = (Status.REJECTED, Status.TODO, Status.DECLARED)


def find(subject: Subject) -> Iterator[Finding]:
    """Report leaves below a thesis that nothing vouches for, and facts that are `cited: false`."""
    steps = subject.steps
    below = supporters(steps, subject.theses.nodes)
    for index, node in enumerate(steps.nodes):
        if not node.is_statement or node.status in _SILENT:
            continue
        name = subject.name
        statement = subject.graph.statements[node.title]
        if statement.data.get("cited") is False and "fact" in statement.tags:
            if _is_in_use(subject, node.ref):
                yield Finding(
                    statement.span,
                    f"{name(index)} is stated as a fact, and the text that states it gives no "
                    "source.",
                    "look the fact up and name where it stands, `{source: …, cited: true}`, or "
                    "mark it `#assumption`.",
                    (node.title,),
                )
        elif node.status is Status.BARE and index in below and not steps.into[index]:
            yield Finding(
                statement.span,
                f"{name(index)} is given without a reason and without a source.",
                "name where it is said, `{source: …}`, or mark it `#assumption`.",
                (node.title,),
            )


def _is_in_use(subject: Subject, ref: NodeRef) -> bool:
    """Tell whether a statement is more than a paragraph of prose."""
    statement = subject.graph.statements[ref.title]
    return (
        statement.is_titled
        or ref in subject.incoming
        or ref in subject.outgoing
        or any(occurrence.argument is not None for occurrence in statement.occurrences)
    )


RULE = Rule(
    "SRC001",
    "missing-source",
    Severity.INFO,
    "A premise without reasons has no source, or a fact is uncited.",
    find,
    Default.DEBATE,
)

"""A titled node wants to be part of the argument."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Argument, Statement
from argmap.model.status import Assumed, Status, standing_of


def find(subject: Subject) -> Iterator[Finding]:
    """Report titled nodes without relation that stand in no premise-conclusion structure.

    Untitled ones are prose. Theses and declared conclusions are left to SUP001.
    """
    theses = frozenset(subject.theses.titles)
    assumed = Assumed.of(subject.settings)
    for ref in subject.graph.order:
        node = subject.graph.node(ref)
        if not node.is_titled or ref in subject.incoming or ref in subject.outgoing:
            continue
        if (
            _is_in_structure(node)
            or standing_of(node, is_leaf=True, assumed=assumed).status is Status.TODO
        ):
            continue
        if isinstance(node, Statement) and (node.title in theses or "conclusion" in node.tags):
            continue
        name = subject.name(ref)
        yield Finding(
            node.span,
            f"{name} is related to nothing.",
            f"put it below what it speaks for, `<+ {name}`, or drop its title if it is a note.",
            (node.title,),
        )


def _is_in_structure(node: Statement | Argument) -> bool:
    if isinstance(node, Argument):
        return node.pcs_span is not None
    return any(occurrence.argument is not None for occurrence in node.occurrences)


RULE = Rule(
    "SUP009",
    "unconnected-node",
    Severity.WARNING,
    "A titled statement or argument is related to nothing.",
    find,
)

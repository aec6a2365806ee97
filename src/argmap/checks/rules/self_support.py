"""Nothing is a reason for itself."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeRef, RelationKind


def find(subject: Subject) -> Iterator[Finding]:
    """Report steps whose conclusion is among their premises, and nodes that support themselves."""
    steps = subject.steps
    for step in steps.steps:
        if isinstance(step.origin, NodeRef) and step.conclusion in step.premises:
            argument = subject.graph.arguments[step.origin.title]
            inference = argument.inferences[step.origin.step or 0]
            name = subject.name(step.conclusion)
            yield Finding(
                argument.pcs[inference.conclusion].occurrence.span,
                f"{name} is concluded from itself in {subject.name(argument.ref)}.",
                "take it out of the premises, or conclude something else.",
                (steps.title(step.conclusion), argument.title),
            )
    reported: set[NodeRef] = set()
    for relation in subject.graph.relations:
        is_support = relation.kind in (RelationKind.SUPPORT, RelationKind.ENTAILS)
        if is_support and relation.source == relation.target and relation.source not in reported:
            reported.add(relation.source)
            yield Finding(
                relation.span,
                f"{subject.name(relation.source)} is given as a reason for itself.",
                "remove this line, or write the reason that is meant.",
                (relation.source.title,),
            )


RULE = Rule(
    "CIR001",
    "self-support",
    Severity.ERROR,
    "Something is given as a reason for itself.",
    find,
)

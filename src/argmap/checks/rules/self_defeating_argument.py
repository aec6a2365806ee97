"""An argument that is at odds with its own premise cannot be granted as a whole."""

from collections.abc import Iterator

from argmap.analysis import self_defeats
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import RelationKind

_VERBS = {
    RelationKind.ATTACK: "attacks",
    RelationKind.CONTRARY: "is contrary to",
    RelationKind.CONTRADICTORY: "contradicts",
}


def find(subject: Subject) -> Iterator[Finding]:
    """Report arguments with a conclusion that is set against a premise which it rests on."""
    steps = subject.steps
    if not steps.inferences:
        return
    written = subject.oppositions
    for title, conclusion, premise in self_defeats(steps, tuple(written)):
        relation = written[min(conclusion, premise), max(conclusion, premise)]
        argument = subject.name(subject.graph.arguments[title].ref)
        top, bottom = subject.name(conclusion), subject.name(premise)
        verb = _VERBS[relation.kind]
        if steps.source_of(relation.source) == conclusion:
            told = f"its conclusion {top} {verb} {bottom}, on which {top} rests"
        else:
            told = f"its premise {bottom} {verb} {top}, which rests on it"
        yield Finding(
            relation.span,
            f"{argument} defeats itself: {told}.",
            f"remove this line, or conclude {top} from something else than {bottom}.",
            titles=tuple(dict.fromkeys((title, *steps.titles((conclusion, premise))))),
        )


RULE = Rule(
    "CON004",
    "self-defeating-argument",
    Severity.ERROR,
    "A conclusion is at odds with a premise on which it rests.",
    find,
)

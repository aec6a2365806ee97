"""A premise that says the conclusion over again."""

import re
from collections.abc import Iterator
from functools import cached_property

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeKind, NodeRef, Relation
from argmap.model.linked import linking_occurrence
from argmap.model.steps import Step
from argmap.source import Span

_TELLING = re.compile(r"\w{6,}")  # longer than any stop word


def find(subject: Subject) -> Iterator[Finding]:
    """Report inferences, and supports between statements, from a claim to its own rewording.

    Two texts say the same if they have the same words, stop words left out. A support that is
    written from an argument is ordinary: its gist or conclusion may well repeat the claim.
    """
    written = _Written(subject)
    reported: set[tuple[int, int, str | None]] = set()
    for step, premise in _rewordings(subject):
        key = (premise, step.conclusion, step.argument)
        if key not in reported and written.is_between_statements(step, premise):
            reported.add(key)
            yield _finding(subject, step, premise, written.span(step, premise))


def _rewordings(subject: Subject) -> Iterator[tuple[Step, int]]:
    """Yield steps with a premise that has the same words, in document order.

    Long words are looked up in the premise's text first: few texts then have to be taken apart.
    """
    steps, wording = subject.steps, subject.wording
    texts = [wording.text(node.ref) for node in steps.nodes]
    folded = [wording.folded[text] for text in texts]
    telling: dict[int, list[str]] = {}
    for step in steps.steps:
        conclusion = step.conclusion
        if conclusion not in telling:
            telling[conclusion] = _TELLING.findall(folded[conclusion])
        for premise in step.premises:
            said = folded[premise]
            for word in telling[conclusion]:
                if word not in said:
                    break
            else:
                content = wording.content(texts[conclusion])
                if (
                    premise != conclusion
                    and content
                    and wording.content(texts[premise]) == content
                ):
                    yield step, premise


def _finding(subject: Subject, step: Step, premise: int, span: Span) -> Finding:
    return Finding(
        span,
        f"{subject.name(premise)} says again what {subject.name(step.conclusion)} says.",
        "write the reason that is meant in its place.",
        subject.steps.titles((step.conclusion, premise)),
    )


class _Written:
    """Where each premise of a step was written: every one of linked supports is a relation."""

    def __init__(self, subject: Subject) -> None:
        self._subject, self._graph = subject, subject.graph

    def is_between_statements(self, step: Step, premise: int) -> bool:
        """Tell whether a premise is a statement, and a reason for one."""
        relation = self._relation(step, premise)
        if relation is None:
            return True
        return relation.source.kind is relation.target.kind is NodeKind.STATEMENT

    def span(self, step: Step, premise: int) -> Span:
        """Return the place of a premise."""
        relation = self._relation(step, premise)
        if relation is not None:
            return relation.span
        assert isinstance(step.origin, NodeRef)
        argument = self._graph.arguments[step.origin.title]
        lines = (argument.pcs[i] for i in argument.inferences[step.origin.step or 0].premises)
        title = self._subject.steps.title(premise)
        return next(line.occurrence.span for line in lines if line.title == title)

    def _relation(self, step: Step, premise: int) -> Relation | None:
        if isinstance(step.origin, NodeRef):
            return None
        if len(step.premises) == 1:
            return step.origin
        return self._linked[linking_occurrence(self._graph, step.origin), premise]

    @cached_property
    def _linked(self) -> dict[tuple[int | None, int], Relation]:
        source_of = self._subject.steps.source_of
        found: dict[tuple[int | None, int], Relation] = {}
        for relation in self._graph.relations:
            occurrence = linking_occurrence(self._graph, relation)
            if occurrence is not None:
                found.setdefault((occurrence, source_of(relation.source)), relation)
        return found


RULE = Rule(
    "CIR003",
    "restated-premise",
    Severity.WARNING,
    "A premise says the same as its conclusion.",
    find,
)

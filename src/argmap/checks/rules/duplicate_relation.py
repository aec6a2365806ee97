"""What is said once need not be said twice."""

from collections.abc import Iterator, Set
from functools import cached_property

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Edit, Finding, Fix, Severity
from argmap.model.graph import NodeKind, NodeRef, Relation, RelationKind
from argmap.source import Span
from argmap.syntax import Argument as ArgumentItem
from argmap.syntax import Form
from argmap.syntax import Statement as StatementItem

_SYMMETRIC = (RelationKind.CONTRADICTORY, RelationKind.CONTRARY)
_VERBS = {
    RelationKind.SUPPORT: "supports",
    RelationKind.ENTAILS: "entails",
    RelationKind.ATTACK: "attacks",
    RelationKind.CONTRARY: "is contrary to",
    RelationKind.CONTRADICTORY: "contradicts",
    RelationKind.UNDERCUT: "undercuts",
}


def find(subject: Subject) -> Iterator[Finding]:
    """Report the second writing of a relation; `+` here and `+>` there are the same."""
    lines = _Lines(subject)
    count: dict[tuple[RelationKind, NodeRef, NodeRef], int] = {}
    for relation in subject.graph.relations:
        ends = (relation.source, relation.target)
        if relation.kind in _SYMMETRIC:
            ends = (min(ends, key=repr), max(ends, key=repr))
        key = (relation.kind, *ends)
        count[key] = count.get(key, 0) + 1
        if count[key] > 1:
            yield _finding(subject, relation, lines)


def _finding(subject: Subject, relation: Relation, lines: "_Lines") -> Finding:
    target = subject.name(relation.target)
    if relation.target.kind is NodeKind.INFERENCE:
        target = f"an inference of {target}"
    source = subject.name(relation.source)
    return Finding(
        relation.span,
        f"This says again that {source} {_VERBS[relation.kind]} {target}.",
        "remove this line.",
        tuple(dict.fromkeys((relation.source.title, relation.target.title))),
        fix=lines.deletion(relation),
    )


class _Lines:
    """Tells which relations fill a line of their own that can simply be deleted."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    @cached_property
    def _parents(self) -> Set[int]:
        return {item.parent for item in self._subject.document.items}

    def deletion(self, relation: Relation) -> Fix | None:
        element = self._subject.document.items[relation.item + 1]
        if not isinstance(element, StatementItem | ArgumentItem):
            return None
        is_bare = element.form is Form.REFERENCE and not element.tags and element.data is None
        text = self._subject.document.source.text
        start = text.rfind("\n", 0, relation.span.start)
        end = text.find("\n", relation.span.end)
        end = len(text) if end < 0 else end
        around = text[start + 1 : relation.span.start] + text[relation.span.end : end]
        if not is_bare or relation.item + 1 in self._parents or around.strip() or start < 0:
            return None
        if end == len(text) and text[start - 1 : start] == "\r":
            start -= 1  # the line end of the line before goes as a whole
        return Fix(True, (Edit(Span(start, end), ""),))


RULE = Rule(
    "REL004",
    "duplicate-relation",
    Severity.WARNING,
    "One relation is written twice.",
    find,
)

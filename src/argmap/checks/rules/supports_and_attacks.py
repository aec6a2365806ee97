"""One and the same source cannot speak both for and against a claim."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeKind, NodeRef, Relation, RelationKind

End = int | NodeRef
"""A node or, for a reconstructed argument that is a target, its name."""

_SUPPORTS = frozenset((RelationKind.SUPPORT, RelationKind.ENTAILS))


def find(subject: Subject) -> Iterator[Finding]:
    """Report pairs that are both supported and attacked, and attacks on one's own conclusion.

    A reconstructed argument speaks through its main conclusion. Conflicts attack both ways; an
    undercut is directed at a step, and counts for nothing here.
    """
    if not subject.steps.inferences and not _meet(subject.graph.relations):
        return
    source_of = subject.steps.source_of
    supports: set[tuple[End, End]] = set()
    attacks: dict[tuple[End, End], Relation] = {}
    end_of = _Ends(subject)
    for relation in subject.graph.relations:
        source: End = source_of(relation.source)
        target = end_of[relation.target]
        is_own = source == target and relation.source != relation.target
        match relation.kind:
            case RelationKind.SUPPORT | RelationKind.ENTAILS:
                supports.add((source, target))
            case RelationKind.UNDERCUT:
                pass
            case _ if is_own:
                yield _own(subject, relation)
            case RelationKind.ATTACK:
                attacks.setdefault((source, target), relation)
            case RelationKind.CONTRARY | RelationKind.CONTRADICTORY:
                attacks.setdefault((source, target), relation)
                attacks.setdefault((target, source), relation)
            case _:
                assert_never(relation.kind)
    for (source, target), relation in attacks.items():
        if (source, target) in supports:
            yield _both(subject, relation, source, target)


def _meet(relations: Iterable[Relation]) -> bool:
    """Tell whether a support and an attack as written have the same ends; quick where none has.

    That is all there is to look for where no argument speaks through its conclusion.
    """
    supports = set()
    attacks = set()
    for kind, source, target, *_ in relations:
        if kind in _SUPPORTS:
            supports.add((source, target))
        elif kind is not RelationKind.UNDERCUT:
            attacks.add((source, target))
            if kind is not RelationKind.ATTACK:
                attacks.add((target, source))
    return not supports.isdisjoint(attacks)


class _Ends(dict[NodeRef, End]):
    """What relations end at, each worked out once."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._steps = subject.steps

    def __missing__(self, target: NodeRef) -> End:
        is_node = target.kind is NodeKind.STATEMENT or target.title in self._steps.gists
        self[target] = self._steps.source_of(target) if is_node else target
        return self[target]


def _own(subject: Subject, relation: Relation) -> Finding:
    ends = (relation.source, relation.target)
    argument = next(end for end in ends if end.kind is NodeKind.ARGUMENT)
    conclusion = next(end for end in ends if end != argument)
    return Finding(
        relation.span,
        f"{subject.name(argument)} attacks {subject.name(conclusion)}, its own conclusion.",
        "remove this line, or conclude something else.",
        (conclusion.title, argument.title),
    )


def _both(subject: Subject, relation: Relation, source: End, target: End) -> Finding:
    return Finding(
        relation.span,
        f"{subject.name(source)} both supports and attacks {subject.name(target)}.",
        "keep the one that is meant; two reasons need two titles.",
        tuple(dict.fromkeys((_title(subject, source), _title(subject, target)))),
    )


def _title(subject: Subject, end: End) -> str:
    return subject.steps.title(end) if isinstance(end, int) else end.title


RULE = Rule(
    "CON001",
    "supports-and-attacks",
    Severity.ERROR,
    "One source both supports and attacks one target.",
    find,
)

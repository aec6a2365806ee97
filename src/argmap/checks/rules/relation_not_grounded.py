"""A relation to a reconstructed argument should be visible in what the argument says."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeKind, Relation, RelationKind, Role

_SUPPORTS = frozenset((RelationKind.SUPPORT, RelationKind.ENTAILS))


def find(subject: Subject) -> Iterator[Finding]:
    """Report supports and attacks of reconstructed arguments that touch none of their statements.

    A support is grounded if its source is a premise, an attack if its source is set against a
    statement of the argument. A sketched source has no statement that could be there.
    """
    steps = subject.steps
    if not steps.inferences:
        return
    grounds = _Grounds(subject)
    reported: set[tuple[bool, int, str]] = set()
    for relation in subject.graph.relations:
        target, kind = relation.target, relation.kind
        if target.kind is not NodeKind.ARGUMENT or target.title not in steps.inferences:
            continue
        if relation.source.kind is NodeKind.ARGUMENT and relation.source.title in steps.gists:
            continue
        is_support = kind in _SUPPORTS
        if not is_support and kind is not RelationKind.ATTACK:
            continue
        source = steps.source_of(relation.source)
        key = (is_support, source, target.title)
        if key not in reported and not grounds.have(is_support, source, target.title):
            reported.add(key)
            yield _finding(subject, relation, source)


class _Grounds:
    """The statements of arguments, and who is set against whom, each collected once."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._statements: dict[tuple[bool, str], frozenset[int]] = {}
        self._opponents: dict[int, set[int]] | None = None

    def have(self, is_support: bool, source: int, argument: str) -> bool:
        """Tell whether a support or attack is to be seen in an argument's statements."""
        statements = self._of(argument, only_premises=is_support)
        if is_support:
            return source in statements
        if self._opponents is None:
            self._opponents = {}
            for one, other in self._subject.oppositions:
                self._opponents.setdefault(one, set()).add(other)
                self._opponents.setdefault(other, set()).add(one)
        return not statements.isdisjoint(self._opponents.get(source, ()))

    def _of(self, argument: str, *, only_premises: bool) -> frozenset[int]:
        key = (only_premises, argument)
        if key not in self._statements:
            self._statements[key] = frozenset(
                self._subject.steps.statements[line.title]
                for line in self._subject.graph.arguments[argument].pcs
                if line.role is Role.PREMISE or not only_premises
            )
        return self._statements[key]


def _finding(subject: Subject, relation: Relation, source: int) -> Finding:
    name, target = subject.name(relation.source), subject.name(relation.target)
    speaker = subject.name(source)
    missing = (
        "is" if relation.source.kind is NodeKind.STATEMENT else f"its conclusion {speaker} is"
    )
    if relation.kind in _SUPPORTS:
        message = f"{name} supports {target}, but {missing} none of its premises."
        help = f"make {speaker} a premise of {target}, or support a premise of it, `+> [Premise]`."
    else:
        message = f"{name} attacks {target}, but {missing} opposed to none of its statements."
        help = f"attack a statement of {target}, `-> [Premise]`, or an inference, `_>`."
    titles = (relation.target.title, relation.source.title, subject.steps.title(source))
    return Finding(relation.span, message, help, tuple(dict.fromkeys(titles)))


RULE = Rule(
    "REL001",
    "relation-not-grounded",
    Severity.WARNING,
    "A relation to a reconstructed argument touches none of its statements.",
    find,
)

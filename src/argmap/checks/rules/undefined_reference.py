"""A title that is used and that nothing gives a meaning."""

from collections.abc import Iterator, Mapping, Set
from functools import cached_property

from argmap.analysis.spelling import Speller
from argmap.checks.edits import Titles, word_in_data
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Edit, Finding, Fix, Severity
from argmap.model.front_titles import bare_title, listed_titles
from argmap.model.graph import NodeKind, NodeRef, Statement
from argmap.source import Span
from argmap.syntax import Argument as ArgumentItem
from argmap.syntax import Heading, MarkKind
from argmap.syntax import Statement as StatementItem


def find(subject: Subject) -> Iterator[Finding]:
    """Report each statement without text that is used or mentioned, and unknown arguments."""
    statements, arguments = subject.graph.statements, subject.graph.arguments
    mentioned = _mentions(subject)
    places: dict[NodeRef, Span] = {}
    for statement in statements.values():
        if not statement.text and (_is_used(subject, statement) or statement.ref in mentioned):
            if statement.is_titled:
                places[statement.ref] = statement.span
            else:
                yield _empty(statement)
    for ref, span in mentioned.items():
        known = statements if ref.kind is NodeKind.STATEMENT else arguments
        if ref.title not in known:
            places[ref] = span
    if not places:
        return
    spellers = {
        NodeKind.STATEMENT: Speller(s.title for s in statements.values() if s.text),
        NodeKind.ARGUMENT: Speller(arguments),
    }
    renaming = _Renaming(subject)
    for ref, span in places.items():
        nearest = spellers[ref.kind].nearest(ref.title)
        fix = renaming.fix(ref, nearest) if nearest is not None else None
        yield _finding(ref, span, nearest, fix)


def _empty(statement: Statement) -> Finding:
    message = "Nothing stands here: the line ends behind its symbol or number."
    help = "write what it stands for, or delete the line."
    return Finding(statement.span, message, help, (statement.title,))


def _finding(ref: NodeRef, span: Span, nearest: str | None, fix: Fix | None) -> Finding:
    opening, closing = "[]" if ref.kind is NodeKind.STATEMENT else "<>"
    name = f"{opening}{ref.title}{closing}"
    if nearest is not None:
        help = f"did you mean {opening}{nearest}{closing}? If not, write `{name}: …` somewhere."
    else:
        help = f"write `{name}: …` somewhere, or correct the title."
    message = f"{name} is used here, and nothing says what it is."
    return Finding(span, message, help, (ref.title,), fix=fix)


class _Renaming:
    """Puts a known title in the place of an unknown one, wherever that is typed."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self._subject.document)

    @cached_property
    def _listed(self) -> Mapping[str, Set[str]]:
        settings = self._subject.settings
        return {
            key: set(map(bare_title, listed_titles(settings.get(key))))
            for key in ("thesis", "assume")
        }

    def fix(self, ref: NodeRef, nearest: str) -> Fix | None:
        """Return None if the two are more than one name: an empty definition, or a relation."""
        subject, is_argument = self._subject, ref.kind is NodeKind.ARGUMENT
        other = NodeRef(ref.kind, nearest)
        relations = subject.outgoing.get(ref, ()) + subject.incoming.get(ref, ())
        if any(other in (relation.source, relation.target) for relation in relations):
            return None
        node = None if is_argument else subject.graph.statements.get(ref.title)
        if node is not None and not all(o.is_reference for o in node.occurrences):
            return None
        brackets = "<>" if is_argument else "[]"
        if nearest.startswith("-") or any(sign in nearest for sign in brackets):
            return None  # only a definition can have such a title
        front = self._in_front_matter(ref.title, nearest)
        edits = self._titles.replaced(ref.title, nearest, is_argument=is_argument)
        return Fix(False, (*front, *edits)) if front is not None else None

    def _in_front_matter(self, title: str, nearest: str) -> list[Edit] | None:
        """Return edits of `thesis:` and `assume:`; None if a title cannot be found there."""
        document = self._subject.document
        edits: list[Edit] = []
        for key, titles in self._listed.items():
            if title in titles:
                spans = document.front_matter.spans if document.front_matter else {}
                span = spans.get(key)
                edit = word_in_data(document, span, title, nearest) if span else None
                if edit is None:
                    return None
                edits.append(edit)
        return edits


def _is_used(subject: Subject, statement: Statement) -> bool:
    return (
        statement.ref in subject.incoming
        or statement.ref in subject.outgoing
        or any(occurrence.argument is not None for occurrence in statement.occurrences)
    )


def _mentions(subject: Subject) -> dict[NodeRef, Span]:
    """Return what is mentioned with `@[…]` or `@<…>`, and where first."""
    kinds = {
        MarkKind.STATEMENT_MENTION: NodeKind.STATEMENT,
        MarkKind.ARGUMENT_MENTION: NodeKind.ARGUMENT,
    }
    mentioned: dict[NodeRef, Span] = {}
    for item in subject.document.items:
        if isinstance(item, Heading | StatementItem | ArgumentItem) and item.text is not None:
            for mark in item.text.marks:
                if mark.kind in kinds and mark.target is not None:
                    mentioned.setdefault(NodeRef(kinds[mark.kind], mark.target), mark.span)
    return mentioned


RULE = Rule(
    "SYN002",
    "undefined-reference",
    Severity.WARNING,
    "A title is used, and nothing says what it is.",
    find,
)

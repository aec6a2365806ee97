"""A title that is used and that nothing gives a meaning."""

from collections.abc import Iterator

from argmap.analysis.spelling import Speller
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
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
    for ref, span in places.items():
        yield _finding(ref, span, spellers[ref.kind].nearest(ref.title))


def _empty(statement: Statement) -> Finding:
    message = "Nothing stands here: the line ends behind its symbol or number."
    help = "write what it stands for, or delete the line."
    return Finding(statement.span, message, help, (statement.title,))


def _finding(ref: NodeRef, span: Span, nearest: str | None) -> Finding:
    opening, closing = "[]" if ref.kind is NodeKind.STATEMENT else "<>"
    name = f"{opening}{ref.title}{closing}"
    if nearest is not None:
        help = f"did you mean {opening}{nearest}{closing}? If not, write `{name}: …` somewhere."
    else:
        help = f"write `{name}: …` somewhere, or correct the title."
    return Finding(span, f"{name} is used here, and nothing says what it is.", help, (ref.title,))


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

"""A title that is used and that nothing gives a meaning."""

from collections.abc import Iterator

from argmap.analysis.spelling import Speller
from argmap.checks.edits import retitled, word_in_data
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
    for ref, span in places.items():
        nearest = spellers[ref.kind].nearest(ref.title)
        fix = _rename(subject, ref, nearest) if nearest is not None else None
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


def _rename(subject: Subject, ref: NodeRef, nearest: str) -> Fix | None:
    """Put the known title in place of the other one, wherever that is typed.

    Not if the other one has a place of its own in the map: an empty definition, or a relation to
    the known one.
    """
    is_argument = ref.kind is NodeKind.ARGUMENT
    other = NodeRef(ref.kind, nearest)
    node = subject.graph.statements.get(ref.title) if not is_argument else None
    relations = subject.outgoing.get(ref, ()) + subject.incoming.get(ref, ())
    if any(other in (relation.source, relation.target) for relation in relations):
        return None
    if node is not None and not all(o.is_reference for o in node.occurrences):
        return None
    if nearest.startswith("-") or any(sign in nearest for sign in ("<>" if is_argument else "[]")):
        return None
    edits = retitled(subject.document, ref.title, nearest, is_argument=is_argument)
    front = _in_front_matter(subject, ref.title, nearest)
    return Fix(False, (*front, *edits)) if front is not None else None


def _in_front_matter(subject: Subject, title: str, nearest: str) -> list[Edit] | None:
    """Replace a title in `thesis:` and `assume:`; None if it cannot be told where it stands."""
    data = subject.document.front_matter
    edits: list[Edit] = []
    for key in ("thesis", "assume"):
        if title in map(bare_title, listed_titles(subject.settings.get(key))):
            span = data.spans.get(key) if data is not None else None
            edit = word_in_data(subject.document, span, title, nearest) if span else None
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

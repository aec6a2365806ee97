"""One claim under two titles."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from argmap.checks.muting import is_muted
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Edit, Finding, Fix, Severity
from argmap.model.graph import Argument, NodeKind, Statement
from argmap.model.written_names import listed

_MOST_FIXES = 50  # each looks through the whole text for the title


def find(subject: Subject) -> Iterator[Finding]:
    """Report titled statements, and titled arguments, that say the same; one finding a group."""
    wording, numbers = subject.wording, count()
    for texts, nodes in (
        (wording.statements, subject.graph.statements),
        (wording.arguments, subject.graph.arguments),
    ):
        for titles in _groups(subject, texts):
            said = [nodes[title] for title in titles]
            said = [node for node in said if node.is_titled and not is_muted(RULE, node.data)]
            if len(said) > 1:
                yield _finding(subject, said, is_fixed=next(numbers) < _MOST_FIXES)


def _groups(subject: Subject, texts: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the titles of equal texts, punctuation and case apart, in document order."""
    folded = subject.wording.folded
    first: dict[str, str] = {}
    alike: dict[str, list[str]] = {}
    for title, text in texts.items():
        letters = folded[text].replace(" ", "")
        if first.setdefault(letters, title) is not title and letters:
            alike.setdefault(letters, [first[letters]]).append(title)
    for titles in alike.values():
        groups: dict[str, list[str]] = {}
        for title in titles:
            groups.setdefault(" ".join(folded[texts[title]].split()), []).append(title)
        yield from (group for group in groups.values() if len(group) > 1)


def _finding(
    subject: Subject, group: Sequence[Statement | Argument], *, is_fixed: bool
) -> Finding:
    kept, other = group[0], group[1]
    names = [subject.name(node.ref) for node in group]
    return Finding(
        other.span,
        f"{listed(names)} say the same in the same words.",
        f"write {names[0]} in place of {names[1]}, or let them say different things.",
        tuple(node.title for node in group),
        fix=_merging(subject, kept, other) if is_fixed and len(group) == 2 else None,
    )


def _merging(
    subject: Subject, kept: Statement | Argument, other: Statement | Argument
) -> Fix | None:
    """Give the second the title of the first, if that is written wherever it is named.

    Not if the two are related, or stand in one structure: they would be tied to themselves.
    """
    refs = {kept.ref, other.ref}
    is_statement = other.ref.kind is NodeKind.STATEMENT
    opening, closing = "[]" if is_statement else "<>"
    written = f"{opening}{other.title}{closing}"
    source = subject.document.source
    edits = [
        Edit(occurrence.span, f"{opening}{kept.title}{closing}")
        for occurrence in other.occurrences
        if source.slice(occurrence.span) == written
    ]
    is_elsewhere = source.text.count(other.title) != len(edits)
    structures = [{o.argument for o in node.occurrences if o.argument} for node in (kept, other)]
    related = [r for ref in refs for r in subject.outgoing.get(ref, ())]
    if (
        is_elsewhere
        or len(edits) != len(other.occurrences)
        or structures[0] & structures[1]
        or any(relation.target in refs for relation in related)
        or (isinstance(other, Argument) and other.pcs_span is not None)
    ):
        return None
    return Fix(False, tuple(edits))


RULE = Rule(
    "STY004",
    "same-text-two-titles",
    Severity.WARNING,
    "Two titles have the same text.",
    find,
)

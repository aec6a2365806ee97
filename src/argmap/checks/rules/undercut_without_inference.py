"""Only a step can be undercut."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Edit, Finding, Fix, Severity
from argmap.model.graph import Relation


def find(subject: Subject) -> Iterator[Finding]:
    """Report undercuts of statements that no step concludes."""
    for undercut in subject.steps.idle_undercuts:
        source, target = subject.name(undercut.source), subject.name(undercut.target)
        yield Finding(
            undercut.origin.span,
            f"{source} undercuts {target}, and there is no step to {target} that it could hit.",
            f"attack the statement itself, `<- {source}`, or undercut an argument for it.",
            subject.steps.titles((undercut.target, undercut.source)),
            fix=_attack(subject, undercut.origin),
        )


def _attack(subject: Subject, relation: Relation) -> Fix:
    """Make an attack of an undercut.

    A dash at the beginning of a line may be a bullet, or a support in an outline; `<-` never is.
    """
    symbol = subject.document.items[relation.item].span
    text = subject.document.source.text
    is_plain = subject.document.source.rewriting is None and text[symbol.start - 1] in " \t"
    typed = relation.symbol.replace("_", "-")
    return Fix(False, (Edit(symbol, typed if is_plain or typed != "-" else "<-"),))


RULE = Rule(
    "REL003",
    "undercut-without-inference",
    Severity.ERROR,
    "An undercut of a statement that is no conclusion.",
    find,
)

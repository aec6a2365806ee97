"""What is declared contradictory cannot all be accepted, and one speaker cannot claim it all."""

from collections.abc import Iterator

from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Argument, Statement
from argmap.model.written_names import listed

_ACCEPTED = frozenset(("accepted", "verified"))


def find(subject: Subject) -> Iterator[Finding]:
    """Report contraries that are both accepted, or both claimed by one speaker."""
    steps = subject.steps
    for attack in subject.contraries.pairs:
        one, other = (
            subject.graph.node(steps.nodes[end].ref) for end in (attack.source, attack.target)
        )
        if _is_accepted(one) and _is_accepted(other):
            fact = "both are accepted"
            help = "take `status: accepted` off one of them, or delete `><` if both can be true."
        elif both := _claiming_both(subject, one, other):
            fact = f"both are given as claims of {listed(both)}"
            help = (
                "correct `speaker:`, say with `voice: gloss` that one is not the speaker's own "
                "claim, or delete `><` if both can be true."
            )
        else:
            continue
        yield Finding(
            attack.origin.span,
            f"{subject.name(attack.source)} and {subject.name(attack.target)} are declared "
            f"contradictory, and {fact}.",
            help,
            (one.title, other.title),
        )


def _is_accepted(node: Statement | Argument) -> bool:
    return str(node.data.get("status")).strip() in _ACCEPTED


def _claiming_both(
    subject: Subject, one: Statement | Argument, other: Statement | Argument
) -> list[str]:
    theirs = subject.speakers.claiming(other)
    return [name for name in subject.speakers.claiming(one) if name in theirs]


RULE = Rule(
    "CON003",
    "accepted-contradiction",
    Severity.ERROR,
    "Two contradictory claims are both accepted, or claimed by one speaker.",
    find,
    Default.DATA,
)

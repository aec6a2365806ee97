"""What is to be done does not follow from what is the case."""

from collections.abc import Iterator

from argmap.analysis.leaps import is_spelled_out, unprepared_word
from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report reported conclusions with an "ought", where no premise has a norm or value.

    A single `+` leaves the norm unsaid as a matter of course; the premises have to be spelled out.
    """
    for node in subject.reported:
        leap = unprepared_word(subject.steps, subject.wording, node, "ought", "norms")
        if leap is None or not is_spelled_out(subject.steps, node):
            continue
        ref = subject.steps.nodes[node].ref
        if is_muted(RULE, subject.graph.node(ref).data):
            continue
        name = subject.name(node)
        yield Finding(
            subject.span(node),
            f'Possible "ought" from "is": {name} says "{leap.word}", and no premise of it says '
            "what is good, right or to be done.",
            "add the premise that is meant, `[Norm]: … #unstated`, or write `{ignore: WRD003}` "
            f"behind {name}.",
            (ref.title,),
        )


RULE = Rule(
    "WRD003",
    "ought-from-is",
    Severity.INFO,
    "A conclusion says what is to be done, and no premise says anything of the kind.",
    find,
    Default.DATA,
)

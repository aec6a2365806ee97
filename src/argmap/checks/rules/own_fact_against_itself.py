"""What one side states, used against what the same side concludes."""

from collections.abc import Iterator

from argmap.analysis.own_facts import TurnedFact, turned_facts
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeKind, NodeRef


def find(subject: Subject) -> Iterator[Finding]:
    """Report claims of a side that are premises of an argument against its own conclusion."""
    text = subject.document.source.text
    if "speaker" not in text and "side" not in text:
        return
    steps = subject.steps
    parties = {
        index: claiming
        for index, node in enumerate(steps.nodes)
        if node.is_statement
        and (claiming := subject.speakers.parties(subject.graph.statements[node.title]))
    }
    if len(parties) < 2:
        return
    theses = frozenset(subject.theses.nodes)
    conclusions = [node for node in parties if steps.into[node] or node in theses]
    for fact in turned_facts(steps, parties, conclusions):
        yield _finding(subject, fact)


def _finding(subject: Subject, turned: TurnedFact) -> Finding:
    steps, name = subject.steps, subject.name
    step = steps.steps[turned.step]
    argument = NodeRef(NodeKind.ARGUMENT, step.argument) if step.argument is not None else None
    user = argument or steps.nodes[step.conclusion].ref
    whom = f'the side "{turned.party.name}"' if turned.party.is_side else turned.party.name
    role = "a premise of" if user.kind is NodeKind.ARGUMENT else "a reason for"
    titles = steps.titles([turned.conclusion, turned.attacker])
    return Finding(
        subject.span(turned.fact),
        f"{name(turned.fact)} is a claim of {whom}, and it is {role} {name(user)}, which speaks "
        f"against {name(turned.conclusion)}, a conclusion of the same side.",
        "prepare that side's answer, `<- <Reply>: …` below what speaks against it.",
        tuple(dict.fromkeys((steps.title(turned.fact), user.title, *titles))),
    )


RULE = Rule(
    "VOI004",
    "own-fact-against-itself",
    Severity.INFO,
    "A side's own claim is used against that side's conclusion.",
    find,
    Default.DEBATE,
)

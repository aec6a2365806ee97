"""What the map argues for needs a reason."""

from collections.abc import Iterator

from argmap.checks.consequences import MOST, Consequence, consequence
from argmap.checks.edits import FreshTitles, line_below
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Fix, Severity
from argmap.model.status import Status


def find(subject: Subject) -> Iterator[Finding]:
    """Report theses and declared conclusions that no step concludes.

    Computed theses that attack each other are one case: the first of them is reported.
    """
    steps = subject.steps
    found: dict[int, tuple[int, ...]] = {
        steps.statements[statement.title]: ()
        for statement in subject.graph.statements.values()
        if "conclusion" in statement.tags
    }
    theses = {group[0]: group for group in subject.theses.groups}
    titles = FreshTitles(subject.graph.arguments if found or theses else ())
    count = 0
    for node in sorted(found.keys() | theses.keys()):
        group = theses.get(node, (node,))
        if any(steps.into[member] for member in group):
            continue
        if any(steps.nodes[member].status is Status.TODO for member in group):
            continue
        count += 1
        follows = Consequence()
        if count <= MOST:
            follows = consequence(subject, (node,), subject.support.lenient.fallen(node))
        role = "is argued against"  # why a statement stands on top that nobody called a thesis
        if node not in theses:
            role = "is a conclusion"
        elif subject.theses.is_declared:
            role = "is a thesis"
        yield Finding(
            subject.span(node),
            f"{subject.name(node)} {role}, and nothing supports it.",
            "add a reason below it, `<+ <Reason>: …`, or mark it `#todo`.",
            titles=steps.titles(group),
            chain=follows.chain,
            notes=follows.notes,
            fix=_stub(subject, node, titles),
        )


def _stub(subject: Subject, node: int, titles: FreshTitles) -> Fix | None:
    """Put a reason that is still to be written where the claim is made."""
    span = subject.span(node)
    statement = subject.graph.node(subject.steps.nodes[node].ref)
    item = next(o.item for o in statement.occurrences if o.span == span)
    edit = line_below(subject.document, item, f"<+ <{titles.new('Reason')}>: … #todo")
    return Fix(False, (edit,)) if edit else None


RULE = Rule(
    "SUP001",
    "unsupported-conclusion",
    Severity.ERROR,
    "A thesis or conclusion has no reason at all.",
    find,
)

"""What a thesis rests on in the end is to be said openly."""

from collections.abc import Iterator, Sequence

from argmap.analysis import Repair, Repairs
from argmap.checks.consequences import MOST
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.ways import MOST_LEAVES, listed_nodes
from argmap.diagnostic import Edit, Finding, Fix, Severity
from argmap.model.status import Status
from argmap.source import Span

_TAG = " #assumption"


def find(subject: Subject) -> Iterator[Finding]:
    """Report theses that follow from the leaves, but not from declared and sourced ones alone."""
    steps, support = subject.steps, subject.support
    guilty = [
        thesis
        for thesis in subject.theses.nodes
        if steps.into[thesis]
        and steps.nodes[thesis].status is not Status.TODO
        and thesis in support.lenient
        and thesis not in support.declared
    ]
    repairs = Repairs(steps, support.lenient, support.declared) if guilty else None
    for number, thesis in enumerate(guilty):
        repair = repairs.repair(thesis) if repairs is not None and number < MOST else Repair()
        yield _finding(subject, thesis, repair)


def _finding(subject: Subject, thesis: int, repair: Repair) -> Finding:
    steps, leaves = subject.steps, repair.leaves
    message = f"{subject.name(thesis)} rests on assumptions that are neither declared nor sourced"
    if leaves:
        names = listed_nodes(subject, leaves)
        a_set = "a smallest set to declare is" if repair.is_smallest else "declare, for example,"
        message += f"; {a_set} {names}"
    help = "mark them `#assumption`, or say where they were read, `{source: …}`."
    if len(leaves) == 1:
        help = "mark it `#assumption`, or say where it was read, `{source: …}`."
    return Finding(
        subject.span(thesis),
        f"{message}.",
        help,
        titles=tuple(dict.fromkeys((steps.title(thesis), *steps.titles(leaves[:MOST_LEAVES])))),
        fix=_fix(subject, leaves),
    )


def _fix(subject: Subject, leaves: Sequence[int]) -> Fix | None:
    """Tag each leaf where its text is typed; None if one is typed nowhere, or if they are many."""
    if len(leaves) > MOST_LEAVES:
        return None
    places = [_end_of_text(subject, leaf) for leaf in leaves]
    typed = [place for place in places if place is not None]
    if not typed or len(typed) < len(places):
        return None
    return Fix(False, tuple(Edit(Span(place, place), _TAG) for place in typed))


def _end_of_text(subject: Subject, leaf: int) -> int | None:
    node = subject.steps.nodes[leaf]
    source = subject.document.source
    if not node.is_statement:
        return None
    for occurrence in subject.graph.node(node.ref).occurrences:
        text = occurrence.text
        if text is None or occurrence.is_reference or not text.plain.strip():
            continue
        if source.typed_span(Span(text.span.end, text.span.end)) is not None:
            return text.span.end
    return None


RULE = Rule(
    "SUP003",
    "rests-on-undeclared-assumption",
    Severity.INFO,
    "A thesis rests on leaves that are neither declared nor sourced.",
    find,
    Default.STRICT,
)

"""Where claims attack each other in a circle, what hangs on them is open."""

from collections.abc import Iterator

from argmap.analysis import Link, LinkKind, Standoff, Standoffs
from argmap.checks.consequences import MOST
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.ways import way_in_words
from argmap.diagnostic import Finding, Severity
from argmap.evaluation import Label
from argmap.model.status import Status


def find(subject: Subject) -> Iterator[Finding]:
    """Report theses that are labelled undecided, with the circle of attack that is the cause."""
    steps = subject.steps
    if not steps.attacks and not steps.undercuts:
        return
    undecided = [
        thesis
        for thesis in subject.theses.nodes
        if steps.nodes[thesis].status is not Status.TODO
        and subject.labelling.node_verdicts[thesis].label is Label.UNDECIDED
    ]
    standoffs = Standoffs(subject.labelling) if undecided else None
    for number, thesis in enumerate(undecided):
        standoff = standoffs.of(thesis) if standoffs is not None and number < MOST else None
        yield _finding(subject, thesis, standoff)


def _finding(subject: Subject, thesis: int, standoff: Standoff | None) -> Finding:
    name, span = subject.name(thesis), subject.span(thesis)
    if standoff is None:
        message = f"{name} is undecided, because of a circle of attack that nothing settles."
        help = "attack a member of the circle from outside, `<- <Reason>: …`."
        return Finding(span, message, help, (subject.steps.title(thesis),))
    notes = [f"The circle: {way_in_words(subject, standoff.start, standoff.circle)}"]
    if standoff.way:
        notes.insert(0, f"The way there: {way_in_words(subject, thesis, standoff.way)}")
    way = (thesis, *(link.node for link in (*standoff.way, *standoff.circle)))
    start = subject.name(standoff.start)
    return Finding(
        span,
        f"{name} is undecided, because {_told(subject, standoff.start, standoff.circle)}.",
        f"settle it from outside the circle, `<- <Reason>: …` below {start} or another member.",
        titles=tuple(dict.fromkeys(subject.steps.titles(way))),
        chain=subject.steps.titles(way),
        notes=tuple(notes),
    )


def _told(subject: Subject, start: int, circle: tuple[Link, ...]) -> str:
    first, second = subject.name(start), subject.name(circle[0].node)
    if len(circle) == 1:
        how = "attacks" if circle[0].kind is LinkKind.ATTACKED_BY else "undercuts"
        return f"{first} {how} itself, and nothing settles it"
    if len(circle) == 2 and all(link.kind is LinkKind.ATTACKED_BY for link in circle):
        return f"{first} and {second} attack each other, and nothing settles it"
    return f"{first} stands in a circle of attack that nothing settles"


RULE = Rule(
    "SUP005",
    "undecided-conclusion",
    Severity.INFO,
    "A thesis is undecided, because claims attack each other in a circle.",
    find,
    Default.OFF,
)

"""A thesis may have reasons and yet fall, on what the map itself says."""

from collections.abc import Iterator

from argmap.analysis import resting_on_circles, way_to_defeat
from argmap.checks.consequences import MOST
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.ways import way_in_words
from argmap.diagnostic import Finding, Severity
from argmap.evaluation import Label, Reason, reason_sentence
from argmap.model.status import Status

_DEAD_ENDS = (Reason.REJECTED, Reason.TODO, Reason.CIRCLE)


def find(subject: Subject) -> Iterator[Finding]:
    """Report theses with steps that are labelled out, unless a reported circle is the cause."""
    steps = subject.steps
    suspects = [
        thesis
        for thesis in subject.theses.nodes
        if steps.into[thesis] and steps.nodes[thesis].status is not Status.TODO
    ]
    if not steps.attacks and not steps.undercuts:  # then what can be derived is in
        suspects = [thesis for thesis in suspects if thesis not in subject.support.lenient]
    if not suspects:
        return
    circular = resting_on_circles(steps, subject.support.lenient, subject.closed_circles)
    count = 0
    for thesis in suspects:
        is_out = subject.labelling.node_verdicts[thesis].label is Label.OUT
        if is_out and thesis not in circular:
            count += 1
            yield _finding(subject, thesis, is_detailed=count <= MOST)


def _finding(subject: Subject, thesis: int, *, is_detailed: bool) -> Finding:
    steps, verdicts = subject.steps, subject.labelling.node_verdicts
    way = way_to_defeat(subject.labelling, thesis) if is_detailed else ()
    chain = (thesis, *(link.node for link in way))
    notes: tuple[str, ...] = ()
    name = subject.name(thesis)
    help = f"give {name} a reason that stands, `<+ <Reason>: …`."
    if way:
        last = chain[-1]
        verdict = verdicts[last]
        end = f" ({verdict.reason})" if verdict.reason in _DEAD_ENDS else ""
        notes = (f"  {way_in_words(subject, thesis, way)}{end}",)
        if verdict.label is Label.IN:
            help = f"answer {subject.name(last)}, `<- <Reply>: …` below it, or {help}"
    return Finding(
        subject.span(thesis),
        reason_sentence(subject.labelling, steps.nodes[thesis].ref),
        help,
        titles=tuple(dict.fromkeys(steps.titles(chain))),
        chain=steps.titles(chain) if way else (),
        notes=notes,
    )


RULE = Rule(
    "SUP004",
    "defeated-conclusion",
    Severity.INFO,
    "On what the map says, a thesis falls.",
    find,
    Default.DEBATE,
)

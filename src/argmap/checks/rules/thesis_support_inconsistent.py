"""A thesis that rests on a contradiction, whichever of its reasons one takes."""

from collections.abc import Iterator

from argmap.analysis.contraries import inconsistent_support
from argmap.analysis.foundations import Effort, first_lines
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity

_EFFORT = 300_000  # nodes and steps looked at, for all theses of a map together
_SHOWN = 5


def find(subject: Subject) -> Iterator[Finding]:
    """Report each thesis of which every line of support contains a declared contrary pair."""
    contraries = subject.contraries
    if not contraries.pairs:
        return
    effort = Effort(_EFFORT)
    for thesis, line in first_lines(subject.support.lenient, subject.theses.nodes, effort):
        if pairs := inconsistent_support(contraries, subject.lenient_base, thesis, line, effort):
            yield _finding(subject, thesis, pairs)


def _finding(subject: Subject, thesis: int, pairs: tuple[tuple[int, int], ...]) -> Finding:
    one, other = pairs[0]
    title = subject.name(thesis)
    if len(pairs) == 1:
        fact = f"{title} rests on both {subject.name(one)} and {subject.name(other)}, "
        notes: tuple[str, ...] = ()
    else:
        fact = f"Every line of support for {title} contains a pair of claims "
        shown = (f"{subject.name(x)} >< {subject.name(y)}" for x, y in pairs[:_SHOWN])
        notes = ("One pair in each line that was tried:", *(f"  {pair}" for pair in shown))
    return Finding(
        subject.span(thesis),
        f"{fact}which are declared contradictory.",
        f"give {title} a reason that does without one of them, `<+ <Reason>: …`.",
        tuple(dict.fromkeys(subject.steps.titles([thesis, *(n for pair in pairs for n in pair)]))),
        notes=notes,
    )


RULE = Rule(
    "CON006",
    "thesis-support-inconsistent",
    Severity.WARNING,
    "All support for a thesis rests on claims that contradict one another.",
    find,
)

"""Premises that exclude each other cannot both be granted."""

from collections import Counter
from collections.abc import Iterator, Mapping

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeRef
from argmap.source import Span

_MOST = 100  # pairs of one argument

_Places = dict[int, Mapping[str | None, Span]]  # step → title of a premise → where it stands


def find(subject: Subject) -> Iterator[Finding]:
    """Report steps of which two premises are written to be contradictory or contrary."""
    steps = subject.steps
    used: dict[int, frozenset[int]] = {}
    reported: set[tuple[str | int, int, int]] = set()
    told: Counter[str | int] = Counter()
    places: _Places = {}
    for attack in subject.contraries.pairs:
        one, other = sorted((attack.source, attack.target))
        if not (steps.nodes[one].is_statement and steps.nodes[other].is_statement):
            continue
        for node in (one, other):
            if node not in used:
                used[node] = frozenset(steps.using[node])
        for index in sorted(used[one] & used[other]):
            argument = steps.steps[index].argument
            whose = index if argument is None else argument  # linked supports are one of their own
            if told[whose] < _MOST and (whose, one, other) not in reported:
                reported.add((whose, one, other))
                told[whose] += 1
                yield _finding(subject, index, (one, other), places)


def _finding(subject: Subject, index: int, pair: tuple[int, int], places: _Places) -> Finding:
    one, other = pair
    steps = subject.steps
    step = steps.steps[index]
    titles = steps.titles(pair)
    conclusion = subject.name(step.conclusion)
    if step.argument is None:
        how = f"{conclusion} rests on"
    else:
        how = f"{subject.name(subject.graph.arguments[step.argument].ref)} uses"
        titles = (step.argument, *titles)
    return Finding(
        _place(subject, index, other, places),
        f"{how} {subject.name(one)} and {subject.name(other)} together, and one excludes the "
        "other.",
        f"keep one of them, or argue for {conclusion} in two arguments, `<+ <Reason>: …`.",
        titles=tuple(dict.fromkeys(titles)),
    )


def _place(subject: Subject, index: int, premise: int, places: _Places) -> Span:
    """Return where the step uses a premise."""
    origin = subject.steps.steps[index].origin
    if not isinstance(origin, NodeRef):
        return origin.span
    if index not in places:
        argument = subject.graph.arguments[origin.title]
        inference = argument.inferences[origin.step or 0]
        lines = [argument.pcs[position] for position in reversed(inference.premises)]
        places[index] = {line.title: line.occurrence.span for line in lines}  # the first one wins
    return places[index][subject.steps.title(premise)]


RULE = Rule(
    "CON002",
    "contradictory-premises",
    Severity.ERROR,
    "One step uses two premises that exclude each other.",
    find,
)

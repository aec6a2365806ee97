"""Runs rules over a map and puts what they find in order."""

from collections.abc import Iterable

from argmap.checks.doubles import without_doubles
from argmap.checks.expectations import compare, front_matter_span, read_expectations
from argmap.checks.rule import Rule, Subject
from argmap.checks.rules import (
    RULES,
    missing_expected_finding,
    unreadable_check_setting,
    unused_suppression,
)
from argmap.checks.selection import Selection, choose
from argmap.checks.selection_reader import SelectionReader
from argmap.checks.suppressions import Suppressions
from argmap.diagnostic import Diagnostic, Finding

_DEFAULT = Selection()


def check(
    subject: Subject,
    selection: Selection = _DEFAULT,
    rules: tuple[Rule, ...] = RULES,
    project: Selection = _DEFAULT,
) -> tuple[Diagnostic, ...]:
    """Return what the chosen rules find, in document order.

    The map's wishes are honoured: `check:` in the front matter chooses rules and severities,
    comments silence findings, and `expect:` announces what is left.

    selection: what the caller asks for; goes before the map's wishes
    rules:     those that there are
    project:   what the project asks for; the map's wishes go before it
    raises:    `UnknownRule` if the caller or the project names a rule that does not exist
    """
    reader = SelectionReader(rules)
    choice = choose(rules, (project, reader.read(subject.settings.get("check")), selection))

    def said(rule: Rule, findings: Iterable[Finding]) -> list[Diagnostic]:
        severity = choice.severity(rule)
        return [Diagnostic(rule.code, rule.name, severity, finding) for finding in findings]

    ran = frozenset(rule.code for rule in choice.rules)
    found = [diagnostic for rule in choice.rules for diagnostic in said(rule, rule.find(subject))]
    found.sort(key=_place)
    suppressions = Suppressions(subject.document, rules)
    found = suppressions.kept(found)
    expectations, faults = read_expectations(subject, rules)
    for complaint in reader.complaints:
        stop = "" if complaint.endswith("?") else "."
        message = f"A setting of `check:` is left out of account: {complaint}{stop}"
        faults.append(Finding(front_matter_span(subject, "check"), message))
    unreadable = unreadable_check_setting.RULE
    if unreadable.code not in choice.ignored:  # whatever else is selected
        late = suppressions.kept(said(unreadable, faults))
    else:
        late = []
    if unused_suppression.RULE.code in ran:
        if not selection.is_narrowing:  # comments may be of use in other profiles
            others = suppressions.undecided(ran) - choice.ignored
            for rule in (rule for rule in rules if rule.code in others):
                suppressions.kept(said(rule, rule.find(subject)))
        complaints = suppressions.complaints(ran, is_whole=not selection.is_narrowing)
        found = sorted((*found, *said(unused_suppression.RULE, complaints)), key=_place)
    judged = ran if selection.is_narrowing else frozenset(rule.code for rule in rules)
    found, missing = compare(subject, found, expectations, judged)
    found = without_doubles(subject.document.source, found)
    if missing_expected_finding.RULE.code not in choice.ignored:
        late += suppressions.kept(said(missing_expected_finding.RULE, missing))
    return tuple(sorted((*found, *late), key=_place) if late else found)


def _place(diagnostic: Diagnostic) -> tuple[int, int, str, tuple[str, ...]]:
    return (*diagnostic.span, diagnostic.code, diagnostic.finding.titles)

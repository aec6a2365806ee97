"""Runs rules over a map and puts what they find in order."""

from collections.abc import Iterable

from argmap.checks.doubles import without_doubles
from argmap.checks.expectations import compare, front_matter_span, read_expectations
from argmap.checks.rule import Rule, Subject
from argmap.checks.rules import (
    RULES,
    missing_expected_finding,
    unreadable_check_setting,
)
from argmap.checks.selection import Selection, choose
from argmap.checks.selection_reader import SelectionReader
from argmap.diagnostic import Diagnostic, Finding

_DEFAULT = Selection()


def check(
    subject: Subject,
    selection: Selection = _DEFAULT,
    rules: tuple[Rule, ...] = RULES,
    project: Selection = _DEFAULT,
) -> tuple[Diagnostic, ...]:
    """Return what the chosen rules find, in document order.

    The map's front matter is honoured: `check:` chooses rules and severities, `expect:` announces
    findings.

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

    found = [diagnostic for rule in choice.rules for diagnostic in said(rule, rule.find(subject))]
    found.sort(key=_place)
    expectations, faults = read_expectations(subject, rules)
    for complaint in reader.complaints:
        message = f"A setting of `check:` is left out of account: {complaint}."
        faults.append(Finding(front_matter_span(subject, "check"), message))
    judged = frozenset(rule.code for rule in (choice.rules if selection.is_narrowing else rules))
    found, missing = compare(subject, found, expectations, judged)
    found = without_doubles(subject.document.source, found)
    for rule, findings in (
        (missing_expected_finding.RULE, missing),
        (unreadable_check_setting.RULE, faults),
    ):
        if rule.code not in choice.ignored:  # whatever else is selected
            found += said(rule, findings)
    return tuple(sorted(found, key=_place))


def _place(diagnostic: Diagnostic) -> tuple[int, int, str, tuple[str, ...]]:
    return (*diagnostic.span, diagnostic.code, diagnostic.finding.titles)

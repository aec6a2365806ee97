"""The page of a rule: what `argmap explain CODE` prints."""

from pathlib import Path

from argmap.checks.rule import Rule
from argmap.checks.rules import RULES
from argmap.checks.selectors import UnknownRule, matching

PAGES = Path(__file__).parent / "pages"


def find_rule(selector: str, rules: tuple[Rule, ...] = RULES) -> Rule:
    """Return the one rule with that code or name; raise `UnknownRule` if there is none."""
    found = matching(selector, rules)
    if len(found) != 1:
        codes = ", ".join(rule.code for rule in found)
        raise UnknownRule(f"{selector!r} is the beginning of several codes: {codes}.")
    return found[0]


def explain(rule: Rule) -> str:
    """Return the page of a rule, in Markdown."""
    if rule.page:
        return rule.page
    if rule not in RULES:
        return f"# {rule.code} {rule.name}\n\n{rule.summary}\n\n*{str(rule.severity).title()}.*\n"
    return (PAGES / f"{rule.code}.md").read_text(encoding="utf-8")

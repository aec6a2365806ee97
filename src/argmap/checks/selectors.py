"""Which rules a selector means: a code, the beginning of codes, a name or `ALL`."""

from collections.abc import Iterable

from argmap.analysis.spelling import Speller
from argmap.checks.rule import Rule
from argmap.errors import ArgmapError


class UnknownRule(ArgmapError):  # noqa: N818 - it names what is wrong
    """A selector fits no rule."""


def speller_of(rules: Iterable[Rule]) -> Speller:
    """Return what guesses which rule somebody meant; for one who reads many selectors."""
    return Speller(name for rule in rules for name in (rule.code, rule.name))


def matching(
    selector: str, rules: Iterable[Rule], speller: Speller | None = None
) -> tuple[Rule, ...]:
    """Return the rules that a selector means; raise `UnknownRule` if it means none.

    A selector is a code (`SUP001`), the beginning of codes (`SUP`), a name or `ALL`, in upper or
    lower case.

    speller: that of the rules, if it is at hand
    """
    rules = tuple(rules)
    if selector.strip().casefold() == "all":
        return rules
    found = named(selector, rules)
    wanted = selector.strip().casefold()
    if not found and wanted:
        found = tuple(rule for rule in rules if rule.code.casefold().startswith(wanted))
    if found:
        return found
    nearest = (speller or speller_of(rules)).nearest(selector.strip())
    guess = f"; did you mean {nearest}?" if nearest else "; `argmap rules` lists them all."
    raise UnknownRule(f"No rule is called {selector!r}{guess}")


def named(selector: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rule that has a selector for its whole code or name; empty if none has."""
    wanted = selector.strip().casefold()
    return tuple(rule for rule in rules if wanted in (rule.code.casefold(), rule.name.casefold()))

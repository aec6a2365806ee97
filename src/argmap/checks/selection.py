"""Which rules are to speak, and how loudly: what the project, the map and the caller ask for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from argmap.checks.profiles import Profile, is_on
from argmap.checks.rule import Default, Rule
from argmap.checks.selectors import matching, named
from argmap.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """What one place asks for; what it leaves empty it leaves to the others.

    select:        selectors of the rules to run, in place of what was asked for before
    ignore:        selectors of rules to leave out, besides those that are left out already
    profile:       in place of what was asked for before, unless `select` is given too
    strict_syntax: whether what the reference implementation refuses is reported, besides all that
    extend_select: selectors of rules to run, besides what was asked for before
    severities:    selector → how loudly its rules speak
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None
    strict_syntax: bool = False
    extend_select: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_narrowing(self) -> bool:
        """Whether it chooses rules by themselves."""
        return bool(self.select or self.ignore)


@dataclass(frozen=True, slots=True)
class Choice:
    """What comes of all selections: the rules to run, in the registry's order.

    `ignored` are the codes that somebody wants left out, `severities` those that were changed.
    """

    rules: tuple[Rule, ...]
    ignored: frozenset[str]
    profile: Profile
    severities: Mapping[str, Severity]

    def severity(self, rule: Rule) -> Severity:
        """Return how loudly a rule speaks; the strict profile raises informations to warnings."""
        severity = self.severities.get(rule.code, rule.severity)
        if self.profile is Profile.STRICT and severity is Severity.INFO:
            return Severity.WARNING
        return severity


def choose(rules: tuple[Rule, ...], selections: Sequence[Selection]) -> Choice:
    """Put selections together, the most general first (project, map, caller).

    Each goes by what came before it: `select` and `profile` replace it, `extend_select` adds to
    it, `ignore` takes away, and a rule that is selected by its whole code or name is no longer
    ignored. Raises `UnknownRule`.
    """
    profile = Profile.CLASSROOM
    wanted = {rule.code for rule in rules if is_on(rule, profile)}
    ignored: set[str] = set()
    severities: dict[str, Severity] = {}
    for selection in selections:
        profile = selection.profile or profile
        if selection.select:
            wanted = codes(selection.select, rules)
        elif selection.profile is not None:
            wanted = {rule.code for rule in rules if is_on(rule, profile)}
        wanted |= codes(selection.extend_select, rules)
        for selector in (*selection.select, *selection.extend_select):
            ignored.difference_update(rule.code for rule in named(selector, rules))
        ignored |= codes(selection.ignore, rules)
        for selector, severity in selection.severities.items():
            severities.update((rule.code, severity) for rule in matching(selector, rules))
    if any(selection.strict_syntax for selection in selections):
        wanted |= {rule.code for rule in rules if rule.default is Default.STRICT_SYNTAX}
    chosen = tuple(rule for rule in rules if rule.code in wanted - ignored)
    return Choice(chosen, frozenset(ignored), profile, severities)


def codes(selectors: Iterable[str], rules: tuple[Rule, ...]) -> set[str]:
    """Return the codes of the rules that some selectors mean; raise `UnknownRule`."""
    return {rule.code for selector in selectors for rule in matching(selector, rules)}

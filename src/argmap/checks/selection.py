"""Which rules are to speak: by code, prefix, name or `ALL`; by profile; by the map itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from argmap.analysis.spelling import Speller
from argmap.checks.rule import Default, Rule
from argmap.diagnostic import Severity
from argmap.errors import ArgmapError


class Profile(StrEnum):
    """A set of rules for one purpose; every profile contains the classroom's."""

    CLASSROOM = "classroom"
    TEACH = "teach"
    DEBATE = "debate"
    STRICT = "strict"


class UnknownRule(ArgmapError):  # noqa: N818 - it names what is wrong
    """A selector fits no rule."""


class UnknownProfile(ArgmapError):  # noqa: N818
    """There is no profile of that name."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the caller asks for; empty parts leave the matter to the map.

    select:  selectors of the rules to run, in place of the profile and of the map's `select`
    ignore:  selectors of rules to leave out, besides those that the map ignores
    profile: in place of the map's profile
    strict_syntax: whether what the reference implementation refuses is reported, besides all that
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None
    strict_syntax: bool = False

    @property
    def is_narrowing(self) -> bool:
        """Whether the caller, and not only the map, chooses rules."""
        return bool(self.select or self.ignore)


def matching(selector: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules that a selector means; raise `UnknownRule` if it means none.

    A selector is a code (`SUP001`), the beginning of codes (`SUP`), a name or `ALL`, in upper or
    lower case.
    """
    rules = tuple(rules)
    wanted = selector.strip().casefold()
    if wanted == "all":
        return rules
    found = tuple(rule for rule in rules if wanted in (rule.code.casefold(), rule.name))
    if not found and wanted:
        found = tuple(rule for rule in rules if rule.code.casefold().startswith(wanted))
    if found:
        return found
    known = [name for rule in rules for name in (rule.code, rule.name)]
    nearest = Speller(known).nearest(selector.strip())
    guess = f"; did you mean {nearest}?" if nearest else "; `argmap rules` lists them all."
    raise UnknownRule(f"No rule is called {selector!r}{guess}")


def profile_named(name: str) -> Profile:
    """Return the profile of that name; raise `UnknownProfile` if there is none."""
    try:
        return Profile(name.strip().casefold())
    except ValueError:
        choices = ", ".join(Profile)
        message = f"No profile is called {name!r}; choose one of {choices}."
        raise UnknownProfile(message) from None


@dataclass(slots=True)
class MapSettings:
    """What `check:` in a map's front matter asks for, and what is wrong with it."""

    profile: Profile = Profile.CLASSROOM
    select: tuple[Rule, ...] = ()
    ignore: tuple[Rule, ...] = ()
    strict_syntax: bool = False
    severities: dict[str, Severity] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    @staticmethod
    def of(settings: Mapping[str, object], rules: tuple[Rule, ...]) -> "MapSettings":
        """Read `check: {profile, select: […], ignore: […], severity: {…}, strictSyntax}`."""
        read = MapSettings()
        check = settings.get("check")
        if check is None:
            return read
        if not isinstance(check, dict):
            read.complaints.append("`check:` has to be a mapping")
            return read
        if isinstance(name := check.get("profile"), str):
            try:
                read.profile = profile_named(name)
            except UnknownProfile as error:
                read.complaints.append(str(error).rstrip("."))
        read.select = read.meant(check.get("select"), rules)
        read.ignore = read.meant(check.get("ignore"), rules)
        read.read_severities(check.get("severity"), rules)
        read.strict_syntax = check.get("strictSyntax") is True
        if check.get("strictSyntax") not in (None, True, False):
            read.complaints.append("`strictSyntax:` has to be true or false")
        return read

    def meant(self, value: object, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """Return the rules that a selector or a list of selectors means."""
        found: list[Rule] = []
        for selector in value if isinstance(value, list) else [value]:
            if selector is None:
                continue
            try:
                found.extend(matching(str(selector), rules))
            except UnknownRule as error:
                self.complaints.append(str(error).rstrip(".?"))
        return tuple(found)

    def read_severities(self, value: object, rules: tuple[Rule, ...]) -> None:
        """Read `severity:`, a mapping of selectors to levels."""
        if value is None:
            return
        if not isinstance(value, dict):
            self.complaints.append("`severity:` has to be a mapping of rules to levels")
            return
        for selector, level in value.items():
            if level not in list(Severity):
                choices = ", ".join(Severity)
                self.complaints.append(f"{level!r} is no severity; choose one of {choices}")
                continue
            for rule in self.meant(selector, rules):
                self.severities[rule.code] = Severity(level)


def chosen_rules(
    rules: tuple[Rule, ...], selection: Selection, settings: MapSettings
) -> tuple[Rule, ...]:
    """Return the rules that are to run, in the registry's order."""
    if selection.select:
        wanted = {rule.code for selector in selection.select for rule in matching(selector, rules)}
    elif settings.select and selection.profile is None:
        wanted = {rule.code for rule in settings.select}
    else:
        profile = selection.profile or settings.profile
        wanted = {rule.code for rule in rules if is_on(rule, profile)}
    if selection.strict_syntax or settings.strict_syntax:
        wanted |= {rule.code for rule in rules if rule.default is Default.STRICT_SYNTAX}
    wanted -= ignored_codes(rules, selection, settings)
    return tuple(rule for rule in rules if rule.code in wanted)


def ignored_codes(
    rules: tuple[Rule, ...], selection: Selection, settings: MapSettings
) -> frozenset[str]:
    """Return the codes that the map or the caller wants left out."""
    ignored = {rule.code for rule in settings.ignore}
    ignored.update(
        rule.code for selector in selection.ignore for rule in matching(selector, rules)
    )
    return frozenset(ignored)


def is_on(rule: Rule, profile: Profile) -> bool:
    """Tell whether a profile contains a rule."""
    return rule.default in (Default.ON, Default.DATA) or rule.default.value == profile.value


def severity_of(rule: Rule, settings: MapSettings, profile: Profile) -> Severity:
    """Return how loudly a rule speaks; the strict profile raises informations to warnings."""
    severity = settings.severities.get(rule.code, rule.severity)
    if profile is Profile.STRICT and severity is Severity.INFO:
        return Severity.WARNING
    return severity

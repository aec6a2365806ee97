"""What a mapping asks the checker for: `check:` of a map, or the table of a project."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from argmap.analysis.spelling import Speller
from argmap.checks.profiles import Profile, UnknownProfile, profile_named
from argmap.checks.rule import Rule
from argmap.checks.selection import Selection
from argmap.checks.selectors import UnknownRule, matching, speller_of
from argmap.diagnostic import Severity

KEYS = ("profile", "select", "extend-select", "ignore", "severity", "strict-syntax")
_CAMEL = {"extendSelect": "extend-select", "strictSyntax": "strict-syntax"}


@dataclass(slots=True)
class SelectionReader:
    """Reads selections; what makes no sense is left out and becomes a complaint."""

    rules: tuple[Rule, ...]
    complaints: list[str] = field(default_factory=list)
    _speller: Speller | None = field(default=None, init=False)

    def read(self, value: object, more_keys: Iterable[str] = ()) -> Selection:
        """Read `{profile, select: […], extend-select: […], ignore: […], severity: {…}, …}`.

        more_keys: keys that the caller reads
        """
        if value is None:
            return Selection()
        if not isinstance(value, Mapping):
            self.complaints.append("`check` has to be a mapping")
            return Selection()
        check = {_CAMEL.get(str(key), str(key)): entry for key, entry in value.items()}
        known = (*KEYS, *more_keys)
        for key in check:
            if key not in known:
                nearest = Speller(known).nearest(key)
                guess = f"did you mean `{nearest}`?" if nearest else f"known: {', '.join(known)}"
                self.complaints.append(f"`{key}` is not known here; {guess}")
        return Selection(
            select=self.selectors("select", check.get("select")),
            ignore=self.selectors("ignore", check.get("ignore")),
            profile=self._profile(check.get("profile")),
            strict_syntax=self._flag("strict-syntax", check.get("strict-syntax")),
            extend_select=self.selectors("extend-select", check.get("extend-select")),
            severities=self._severities(check.get("severity")),
        )

    def selectors(self, key: str, value: object) -> tuple[str, ...]:
        """Read a selector, or a list of them."""
        found: list[str] = []
        for selector in value if isinstance(value, list) else [value]:
            if selector is None:
                continue
            if not isinstance(selector, str):
                self.complaints.append(f"`{key}` has to be a rule or a list of rules")
                continue
            for part in filter(None, map(str.strip, selector.split(","))):
                try:
                    matching(part, self.rules, self._speller)
                except UnknownRule as error:
                    self._speller = self._speller or speller_of(self.rules)
                    self.complaints.append(str(error).rstrip(".?"))
                else:
                    found.append(part)
        return tuple(found)

    def _profile(self, value: object) -> Profile | None:
        if value is None:
            return None
        try:
            return profile_named(str(value))
        except UnknownProfile as error:
            self.complaints.append(str(error).rstrip("."))
            return None

    def _flag(self, key: str, value: object) -> bool:
        if value not in (None, True, False):
            self.complaints.append(f"`{key}` has to be true or false")
        return value is True

    def _severities(self, value: object) -> dict[str, Severity]:
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.complaints.append("`severity` has to be a mapping of rules to levels")
            return {}
        severities: dict[str, Severity] = {}
        for selector, level in value.items():
            if level not in list(Severity):
                choices = ", ".join(Severity)
                self.complaints.append(
                    f"`severity` of `{selector}` is {level!r}; choose one of {choices}"
                )
                continue
            for known in self.selectors("severity", str(selector)):
                severities[known] = Severity(level)
        return severities

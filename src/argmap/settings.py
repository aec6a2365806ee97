"""What a project asks for, put into one frozen `Settings`: each stage reads its own options."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path

from argmap.analysis.spelling import Speller
from argmap.checks import RULES, Rule, Selection
from argmap.checks.selection_reader import SelectionReader
from argmap.errors import ArgmapError
from argmap.project_file import ProjectFile, SettingsError, find_project_file, shown
from argmap.severity import FailOn

_TABLES = ("check",)
_OWN_KEYS = ("contracts", "plugins")
_CHECK_KEYS = ("per-file-ignores", "fail-on", "output-format", "baseline", *_OWN_KEYS)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project.

    path:             the file that they stand in; None: there is none
    rules:            the rules that there are: argmap's, then the project's own
    selection:        which of them run, and how loudly they speak
    per_file_ignores: (pattern of paths from the file's folder, selectors of rules to leave out)
    fail_on:          the least severity that makes a check fail; None: not said
    output_format:    how findings are printed; None: not said
    baseline:         the file of findings that are known already; None: there is none
    """

    path: Path | None = None
    rules: tuple[Rule, ...] = RULES
    selection: Selection = field(default_factory=Selection)
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fail_on: FailOn | None = None
    output_format: str | None = None
    baseline: Path | None = None

    def selection_for(self, map: str | Path) -> Selection:
        """Return the selection for one map: its path may have rules of its own left out."""
        if self.path is None or not self.per_file_ignores:
            return self.selection
        place = Path(map).resolve()
        root = self.path.resolve().parent
        if not place.is_relative_to(root):
            return self.selection
        name = place.relative_to(root).as_posix()
        more = [
            selector
            for pattern, selectors in self.per_file_ignores
            if fnmatchcase(name, pattern) or fnmatchcase(place.name, pattern)
            for selector in selectors
        ]
        return replace(self.selection, ignore=(*self.selection.ignore, *more))


def read_settings(folder: str | Path = ".", config: str | Path | None = None) -> Settings:
    """Return the settings that hold for the maps of a folder.

    config: the settings file to take, in place of the nearest one
    raises: `SettingsError`, with the file, the key and the way out
    """
    found = find_project_file(Path(folder).resolve(), config)
    return _Reader(found).read() if found is not None else Settings()


class _Reader:
    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def read(self) -> Settings:
        for key in self._file.table:
            if key not in _TABLES:
                raise self._error("", self._unknown(key, _TABLES))
        check = self._file.table.get("check", {})
        if not isinstance(check, Mapping):
            raise self._error("", "`check` has to be a table")
        rules = self._rules(check)
        reader = SelectionReader(rules)
        selection = reader.read(check, _CHECK_KEYS)
        per_file = check.get("per-file-ignores", {})
        if not isinstance(per_file, Mapping):
            raise self._error("check", "`per-file-ignores` has to be a table: pattern = [rules]")
        ignores = tuple(
            (str(pattern), reader.selectors("per-file-ignores", value))
            for pattern, value in per_file.items()
        )
        if reader.complaints:
            raise self._error("check", reader.complaints[0])
        baseline = self._text(check, "baseline")
        return Settings(
            path=self._file.path,
            rules=rules,
            selection=selection,
            per_file_ignores=ignores,
            fail_on=self._fail_on(check),
            output_format=self._output_format(check),
            baseline=self._file.path.parent / baseline if baseline else None,
        )

    def _rules(self, check: Mapping[str, object]) -> tuple[Rule, ...]:
        """Return argmap's rules and those that the project declares or names."""
        if not any(key in check for key in _OWN_KEYS):
            return RULES
        from argmap.checks.contracts import read_contracts
        from argmap.checks.own_rules import Owned, with_own

        plugins = check.get("plugins", [])
        if not isinstance(plugins, list) or not all(isinstance(name, str) for name in plugins):
            raise self._error("check", "`plugins` has to be a list of names")
        try:
            contracts = read_contracts(check.get("contracts", []))
            own = [Owned(rule, f"contract {rule.code}") for rule in contracts]
            if plugins:
                from argmap.checks.plugins import load_plugins

                own += load_plugins(plugins)
            return with_own(RULES, own)
        except ArgmapError as error:
            raise self._error("check", str(error)) from error

    def _fail_on(self, check: Mapping[str, object]) -> FailOn | None:
        value = self._text(check, "fail-on")
        if value is None:
            return None
        if value not in list(FailOn):
            choices = ", ".join(FailOn)
            raise self._error("check", f"`fail-on` is {value!r}; choose one of {choices}")
        return FailOn(value)

    def _output_format(self, check: Mapping[str, object]) -> str | None:
        value = self._text(check, "output-format")
        if value is None:
            return None
        from argmap.rendering.errors import UnknownFormatError
        from argmap.rendering.findings import require_format

        try:
            return require_format(value)
        except UnknownFormatError as error:
            raise self._error("check", f"`output-format`: {error}") from None

    def _text(self, table: Mapping[str, object], key: str) -> str | None:
        value = table.get(key)
        if value is not None and not isinstance(value, str):
            raise self._error("check", f"`{key}` has to be a text")
        return value

    def _unknown(self, key: str, known: tuple[str, ...]) -> str:
        nearest = Speller(known).nearest(key)
        guess = f"did you mean `{nearest}`?" if nearest else f"known: {', '.join(known)}"
        return f"`{key}` is not known here; {guess}"

    def _error(self, table: str, message: str) -> SettingsError:
        name = ".".join(part for part in (self._file.table_name, table) if part)
        place = f"[{name}] " if name else ""
        return SettingsError(f"{shown(self._file.path)}: {place}{message}")

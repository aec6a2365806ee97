"""Checking files: each with the settings of its project, one after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from argmap import pipeline
from argmap.checks import Selection
from argmap.checks.own_rules import RuleFailed
from argmap.checks.verdict import Checked, Look, count_failures
from argmap.linting.baselines import Baselines
from argmap.model import ArgumentGraph
from argmap.reading import STANDARD_INPUT, CannotRead, FileView
from argmap.settings import Settings, read_settings
from argmap.severity import FailOn


@dataclass(frozen=True, slots=True)
class Request:
    """What a caller asks of a check; what is None is left to the project.

    config:    the settings file to take, in place of the nearest one above each map
    allow:     files or folders outside the project that maps may include and quote
    shorthand: read numbered steps and plain outlines also where a map does not say so
    baseline:  the file of findings that are known already
    renews:    whether all that is found becomes known
    """

    selection: Selection = field(default_factory=Selection)
    fail_on: FailOn | None = None
    config: str | None = None
    allow: tuple[str, ...] = ()
    shorthand: bool = False
    baseline: str | None = None
    renews: bool = False


@dataclass
class Linter:
    """Checks maps as one request asks; the settings of each folder are read once.

    `unreadable` gathers what is wrong with the files that could not be read, or that a rule of the
    project's own failed on, `baselines` what became of the findings that are known already.
    """

    request: Request
    unreadable: list[str] = field(default_factory=list)
    baselines: Baselines = field(init=False)
    _settings: dict[Path, Settings] = field(default_factory=dict)

    def __post_init__(self) -> None:
        request = self.request
        self.baselines = Baselines(request.baseline, request.renews, request.selection)

    def settings(self, path: str) -> Settings:
        """Return the settings that hold for a map; raise `SettingsError`."""
        folder = _folder(path)
        if folder not in self._settings:
            self._settings[folder] = read_settings(folder, self.request.config)
        return self._settings[folder]

    def known_settings(self, path: str) -> Settings | None:
        """Return the settings that a map was checked with; None if it has not been, or could not.

        Reads nothing.
        """
        return self._settings.get(_folder(path))

    def check(self, path: str) -> Checked:
        """Check one map.

        raises: `CannotRead`, `RuleFailed`, `SettingsError`, `UnknownRule`, `BaselineError`
        """
        return self.look(path).checked

    def look(self, path: str, view: FileView | None = None) -> Look:
        """Do the same with the problems of reading it; `view` may hold texts in place of files."""
        self.settings(path)  # what is wrong with them is told first
        graph = self.load(path, view)
        problems = (*graph.document.problems, *graph.problems)
        return Look(self.check_graph(graph, view), problems)

    def load(self, path: str, view: FileView | None = None) -> ArgumentGraph:
        """Read one map; raise `CannotRead`."""
        request = self.request
        return pipeline.load(path, allow=request.allow, shorthand=request.shorthand, view=view)

    def check_graph(self, graph: ArgumentGraph, view: FileView | None = None) -> Checked:
        """Check a map that was read already; raise the same but for `CannotRead`."""
        request = self.request
        settings = self.settings(graph.document.source.path)
        found = pipeline.check_selected(
            graph, request.selection, settings, allow=request.allow, view=view
        )
        left = self.baselines.without_known(graph, settings, found)
        return Checked(graph.document.source, left)

    def check_all(self, paths: Iterable[str]) -> Iterator[Checked]:
        """Check maps in the order given, without those that cannot be read or checked."""
        for path in paths:
            try:
                yield self.check(path)
            except (CannotRead, RuleFailed) as error:
                self.unreadable.append(str(error))

    def fail_on(self, path: str) -> FailOn:
        """Return the least severity that makes the check of a map fail."""
        return self.request.fail_on or self.settings(path).fail_on or FailOn.WARNING

    def failures(self, checked: Checked) -> int:
        """Count the findings of a map that make the check fail."""
        return count_failures(checked.diagnostics, self.fail_on(checked.source.path))


def _folder(path: str) -> Path:
    """Return the folder whose settings hold for a map."""
    return Path.cwd() if path in (STANDARD_INPUT, "<stdin>") else Path(path).resolve().parent

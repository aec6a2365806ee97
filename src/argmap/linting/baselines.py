"""The baselines of one run: what they know already, what they know in vain, how to renew them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from argmap.checks import Selection
from argmap.checks.baseline import (
    KnownFinding,
    known_as,
    path_from,
    read_baseline,
    write_baseline,
)
from argmap.checks.selection import choose
from argmap.checks.selection_reader import SelectionReader
from argmap.diagnostic import Diagnostic
from argmap.model import ArgumentGraph
from argmap.settings import Settings

DEFAULT = "argmap-baseline.json"
"""Where findings are written if neither the caller nor the project says where."""


@dataclass
class _Baseline:
    """One file: how often it knows each finding, and what was found in this run.

    by_map:  what was found through each map; one that is checked again counts once
    found:   all of it together
    checked: the rules that were run over each file
    """

    known: Counter[KnownFinding]
    by_map: dict[str, Counter[KnownFinding]] = field(default_factory=dict)
    found: Counter[KnownFinding] = field(default_factory=Counter)
    checked: dict[str, frozenset[str]] = field(default_factory=dict)

    def is_judged(self, finding: KnownFinding, folder: Path) -> bool:
        """Tell whether this run can say that a finding is not made any more."""
        if finding.path in self.checked:
            return finding.code in self.checked[finding.path]
        return not finding.path.startswith("<") and not (folder / finding.path).exists()


@dataclass
class Baselines:
    """Takes known findings out of checks.

    asked:     the file that the caller names; None: each map's project says which
    renews:    whether all that is found becomes known
    selection: what the caller asks for
    """

    asked: str | None = None
    renews: bool = False
    selection: Selection = field(default_factory=Selection)
    _baselines: dict[Path, _Baseline] = field(default_factory=dict)

    def without_known(
        self, graph: ArgumentGraph, settings: Settings, diagnostics: Sequence[Diagnostic]
    ) -> tuple[Diagnostic, ...]:
        """Return the findings of a map that are not known; announced ones stay.

        Of findings that are alike, as many are known as were counted; the first ones go.
        raises: `BaselineError`
        """
        path = self._path(settings)
        if path is None:
            return tuple(diagnostics)
        if path not in self._baselines:
            is_new = self.renews and not path.exists()
            self._baselines[path] = _Baseline(Counter() if is_new else read_baseline(path))
        baseline = self._baselines[path]
        source, folder = graph.document.source, path.parent
        ran = self._rules_run(graph, settings)
        for piece in source.typed.pieces:
            name = path_from(folder, piece.path)
            baseline.checked[name] = baseline.checked.get(name, frozenset()) | ran
        baseline.found -= baseline.by_map.get(source.path, Counter())
        here: Counter[KnownFinding] = Counter()
        left: list[Diagnostic] = []
        for diagnostic in diagnostics:
            if diagnostic.expected:
                left.append(diagnostic)
                continue
            finding = known_as(source, diagnostic, folder)
            baseline.found[finding] += 1
            here[finding] += 1
            if not self.renews and baseline.found[finding] > baseline.known[finding]:
                left.append(diagnostic)
        baseline.by_map[source.path] = here
        return tuple(left)

    def outdated(self) -> Iterator[tuple[Path, int]]:
        """Give the files with entries that are found no more, and how many these are."""
        for path, baseline in self._baselines.items():
            count = sum(
                finding not in baseline.found and baseline.is_judged(finding, path.parent)
                for finding in baseline.known
            )
            if count:
                yield path, count

    def renewed(self) -> Iterator[tuple[Path, str, int]]:
        """Give the files with their new texts, and how many findings each holds.

        What this run cannot judge, such as findings in files that were not checked, is kept.
        """
        for path, baseline in self._baselines.items():
            known = baseline.found + Counter(
                {
                    finding: count
                    for finding, count in baseline.known.items()
                    if finding not in baseline.found
                    and not baseline.is_judged(finding, path.parent)
                }
            )
            yield path, write_baseline(known), known.total()

    def _path(self, settings: Settings) -> Path | None:
        if self.asked is not None:
            return Path(self.asked)
        if settings.baseline is not None:
            return settings.baseline
        return Path(DEFAULT) if self.renews else None

    def _rules_run(self, graph: ArgumentGraph, settings: Settings) -> frozenset[str]:
        project = settings.selection_for(graph.document.source.path)
        wishes = SelectionReader(settings.rules).read(graph.settings.get("check"))
        chosen = choose(settings.rules, (project, wishes, self.selection))
        return frozenset(rule.code for rule in chosen.rules)

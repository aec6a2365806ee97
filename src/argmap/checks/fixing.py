"""Applying fixes: a round of those that do not collide, then the map is read and checked again.

What a rule offers is not taken on trust. A fix counts only if its finding is gone afterwards and
the text reads as well as before; one that does not keep this is undone, and told.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.checks.file_edits import FileEdit, edited
from argmap.checks.fixable import file_fix
from argmap.checks.rules import RULES
from argmap.checks.verdict import Look
from argmap.diagnostic import Diagnostic, Severity
from argmap.model.written_names import listed
from argmap.source import Source

ROUNDS = 100
"""Fixes that collide wait for the next round; nobody needs as many as these."""
_LOOKS = 300  # how often one map is read again, however many of its fixes will not do

_MISSING_EXPECTED = "EXP001"
_GRAVE = frozenset(rule.code for rule in RULES if rule.severity is Severity.ERROR)

LookAgain = Callable[[Mapping[str, str]], Look]
"""Path → new text of that file; returns what is found in the map then. Writes nothing."""


class Undone(NamedTuple):
    """A finding whose fix was tried and taken back, with its place at that time, and why."""

    path: str
    line: int
    column: int
    diagnostic: Diagnostic
    reason: str


class Fixed(NamedTuple):
    """What came of fixing a map.

    look:      the map as it is now
    texts:     path → new text of each file that changed
    applied:   the findings that are gone
    undone:    those whose fix would not do
    elsewhere: path → fixes that would change a file that must not be written
    """

    look: Look
    texts: Mapping[str, str]
    applied: tuple[Diagnostic, ...]
    undone: tuple[Undone, ...]
    elsewhere: Mapping[str, int]


def fix_map(
    first: Look,
    look_again: LookAgain,
    *,
    unsafe: bool = False,
    may_write: Callable[[str], bool] = lambda path: True,
) -> Fixed:
    """Apply fixes until there is nothing left to apply; each as a whole or not at all.

    Of fixes that collide, the first in the document goes first. Announced findings stay.

    first:      the map as it is
    look_again: reads and checks it with other texts in place of its files
    unsafe:     whether fixes are applied that may change what the map means
    may_write:  whether the file at a path may be changed
    """
    fixer = _Fixer(first, look_again, unsafe, may_write)
    seen = {hash(())}
    for _ in range(ROUNDS):
        if not fixer.do_round() and not fixer.has_second_chance():
            break
        state = hash(tuple(sorted(fixer.texts.items())))
        if fixer.has_changed and state in seen:
            break  # two rules that undo each other's work
        seen.add(state)
    elsewhere = Counter(
        edits[0].path for _, edits in fixer.candidates() if not fixer.is_allowed(edits)
    )
    return Fixed(
        fixer.look, fixer.texts, tuple(fixer.applied), tuple(fixer.undone), dict(elsewhere)
    )


class _Candidate(NamedTuple):
    diagnostic: Diagnostic
    edits: tuple[FileEdit, ...]


_Key = tuple[str, str, str, tuple[str, ...]]


@dataclass(slots=True)
class _Fixer:
    look: Look
    look_again: LookAgain
    unsafe: bool
    may_write: Callable[[str], bool]
    texts: dict[str, str] = field(default_factory=dict)
    applied: list[Diagnostic] = field(default_factory=list)
    undone: list[Undone] = field(default_factory=list)
    barred: set[_Key] = field(default_factory=set)
    looks: int = 0
    has_changed: bool = False  # in the last round
    tried_at: int = 0  # how many fixes had been applied when all were last tried

    def candidates(self) -> list[_Candidate]:
        """Return the findings with fixes that may be tried, in document order."""
        source, diagnostics = self.look.checked
        return [
            _Candidate(diagnostic, fix.edits)
            for diagnostic in diagnostics
            if (fix := file_fix(source, diagnostic))
            and (fix.safe or self.unsafe)
            and (not self.barred or _key(source, diagnostic) not in self.barred)
        ]

    def is_allowed(self, edits: Iterable[FileEdit]) -> bool:
        """Tell whether all files that some edits change may be changed."""
        return all(self.may_write(edit.path) for edit in edits)

    def do_round(self) -> bool:
        """Apply what can be applied at once; tell whether there may be more to do."""
        self.has_changed = False
        batch = _compatible([each for each in self.candidates() if self.is_allowed(each.edits)])
        if not batch:
            return False
        before = self.look
        kept: list[_Candidate] = []
        waiting = [batch]
        while waiting:  # a batch that will not do is halved until what is wrong with it is found
            group = waiting.pop()
            texts = self._texts_with(before, [*kept, *group])
            look = self.look_again(texts)
            self.looks += 1
            reason = _fault(before, look, [*kept, *group])
            if not reason:
                kept += group
                self.look, new_texts = look, texts
            elif len(group) > 1 and self.looks < _LOOKS:
                half = len(group) // 2
                waiting += (group[half:], group[:half])
            else:
                for each in group:
                    self._bar(before.checked.source, each.diagnostic, reason)
        self.has_changed = bool(kept)
        if kept:
            self.texts.update(new_texts)
            self.applied += (each.diagnostic for each in kept)
        return True

    def has_second_chance(self) -> bool:
        """Let all be tried again that would not do, if others have been applied since."""
        if not self.barred or len(self.applied) == self.tried_at:
            return False
        self.tried_at = len(self.applied)
        self.barred.clear()
        self.undone.clear()
        return True

    def _texts_with(self, look: Look, candidates: Sequence[_Candidate]) -> dict[str, str]:
        by_path: dict[str, set[FileEdit]] = {}
        for candidate in candidates:
            for edit in candidate.edits:
                by_path.setdefault(edit.path, set()).add(edit)
        old = {piece.path: piece.text for piece in look.checked.source.typed.pieces}
        changed = {path: edited(old[path], edits) for path, edits in by_path.items()}
        return {**self.texts, **changed}

    def _bar(self, source: Source, diagnostic: Diagnostic, reason: str) -> None:
        self.barred.add(_key(source, diagnostic))
        place = source.locate(diagnostic.span.start)
        self.undone.append(Undone(*place, diagnostic, reason))


def _compatible(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Return the fixes that can be made together, the first of the document first.

    Two findings with the very same fix are fixed by it both.
    """
    chosen: list[_Candidate] = []
    taken: set[tuple[FileEdit, ...]] = set()
    edits: dict[str, list[FileEdit]] = {}  # sorted, and none of them collide
    for candidate in candidates:
        if candidate.edits not in taken:
            if any(_is_in_the_way(edits.get(edit.path, ()), edit) for edit in candidate.edits):
                continue
            for edit in candidate.edits:
                of_file = edits.setdefault(edit.path, [])
                of_file.insert(bisect(of_file, edit), edit)
            taken.add(candidate.edits)
        chosen.append(candidate)
    return chosen


def _is_in_the_way(edits: Sequence[FileEdit], edit: FileEdit) -> bool:
    """Tell whether an edit collides with one of its neighbours among sorted edits of its file."""
    at = bisect(edits, edit)
    return (at > 0 and edits[at - 1].collides(edit)) or (
        at < len(edits) and edit.collides(edits[at])
    )


def _key(source: Source, diagnostic: Diagnostic) -> _Key:
    """Return what tells a finding from others wherever its text has moved to."""
    finding = diagnostic.finding
    return diagnostic.code, source.slice(finding.span), finding.message, finding.titles


def _fault(before: Look, after: Look, fixed: Sequence[_Candidate]) -> str:
    """Say what is wrong with fixes that were applied together; empty if nothing is."""
    old, new = _graver_counts(before), _graver_counts(after)
    worse = [code for code, count in sorted(new.items()) if count > old[code]]
    if worse:
        return f"it would bring in {listed(worse)}"
    keys = Counter(_key(before.checked.source, each.diagnostic) for each in fixed)
    codes = Counter(each.diagnostic.code for each in fixed)
    if _remain(before, after, codes) or _remain_as_they_were(before, after, keys):
        return "the finding would not be gone"
    return ""


def _graver_counts(look: Look) -> Counter[str]:
    """Count what must not become more: what cannot be read, and what was announced in vain."""
    counts = Counter(problem.code for problem in look.problems if problem.code in _GRAVE)
    counts.update(
        diagnostic.code
        for diagnostic in look.checked.diagnostics
        if diagnostic.code == _MISSING_EXPECTED
        or (diagnostic.code in _GRAVE and diagnostic.code.startswith("SYN"))
    )
    return counts


def _remain(before: Look, after: Look, fixed: Counter[str]) -> bool:
    old, new = (
        Counter(diagnostic.code for diagnostic in look.checked.diagnostics)
        for look in (before, after)
    )
    return any(new[code] > old[code] - count for code, count in fixed.items())


def _remain_as_they_were(before: Look, after: Look, fixed: Counter[_Key]) -> bool:
    old, new = (
        Counter(
            key
            for diagnostic in look.checked.diagnostics
            if (key := _key(look.checked.source, diagnostic)) in fixed
        )
        for look in (before, after)
    )
    return any(new[key] > old[key] - count for key, count in fixed.items())

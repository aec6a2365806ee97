"""Fixing maps that share files: each with the others as they have become, nothing written yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from argmap.checks.fixing import Undone, fix_map
from argmap.checks.own_rules import RuleFailed
from argmap.checks.verdict import Checked, Look
from argmap.diagnostic import Diagnostic
from argmap.linting.linter import Linter
from argmap.reading import CannotRead, FileView, place_of, read_alone

_PASSES = 10  # maps that include one another may need each other's fixes
_BYTE_ORDER_MARK = "\ufeff"


class Change(NamedTuple):
    """A file that fixes change: its path as the user named it, as it is shown, and both texts."""

    path: str
    shown: str
    before: str
    after: str


class Mended(NamedTuple):
    """What came of fixing some maps.

    results:   each map as it is with all fixes, in the order given
    changes:   the files that change, in the order in which they were named
    texts:     path as named → its text with all fixes
    applied:   the findings that are gone
    undone:    findings whose fix was tried and taken back
    elsewhere: path → fixes that lie in a file that the user did not name
    """

    results: tuple[Checked, ...]
    changes: tuple[Change, ...]
    texts: Mapping[str, str]
    applied: tuple[Diagnostic, ...]
    undone: tuple[Undone, ...]
    elsewhere: Mapping[str, int]


def mend(linter: Linter, paths: Iterable[str], *, unsafe: bool = False) -> Mended:
    """Fix what can be fixed in some maps; writes nothing.

    Only files that are among the paths change. Maps that cannot be read, or that a rule of the
    project's own fails on, are gathered in `linter.unreadable`.

    unsafe: whether fixes are applied that may change what a map means
    """
    mender = _Mender(linter, unsafe)
    readable = [path for path in paths if mender.open(path)]
    for _ in range(_PASSES):
        due = [path for path in readable if mender.is_due(path)]
        if not due:
            break
        for path in due:
            mender.try_to_mend(path)
    for path in filter(mender.is_due, readable):
        mender.look(path)
    return mender.mended([path for path in readable if path in mender.maps])


@dataclass(slots=True)
class _Map:
    """A map as it was when it was last looked at."""

    look: Look
    seen: Mapping[Path, str | None] = field(default_factory=dict)
    undone: tuple[Undone, ...] = ()
    elsewhere: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Mender:
    linter: Linter
    unsafe: bool
    named: dict[Path, str] = field(default_factory=dict)
    before: dict[Path, str] = field(default_factory=dict)
    after: dict[Path, str] = field(default_factory=dict)
    maps: dict[str, _Map] = field(default_factory=dict)
    applied: list[Diagnostic] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)

    def open(self, path: str) -> bool:
        """Read a map; tell whether it can be read, and its file may therefore change."""
        place = place_of(path)
        try:
            text, _ = read_alone(path)
        except CannotRead as error:
            self.linter.unreadable.append(str(error))
            return False
        self.named[place] = path
        self.before[place] = self.after[place] = text
        return True

    def is_due(self, path: str) -> bool:
        """Tell whether a map has not been looked at since one of its files changed."""
        if path in self.failed:
            return False
        known = self.maps.get(path)
        return known is None or any(
            self.after.get(place) != text for place, text in known.seen.items()
        )

    def try_to_mend(self, path: str) -> None:
        """Fix one map, with the other files as they have become, unless a rule fails on it."""
        try:
            self._mend(path)
        except RuleFailed as error:
            self.failed.add(path)
            self.linter.unreadable.append(str(error))

    def _mend(self, path: str) -> None:
        asked: set[Path] = set()

        def look_again(texts: Mapping[str, str]) -> Look:
            placed = {place_of(shown): text for shown, text in texts.items()}
            return self.linter.look(path, FileView({**self.after, **self._marked(placed)}, asked))

        first = look_again({})
        fixed = fix_map(
            first,
            look_again,
            unsafe=self.unsafe,
            may_write=lambda shown: place_of(shown) in self.named,
        )
        self.after.update(self._marked({place_of(shown): t for shown, t in fixed.texts.items()}))
        self.applied += fixed.applied
        self.maps[path] = _Map(
            fixed.look,
            {place: self.after.get(place) for place in (*asked, place_of(path))},
            fixed.undone,
            fixed.elsewhere,
        )

    def look(self, path: str) -> None:
        """Check a map once more as it has become, when others do not come to rest."""
        self.maps[path].look = self.linter.look(path, FileView(self.after))

    def _marked(self, texts: Mapping[Path, str]) -> dict[Path, str]:
        """Give files the byte order mark back that is left out where they are included."""
        return {
            place: _BYTE_ORDER_MARK + text.removeprefix(_BYTE_ORDER_MARK)
            if self.before[place].startswith(_BYTE_ORDER_MARK)
            else text
            for place, text in texts.items()
        }

    def mended(self, paths: Sequence[str]) -> Mended:
        """Gather what came of it."""
        maps = [self.maps[path] for path in paths]
        changes = [
            Change(path, "<stdin>" if path == "-" else path, self.before[place], text)
            for place, path in self.named.items()
            if (text := self.after[place]) != self.before[place]
        ]
        elsewhere: dict[str, int] = {}
        for each in maps:
            for shown, count in each.elsewhere.items():
                elsewhere[shown] = max(count, elsewhere.get(shown, 0))
        return Mended(
            tuple(each.look.checked for each in maps),
            tuple(changes),
            {path: self.after[place] for place, path in self.named.items()},
            tuple(self.applied),
            tuple(dict.fromkeys(undone for each in maps for undone in each.undone)),
            elsewhere,
        )

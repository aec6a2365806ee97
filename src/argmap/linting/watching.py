"""Checking maps again whenever they, or what they were read from, change.

Whether something changed is told by the stamps of files (time, size, inode, permissions), taken
just before each was read: so nothing is lost that happens while a map is checked, and nothing is
checked twice. What the operating system reports only says when to look (`argmap.linting.bell`).
"""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from argmap.checks.selectors import UnknownRule
from argmap.checks.verdict import Checked
from argmap.errors import ArgmapError
from argmap.linting.bell import Bell, Folders
from argmap.linting.linter import Linter, Request
from argmap.project_file import OWN_NAME, SHARED_NAME
from argmap.reading import CannotRead, FileView, find_maps, place_of

Stamp = tuple[int, int, int, int] | None


class Round(NamedTuple):
    """What is known after a change.

    results:  path → what was found in each map that can be read, in the order of the maps
    anew:     the paths of those that were checked for this round
    troubles: what could not be read, as sentences
    seconds:  how long it took to find out
    linter:   what checked them
    """

    results: Mapping[str, Checked]
    anew: tuple[str, ...]
    troubles: tuple[str, ...]
    seconds: float
    linter: Linter


def watch_maps(request: Request, named: Sequence[str]) -> Iterator[Round]:
    """Yield what is found in some maps, now and after each change; never ends by itself.

    named:  maps, and folders in which maps may come and go
    raises: `UnknownRule` if the request names a rule that does not exist
    """
    watched = _Watched(request, tuple(named))
    watched.look()
    bell = Bell()
    while True:
        if watched.round is not None:
            yield watched.round
        bell.wait(watched.folders(), watched.seconds)
        while not watched.look():
            bell.wait(watched.folders(), watched.seconds)


def stamp(place: Path) -> Stamp:
    """Return what changes when a file does; None if it is not there, or out of reach."""
    try:
        status = place.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode


class _Asked(set[Path]):
    """Files that were asked for, each with its stamp of just before it was read."""

    def __init__(self) -> None:
        super().__init__()
        self.stamps: dict[Path, Stamp] = {}

    def add(self, place: Path) -> None:
        super().add(place)
        if place not in self.stamps:
            self.stamps[place] = stamp(place)


@dataclass(slots=True)
class _Map:
    """A map as it was last seen: what was found, or what is wrong with its file."""

    checked: Checked | None
    trouble: str
    stamps: Mapping[Path, Stamp]


@dataclass(slots=True)
class _Watched:
    request: Request
    named: tuple[str, ...]
    round: Round | None = None
    linter: Linter | None = None
    maps: dict[str, _Map] = field(default_factory=dict)
    settings: dict[Path, Stamp] = field(default_factory=dict)
    anew: list[str] = field(default_factory=list)
    troubles: tuple[str, ...] = ()
    seconds: float = 0.0  # that the last look took

    def look(self) -> bool:
        """Check what changed since the last time; tell whether there is anything new."""
        started = time.perf_counter()
        is_new = self._look()
        self.seconds = time.perf_counter() - started
        if is_new and self.linter is not None:
            results = {path: each.checked for path, each in self.maps.items() if each.checked}
            troubles = [*self.troubles, *(each.trouble for each in self.maps.values())]
            told = tuple(dict.fromkeys(filter(None, troubles)))
            self.round = Round(results, tuple(self.anew), told, self.seconds, self.linter)
        return is_new

    def _look(self) -> bool:
        paths, troubles = self._find()
        settings = {place: stamp(place) for place in self._settings_places(paths)}
        linter = self.linter
        if linter is None or any(
            self.settings.get(place, found) != found for place, found in settings.items()
        ):
            linter = Linter(self.request)
        is_same = linter is self.linter
        now: dict[Path, Stamp] = {}
        maps: dict[str, _Map] = {}
        anew: list[str] = []
        for path in paths:
            known = self.maps.get(path) if is_same else None
            if known is None or _is_changed(known, now):
                known = _check(linter, path)
                anew.append(path)
            maps[path] = known
        if not anew and maps.keys() == self.maps.keys() and troubles == self.troubles:
            return False
        self.linter, self.maps, self.settings = linter, maps, settings
        self.anew, self.troubles = anew, troubles
        for place in self._baselines():
            self.settings[place] = stamp(place)
        return True

    def _find(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the maps that there are, and what is wrong with the folders."""
        paths: dict[str, None] = {}
        troubles: list[str] = []
        for name in self.named:
            try:
                paths.update(dict.fromkeys(find_maps([name])))
            except CannotRead as error:
                troubles.append(str(error))
            except OSError as error:  # a folder that goes away while it is searched
                troubles.append(f"{name}: {error.strerror or error}")
        return tuple(paths), tuple(troubles)

    def _settings_places(self, paths: Sequence[str]) -> dict[Path, None]:
        """Return the files that may hold settings for some maps, also those that are not there."""
        places = dict.fromkeys(self._baselines())
        if self.request.config is not None:
            return {**places, Path(self.request.config).resolve(): None}
        seen: set[Path] = set()
        for path in paths:
            folder = place_of(path).parent
            for above in (folder, *folder.parents):
                if above in seen:
                    break
                seen.add(above)
                places[above / OWN_NAME] = places[above / SHARED_NAME] = None
        return places

    def _baselines(self) -> list[Path]:
        if self.linter is None:
            return []
        if self.request.baseline is not None:
            return [Path(self.request.baseline).resolve()]
        found = (self.linter.known_settings(path) for path in self.maps)
        return [each.baseline.resolve() for each in found if each and each.baseline]

    def folders(self) -> Folders:
        """Return the folders in which a change may matter, with their stamps, if they exist."""
        places = {place.parent for each in self.maps.values() for place in each.stamps}
        roots = {place.parent for place, found in self.settings.items() if found is not None}
        for folder in list(places):  # where settings may appear: up to those that hold now
            line = (folder, *folder.parents)
            root = next((above for above in line if above in roots), folder)
            places.update(line[: line.index(root) + 1])
        for name in self.named:
            if Path(name).is_dir():
                places.update(_folders_in(Path(name).resolve()))
        return {
            place: found[2]
            for place in sorted(places)
            if place.is_dir() and (found := stamp(place))
        }


def _is_changed(known: _Map, now: dict[Path, Stamp]) -> bool:
    for place, before in known.stamps.items():
        if place not in now:
            now[place] = stamp(place)
        if now[place] != before:
            return True
    return False


def _check(linter: Linter, path: str) -> _Map:
    asked = _Asked()
    asked.add(place_of(path))
    try:
        return _Map(linter.look(path, FileView({}, asked)).checked, "", asked.stamps)
    except UnknownRule:
        raise
    except ArgmapError as error:
        return _Map(None, str(error), asked.stamps)
    except OSError as error:
        return _Map(None, f"{path}: {error.strerror or error}", asked.stamps)


def _folders_in(top: Path) -> Iterator[Path]:
    """Yield a folder and all below it, but for hidden ones."""
    for folder, below, _ in os.walk(top):
        below[:] = [name for name in below if not name.startswith(".")]
        yield Path(folder)

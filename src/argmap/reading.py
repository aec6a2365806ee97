"""Reading files: maps, what they include, and the texts that they quote.

A map is text from anywhere. It may make argmap read files of its own project (the nearest folder
above it with `argmap.toml`, `pyproject.toml` or `.git`; else its own folder) and nothing else,
unless the user allows it.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from argmap.diagnostic import Problem
from argmap.errors import ArgmapError
from argmap.source import Source
from argmap.syntax.includes import expand_includes

STANDARD_INPUT = "-"
_MARKERS = ("argmap.toml", "pyproject.toml", ".git")
_ENDINGS = (".argdown", ".ad", ".adown", ".argdn")


class CannotRead(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A file that the caller named cannot be read."""


class SourceText(NamedTuple):
    """A text that a map quotes. `text` is None if it is not at hand, and `trouble` says why."""

    text: str | None = None
    trouble: str = ""
    path: Path | None = None
    declared_sha256: str = ""
    sha256: str = ""

    @property
    def has_changed(self) -> bool:
        """Whether the map gives a fingerprint of the file, and the file has another one."""
        return bool(self.declared_sha256 and self.sha256 not in ("", self.declared_sha256))


@dataclass(frozen=True, slots=True)
class FileView:
    """How one caller sees files: some of them as they are not written yet.

    unwritten: place → the text, line ends and byte order mark included, in place of the file's
    asked:     the places of all files that were to be read, also of those that could not be
    """

    unwritten: Mapping[Path, str] = field(default_factory=dict)
    asked: set[Path] = field(default_factory=set)

    def read(self, place: Path) -> bytes:
        """Return the bytes of a file; raise `OSError`."""
        self.asked.add(place)
        text = self.unwritten.get(place)
        return place.read_bytes() if text is None else text.encode("utf-8")


def place_of(path: str) -> Path:
    """Return the one name of the file that a path leads to; `-` is standard input."""
    return Path(STANDARD_INPUT) if path in (STANDARD_INPUT, "<stdin>") else Path(path).resolve()


@dataclass(frozen=True, slots=True)
class Files:
    """What may be read on behalf of one map. `base` is the map's folder."""

    base: Path
    allowed: tuple[Path, ...] = field(default=())
    view: FileView = field(default_factory=FileView)

    @staticmethod
    def of(path: str, allow: Sequence[str | Path] = (), view: FileView | None = None) -> "Files":
        """Make the permissions of a map at a path (`-` for standard input)."""
        base = Path.cwd() if path == STANDARD_INPUT else Path(path).resolve().parent
        root = next(
            (
                folder
                for folder in (base, *base.parents)
                if any((folder / marker).exists() for marker in _MARKERS)
            ),
            base,
        )
        allowed = (root, *(Path(extra).resolve() for extra in allow))
        return Files(base, allowed, view or FileView())

    def read(self, name: str, base: Path | None = None) -> tuple[Path, bytes]:
        """Read a file that a map names; raise `ValueError` or `OSError` if that must not be."""
        if "\0" in name:
            raise ValueError("its name holds a null character")
        path = ((base or self.base) / name).resolve()
        if not any(path.is_relative_to(allowed) for allowed in self.allowed):
            raise ValueError(f"{name} is outside the project")
        self.view.asked.add(path)
        if not path.is_file():
            raise ValueError(f"there is no file {name}")
        return path, self.view.read(path)


def read_map(
    path: str, allow: Sequence[str | Path] = (), view: FileView | None = None
) -> tuple[Source, tuple[Problem, ...]]:
    """Read a map and what it includes; raise `CannotRead` if the map itself cannot be read."""
    text, shown = read_alone(path, view)
    return _expanded(text, shown, Files.of(path, allow, view))


def read_alone(path: str, view: FileView | None = None) -> tuple[str, str]:
    """Read the text of a map without what it includes; raise `CannotRead` if that cannot be.

    return: the text, line ends and byte order mark included, and the path to show for it
    """
    if path == STANDARD_INPUT:
        typed = view.unwritten.get(Path(STANDARD_INPUT)) if view else None
        if typed is None:
            typed = _decoded(sys.stdin.buffer.read(), "<stdin>")
        return typed, "<stdin>"
    try:
        data = Path(path).read_bytes() if view is None else view.read(place_of(path))
    except FileNotFoundError:
        raise CannotRead(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise CannotRead(f"{path}: this is a folder, not a map") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotRead(f"{path}: {reason}") from None
    return _decoded(data, path), path


def read_text(
    text: str, path: str, allow: Sequence[str | Path] = ()
) -> tuple[Source, tuple[Problem, ...]]:
    """Take a text as the map at a path and read what it includes."""
    return _expanded(text, path, Files.of(path, allow))


def _expanded(text: str, path: str, files: Files) -> tuple[Source, tuple[Problem, ...]]:
    folders = {path: files.base}

    def read(name: str, by: str) -> tuple[str, str]:
        found, data = files.read(name, folders[by])
        shown = _shown(found, files.base, path)
        folders[shown] = found.parent
        try:
            return shown, data.decode("utf-8")
        except UnicodeDecodeError:
            raise ValueError(f"{name} is not UTF-8 text") from None

    return expand_includes(text, path, read)


def _shown(found: Path, base: Path, path: str) -> str:
    """Return the path of an included file as the author of the map would write it."""
    if path in (STANDARD_INPUT, "<stdin>", "<text>"):
        return str(found)
    if found == Path(path).resolve():
        return path
    if found.is_relative_to(base):
        return str(Path(path).parent / found.relative_to(base))
    return str(found)


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        raise CannotRead(
            f"{path}:{line}: this is not UTF-8 text (byte 0x{byte:02x}); save the file as UTF-8"
        ) from None


def read_sources(
    settings: Mapping[str, object],
    path: str,
    allow: Sequence[str | Path] = (),
    view: FileView | None = None,
) -> dict[str, SourceText]:
    """Read the texts that the front matter's `sources:` names, by key. Never raises."""
    table = settings.get("sources")
    if not isinstance(table, dict):
        return {}
    files = Files.of(STANDARD_INPUT if path.startswith("<") else path, allow, view)
    return {str(key): _source(entry, files) for key, entry in table.items()}


def _source(entry: object, files: Files) -> SourceText:
    name = entry.get("file") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not name.strip():
        return SourceText(trouble="no `file:` is given for it")
    declared = entry.get("sha256") if isinstance(entry, dict) else None
    fingerprint = declared.strip().lower() if isinstance(declared, str) else ""
    try:
        found, data = files.read(name.strip())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return SourceText(trouble=reason, declared_sha256=fingerprint)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        trouble = f"{name} is not UTF-8 text"
        return SourceText(trouble=trouble, path=found, declared_sha256=fingerprint)
    import hashlib

    return SourceText(text, "", found, fingerprint, hashlib.sha256(data).hexdigest())


def find_maps(paths: Sequence[str]) -> list[str]:
    """Return the maps at some paths: files as they are, folders searched through, sorted.

    Raises `CannotRead` for a path that is not there, and for a folder without maps.
    """
    found: dict[str, None] = {}
    for path in paths:
        if not path.strip():
            raise CannotRead("the name of a map is empty")  # not: every map of this folder
        folder = Path(path)
        if path != STANDARD_INPUT and folder.is_dir():
            inside = [str(file) for file in _maps_in(folder)]
            if not inside:
                raise CannotRead(f"{path}: no map (*.argdown) is in this folder")
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def _maps_in(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix in _ENDINGS and not hidden and file.is_file():
            yield file

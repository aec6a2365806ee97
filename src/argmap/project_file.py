"""The file in which a project keeps its settings: `argmap.toml`, or `pyproject.toml`.

The nearest one above a map counts; of two in one folder, `argmap.toml`. A `pyproject.toml` without
a table `[tool.argmap]` is passed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import ArgmapError

OWN_NAME = "argmap.toml"
SHARED_NAME = "pyproject.toml"


class SettingsError(ArgmapError):
    """The settings of a project cannot be read, or make no sense."""


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A settings file: its path, its table, and the name of the table for messages."""

    path: Path
    table: Mapping[str, object]
    table_name: str


def find_project_file(folder: Path, config: str | Path | None = None) -> ProjectFile | None:
    """Return the settings that hold in a folder, or None if there are none.

    config: the file to take, wherever the map is
    raises: `SettingsError` if a file cannot be read or is not TOML
    """
    if config is not None:
        path = Path(config)
        if not path.is_file():
            raise SettingsError(f"{path}: there is no such file")
        found = _read(path, is_shared=path.name == SHARED_NAME)
        if found is None:
            raise SettingsError(f"{path}: there is no table [tool.argmap]")
        return found
    for above in (folder, *folder.parents):
        for name in (OWN_NAME, SHARED_NAME):
            if (above / name).is_file():
                found = _read(above / name, is_shared=name == SHARED_NAME)
                if found is not None:
                    return found
    return None


def shown(path: Path) -> str:
    """Return a path for people: from the folder in which argmap is called, if it is below it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _read(path: Path, *, is_shared: bool) -> ProjectFile | None:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8"
        raise SettingsError(f"{shown(path)}: cannot be read ({reason})") from None
    if is_shared and "argmap" not in text:
        return None  # spares most projects the time of loading what reads TOML
    import tomllib

    try:
        table: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{shown(path)}: this is not TOML: {error}") from None
    except RecursionError:
        raise SettingsError(f"{shown(path)}: tables are nested too deeply") from None
    names = ("tool", "argmap") if is_shared else ()
    for name in names:
        table = table.get(name) if isinstance(table, Mapping) else None
    if table is None:
        return None
    if not isinstance(table, Mapping):
        raise SettingsError(f"{shown(path)}: [{'.'.join(names)}] has to be a table")
    return ProjectFile(path, table, ".".join(names))

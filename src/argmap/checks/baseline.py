"""A file of findings that are known already: a check speaks only about others.

    {"version": 1, "findings": [
     {"path": "trams.argdown", "code": "SUP001", "title": "Trams", "text": "[Trams]", "count": 1},
     …]}

Findings are known by their file, rule, title and text, never by lines, so that a map can be
edited around them. Paths are relative to the baseline's folder.
"""

import json
import os.path
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.checks.identity import identity
from argmap.diagnostic import Diagnostic
from argmap.errors import ArgmapError
from argmap.source import Source

_VERSION = 1


class BaselineError(ArgmapError):
    """A baseline cannot be used."""


class KnownFinding(NamedTuple):
    """What a finding is known by; `title` is empty for one about no titled node."""

    path: str
    code: str
    title: str
    text: str


def known_as(source: Source, diagnostic: Diagnostic, folder: Path) -> KnownFinding:
    """Return what a finding is known by in a baseline that lies in a folder."""
    path = source.piece_at(diagnostic.span.start).path
    return KnownFinding(path_from(folder, path), *identity(source, diagnostic))


def path_from(folder: Path, path: str) -> str:
    """Return a map's path from a folder, with slashes; standard input keeps its name."""
    if path.startswith("<"):
        return path
    place = Path(path).resolve()
    try:
        return Path(os.path.relpath(place, folder.resolve())).as_posix()
    except ValueError:  # on another drive
        return place.as_posix()


def read_baseline(path: Path) -> Counter[KnownFinding]:
    """Read how often each finding is known; raise `BaselineError`, with the way out."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BaselineError(
            f"{path}: there is no such baseline; write one with --write-baseline"
        ) from None
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read ({error.strerror or error})") from None
    except (ValueError, RecursionError):  # neither UTF-8 nor JSON
        raise BaselineError(
            f"{path}: this is no JSON, and so no baseline; renew it with --write-baseline"
        ) from None
    entries = value.get("findings") if isinstance(value, dict) else None
    if not isinstance(value, dict) or value.get("version") != _VERSION:
        raise _wrong_shape(path, f'`{{"version": {_VERSION}, "findings": […]}}` is expected')
    if not isinstance(entries, list):
        raise _wrong_shape(path, "`findings` has to be a list")
    known: Counter[KnownFinding] = Counter()
    for number, entry in enumerate(entries, 1):
        found, count = _entry(entry)
        if found is None:
            raise _wrong_shape(
                path, f"entry {number} needs texts `path`, `code`, `title`, `text` and a `count`"
            )
        known[found] += count
    return known


def write_baseline(known: Mapping[KnownFinding, int]) -> str:
    """Return the text of a baseline: sorted, a line for each entry."""
    entries = [
        json.dumps({**finding._asdict(), "count": count}, ensure_ascii=False)
        for finding, count in sorted(known.items())
        if count > 0
    ]
    listed = "\n " + ",\n ".join(entries) + "\n" if entries else ""
    return f'{{"version": {_VERSION}, "findings": [{listed}]}}\n'


def _entry(entry: object) -> tuple[KnownFinding | None, int]:
    if not isinstance(entry, dict):
        return None, 0
    values = [entry.get(key) for key in KnownFinding._fields]
    count = entry.get("count", 1)
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) < len(values) or type(count) is not int or count < 1:
        return None, 0
    return KnownFinding(*texts), count


def _wrong_shape(path: Path, why: str) -> BaselineError:
    return BaselineError(f"{path}: this is no baseline ({why}); renew it with --write-baseline")

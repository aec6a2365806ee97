"""What pupils handed in: one file each, or a table with a row for each.

A text has a line `A: …` for each blank, what follows belongs to it until the next letter, and
`Name: …` says whose it is. A table (CSV) has either a letter and an answer in each row, or a row
for each pupil below a heading `name, A, B …`. JSON is `{"A": "…"}`, or that under `answers` with a
`name` beside it. An Argdown file is a map of the pupil's own.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argmap.classroom.marking.key import CannotMark
from argmap.rendering.display_text import printable

LARGEST = 1_000_000
"""Bytes of a file; more is no worksheet."""
_MAPS = (".argdown", ".ad", ".adown", ".argdn")
_READ = (".txt", ".md", ".csv", ".tsv", ".json", *_MAPS)
_LETTER = re.compile(r"([A-Za-z]{1,2})[ *_]*[:=.)\t]")
_NAME = re.compile(r"name[ *_]*[:=]", re.IGNORECASE)
_AROUND = " \t*_-("
"""What may stand before a letter: bullets, brackets, and the marks of bold type."""
_NAMES = ("name", "pupil", "student")


@dataclass(frozen=True, slots=True)
class Answers:
    """What one pupil handed in.

    given:   letter → what stands there
    map:     the path of a map of their own, None for a sheet
    trouble: why it cannot be marked, empty if it can
    """

    name: str
    file: str
    given: Mapping[str, str] = field(default_factory=dict)
    map: str | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Collected:
    """What a folder holds, by name, and lines for the user about it."""

    answers: tuple[Answers, ...]
    notices: tuple[str, ...]


def collect(folder: str, letters: Iterable[str], leave_out: Iterable[str] = ()) -> Collected:
    """Return what is in a folder, its own files only.

    letters:   those of the blanks
    leave_out: paths that are no answers, such as the key
    raises:    `CannotMark` if there is no such folder, or nothing in it
    """
    place = Path(folder)
    if not place.is_dir():
        raise CannotMark(f"{folder}: there is no such folder; name the one with the answers")
    left_out = {Path(path).resolve() for path in leave_out}
    known = {letter.upper() for letter in letters}
    found: list[Answers] = []
    notices: list[str] = []
    for path in sorted(place.iterdir()):
        if not path.is_file() or path.name.startswith(".") or path.resolve() in left_out:
            continue
        if path.suffix.lower() not in _READ:
            notices.append(f"{path}: not read; answers are {', '.join(_READ)}")
            continue
        found += _read(path, known, notices)
    if not found:
        raise CannotMark(
            f"{folder}: no answers in it; put in a text file for each pupil, with lines `A: …`"
        )
    return Collected(tuple(_named_apart(found, notices)), tuple(notices))


def _named_apart(found: list[Answers], notices: list[str]) -> Iterator[Answers]:
    """Yield answers by name; where two have one name, their files tell them apart."""
    files: dict[str, list[str]] = {}
    for each in found:
        files.setdefault(each.name.casefold(), []).append(each.file)
    for each in sorted(found, key=lambda a: (a.name.casefold(), a.file)):
        others = files[each.name.casefold()]
        if len(others) == 1:
            yield each
            continue
        place = f"{each.file}" if len(set(others)) == len(others) else f"{each.file}, again"
        yield Answers(f"{each.name} ({place})", each.file, each.given, each.map, each.trouble)
    for _, names in sorted(files.items()):
        if len(names) > 1:
            notices.append(f"one name stands in several answers: {', '.join(sorted(names))}")


def _read(path: Path, letters: set[str], notices: list[str]) -> Iterator[Answers]:
    name = printable(path.stem) or "?"
    if path.suffix.lower() in _MAPS:
        yield Answers(name, path.name, map=str(path))
        return
    try:
        text = _text_of(path, notices)
        match path.suffix.lower():
            case ".json":
                yield _from_json(text, name, path.name)
            case ".csv" | ".tsv":
                yield from _from_table(text, name, path.name, letters)
            case _:
                yield _from_lines(text, name, path.name, letters)
    except (OSError, ValueError, RecursionError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        notices.append(f"{path}: cannot be marked: {reason}")
        yield Answers(name, path.name, trouble=reason)


def _text_of(path: Path, notices: list[str]) -> str:
    """Return the text of a file in UTF-8, UTF-16 with its mark, or else in Windows' alphabet."""
    if path.stat().st_size > LARGEST:
        raise ValueError(f"it is larger than {LARGEST // 1000} kB")
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if b"\0" in data:
        raise ValueError("it is no text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        notices.append(f"{path}: not UTF-8; read as Windows-1252, letters may be wrong")
        return data.decode("cp1252", "replace")


def _from_lines(text: str, name: str, file: str, letters: set[str]) -> Answers:
    given: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in text.splitlines():
        bare = line.lstrip(_AROUND)
        if not given and (named := _NAME.match(bare)):
            name = printable(bare[named.end() :].strip("*_ ")) or name
            continue
        found = _LETTER.match(bare)
        if found and found[1].upper() in letters:
            current = given.setdefault(found[1].upper(), [])
            current.append(bare[found.end() :].strip("*_ \t"))
        elif current is not None:
            current.append(line.strip())
    if text.strip() and not given:
        raise ValueError("no line in it begins with a letter of the sheet, such as `A: …`")
    return Answers(
        name, file, {letter: " ".join(parts).strip() for letter, parts in given.items()}
    )


def _from_json(text: str, name: str, file: str) -> Answers:
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError("JSON must be an object of letters and answers")
    inner = data.get("answers")
    named = data.get("name")
    answers = inner if isinstance(inner, dict) else data
    given = {
        str(letter).strip().upper(): str(answer)
        for letter, answer in answers.items()
        if isinstance(answer, str | int | float) and not isinstance(answer, bool)
    }
    if inner is None:
        given.pop("NAME", None)
    shown = printable(named) if isinstance(named, str) else ""
    return Answers(shown or name, file, given)


def _from_table(text: str, name: str, file: str, letters: set[str]) -> Iterator[Answers]:
    rows = [
        row for row in csv.reader(io.StringIO(text), _dialect(text)) if any(map(str.strip, row))
    ]
    if not rows:
        yield Answers(name, file)
        return
    head = [cell.strip().upper() for cell in rows[0]]
    columns = {cell: n for n, cell in enumerate(head) if cell in letters}
    naming = next((n for n, cell in enumerate(head) if cell.casefold() in _NAMES), None)
    if naming is not None and columns:
        for number, row in enumerate(rows[1:], 2):
            called = printable(row[naming]) if naming < len(row) else ""
            given = {letter: row[n].strip() for letter, n in columns.items() if n < len(row)}
            yield Answers(called or f"{name}, row {number}", f"{file} row {number}", given)
        return
    given = {
        row[0].strip().upper(): row[1].strip()
        for row in rows
        if len(row) > 1 and row[0].strip().upper() in letters
    }
    if not given:
        raise ValueError("no row begins with a letter of the sheet, and no heading names letters")
    named = next((r[1] for r in rows if len(r) > 1 and r[0].strip().casefold() in _NAMES), "")
    yield Answers(printable(named) or name, file, given)


def _dialect(text: str) -> type[csv.Dialect]:
    """Return how a table is written: parted by tabs, semicolons or commas."""

    class Found(csv.excel):
        delimiter = max(",;\t", key=text.partition("\n")[0].count)

    return Found

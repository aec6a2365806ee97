"""Evidence files of debaters, as Word documents, become maps: tags are claims, cards quotes."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from argmap.errors import ArgmapError
from argmap.rendering import MissingExtraError

_TAG_LEVEL = 4
_MOST_BYTES = 200_000_000  # of an unpacked document
_TITLE_WORDS = 6
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_NOT_IN_TITLES = re.compile(r"[\[\]<>{}#@|]+")


class CannotImport(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A file is not what it would have to be."""


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A tag with its cite and what is read aloud of its body; `headings` are those above it."""

    headings: tuple[tuple[int, str], ...]
    tag: str
    cite: str
    quote: str


def read_cards(data: bytes, path: str) -> tuple[FoundCard, ...]:
    """Return the cards of a Word document: a tag (heading 4), a cite and a body each.

    What is highlighted is read aloud; without any highlighting what is underlined, and else all.
    raises: `CannotImport`, `MissingExtraError` without python-docx
    """
    try:
        import docx
    except ImportError as missing:
        raise MissingExtraError("DOCX needs python-docx: pip install 'argmap[docx]'") from missing
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST_BYTES:
                raise CannotImport(f"{path}: unpacked, it is too large to be read")
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as fault:
        raise CannotImport(f"{path}: not a Word document (.docx): {fault}") from fault
    return tuple(_cards(document))


def _cards(document: Any) -> Iterator[FoundCard]:  # noqa: ANN401
    headings: list[tuple[int, str]] = []
    tag, lines = "", list[Any]()
    for line in document.paragraphs:
        level = _level(line)
        if level is None:
            if tag and line.text.strip():
                lines.append(line)
            continue
        if tag:
            yield _card(tuple(headings), tag, lines)
        tag, lines = "", []
        if level >= _TAG_LEVEL:
            tag = line.text.strip()
        else:
            headings = [each for each in headings if each[0] < level] + [
                (level, line.text.strip())
            ]
    if tag:
        yield _card(tuple(headings), tag, lines)


def _level(line: Any) -> int | None:  # noqa: ANN401
    style = line.style.name if line.style is not None else ""
    found = re.match(r"Heading ([1-9])\b", style or "")
    return int(found[1]) if found else None


def _card(headings: tuple[tuple[int, str], ...], tag: str, lines: list[Any]) -> FoundCard:
    start = _end_of_cite(lines)
    cite = " ".join(line.text.strip() for line in lines[:start])
    body = lines[start:]
    stop = next((n for n, line in enumerate(body) if _is_aside(line)), len(body))
    return FoundCard(headings, tag, cite, _read_aloud(body[:stop]))


def _end_of_cite(lines: list[Any]) -> int:
    """Return how many of the lines below a tag are its cite: the first, and those that go on.

    A first line of which something is read aloud is the body: the cite is missing. What goes on is
    in brackets, or an address, or in the style of a cite.
    """
    if not lines or (_is_read(lines[0]) and not _is_cite(lines[0])):
        return 0
    goes_on = (
        _is_cite(line) or (_goes_on_citing(line.text.strip()) and not _is_read(line))
        for line in lines[1:]
    )
    return 1 + sum(1 for _ in takewhile(bool, goes_on))


def _goes_on_citing(text: str) -> bool:
    """Tell whether a line is an address, or stands between brackets."""
    if not text.startswith(("[", "(")):
        return _ADDRESS.fullmatch(text) is not None
    last = next((n for n in range(len(text) - 1, -1, -1) if text[n].isalnum()), -1)
    return any(letter in "])" for letter in text[last + 1 :])


def _is_read(line: Any) -> bool:  # noqa: ANN401
    return any(_is_highlighted(run) or _is_underlined(run) for run in line.runs)


def _is_cite(line: Any) -> bool:  # noqa: ANN401
    names = [run.style.name or "" for run in line.runs if run.style is not None]
    return any("Cite" in name or "13 pt Bold" in name for name in names)


def _is_aside(line: Any) -> bool:  # noqa: ANN401
    """Tell whether a paragraph no longer belongs to a card: labels and notes of a brief."""
    return line.style is not None and line.style.name in ("Label", "Note", "Claim")


def _read_aloud(lines: list[Any]) -> str:
    for is_read in (_is_highlighted, _is_underlined):
        parts: list[str] = []
        was_read = False
        for line in lines:
            for run in line.runs:
                if is_read(run):
                    if was_read:
                        parts[-1] += run.text
                    else:
                        parts.append(run.text)
                    was_read = True
                elif run.text.strip():
                    was_read = False
        if parts:
            return " … ".join(part.strip() for part in parts if part.strip())
    return " ".join(line.text.strip() for line in lines)


def _is_highlighted(run: Any) -> bool:  # noqa: ANN401
    return run.font.highlight_color is not None


def _is_underlined(run: Any) -> bool:  # noqa: ANN401
    style = run.style.name if run.style is not None else ""
    return bool(run.underline) or "Underline" in (style or "")


def write_map(cards: tuple[FoundCard, ...], title: str) -> str:
    """Return a map in Argdown: a claim for each tag, with its quote and its citation as source."""
    keys: dict[str, str] = {}
    for card in cards:
        if card.cite and card.cite not in keys:
            keys[card.cite] = f"source{len(keys) + 1}"
    lines = ["===", f"title: {_quoted(title)}"]
    if keys:
        lines.append("sources:")
        lines += [f"  {key}:\n    title: {_quoted(cite)}" for cite, key in keys.items()]
    lines += ["===", ""]
    names: set[str] = set()
    above: tuple[tuple[int, str], ...] = ()
    for card in cards:
        new = [each for n, each in enumerate(card.headings) if above[n : n + 1] != (each,)]
        for level, text in new:
            if text:
                lines += [f"{'#' * level} {_NOT_IN_TITLES.sub(' ', text).strip()}", ""]
        above = card.headings
        data = [f"source: {keys[card.cite]}"] if card.cite else []
        if card.quote:
            data.append(f"quote: {_quoted(card.quote)}")
        lines.append(f"[{_name(card.tag, names)}]: {_plain(card.tag)}")
        if data:
            lines.append("  {" + ", ".join(data) + "}")
        lines.append("")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Return a text as YAML's double-quoted string."""
    shown = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    return '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plain(text: str) -> str:
    """Return words as they may stand in Argdown: on one line, with nothing that is markup."""
    told = " ".join(text.split())
    return re.sub(r"([\[\]<>{}#@*_\\|]|//|/\*)", r"\\\1", told)


def _name(tag: str, taken: set[str]) -> str:
    """Return a title for a claim: its first words, with a number where that is taken."""
    words = _NOT_IN_TITLES.sub(" ", tag).replace("\\", " ").split()[:_TITLE_WORDS]
    name = " ".join(words).strip(" .,:;!?") or "Card"
    number, unique = 1, name
    while unique in taken:
        number += 1
        unique = f"{name} {number}"
    taken.add(unique)
    return unique

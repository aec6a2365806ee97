"""The key of a worksheet, as `argmap key --format json` writes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from argmap.errors import ArgmapError

_LARGEST = 5_000_000
_BY_HAND = "hidden"
_BANK = "bank"


class CannotMark(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A key or a folder of answers cannot be used."""


class Asked(StrEnum):
    """What is to be written into a blank."""

    STATEMENT = "statement"
    ARGUMENT = "argument"
    SIGN = "sign"
    LINK = "link"
    SPEAKER = "speaker"
    NUMBER = "number"
    INDICATOR = "indicator"


class Blank(NamedTuple):
    """One blank with what is right there.

    node:     `[Title]` or `<Title>` on the map, empty if it is none of these
    accepted: all that counts as the answer, that itself among them
    is_exact: picked from what the sheet prints, so that nothing else can be meant
    swaps:    letters of blanks whose answers may stand here as well: nothing tells their places
    mistake:  a wrong answer to expect and what it shows, both empty if there is none
    """

    letter: str
    node: str
    kind: Asked
    answer: str
    accepted: tuple[str, ...]
    marks: float = 1.0
    is_exact: bool = False
    swaps: tuple[str, ...] = ()
    reason: str = ""
    mistake: tuple[str, str] = ("", "")


class Option(NamedTuple):
    """One entry of what answers are picked from."""

    number: str
    text: str
    is_distractor: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A worksheet's blanks in their order.

    file: name of the map's file; `kind` of the sheet; `version` A or B
    map:  sixteen digits of the SHA-256 of the map's text, to see whether it has changed since
    """

    file: str
    kind: str
    seed: str
    version: str
    blanks: tuple[Blank, ...]
    options: tuple[Option, ...] = ()
    map: str = ""

    @property
    def most(self) -> float:
        """All marks there are."""
        return sum(blank.marks for blank in self.blanks)

    @property
    def is_judged_by_hand(self) -> bool:
        """Whether an answer in other words is never marked down without a person."""
        return self.kind == _BY_HAND


def read_key(path: str) -> Key:
    """Return the key in a file.

    raises: `CannotMark`, which says what is wrong where
    """
    place = Path(path)
    try:
        if place.stat().st_size > _LARGEST:
            raise CannotMark(f"{path}: too large for a key")
        data = json.loads(place.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise CannotMark(
            f"{path}: there is no such file; write it with `argmap key MAP --format json`"
        ) from None
    except OSError as error:
        raise CannotMark(f"{path}: cannot be read ({error.strerror or error})") from None
    except (ValueError, RecursionError) as error:
        raise CannotMark(f"{path}: not the JSON that `argmap key` writes: {error}") from None
    blanks = data.get("blanks") if isinstance(data, dict) else None
    if not isinstance(blanks, list) or not blanks:
        raise CannotMark(f"{path}: a key needs `blanks`; write it with `argmap key --format json`")
    kind = _text(data, "kind")
    read = tuple(_blank(blank, kind, f"{path}: blank {n}") for n, blank in enumerate(blanks, 1))
    letters = [blank.letter for blank in read]
    for letter in letters:
        if letters.count(letter) > 1:
            raise CannotMark(f"{path}: the letter {letter} is there twice")
    return Key(
        _text(data, "file"),
        kind,
        _text(data, "seed"),
        _text(data, "version"),
        read,
        tuple(_options(data.get("options"))),
        _text(data, "map"),
    )


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key)
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else []
    return tuple(str(each) for each in values if isinstance(each, str | int) and str(each).strip())


def _blank(data: object, sheet: str, place: str) -> Blank:
    if not isinstance(data, dict):
        raise CannotMark(f"{place} must be an object")
    letter, answer = _text(data, "letter").upper(), _text(data, "answer")
    if not letter or not answer:
        raise CannotMark(f"{place} needs `letter` and `answer`")
    try:
        kind = Asked(_text(data, "kind"))
    except ValueError:
        known = ", ".join(each.value for each in Asked)
        raise CannotMark(f"{place}: its `kind` is one of {known}") from None
    marks = data.get("marks", 1)
    if isinstance(marks, bool) or not isinstance(marks, int | float) or not 0 < marks < 1000:
        raise CannotMark(f"{place}: `marks` is a number above 0")
    is_words = kind in (Asked.STATEMENT, Asked.ARGUMENT)
    said = data.get("is_exact")
    mistake = data.get("mistake")
    return Blank(
        letter,
        _text(data, "node"),
        kind,
        answer,
        tuple(dict.fromkeys((answer, *_texts(data.get("accepted"))))),
        float(marks),
        said if isinstance(said, bool) else not is_words or sheet == _BANK,
        tuple(swap.upper() for swap in _texts(data.get("swaps_with"))),
        _text(data, "reason"),
        (_text(mistake, "answer"), _text(mistake, "shows"))
        if isinstance(mistake, dict)
        else ("", ""),
    )


def _options(value: object) -> list[Option]:
    found = []
    for entry in value if isinstance(value, list) else []:
        if isinstance(entry, dict) and _text(entry, "text"):
            is_too_many = entry.get("is_distractor") is True
            found.append(Option(_text(entry, "number"), _text(entry, "text"), is_too_many))
    return found

"""Typed reading of nested settings, which tells what it cannot use instead of failing."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import isnan, nan
from typing import NamedTuple, TypeVar

from argmap.diagnostic import Finding, Problem
from argmap.source import Span
from argmap.syntax import Document

MALFORMED_DATA = "SYN004"

_Mode = TypeVar("_Mode", bound=StrEnum)
_Fallback = TypeVar("_Fallback")


class SettingsReader(NamedTuple):
    """One mapping of settings: `path` names it as in `selection.selectedTags`.

    `problems` is shared by all readers of one document and grows while they read, and so is
    `places`: where a key (top key and key) was found in the text. With `is_literal`, a value of
    the wrong type counts for what JavaScript makes of it.
    """

    document: Document
    path: tuple[str, ...]
    values: Mapping[str, object]
    problems: list[Problem]
    places: dict[tuple[str, str], Span]
    is_literal: bool = False

    @staticmethod
    def of(
        document: Document, settings: Mapping[str, object], *, is_literal: bool = False
    ) -> "SettingsReader":
        """Start reading the settings of a document at the top."""
        return SettingsReader(document, (), settings, [], {}, is_literal)

    def has(self, key: str) -> bool:
        """Whether something that can be read stands under a key."""
        return isinstance(self.values.get(key), Mapping)

    def inside(self, key: str) -> "SettingsReader":
        """Return a reader of the mapping under a key; nothing there is an empty mapping."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, Mapping):
            self._complain(key, "is not a mapping of settings", "indent `setting: value` below it")
            value = None
        return self._deeper(key, value or {})

    def each(self, key: str) -> Iterator["SettingsReader"]:
        """Give a reader for each mapping in the list under a key."""
        for entry in self._list(key):
            if isinstance(entry, Mapping):
                yield self._deeper(key, entry)
            else:
                self._complain(key, "has an entry that is not a mapping", "write `- title: …`")

    def choice(self, key: str, default: _Mode, other: _Fallback) -> _Mode | _Fallback:
        """Return the mode that is named under a key; `other` if none is, read literally."""
        value = self.values.get(key)
        modes = {mode.value: mode for mode in type(default)}
        if isinstance(value, str) and value in modes:
            return modes[value]
        if value is not None:
            self._complain(key, f"cannot be {_shown(value)}", f"write one of {', '.join(modes)}")
            return other if self.is_literal else default
        return default

    def flag(self, key: str, *, default: bool = False, is_strict: bool = False) -> bool:
        """Return the truth value under a key.

        is_strict: even read literally, nothing but `true` is true
        """
        value = self.values.get(key)
        if isinstance(value, bool):
            return value
        if value is not None:
            self._complain(key, f"cannot be {_shown(value)}", "write true or false")
            if self.is_literal:
                return not is_strict and is_truthy(value)
        return default

    def number(self, key: str, default: float) -> float:
        """Return the number under a key."""
        value = self.values.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        if value is not None:
            self._complain(key, f"cannot be {_shown(value)}", "write a number")
            if self.is_literal:
                return _as_number(value)
        return default

    def text(self, key: str) -> str:
        """Return what is written under a key, or nothing."""
        value = self.values.get(key)
        return "" if value is None or isinstance(value, Mapping | list) else str(value)

    def titles(self, key: str) -> tuple[str, ...] | None:
        """Return the list of titles (or tags) under a key, or None; one alone may be a text."""
        if self.values.get(key) is None:
            return None
        titles = []
        for entry in self._list(key):
            if isinstance(entry, str):
                titles.append(entry)
            else:
                self._complain(key, f"names {_shown(entry)}, which is not a text", 'put it in "…"')
        return tuple(titles)

    def with_values(self, key: str, values: Mapping[str, object]) -> "SettingsReader":
        """Return the same reader, with other values under a key."""
        return self._replace(values={**self.values, key: values})

    def reject(self, key: str, fact: str, help_text: str) -> None:
        """Tell that what stands under a key cannot be used: `fact` follows the setting's name."""
        self._complain(key, fact, help_text)

    def _list(self, key: str) -> list[object]:
        value = self.values.get(key)
        if value is None:
            return []
        if isinstance(value, str):
            return [value]
        if isinstance(value, list | tuple):
            return list(value)
        self._complain(key, f"cannot be {_shown(value)}", "write a list: [first, second]")
        return []

    def _deeper(self, key: str, values: Mapping[object, object]) -> "SettingsReader":
        named = {str(name): value for name, value in values.items()}
        path = (*self.path, key)
        return self._replace(path=path, values=named)

    def _complain(self, key: str, fact: str, help_text: str) -> None:
        name = ".".join((*self.path, key))
        finding = Finding(
            self._span(key),
            f"The setting `{name}` {fact}; its default is used.",
            help=f"{help_text}.",
        )
        self.problems.append(Problem(MALFORMED_DATA, finding))

    def _span(self, key: str) -> Span:
        """Find the key in the front matter; settings from elsewhere have no place in the text."""
        front_matter = self.document.front_matter
        if front_matter is None:
            return Span(0, 0)
        path = (*self.path, key)
        top = front_matter.spans.get(path[0])
        if top is None:
            return front_matter.span
        if len(path) == 1:
            return top
        place = self.places.get((path[0], key))
        if place is None:
            text = self.document.source.text
            found = re.compile(rf"\b{re.escape(key)}\b").search(text, top.start, top.end)
            place = self.places[path[0], key] = Span(*found.span()) if found else top
        return place


def is_truthy(value: object) -> bool:
    """Tell whether JavaScript takes a value for true: empty lists and mappings are."""
    if isinstance(value, Mapping | list | tuple):
        return True
    return bool(value) and not (isinstance(value, float) and isnan(value))


def _as_number(value: object) -> float:
    """Return the number that JavaScript reckons with, not-a-number included."""
    if isinstance(value, bool):
        return float(value)
    try:
        return float(value.strip() or 0) if isinstance(value, str) else nan
    except ValueError:
        return nan


def _shown(value: object) -> str:
    match value:
        case bool():
            return f"`{str(value).lower()}`"
        case str() | int() | float():
            return f"`{value}`"
        case Mapping():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return "such a value"

"""Reads a condition from what stands in a settings file: a word, a list or a table.

A word is short for a table of one key; of a list, one entry has to fit; of a table, every key.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from argmap.analysis.ties import ALL_TIES, Tie
from argmap.checks.contracts import about_nodes, about_ties
from argmap.checks.contracts.about_nodes import Kind, Part
from argmap.checks.contracts.condition import ANYTHING, Condition, Words, all_of, any_of, not_
from argmap.checks.contracts.misread import Misread, Where, unknown
from argmap.evaluation import Label
from argmap.model.status import Status

_DEEPEST = 20
_WORDS: Mapping[str, str] = {
    word: key
    for key, words in (("kind", Kind), ("role", Part), ("status", Status), ("label", Label))
    for word in (str(choice) for choice in words)
}
"""What a word is short for: the key of which it is a value."""

_FORMS = "`*`, `#tag`, `[Title]`, `<Title>` or one of the words"

Choice = TypeVar("Choice", bound=StrEnum)


def read_condition(value: object, where: Where) -> Condition:
    """Return the condition that a value of the settings means.

    where:  the contract and the keys that lead to the value, for what is said about it
    raises: `Misread`
    """
    if len(where) > _DEEPEST:
        raise Misread(where, f"is nested deeper than {_DEEPEST} levels")
    match value:
        case str():
            return _read_word(value.strip(), where)
        case list():
            return any_of(_read_list(value, where))
        case Mapping():
            if not value:
                raise Misread(where, "is an empty table; write `*` for any node")
            return all_of(_read_entry(str(key), entry, where) for key, entry in value.items())
        case _:
            raise Misread(where, f"is {_told(value)}; write {_FORMS}, a list of those or a table")


def _read_word(word: str, where: Where) -> Condition:
    if word == "*":
        return ANYTHING
    if word.startswith("#") and len(word) > 1:
        return about_nodes.tagged((word,))
    for opening, closing, kind in (("[", "]", Kind.STATEMENT), ("<", ">", Kind.ARGUMENT)):
        if word.startswith(opening) and word.endswith(closing) and len(word) > 2:
            both = all_of((about_nodes.of_kind((kind,)), about_nodes.titled((word,))))
            return replace(both, words=Words(f"is {word}", f"is not {word}"))
    if word in _WORDS:
        return _KEYS[_WORDS[word]](word, where)
    raise unknown(where, "the word", word, (*_WORDS, "*", "#tag", "[Title]", "<Title>"))


def _read_entry(key: str, value: object, where: Where) -> Condition:
    read = _KEYS.get(key)
    if read is None:
        raise unknown(where, "the key", key, _KEYS)
    return read(value, (*where, key))


def _read_list(value: object, where: Where) -> list[Condition]:
    if not isinstance(value, list) or not value:
        raise Misread(where, "has to be a list of conditions, and not an empty one")
    return [read_condition(entry, (*where, str(n))) for n, entry in enumerate(value, 1)]


def _texts(value: object, where: Where) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    texts = tuple(text.strip() for text in values if isinstance(text, str) and text.strip())
    if not texts or len(texts) < len(values):
        raise Misread(where, "has to be a text or a list of texts")
    return texts


def _choices(choices: type[Choice], value: object, where: Where) -> tuple[Choice, ...]:
    words = _texts(value, where)
    for word in words:
        if word not in list(choices):
            raise unknown(where, "the word", word, choices)
    return tuple(choices(word) for word in words)


def _with(
    read: Callable[[tuple[str, ...]], Condition],
) -> Callable[[object, Where], Condition]:
    return lambda value, where: read(_texts(value, where))


def _among(
    read: Callable[[tuple[Choice, ...]], Condition], choices: type[Choice]
) -> Callable[[object, Where], Condition]:
    return lambda value, where: read(_choices(choices, value, where))


def _of(read: Callable[[Condition], Condition]) -> Callable[[object, Where], Condition]:
    return lambda value, where: read(read_condition(value, where))


def _read_status(value: object, where: Where) -> Condition:
    for word in _texts(value, where):
        if word in ("assumed", "accepted", "verified", "false", "unverifiable"):
            hint = f'for what stands behind `status:` write `data = {{status = "{word}"}}`'
            raise Misread(where, f"has to be one of {', '.join(Status)}; {hint}")
    return about_nodes.with_status(_choices(Status, value, where))


def _read_data(value: object, where: Where) -> Condition:
    if not isinstance(value, Mapping):
        return about_nodes.giving(_texts(value, where))
    _check_data(value, where)
    return about_nodes.with_data(value)


def _check_data(value: object, where: Where) -> None:
    if len(where) > _DEEPEST:
        raise Misread(where, f"is nested deeper than {_DEEPEST} levels")
    match value:
        case Mapping() | list() if not value:
            raise Misread(where, "is empty; for a key with any value write `data = KEY`")
        case Mapping():
            for key, entry in value.items():
                _check_data(entry, (*where, str(key)))
        case list():
            for entry in value:
                _check_data(entry, where)
        case str() | bool() | int() | float():
            pass
        case _:
            raise Misread(where, f"is {_told(value)}; write a text, a number, true or false")


def _read_path(value: object, where: Where) -> Condition:
    form = 'write `{to = …}` or `{from = …}`, and `via = "support"` if need be'
    if not isinstance(value, Mapping):
        raise Misread(where, f"has to be a table; {form}")
    for key in value:
        if key not in ("to", "from", "via"):
            raise unknown(where, "the key", str(key), ("to", "from", "via"))
    if ("to" in value) == ("from" in value):
        raise Misread(where, f"has to lead to something or from something; {form}")
    via = ALL_TIES
    if "via" in value and value["via"] != "any":
        via = frozenset(_choices(Tie, value["via"], (*where, "via")))
    if "to" in value:
        return about_ties.path_to(read_condition(value["to"], (*where, "to")), via)
    return about_ties.path_from(read_condition(value["from"], (*where, "from")), via)


def _told(value: object) -> str:
    return {bool: "true or false", int: "a number", float: "a number"}.get(type(value), "a date")


_KEYS: Mapping[str, Callable[[object, Where], Condition]] = {
    "tag": _with(about_nodes.tagged),
    "kind": _among(about_nodes.of_kind, Kind),
    "role": _among(about_nodes.in_part, Part),
    "title": _with(about_nodes.titled),
    "text": _with(about_nodes.saying),
    "section": _with(about_nodes.in_section),
    "speaker": _with(about_nodes.said_by),
    "status": _read_status,
    "label": _among(about_nodes.labelled, Label),
    "data": _read_data,
    "ancestor": _of(about_ties.ancestor),
    "descendant": _of(about_ties.descendant),
    "premise": _of(about_ties.premise),
    "conclusion": _of(about_ties.conclusion),
    "attacker": _of(about_ties.attacker),
    "target": _of(about_ties.target),
    "answer": _of(about_ties.answer),
    "path": _read_path,
    "all": lambda value, where: all_of(_read_list(value, where)),
    "any": lambda value, where: any_of(_read_list(value, where)),
    "not": lambda value, where: not_(read_condition(value, where)),
}
KEYS = tuple(_KEYS)
"""The keys that the table of a condition may have."""

"""Reading frameworks: the competition's format (`p af`), TGF and APX (ASPARTIX)."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import compress
from types import MappingProxyType
from typing import NoReturn

from argmap.errors import ArgmapError
from argmap.memory import without_collection
from argmap.solving.framework import Framework


class FrameworkError(ArgmapError):
    """A framework cannot be read; the message names the line."""


@without_collection
def read_framework(text: str, format: str | None = None, *, path: str | None = None) -> Framework:
    """Read a framework.

    format: one of `FORMATS`; without it, the text tells
    path:   what to name in errors
    raises: `FrameworkError`
    """
    if format is not None and format not in FORMATS:
        known = ", ".join(FORMATS)
        raise FrameworkError(
            f"No format of frameworks is called {format!r}; choose one of {known}."
        )
    try:
        return FORMATS[format or _recognised(text)](text)
    except FrameworkError as error:
        if path is None:
            raise
        raise FrameworkError(f"{path}: {error}") from None


def _code(text: str) -> str:
    """Return a text with one kind of line end, and without a mark of its encoding."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _recognised(text: str) -> str:
    """Tell the format by the first line that is not blank and no comment."""
    for line in _code(text).split("\n"):
        code = line.strip()
        if not code or (code[0] == "#" and code != "#"):
            continue
        if code[0] == "%" or re.match(r"(?:arg|att)\s*\(", code):
            return "apx"
        return "af" if code.split()[:2] == ["p", "af"] else "tgf"
    raise FrameworkError("there is no framework in it: expected `p af N`, `arg(a).`, or names")


_MOST_ARGUMENTS = 10_000_000
_ATTACKS = re.compile(r"(?:[ \t]*+(?:[0-9]{1,9}+[ \t]++[0-9]{1,9}+[ \t]*+)?+\n)*+")


def _read_af(text: str) -> Framework:
    """Read `p af N`, then a line `i j` for each attack; lines that begin with `#` are comments."""
    code = _code(text)
    if "#" in code:
        lines = code.split("\n")
        code = "\n".join(["" if line.lstrip().startswith("#") else line for line in lines])
    rest = code.lstrip()
    if not rest:
        raise FrameworkError("the framework is empty; its first line has to be `p af N`")
    place = code.count("\n", 0, len(code) - len(rest)) + 1
    header, _, body = rest.partition("\n")
    words = header.split()
    if len(words) != 3 or words[:2] != ["p", "af"] or not _is_number(words[2]):
        raise FrameworkError(f"line {place}: expected `p af N`, found {_quoted(header)}")
    count = int(words[2])
    if count > _MOST_ARGUMENTS:
        raise FrameworkError(
            f"line {place}: {count:,} arguments are too many; {_MOST_ARGUMENTS:,} can be read"
        )
    is_sound = _ATTACKS.fullmatch(body + "\n") is not None
    numbers = list(map(int, body.split())) if is_sound else []
    if not is_sound or (numbers and not 1 <= min(numbers) <= max(numbers) <= count):
        _refuse(body.split("\n"), place + 1, count)
    index = list(range(-1, count))  # of an argument, by its number
    ends = list(map(index.__getitem__, numbers))
    return Framework.of(list(map(str, range(1, count + 1))), _paired(ends))


def _paired(ends: list[int]) -> Iterable[tuple[int, int]]:
    return zip(ends[::2], ends[1::2], strict=True)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 10


def _quoted(line: str) -> str:
    return repr(line if len(line) <= 60 else f"{line[:59]}…")


def _refuse(lines: list[str], first: int, count: int) -> NoReturn:
    """Say which of the attacks is wrong."""
    for place, line in enumerate(lines, first):
        words = line.split()
        if words and (len(words) != 2 or not all(map(_is_number, words))):
            raise FrameworkError(
                f"line {place}: expected two numbers `i j`, found {_quoted(line)}"
            )
        for word in words:
            if not 1 <= int(word) <= count:
                known = f"they run from 1 to {count}" if count else "there are none"
                raise FrameworkError(f"line {place}: there is no argument {word}; {known}")
    raise FrameworkError("the attacks have to be lines `i j`, with spaces between the numbers")


_PAIRS_OF_WORDS = re.compile(r"(?:[ \t]*+(?:[^\s]++[ \t]++[^\s]++[ \t]*+)?+\n)*+")


def _read_tgf(text: str) -> Framework:
    """Read a name a line, a line `#`, then a line `a b` for each attack; more is a label."""
    lines = _code(text).split("\n")
    end = next((place for place, line in enumerate(lines) if line.strip() == "#"), None)
    if end is None:
        raise FrameworkError("the line `#` between arguments and attacks is missing")
    names: dict[str, int] = {}
    for place, line in enumerate(lines[:end], 1):
        words = line.split(maxsplit=1)
        if words and names.setdefault(words[0], len(names)) != len(names) - 1:
            raise FrameworkError(f"line {place}: {_quoted(words[0])} stands here again")
    body = "\n".join(lines[end + 1 :]) + "\n"
    if _PAIRS_OF_WORDS.fullmatch(body):
        try:
            ends = list(map(names.__getitem__, body.split()))
        except KeyError:
            pass  # a label, or no name: looked at line by line
        else:
            return Framework.of(list(names), _paired(ends))
    pairs: list[tuple[int, int]] = []
    for place, line in enumerate(lines[end + 1 :], end + 2):
        words = line.split(maxsplit=2)
        if len(words) == 1:
            raise FrameworkError(f"line {place}: expected two names `a b`, found {_quoted(line)}")
        if words:
            pairs.append(_pair(names, words[0], words[1], place))
    return Framework.of(list(names), pairs)


_FACT = re.compile(
    r"\b(?P<kind>arg|att)\s*\(\s*(?P<one>[^\s(),]++)\s*(?:,\s*(?P<other>[^\s(),]++)\s*)?\)\s*\."
)


def _read_apx(text: str) -> Framework:
    """Read `arg(a).` and `att(a,b).`, in any order; what stands behind `%` is a comment."""
    code = _code(text)
    if "%" in code:
        code = "\n".join([line.partition("%")[0] for line in code.split("\n")])
    parts = _FACT.split(code)  # what stands between facts, and three groups of each
    kinds, ones, others = parts[1::4], parts[2::4], parts[3::4]
    is_attack = [kind == "att" for kind in kinds]
    if "".join(parts[::4]).strip() or is_attack != [other is not None for other in others]:
        _refuse_facts(code.split("\n"))
    names = dict.fromkeys(
        [one for one, attacks in zip(ones, is_attack, strict=True) if not attacks]
    )
    index = dict(zip(names, range(len(names)), strict=True))
    try:
        sources = list(map(index.__getitem__, compress(ones, is_attack)))
        targets = list(map(index.__getitem__, compress(others, is_attack)))
    except KeyError:
        _refuse_facts(code.split("\n"), index)
    return Framework.of(list(names), zip(sources, targets, strict=True))


def _refuse_facts(lines: list[str], names: Mapping[str, int] | None = None) -> NoReturn:
    """Say which line is wrong; a fact may go on in the next one."""
    for place, line in enumerate(lines, 1):
        end = 0
        for match in _FACT.finditer(line):
            is_attack = match["kind"] == "att"
            if line[end : match.start()].strip() or is_attack == (match["other"] is None):
                break
            end = match.end()
            if is_attack and names is not None:
                _pair(names, match["one"], match["other"], place)
        if line[end:].strip():
            expected = "expected `arg(a).` or `att(a,b).`"
            raise FrameworkError(f"line {place}: {expected}, found {_quoted(line.strip())}")
    raise FrameworkError("expected `arg(a).` and `att(a,b).`, each in a line of its own")


def _pair(names: Mapping[str, int], one: str, other: str, place: int) -> tuple[int, int]:
    for name in (one, other):
        if name not in names:
            raise FrameworkError(f"line {place}: no argument is called {_quoted(name)}")
    return names[one], names[other]


FORMATS: Mapping[str, Callable[[str], Framework]] = MappingProxyType(
    {"af": _read_af, "tgf": _read_tgf, "apx": _read_apx}
)

"""Reading frameworks: the competition's format (`p af`), TGF and APX (ASPARTIX)."""

import re
from collections.abc import Callable, Mapping
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


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _recognised(text: str) -> str:
    """Tell the format by the first line that is not blank and no comment."""
    for line in _lines(text):
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
    lines = _lines(text)
    if "#" in text:
        lines = ["" if line.lstrip().startswith("#") else line for line in lines]
    header = next((place for place, line in enumerate(lines) if line.strip()), None)
    if header is None:
        raise FrameworkError("the framework is empty; its first line has to be `p af N`")
    words = lines[header].split()
    if len(words) != 3 or words[:2] != ["p", "af"] or not _is_number(words[2]):
        raise FrameworkError(
            f"line {header + 1}: expected `p af N`, found {_quoted(lines[header])}"
        )
    count = int(words[2])
    if count > _MOST_ARGUMENTS:
        raise FrameworkError(
            f"line {header + 1}: {count:,} arguments are too many; {_MOST_ARGUMENTS:,} can be read"
        )
    del lines[: header + 1]
    body = "\n".join(lines) + "\n"
    is_sound = _ATTACKS.fullmatch(body) is not None
    numbers = list(map(int, body.split())) if is_sound else []
    if not is_sound or (numbers and not 1 <= min(numbers) <= max(numbers) <= count):
        _refuse(lines, header + 2, count)
    pairs = zip([n - 1 for n in numbers[::2]], [n - 1 for n in numbers[1::2]], strict=True)
    return Framework.of([str(number) for number in range(1, count + 1)], pairs)


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


def _read_tgf(text: str) -> Framework:
    """Read a name a line, a line `#`, then a line `a b` for each attack."""
    names: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    is_body = False
    for place, line in enumerate(_lines(text), 1):
        words = line.split()
        if not words:
            continue
        if words == ["#"] and not is_body:
            is_body = True
        elif not is_body:
            if words[0] in names:
                raise FrameworkError(
                    f"line {place}: the argument {_quoted(words[0])} stands here again"
                )
            names[words[0]] = len(names)
        elif len(words) < 2:
            raise FrameworkError(f"line {place}: expected two names `a b`, found {_quoted(line)}")
        else:
            pairs.append(_pair(names, words[0], words[1], place))
    if not is_body:
        raise FrameworkError("the line `#` between arguments and attacks is missing")
    return Framework.of(list(names), pairs)


_FACT = re.compile(
    r"(?P<kind>arg|att)\s*\(\s*(?P<one>[^\s(),]++)\s*(?:,\s*(?P<other>[^\s(),]++)\s*)?\)\s*\."
)


def _read_apx(text: str) -> Framework:
    """Read `arg(a).` and `att(a,b).`, in any order; what stands behind `%` is a comment."""
    names: dict[str, int] = {}
    attacks: list[tuple[str, str, int]] = []
    for place, line in enumerate(_lines(text), 1):
        code = line.partition("%")[0]
        rest = code.strip()
        end = 0
        for match in _FACT.finditer(code):
            if code[end : match.start()].strip():
                break
            end = match.end()
            is_attack = match["kind"] == "att"
            if is_attack == (match["other"] is None):
                end = match.start()
                break
            if is_attack:
                attacks.append((match["one"], match["other"], place))
            else:
                names.setdefault(match["one"], len(names))
        if rest and code[end:].strip():
            expected = "expected `arg(a).` or `att(a,b).`"
            raise FrameworkError(f"line {place}: {expected}, found {_quoted(rest)}")
    return Framework.of(list(names), [_pair(names, *attack) for attack in attacks])


def _pair(names: Mapping[str, int], one: str, other: str, place: int) -> tuple[int, int]:
    for name in (one, other):
        if name not in names:
            raise FrameworkError(f"line {place}: no argument is called {_quoted(name)}")
    return names[one], names[other]


FORMATS: Mapping[str, Callable[[str], Framework]] = MappingProxyType(
    {"af": _read_af, "tgf": _read_tgf, "apx": _read_apx}
)

"""Reading frameworks: the competition's format (`p af`), TGF and APX (ASPARTIX)."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from argmap.errors import ArgmapError
from argmap.memory import without_collection
from argmap.solving.framework import Framework


class FrameworkError(ArgmapError):
    """A framework cannot be read; the message names the line."""


@without_collection
def read_framework(text: str, format: str | None = None) -> Framework:
    """Read a framework.

    format: one of `FORMATS`; without it, the text tells
    raises: `FrameworkError`
    """
    name = format or _recognised(text)
    if name not in FORMATS:
        raise FrameworkError(
            f"No format of frameworks is called {name!r}; choose one of {', '.join(FORMATS)}."
        )
    return FORMATS[name](text)


def _recognised(text: str) -> str:
    if re.search(r"^\s*p\s+af\b", text, re.MULTILINE):
        return "af"
    return "apx" if re.search(r"\barg\s*\(", text) else "tgf"


def _read_af(text: str) -> Framework:
    """Read `p af N`, then a line `i j` for each attack; lines that begin with `#` are comments."""
    lines = text.splitlines()
    header = next((i for i, line in enumerate(lines) if line.strip() and line[0] != "#"), None)
    if header is None:
        raise FrameworkError("the framework is empty; its first line has to be `p af N`")
    words = lines[header].split()
    if len(words) != 3 or words[:2] != ["p", "af"] or not _is_number(words[2]):
        raise FrameworkError(f"line {header + 1}: expected `p af N`, found {lines[header]!r}")
    count = int(words[2])
    rest = lines[header + 1 :]
    body = "\n".join(rest if "#" not in text else (x for x in rest if not x.startswith("#")))
    try:
        numbers = list(map(int, body.split()))
        is_paired = len(numbers) == 2 * sum(1 for line in rest if line and line[0] not in "# \t")
        is_sound = is_paired and (
            not numbers or (min(numbers) >= 1 and max(numbers) <= count)
        )
    except ValueError:
        is_sound = False
    if not is_sound:
        numbers = _checked(rest, header + 2, count)
    pairs = zip([n - 1 for n in numbers[::2]], [n - 1 for n in numbers[1::2]], strict=True)
    return Framework.of([str(number) for number in range(1, count + 1)], pairs)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 10


def _checked(lines: list[str], first: int, count: int) -> list[int]:
    """Read the attacks slowly, to say what is wrong and where."""
    numbers: list[int] = []
    for place, line in enumerate(lines, first):
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if len(words) != 2 or not all(map(_is_number, words)):
            raise FrameworkError(f"line {place}: expected two numbers `i j`, found {line!r}")
        for word in words:
            if not 1 <= int(word) <= count:
                raise FrameworkError(
                    f"line {place}: there is no argument {word}; they run from 1 to {count}"
                )
            numbers.append(int(word))
    return numbers


def _read_tgf(text: str) -> Framework:
    """Read a name a line, a line `#`, then a line `a b` for each attack."""
    names: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    is_body = False
    for place, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words:
            continue
        if words == ["#"] and not is_body:
            is_body = True
        elif not is_body:
            if words[0] in names:
                raise FrameworkError(f"line {place}: the argument {words[0]} stands here again")
            names[words[0]] = len(names)
        elif len(words) < 2:
            raise FrameworkError(f"line {place}: expected two names `a b`, found {line!r}")
        else:
            pairs.append(_pair(names, words[0], words[1], place))
    if names and not is_body:
        raise FrameworkError("the line `#` between arguments and attacks is missing")
    return Framework.of(list(names), pairs)


_FACT = re.compile(
    r"(?P<kind>arg|att)\s*\(\s*(?P<one>[^\s(),]++)\s*(?:,\s*(?P<other>[^\s(),]++)\s*)?\)\s*\."
)


def _read_apx(text: str) -> Framework:
    """Read `arg(a).` and `att(a,b).`, in any order; what stands behind `%` is a comment."""
    names: dict[str, int] = {}
    attacks: list[tuple[str, str, int]] = []
    for place, line in enumerate(text.splitlines(), 1):
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
            raise FrameworkError(f"line {place}: expected `arg(a).` or `att(a,b).`, found {rest!r}")
    return Framework.of(list(names), [_pair(names, *attack) for attack in attacks])


def _pair(names: Mapping[str, int], one: str, other: str, place: int) -> tuple[int, int]:
    for name in (one, other):
        if name not in names:
            raise FrameworkError(f"line {place}: no argument is called {name!r}")
    return names[one], names[other]


FORMATS: Mapping[str, Callable[[str], Framework]] = MappingProxyType(
    {"af": _read_af, "tgf": _read_tgf, "apx": _read_apx}
)

"""Findings as text: for people, and in the formats of other programs. One format, one file.

Each module has `write(checked, options)`; it is imported when its format is asked for.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from argmap.analysis.spelling import Speller
from argmap.checks import RULES, Rule
from argmap.checks.verdict import Checked
from argmap.rendering.errors import UnknownFormatError
from argmap.severity import FailOn

FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit")
"""The names of the formats; each is a module of this package."""

_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FindingsOptions:
    """What formats ask about.

    color:      whether to colour, for terminals
    rules:      those that there are
    version:    argmap's own; empty: not said
    folder:     the folder that files are named from; empty: by their paths as they are
    unreadable: what is wrong with the maps that could not be read
    fail_on:    the least severity that makes the check of the map at a path fail
    """

    color: bool = False
    rules: tuple[Rule, ...] = RULES
    version: str = ""
    folder: str = ""
    unreadable: tuple[str, ...] = ()
    fail_on: Callable[[str], FailOn] = lambda path: FailOn.WARNING


class _Writer(Protocol):
    def write(self, checked: Sequence[Checked], options: FindingsOptions) -> str: ...


def write_findings(
    format: str, checked: Sequence[Checked], options: FindingsOptions | None = None
) -> str:
    """Return what is reported about some maps as one text.

    raises: `UnknownFormatError`, which lists the formats that there are
    """
    return _writable(_writer(format).write(checked, options or FindingsOptions()))


def require_format(format: str) -> str:
    """Return the name of a format; raise `UnknownFormatError` if there is none of that name."""
    if format in FORMATS:
        return format
    nearest = Speller(FORMATS).nearest(format)
    guess = f"did you mean {nearest}?" if nearest else f"choose one of {', '.join(FORMATS)}."
    raise UnknownFormatError(f"No format of findings is called {format!r}; {guess}")


def _writer(format: str) -> _Writer:
    module = import_module(f"argmap.rendering.findings.{require_format(format)}")
    return cast("_Writer", module)


def _writable(text: str) -> str:
    """Replace halves of surrogate pairs, which names of files can hold and UTF-8 cannot."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)

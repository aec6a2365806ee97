"""Findings as text: for people, and in the formats of other programs. One format, one file.

Each module has `write(checked, options)`; it is imported when its format is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from argmap.analysis.spelling import Speller
from argmap.checks import RULES, Rule
from argmap.checks.verdict import Checked
from argmap.rendering.errors import UnknownFormatError

FORMATS = ("full", "concise", "json")
"""The names of the formats; each is a module of this package."""


@dataclass(frozen=True, slots=True)
class FindingsOptions:
    """What formats ask about. `color` is for terminals; `rules` are those that there are."""

    color: bool = False
    rules: tuple[Rule, ...] = RULES


class _Writer(Protocol):
    def write(self, checked: Sequence[Checked], options: FindingsOptions) -> str: ...


def write_findings(
    format: str, checked: Sequence[Checked], options: FindingsOptions | None = None
) -> str:
    """Return what is reported about some maps as one text.

    raises: `UnknownFormatError`, which lists the formats that there are
    """
    return _writer(format).write(checked, options or FindingsOptions())


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

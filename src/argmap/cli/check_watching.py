"""argmap check --watch"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output

if TYPE_CHECKING:
    from argmap.checks.verdict import Checked
    from argmap.linting import Linter, Request
    from argmap.linting.watching import Round

Watch = Annotated[
    bool,
    typer.Option("--watch", "-w", help="Check again whenever something changes; Ctrl-C ends it."),
]

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def watch(
    request: "Request",
    named: Sequence[str],
    report: "Callable[[Sequence[Checked], Linter], str]",
    *,
    is_for_people: bool,
) -> None:
    """Print what is found, now and after each change, until the user ends it.

    On a terminal, the screen shows the findings of all maps. Anywhere else, those of the maps that
    were checked again follow what was printed before.

    is_for_people: whether the line on what was done may stand among the findings
    """
    from argmap.linting.watching import watch_maps
    from argmap.reading import STANDARD_INPUT, CannotRead

    if STANDARD_INPUT in named:
        raise typer.BadParameter("standard input cannot be watched; name a file.")
    for name in named:  # a slip of the pen; later on, files may come and go
        if not Path(name).exists():
            raise CannotRead(f"{name}: there is no such file")
    is_screen = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    try:
        for round in watch_maps(request, named):
            shown = round.results if is_screen else round.anew
            results = [round.results[path] for path in shown if path in round.results]
            text = report(results, round.linter)
            if is_for_people and text:
                text += "\n"
            output.print_text((_CLEAR if is_screen else "") + text)
            for trouble in round.troubles:
                output.tell(f"argmap: {trouble}")
            line = _status(round)
            output.print_text(line + "\n") if is_for_people else output.tell(line)
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


def _status(round: "Round") -> str:
    """Say when what was checked, what was found, and how long that took."""
    anew = [path for path in round.anew if path in round.results]
    number = _count([round.results[path] for path in anew])
    name = anew[0] if len(anew) == 1 else _maps(len(anew))
    parts = [f"{name}: {_findings(number)}"] if anew else []
    if len(anew) < len(round.results):
        every = _count(list(round.results.values()))
        rest = f"{every} in all" if anew else f"{_findings(every)} in"
        parts.append(f"{rest} {_maps(len(round.results))}")
    if round.troubles:
        parts.append(f"{len(round.troubles)} cannot be read")
    clock = time.strftime("%H:%M:%S")
    return f"{clock}  {', '.join(parts) or 'no map is left'} ({round.seconds * 1000:.0f} ms)"


def _count(results: "Sequence[Checked]") -> int:
    return sum(
        not diagnostic.expected for checked in results for diagnostic in checked.diagnostics
    )


def _maps(number: int) -> str:
    return f"{number} {'map' if number == 1 else 'maps'}"


def _findings(number: int) -> str:
    return f"{number} {'finding' if number == 1 else 'findings'}"

"""argmap fmt FILE…"""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from argmap.cli import output
from argmap.cli.parameters import Maps, Shorthand, named_maps

if TYPE_CHECKING:
    from argmap.syntax.formatter import Formatted


def fmt(
    files: Maps = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a file would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Like --check, and print what would change.")
    ] = False,
    shorthand: Shorthand = False,
) -> None:
    """Lay maps out in the one canonical way; words, order and comments stay as they are.

    Rewrites files in place; a map from standard input is printed. The new text is read again and
    compared with the old one: what would be read differently is left as it is.

    Exit code 0: all is in the canonical layout now; 1: a file would change, with --check or
    --diff, or something is left as it is; 2: could not run.

    \b
    Examples:
      argmap fmt maps
      argmap fmt --diff maps/huang.argdown
      cat essay.argdown | argmap fmt - > tidy.argdown
    """
    from argmap.reading import STANDARD_INPUT, find_maps

    paths = find_maps(named_maps(files))
    maps, unreadable = _laid_out(paths, shorthand=shorthand)
    writes = not (check or diff)
    if writes:
        for each in maps:
            if each.is_changed and each.path != STANDARD_INPUT:
                output.refuse_read_only(each.path)
    prints_text = diff or (writes and STANDARD_INPUT in paths)
    say = output.tell if prints_text else _say
    for each in maps:
        _tell_what_is_left(each)
        if diff:
            output.print_text(_diff(each))
        if writes and each.path == STANDARD_INPUT:
            output.print_text(each.formatted.text)
        elif each.is_changed:
            if writes:
                output.write_file(each.path, each.formatted.text)
            say(f"{'formatted' if writes else 'would format'} {each.shown}")
    changed = sum(each.is_changed for each in maps)
    if paths != [STANDARD_INPUT] and maps:
        say(_summary(changed, len(maps) - changed, writes=writes))
    if unreadable:
        output.tell("\n".join(f"argmap: {trouble}" for trouble in unreadable))
        raise typer.Exit(2)
    is_left = any(each.formatted.left for each in maps)
    raise typer.Exit(1 if is_left or (changed and not writes) else 0)


class _Map(NamedTuple):
    """A file and its new layout; `shown` is its path as it is told."""

    path: str
    shown: str
    text: str
    formatted: "Formatted"

    @property
    def is_changed(self) -> bool:
        return self.formatted.text != self.text


def _laid_out(paths: list[str], *, shorthand: bool) -> tuple[list[_Map], list[str]]:
    """Return maps with their new layout, and what is wrong with those that cannot be read."""
    from argmap.pipeline import format_text
    from argmap.reading import CannotRead, read_alone

    maps: list[_Map] = []
    unreadable: list[str] = []
    for path in paths:
        try:
            text, shown = read_alone(path)
        except CannotRead as error:
            unreadable.append(str(error))
        else:
            maps.append(_Map(path, shown, text, format_text(text, shown, shorthand=shorthand)))
    return maps, unreadable


def _tell_what_is_left(each: _Map) -> None:
    for finding in each.formatted.left:
        path, line, column = each.formatted.source.locate(finding.span.start)
        is_whole = each.formatted.text == each.text
        lead = "the file is left as it is" if is_whole else "left as it is"
        output.tell(f"{path}:{line}:{column}: {lead}: {finding.message}")
        output.tell(f"  help: {finding.help}")


def _diff(each: _Map) -> str:
    from argmap.rendering.layout_diff import write_diff

    return write_diff(each.text, each.formatted.text, each.shown)


def _summary(changed: int, unchanged: int, *, writes: bool) -> str:
    """Say how many files changed, or would, and how many did not."""
    done = "formatted" if writes else "would be formatted"
    parts = [f"{changed} {'file' if changed == 1 else 'files'} {done}"] if changed else []
    if unchanged:
        parts.append(f"{unchanged} {'file' if unchanged == 1 else 'files'} unchanged")
    return ", ".join(parts)


def _say(line: str) -> None:
    output.print_text(f"{line}\n")

"""argmap check --fix, --unsafe-fixes, --diff"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from argmap.cli import output

if TYPE_CHECKING:
    from argmap.checks.verdict import Checked
    from argmap.linting import Linter
    from argmap.linting.mending import Change, Mended

Fix = Annotated[
    bool, typer.Option("--fix", help="Put right what can be put right safely, in the files.")
]
UnsafeFixes = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes",
        help="With --fix or --diff: apply also what may change the meaning; alone: count it.",
    ),
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Print what --fix would change, and change nothing.")
]


class Wanted(NamedTuple):
    """What the caller wants fixed, and how."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False


def show_diff(linter: "Linter", paths: Sequence[str], wanted: Wanted) -> int:
    """Print what would change; return the exit code."""
    from argmap.linting.mending import mend
    from argmap.rendering.text_diff import write_text_diff

    mended = mend(linter, paths, unsafe=wanted.unsafe)
    for change in mended.changes:
        output.print_text(write_text_diff(change.before, change.after, change.shown))
    _tell_what_was_not_done(mended)
    if mended.applied:
        output.tell(f"Would fix {_findings(len(mended.applied))} in {_files(mended.changes)}.")
    for trouble in linter.unreadable:
        output.tell(f"argmap: {trouble}")
    return 2 if linter.unreadable else 1 if mended.changes else 0


def fix_maps(
    linter: "Linter",
    paths: Sequence[str],
    wanted: Wanted,
    report: Callable[..., None],
) -> "tuple[Checked, ...]":
    """Fix maps in place and print what is left; return that.

    A map from standard input is printed; what is left is told on standard error then.

    report: prints findings, given those, the linter, and whether standard output is taken
    """
    from argmap.linting.mending import mend
    from argmap.reading import STANDARD_INPUT

    mended = mend(linter, paths, unsafe=wanted.unsafe)
    in_files = [change for change in mended.changes if change.path != STANDARD_INPUT]
    for change in in_files:
        output.refuse_read_only(change.path)
    written = [change for change in in_files if _write(change)]
    if is_piped := STANDARD_INPUT in paths:
        output.print_text(mended.texts[STANDARD_INPUT])
    report(mended.results, linter, aside=is_piped)
    _tell_what_was_not_done(mended)
    is_all_written = len(written) == len(in_files)
    if is_all_written and (summary := _summary(mended, wanted)):
        output.tell(summary)
    if not is_all_written:
        linter.unreadable.append("not everything could be fixed; run it again")
    return mended.results


def tell_what_can_be_fixed(results: Sequence["Checked"]) -> None:
    """Say how many findings `--fix --unsafe-fixes` would remove, if there are any."""
    from argmap.checks.fixable import count_fixes

    safe, unsafe = count_fixes(results)
    number = safe + unsafe
    if number:
        option = "--fix --unsafe-fixes" if unsafe else "--fix"
        output.tell(f"{_findings(number)} can be fixed with `{option}`.")


def _write(change: "Change") -> bool:
    """Write a file, unless somebody else has done so meanwhile; tell whether it was written."""
    from argmap.reading import CannotRead, read_alone

    try:
        is_same = read_alone(change.path)[0] == change.before
    except CannotRead:
        is_same = False
    if is_same:
        output.write_file(change.path, change.after)
    else:
        output.tell(f"argmap: {change.path}: it was changed meanwhile, and is left as it is")
    return is_same


def _tell_what_was_not_done(mended: "Mended") -> None:
    for undone in mended.undone:
        place = f"{undone.path}:{undone.line}:{undone.column}"
        output.tell(f"{place}: {undone.diagnostic.code} is not fixed: {undone.reason}")
    for path, count in mended.elsewhere.items():
        them = "it" if count == 1 else "them"
        output.tell(f"{path}: {_findings(count)} can be fixed here; name the file to fix {them}")


def _summary(mended: "Mended", wanted: Wanted) -> str:
    """Say what was fixed and what is left; empty if there is nothing to say."""
    from argmap.checks.fixable import count_fixes

    left = sum(
        not diagnostic.expected for checked in mended.results for diagnostic in checked.diagnostics
    )
    if not mended.applied and not left:
        return ""
    done = "Nothing was fixed"
    if mended.applied:
        done = f"Fixed {_findings(len(mended.applied))} in {_files(mended.changes)}"
    rest = f"{left or 'none'} {'is' if left == 1 else 'are'} left"
    more = 0 if wanted.unsafe else count_fixes(mended.results).unsafe
    offer = f"; `--unsafe-fixes` would fix {more} more" if more else ""
    return f"{done}; {rest}{offer}."


def _findings(number: int) -> str:
    return f"{number} {'finding' if number == 1 else 'findings'}"


def _files(changes: Sequence["Change"]) -> str:
    return f"{len(changes)} {'file' if len(changes) == 1 else 'files'}"

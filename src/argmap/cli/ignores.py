"""What `argmap check` does with findings that shall be silent: comments and baselines."""

from collections.abc import Sequence

import typer

from argmap.checks.verdict import Checked
from argmap.cli import output
from argmap.linting import Linter
from argmap.reading import STANDARD_INPUT, CannotRead


def require_sense(paths: Sequence[str], reason: str | None, *, adds: bool, renews: bool) -> None:
    """Raise a usage error if options do not go together."""
    if adds and renews:
        raise typer.BadParameter("--add-ignore and --write-baseline do the same in two ways.")
    if adds and STANDARD_INPUT in paths:
        raise typer.BadParameter("--add-ignore writes into maps; name them, `-` has no file.")
    if reason is not None and not adds:
        raise typer.BadParameter("--reason goes with --add-ignore.")


def add_ignores(linter: Linter, paths: Sequence[str], reason: str) -> list[Checked]:
    """Write comments into maps for what is found in them; return what is left of each."""
    from argmap.linting.ignoring import add_ignores

    results: list[Checked] = []
    total = files = 0
    for path in paths:
        try:
            ignored = add_ignores(linter, path, reason)
        except CannotRead as error:
            linter.unreadable.append(str(error))
            continue
        if ignored.silenced:
            output.refuse_read_only(path)
            output.write_file(path, ignored.text)
            total += ignored.silenced
            files += 1
        results.append(ignored.checked)
    silenced = f"{_counted(total, 'finding')} silenced in {_counted(files, 'file')}"
    output.tell(f"argmap: {silenced}" if total else "argmap: nothing to silence")
    for each in results:
        _tell_what_is_left(each)
    return results


def _tell_what_is_left(checked: Checked) -> None:
    source = checked.source
    left = [found for found in checked.diagnostics if not found.expected]
    included = sum(source.piece_at(found.span.start).path != source.path for found in left)
    if included:
        output.tell(
            f"argmap: {source.path}: {_counted(included, 'finding')} in included files left; "
            "name these files to have comments written into them"
        )
    if len(left) > included:
        others = _counted(len(left) - included, "finding")
        output.tell(f"argmap: {source.path}: {others} left that no comment can silence")


def tell_about_baselines(linter: Linter) -> None:
    """Write baselines that are to be renewed; say which entries are found no more."""
    if linter.baselines.renews:
        for path, text, count in linter.baselines.renewed():
            output.write_file(path, text)
            output.tell(f"argmap: {path} lists {_counted(count, 'finding')}")
        return
    for path, count in linter.baselines.outdated():
        what = "1 entry" if count == 1 else f"{count} entries"
        output.tell(
            f"argmap: {what} of the baseline {path} {'is' if count == 1 else 'are'} no longer "
            "found; renew it with --write-baseline"
        )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

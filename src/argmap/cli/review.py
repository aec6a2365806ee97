"""argmap review FILE [TITLE]…"""

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Map, Shorthand, listed

if TYPE_CHECKING:
    from argmap.analysis.review import Stamping
    from argmap.model import NodeRef


def review(
    file: Map,
    titles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TITLE]...",
            help="What you have reviewed: '[Title]', '<Title>' or Title. Without any: what has a "
            "stamp.",
            show_default=False,
        ),
    ] = None,
    all: Annotated[
        bool, typer.Option("--all", help="Stamp every statement and argument that has a title.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a stamp would change.")
    ] = False,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Stamp claims as reviewed, so that `argmap check` tells when they change (SRC005).

    Writes `reviewed:`, a fingerprint of the claim, its premises and its quote, into its data, and
    renews the stamps that are there. Nothing else in the file changes, and included files stay as
    they are. Where `reviewed:` holds anything else, such as a date, that stays unless you name the
    title. A map from standard input is printed.

    Exit code 0: the stamps are right now; 1: with --check, one would change; or one cannot be
    written in this file; 2: could not run.

    \b
    Examples:
      argmap review maps/huang.argdown 'Worldwide Developer Loss'
      argmap review maps/huang.argdown --all
      argmap review maps/huang.argdown --check
    """
    from argmap.pipeline import review_text
    from argmap.reading import STANDARD_INPUT, read_alone

    text, shown = read_alone(file)
    is_piped = file == STANDARD_INPUT
    stamping = review_text(
        text,
        shown,
        titles=tuple(titles or ()),
        every=all,
        allow=listed(allow),
        shorthand=shorthand,
    )
    if is_piped and not check:
        output.print_text(stamping.text)
    elif stamping.text != text and not check:
        output.write_file(file, stamping.text)
    say = output.tell if is_piped else _say
    gone = {old.node: f" in place of `reviewed: {old.written}`" for old in stamping.replaced}
    for ref in stamping.renewed:
        say(f"{'would stamp' if check else 'stamped'} {_name(ref)}{gone.get(ref, '')}")
    say(f"{shown}: {_summary(stamping, check=check)}")
    for ref, path in stamping.elsewhere:
        where = f"it stands in {path}; review it there" if path != shown else "it has no place"
        output.tell(f"{shown}: {_name(ref)} cannot be stamped here: {where}")
    for ref in stamping.refused:
        output.tell(f"{shown}: {_name(ref)} is left: with a stamp it would be read differently")
    for old in stamping.kept:
        output.tell(
            f"{shown}: {_name(old.node)} keeps `reviewed: {old.written}`, which is no stamp; move "
            "it to another key, `date: …`, or name the title to have it replaced"
        )
    if not (stamping.renewed or stamping.unchanged or stamping.kept or titles or all):
        output.tell(f"{shown}: there are no stamps yet; name what you have reviewed, or say --all")
    is_left = (stamping.elsewhere and not all) or stamping.refused
    raise typer.Exit(1 if is_left or (check and stamping.renewed) else 0)


def _name(ref: "NodeRef") -> str:
    from argmap.model import NodeKind

    return f"[{ref.title}]" if ref.kind is NodeKind.STATEMENT else f"<{ref.title}>"


def _summary(stamping: "Stamping", *, check: bool) -> str:
    """Say how many stamps changed, or would, and how many are right already."""
    count = len(stamping.renewed)
    verb = "would change" if check else "written"
    parts = [f"{count} {'stamp' if count == 1 else 'stamps'} {verb}"]
    if stamping.unchanged:
        parts.append(f"{len(stamping.unchanged)} unchanged")
    return ", ".join(parts)


def _say(line: str) -> None:
    output.print_text(f"{line}\n")

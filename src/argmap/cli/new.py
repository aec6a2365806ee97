"""argmap new"""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli import output
from argmap.errors import ArgmapError


class CannotStart(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A new map cannot be put where it was asked for."""


def new(
    text: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="TEXT",
            help="A plain text, in UTF-8, to make a draft of; `-` is standard input.",
            show_default=False,
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write the map.  [default: printed]",
            show_default=False,
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="CODE",
            help="The language of the text: en, de or zh.  [default: found out]",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there already.")
    ] = False,
) -> None:
    """Start a map: an empty one for a lesson, or the draft of a text.

    A draft is made by rule, without network or model. Every sentence is one statement, with its
    place in the text; reporting verbs and quotation marks give speakers, words like "therefore"
    are marked. No relation is drawn: that is left to you.

    \b
    Examples:
      argmap new -o lesson.argdown
      argmap new --from article.txt -o article.argdown
    """
    if target and target != "-":
        _refuse_to_overwrite(target, text, force=force)
    if text is None:
        from argmap.drafting.lesson import write_lesson

        stem = Path(target).stem if target and target != "-" else ""
        written = write_lesson(stem.replace("_", " ").replace("-", " ").strip() or "A new map")
    else:
        written = _draft(text, target, lang)
    output.write_or_print(written, target, "", prints=True)


def _refuse_to_overwrite(target: str, text: str | None, *, force: bool) -> None:
    place = Path(target)
    if place.is_dir():
        raise CannotStart(f"{target}: this is a folder; name a file in it")
    if not place.exists():
        return
    if text not in (None, "-") and Path(str(text)).exists() and place.samefile(str(text)):
        raise CannotStart(f"{target}: this is the text itself; give the map another name")
    if not force and place.is_file():
        raise CannotStart(
            f"{target} is there already; give the map another name, or write over it with --force"
        )


def _draft(text: str, target: str | None, lang: str | None) -> str:
    import hashlib

    from argmap.drafting import draft
    from argmap.drafting.writing import summary
    from argmap.reading import STANDARD_INPUT, read_alone

    words, shown = read_alone(text)
    made = draft(words, shown, language=lang)
    for line in summary(made).splitlines():
        output.tell(f"argmap: {line}")
    if text == STANDARD_INPUT:
        return made.argdown()
    file = _seen_from(target, text)
    return made.argdown(file, hashlib.sha256(words.encode()).hexdigest())


def _seen_from(target: str | None, text: str) -> str:
    """Return the path of the text as the map names it; warn if the map may not read it there."""
    import os

    from argmap.reading import STANDARD_INPUT, Files

    path = target if target and target != "-" else STANDARD_INPUT
    folder = Path(path).resolve().parent if path != STANDARD_INPUT else Path.cwd()
    try:
        file = Path(os.path.relpath(Path(text).resolve(), folder)).as_posix()
    except ValueError:  # another drive
        file = Path(text).resolve().as_posix()
    try:
        Files.of(path).read(file)
    except (OSError, ValueError) as error:
        output.tell(
            f"argmap: {text} cannot be read from where the map stands ({error}); put the map "
            f"beside it, or give `--allow {text}` to `argmap quotes` and `argmap check`"
        )
    return file

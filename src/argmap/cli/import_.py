"""argmap import FILE"""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli import output


def import_(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A Word document (.docx) with tags, cites and cards.",
            show_default=False,
        ),
    ],
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
) -> None:
    """Make a map of a debater's evidence file: a claim for each tag, with its quote and source.

    Reads what `argmap brief` and `argmap cards` write as DOCX, and files made with Verbatim's
    styles: headings 1 to 3, tags (heading 4), the cite below, what is highlighted or underlined.

    \b
    Examples:
      argmap import brief.docx -o evidence.argdown
    """
    from argmap.debate.importing import CannotImport, read_cards, write_map

    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise CannotImport(f"{file}: cannot be read ({error.strerror or error})") from None
    cards = read_cards(data, file)
    if not cards:
        raise CannotImport(f"{file}: no tags were found; a tag is a paragraph in `Heading 4`")
    text = write_map(cards, Path(file).stem)
    output.write_or_print(text, target, "", prints=True)

"""What the commands that write pages have in common: their formats, and where pages go."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.publishing import Publication


class PageFormat(StrEnum):
    """The formats of pages, as in `argmap.publishing.WRITERS`."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


class ReportFormat(StrEnum):
    """The formats of pages, and JSON."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"


Format = Annotated[
    PageFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="What to write, if the file's ending does not say it.  [default: md]",
        show_default=False,
    ),
]
FormatOrJson = Annotated[
    ReportFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="What to write, if the file's ending does not say it.  [default: md]",
        show_default=False,
    ),
]
Target = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write it; `-` prints it.  [default: printed as md, html or json; else a "
        "file named after the map]",
        show_default=False,
    ),
]


class CannotTell(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """The ending of a file does not say a format."""


def chosen_format(wanted: StrEnum | None, target: str | None, known: type[StrEnum]) -> str:
    """Return the format that is asked for, by name or by the ending of the file to write."""
    if wanted is not None:
        return wanted.value
    ending = Path(target).suffix.lstrip(".").lower() if target and target != "-" else ""
    names = [each.value for each in known]
    if ending and ending not in names:
        raise CannotTell(
            f"{target}: no format is called '{ending}': use {', '.join(names)}, or --format"
        )
    return ending or PageFormat.MD.value


def put(publication: "Publication", name: str, target: str | None, stem: str) -> None:
    """Write pages in a format to where the user wants them."""
    from argmap.publishing import find_writer, publish

    writer = find_writer(name)
    published = publish(publication, name)
    for notice in published.notices:
        output.tell(f"argmap: {notice}")
    usual = f"{stem}.{writer.extension}"
    output.write_or_print(published.content, target, usual, prints=not writer.is_binary)


def put_json(report: object, target: str | None) -> None:
    """Write what programs read."""
    text = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
    output.write_or_print(text, target, "", prints=True)

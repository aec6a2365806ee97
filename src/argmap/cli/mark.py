"""argmap mark FOLDER --key KEY"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output
from argmap.cli.compare import DecisionsFile
from argmap.cli.pages import Format, PageFormat
from argmap.cli.parameters import Allow, Config, Shorthand, listed

if TYPE_CHECKING:
    from argmap.classroom.comparing.claims import Claims
    from argmap.classroom.marking.key import Key
    from argmap.linting import Linter

_LONGEST_NAME = 80

Folder = Annotated[
    str,
    typer.Argument(
        metavar="FOLDER", help="Where the answers are, a file for each pupil.", show_default=False
    ),
]


def mark(
    folder: Folder,
    key: Annotated[
        str,
        typer.Option(
            "--key",
            metavar="KEY",
            help="The key, as `argmap key --format json` writes it.",
            show_default=False,
        ),
    ],
    csv: Annotated[
        str | None,
        typer.Option(
            "--csv",
            metavar="FILE",
            help="Where to write the table; `-` prints it. Without it DIR/marks.csv, or printed.",
            show_default=False,
        ),
    ] = None,
    directory: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="Write the pages there too: the class, all feedback, and a file for each pupil.",
            show_default=False,
        ),
    ] = None,
    format: Format = None,
    map: Annotated[
        str | None,
        typer.Option(
            "--map",
            metavar="FILE",
            help="The map of the sheet.  [default: the one that the key names, beside the key]",
            show_default=False,
        ),
    ] = None,
    decisions: DecisionsFile = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Mark a folder of answers: a table, feedback for each pupil, what the class shows.

    Answers are text with lines `A: …`, CSV, JSON, or maps. What is near to right is left to a
    person: it is open, and asked about with --decisions.

    \b
    Examples:
      argmap mark answers/ --key key.json
      argmap mark answers/ --key key.json -o marked/ --format pdf
      argmap mark answers/ --key key.json --decisions same.toml --csv marks.csv
    """
    from argmap.classroom.comparing.decisions import Decisions, read_decisions, write_decisions
    from argmap.classroom.marking.answers import collect
    from argmap.classroom.marking.feedback import class_pages, feedback_pages
    from argmap.classroom.marking.folder import Lesson, mark_all, open_questions
    from argmap.classroom.marking.key import read_key
    from argmap.classroom.marking.statistics import agreement
    from argmap.classroom.marking.table import write_csv
    from argmap.linting import Linter, Request
    from argmap.publishing import Publication, find_writer, publish
    from argmap.rendering.front_text import front_text

    sheet = read_key(key)
    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    reference = _reference(sheet, key, map, linter)
    decided = read_decisions(decisions) if decisions else Decisions()
    letters = [blank.letter for blank in sheet.blanks]
    made = [path for path in (key, map, csv, decisions) if path]
    collected = collect(folder, letters, made)
    for notice in collected.notices:
        output.tell(f"argmap: {notice}")
    marked = mark_all(collected, Lesson(sheet, reference), linter.load, decided)
    if decisions:
        asked = decided.with_questions(open_questions(marked))
        if asked != decided:
            output.write_file(decisions, write_decisions(asked))
            new = len(asked.questions) - len(decided.questions)
            output.tell(f"argmap: {decisions}: {new} pair{'s' * (new != 1)} to settle")
    usual = str(Path(directory) / "marks.csv") if directory else None
    output.write_or_print(write_csv(marked), csv or usual, "", prints=True)
    if directory is None:
        return
    title = (
        (front_text(reference.graph, "title") if reference else "") or sheet.file or "Worksheet"
    )
    writer = find_writer((format or PageFormat.HTML).value)

    synonyms = reference.graph.settings.get("synonyms") if reference else None

    def write(pages: Publication, name: str) -> None:
        path = Path(directory or "") / f"{name}.{writer.extension}"
        output.write_file(path, publish(pages, writer.name).content)

    write(class_pages(marked, title, agreement(decided, synonyms)), "class")
    write(feedback_pages(marked, title), "feedback")
    taken: set[str] = set()
    for each in marked:
        write(feedback_pages([each], title), f"pupils/{_file_name(each.answers.name, taken)}")
    output.tell(f"wrote {directory}: marks of {len(marked)}")


def _reference(sheet: "Key", key: str, named: str | None, linter: "Linter") -> "Claims | None":
    """Return the claims of the sheet's map, if it is at hand; tell if it has changed since."""
    from argmap.classroom.comparing.claims import Claims
    from argmap.classroom.lesson import map_hash

    path = named
    if path is None:
        name = Path(sheet.file).name
        places = (Path(key).parent / name, Path(sheet.file), Path("maps") / name)
        path = next((str(place) for place in places if name and place.is_file()), None)
    if path is None:
        output.tell(
            f"argmap: the map of the key ({sheet.file or 'unnamed'}) is not at hand: an answer in "
            "another branch gets nothing for its place; name the map with --map"
        )
        return None
    graph = linter.load(path)
    if sheet.map and sheet.map != map_hash(graph):
        output.tell(f"argmap: {path}: has changed since the key was written")
    return Claims(graph, Path(path).name)


def _file_name(name: str, taken: set[str]) -> str:
    """Return a name for a file that is safe everywhere and not taken yet."""
    plain = re.sub(r"[^\w.\- ]+", "_", name).strip(". ")[:_LONGEST_NAME] or "pupil"
    found, number = plain, 1
    while found.casefold() in taken:
        number += 1
        found = f"{plain} {number}"
    taken.add(found.casefold())
    return found

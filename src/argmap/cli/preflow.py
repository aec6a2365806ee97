"""argmap preflow FILE"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.debating import Side, prepare, stem_of, title_of
from argmap.cli.pages import Target, chosen_format, put
from argmap.cli.parameters import Allow, Config, Map, Shorthand


class SheetFormat(StrEnum):
    """The formats of a pre-flow."""

    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    MD = "md"


class RoundName(StrEnum):
    """The kinds of debate, as in `argmap.debate.preflow.ROUNDS`."""

    POLICY = "policy"
    LD = "ld"
    PF = "pf"
    BP = "bp"


def preflow(
    file: Map,
    side: Side = "con",
    round: Annotated[
        RoundName, typer.Option("--round", help="Whose speeches the columns are.")
    ] = RoundName.POLICY,
    format: Annotated[
        SheetFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="What to write, if the file's ending does not say it.  [default: csv]",
            show_default=False,
        ),
    ] = None,
    target: Target = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Write a flow sheet with their expected case filled in, and our answers beside it.

    \b
    Examples:
      argmap preflow maps/huang.argdown --side con --format html
      argmap preflow maps/huang.argdown --side con -o flow.xlsx
      argmap preflow maps/huang.argdown --round pf --format csv
    """
    from argmap.debate.preflow import preflow, preflow_pages
    from argmap.debate.sheets import write_csv, write_xlsx

    is_said = format is not None or (target and target != "-" and Path(target).suffix)
    name = chosen_format(format, target, SheetFormat) if is_said else SheetFormat.CSV.value
    case = prepare(file, side, config=config, allow=allow, shorthand=shorthand)
    title, stem = title_of(case, file), stem_of(file, f"preflow-{case.side}")
    flow = preflow(case, round.value)
    if name == SheetFormat.CSV:
        output.write_or_print(write_csv(flow), target, f"{stem}.csv", prints=True)
    elif name == SheetFormat.XLSX:
        output.write_or_print(write_xlsx(flow, title), target, f"{stem}.xlsx")
    else:
        put(preflow_pages(flow, title), name, target, stem)

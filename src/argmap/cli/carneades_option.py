"""Options by which a command labels by proof standards, and what it then prints.

A command that takes them asks `chosen_mode` first; unless that is None, `print_judgements` does
the rest, and the command is done.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output

if TYPE_CHECKING:
    from argmap.model import ArgumentGraph


class ModeName(StrEnum):
    """How labels come about; the last two as in `argmap.evaluation.proof.Mode`."""

    LABELS = "labels"
    STANDARDS = "standards"
    CARNEADES = "carneades"


class StandardName(StrEnum):
    """The proof standards, as in `argmap.evaluation.proof.Standard`."""

    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR = "clear"
    BEYOND_DOUBT = "beyond-doubt"
    DIALECTICAL = "dialectical"


ModeOption = Annotated[
    ModeName,
    typer.Option(
        "--mode",
        help="labels: what is attacked by what stands falls; standards: weights are compared; "
        "carneades: the same, and arguments wait for all their premises.",
    ),
]
StandardsOption = Annotated[
    bool, typer.Option("--standards", help="The same as --mode standards.")
]
StandardOption = Annotated[
    StandardName,
    typer.Option("--standard", help="The proof standard of what gives no `standard:`."),
]


def chosen_mode(mode: ModeName, standards: bool) -> str | None:
    """Return the mode of judging that the options ask for, or None for ordinary labels."""
    if mode is not ModeName.LABELS:
        return str(mode)
    return str(ModeName.STANDARDS) if standards else None


def print_judgements(
    graph: "ArgumentGraph",
    mode: str,
    *,
    policy: str = "lenient",
    standard: str = "preponderance",
    as_json: bool = False,
) -> int:
    """Print the labels of a map by proof standards; return how many problems were told."""
    from argmap import pipeline

    judgements = pipeline.judge(graph, mode=mode, policy=policy, standard=standard)
    for problem in judgements.case.problems:
        path, line, column = graph.document.source.locate(problem.span.start)
        output.tell(f"{path}:{line}:{column}: {problem.message}\n  help: {problem.help}")
    if as_json:
        import json

        from argmap.analysis import find_theses
        from argmap.evaluation.proof import report_judgements

        report = report_judgements(judgements, find_theses(judgements.case.steps).titles)
        output.print_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n")
    else:
        from argmap.rendering.judgement_text import write_judgements

        output.print_text(write_judgements(judgements))
    return len(judgements.case.problems)

"""argmap evaluate FILE"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output
from argmap.cli.answering import PolicyName, print_json, tell_problems
from argmap.cli.parameters import Allow, Map, Shorthand, listed
from argmap.cli.rules import ListFormat

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


def evaluate(
    file: Map,
    policy: PolicyName = "lenient",
    mode: Annotated[
        ModeName | None,
        typer.Option(
            "--mode",
            help="labels: what is attacked by what stands falls; standards: weights are compared; "
            "carneades: the same, and arguments wait for all their premises.  [default: labels]",
            show_default=False,
        ),
    ] = None,
    standards: Annotated[
        bool, typer.Option("--standards", help="The same as --mode standards.")
    ] = False,
    standard: Annotated[
        StandardName | None,
        typer.Option(
            "--standard",
            help="The proof standard of what gives no `standard:`; goes with proof standards.  "
            "[default: preponderance]",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Say which claims stand: in, out or undecided, each with its reason.

    A label says what follows if the leaves stand; `argmap check` says which leaves have nothing
    under them.

    Exit code 0 whatever the labels; 1: with proof standards, a `strength:` or `standard:` cannot
    be used (the usual one is taken); 2: could not run.

    \b
    Examples:
      argmap evaluate maps/huang.argdown
      argmap evaluate maps/huang.argdown --policy declared
      argmap evaluate maps/huang.argdown --format json
      argmap evaluate maps/huang.argdown --standards
    """
    from argmap import pipeline

    if mode is ModeName.LABELS and (standards or standard):
        raise typer.BadParameter("proof standards go with --mode standards or carneades.")
    if mode is None:
        mode = ModeName.STANDARDS if standards or standard else ModeName.LABELS
    graph = pipeline.load(file, allow=listed(allow), shorthand=shorthand)
    as_json = format is ListFormat.JSON
    if mode is ModeName.LABELS:
        _print_labels(graph, policy, as_json=as_json)
    else:
        chosen = standard or StandardName.PREPONDERANCE
        _print_judgements(graph, mode, policy, chosen, as_json=as_json)


def _print_labels(graph: "ArgumentGraph", policy: str, *, as_json: bool) -> None:
    from argmap import pipeline
    from argmap.analysis import find_theses

    labelling = pipeline.evaluate(graph, policy=policy)
    theses = find_theses(labelling.steps).titles
    if as_json:
        from argmap.analysis.answers import report_incoherence
        from argmap.evaluation import report_labels

        report = report_labels(labelling, theses)
        print_json({**report, "incoherent": report_incoherence(labelling)})
    else:
        from argmap.rendering.label_text import write_labels

        _print_lines(write_labels(labelling, theses))


def _print_judgements(
    graph: "ArgumentGraph", mode: str, policy: str, standard: str, *, as_json: bool
) -> None:
    from argmap import pipeline
    from argmap.analysis import find_theses

    judgements = pipeline.judge(graph, mode=mode, policy=policy, standard=standard)
    tell_problems(graph, judgements.case.problems)
    theses = find_theses(judgements.case.steps).titles
    if as_json:
        from argmap.evaluation.proof import report_judgements

        print_json(report_judgements(judgements, theses))
    else:
        from argmap.rendering.label_text import write_judgements

        _print_lines(write_judgements(judgements, theses))
    if judgements.case.problems:
        raise typer.Exit(1)


def _print_lines(lines: str) -> None:
    output.print_text(lines)
    if not lines:
        output.tell("argmap: the map has no main claim and no conclusion")

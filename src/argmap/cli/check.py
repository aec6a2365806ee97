"""argmap check FILE…"""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import (
    DEFAULT_MAPS,
    Allow,
    Ignore,
    Maps,
    Profile,
    Select,
    Shorthand,
    StrictSyntax,
    listed,
)


class OutputFormat(StrEnum):
    """How findings are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


class FailOn(StrEnum):
    """From which severity on a finding makes the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


def check(
    files: Maps = None,
    select: Select = None,
    ignore: Ignore = None,
    profile: Profile = None,
    output_format: Annotated[
        OutputFormat, typer.Option("--output-format", help="How to print findings.")
    ] = OutputFormat.FULL,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The least severity that gives exit code 1.")
    ] = FailOn.WARNING,
    strict_syntax: StrictSyntax = False,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Say what is wrong with argument maps: above all, which conclusions have nothing under them.

    Exit code 0: nothing is wrong, or nothing but what a map's `expect:` announces; 1: findings;
    2: could not run.

    \b
    Examples:
      argmap check maps/huang.argdown
      argmap check maps --select SUP,CIR --output-format concise
      argmap check maps --strict-syntax
      cat essay.argdown | argmap check -
    """
    from argmap import pipeline
    from argmap.checks.verdict import count_failures
    from argmap.reading import find_maps

    paths = find_maps(files or DEFAULT_MAPS)
    graphs = [pipeline.load(path, allow=listed(allow), shorthand=shorthand) for path in paths]
    results = [
        (
            graph,
            pipeline.check(
                graph,
                select=listed(select),
                ignore=listed(ignore),
                profile=profile,
                strict_syntax=strict_syntax,
                allow=listed(allow),
            ),
        )
        for graph in graphs
    ]
    if output_format is OutputFormat.JSON:
        import json

        from argmap.checks.report import report_findings

        found = [
            entry
            for graph, diagnostics in results
            for entry in report_findings(graph.document.source, diagnostics)
        ]
        output.print_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        from argmap.rendering.report import write_concise, write_report

        parts = []
        for graph, diagnostics in results:
            source = graph.document.source
            if output_format is OutputFormat.CONCISE:
                parts.append(write_concise(source, diagnostics))
            elif diagnostics:
                parts.append(write_report(source, diagnostics, color=output.wants_color()))
        output.print_text(("" if output_format is OutputFormat.CONCISE else "\n").join(parts))
    failures = sum(count_failures(diagnostics, fail_on) for _, diagnostics in results)
    raise typer.Exit(1 if failures else 0)

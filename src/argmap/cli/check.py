"""argmap check FILE…"""

from pathlib import Path
from typing import Annotated

import typer

from argmap import __version__
from argmap.cli import output
from argmap.cli.parameters import (
    DEFAULT_MAPS,
    Allow,
    Config,
    ExtendSelect,
    Ignore,
    Maps,
    Profile,
    Select,
    Shorthand,
    StrictSyntax,
    listed,
)
from argmap.severity import FailOn


def check(
    files: Maps = None,
    select: Select = None,
    ignore: Ignore = None,
    extend_select: ExtendSelect = None,
    profile: Profile = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--output-format",
            metavar="NAME",
            help="How to print findings: full (the default), concise, json, jsonl, sarif, github, "
            "gitlab or junit.",
            show_default=False,
        ),
    ] = None,
    output_file: Annotated[
        str | None,
        typer.Option(
            "--output-file",
            "-o",
            metavar="FILE",
            help="Write the findings to this file; nothing is printed.",
            show_default=False,
        ),
    ] = None,
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help="Count the findings of each rule, and list no others."),
    ] = False,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="The least severity that gives exit code 1; without it: warning.",
            show_default=False,
        ),
    ] = None,
    add_ignore: Annotated[
        bool,
        typer.Option(
            "--add-ignore",
            help="Write a comment `// argmap: ignore CODE` for each finding into the maps.",
        ),
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            metavar="TEXT",
            help="Why: written behind the codes of --add-ignore.",
            show_default=False,
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="Leave out the findings that are listed in this file.",
            show_default=False,
        ),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline",
            help="List all findings in the baseline: --baseline, or what the settings name, or "
            "argmap-baseline.json.",
        ),
    ] = False,
    config: Config = None,
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
      argmap check maps --write-baseline
      argmap check maps/huang.argdown --add-ignore --reason "as he says it"
      argmap check maps --output-format sarif --output-file argmap.sarif
      cat essay.argdown | argmap check -
    """
    from argmap.checks import Selection, profile_named
    from argmap.cli import ignores
    from argmap.linting import Linter, Request
    from argmap.reading import find_maps
    from argmap.rendering.findings import FindingsOptions, require_format, write_findings

    selection = Selection(
        select=listed(select),
        ignore=listed(ignore),
        profile=profile_named(profile) if profile is not None else None,
        strict_syntax=strict_syntax,
        extend_select=listed(extend_select),
    )
    paths = find_maps(files or DEFAULT_MAPS)
    ignores.require_sense(paths, reason, adds=add_ignore, renews=write_baseline)
    request = Request(
        selection, fail_on, config, listed(allow), shorthand, baseline, write_baseline
    )
    linter = Linter(request)
    settings = linter.settings(paths[0])
    format = require_format(output_format or settings.output_format or "full")
    if statistics:
        from argmap.rendering.findings.statistics import require_statistics, write_statistics

        require_statistics(format)
    if add_ignore:
        results = ignores.add_ignores(linter, paths, reason or "")
    else:
        results = list(linter.check_all(paths))
    if statistics:
        written = write_statistics(format, results)
    else:
        options = FindingsOptions(
            color=output.wants_color() and output_file is None,
            rules=settings.rules,
            version=__version__,
            folder=str(Path.cwd()),
            unreadable=tuple(linter.unreadable),
            fail_on=linter.fail_on,
        )
        written = write_findings(format, results, options)
    if output_file is not None:
        output.write_file(output_file, written)
    else:
        output.print_text(written)
    ignores.tell_about_baselines(linter)
    for trouble in linter.unreadable:
        output.tell(f"argmap: {trouble}")
    if linter.unreadable:
        raise typer.Exit(2)
    raise typer.Exit(1 if any(map(linter.failures, results)) else 0)

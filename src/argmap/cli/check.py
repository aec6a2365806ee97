"""argmap check FILE…"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap import __version__
from argmap.cli import check_fixing, check_watching, output
from argmap.cli import show_settings as settings_shower
from argmap.cli.check_fixing import Diff, Fix, UnsafeFixes, Wanted
from argmap.cli.check_watching import Watch
from argmap.cli.parameters import (
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
    named_maps,
)
from argmap.cli.show_settings import ShowSettings
from argmap.severity import FailOn

if TYPE_CHECKING:
    from argmap.checks.verdict import Checked
    from argmap.linting import Linter


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
    fix: Fix = False,
    unsafe_fixes: UnsafeFixes = False,
    diff: Diff = False,
    watch: Watch = False,
    show_settings: ShowSettings = False,
) -> None:
    """Say what is wrong with argument maps: above all, which conclusions have nothing under them.

    Exit code 0: nothing is wrong, or nothing but what a map's `expect:` announces; 1: findings;
    2: could not run.

    \b
    Examples:
      argmap check maps/huang.argdown
      argmap check maps --select SUP,CIR --output-format concise
      argmap check maps --strict-syntax
      argmap check maps --fix
      argmap check maps --write-baseline
      argmap check maps/huang.argdown --add-ignore --reason "as he says it"
      argmap check maps --output-format sarif --output-file argmap.sarif
      cat essay.argdown | argmap check -
    """
    from argmap.checks import Selection, profile_named
    from argmap.cli import ignores
    from argmap.linting import Linter, Request
    from argmap.reading import find_maps
    from argmap.rendering.findings import require_format

    selection = Selection(
        select=listed(select),
        ignore=listed(ignore),
        profile=profile_named(profile) if profile is not None else None,
        strict_syntax=strict_syntax,
        extend_select=listed(extend_select),
    )
    paths = find_maps(named_maps(files))
    ignores.require_sense(paths, reason, adds=add_ignore, renews=write_baseline)
    request = Request(
        selection, fail_on, config, listed(allow), shorthand, baseline, write_baseline
    )
    linter = Linter(request)
    settings = linter.settings(paths[0])
    if show_settings:
        raise typer.Exit(settings_shower.show_settings(linter, paths, output_format))
    format = require_format(output_format or settings.output_format or "full")
    printer = _Printer(format, statistics, output_file)
    wanted = Wanted(fix, unsafe_fixes, diff)
    if watch:
        if fix or diff or output_file or add_ignore or write_baseline:
            raise typer.BadParameter(
                "--watch only looks and prints; leave out --fix and the like."
            )
        check_watching.watch(
            linter.request,
            named_maps(files),
            printer.text,
            is_for_people=printer.is_for_people,
        )
    if (fix or diff) and (add_ignore or write_baseline):
        raise typer.BadParameter("findings are either fixed or silenced, one after the other.")
    if diff:
        raise typer.Exit(check_fixing.show_diff(linter, paths, wanted))
    results: Sequence[Checked]
    if fix:
        results = check_fixing.fix_maps(linter, paths, wanted, printer.print)
    elif add_ignore:
        results = ignores.add_ignores(linter, paths, reason or "")
        printer.print(results, linter)
    else:
        results = list(linter.check_all(paths))
        printer.print(results, linter)
        if unsafe_fixes and printer.is_for_people:
            check_fixing.tell_what_can_be_fixed(results)
    ignores.tell_about_baselines(linter)
    for trouble in linter.unreadable:
        output.tell(f"argmap: {trouble}")
    if linter.unreadable:
        raise typer.Exit(2)
    raise typer.Exit(1 if any(map(linter.failures, results)) else 0)


@dataclass(frozen=True, slots=True)
class _Printer:
    """Writes findings, or how many there are, in the format that was asked for."""

    format: str
    statistics: bool
    file: str | None

    def __post_init__(self) -> None:
        if self.statistics:
            from argmap.rendering.findings.statistics import require_statistics

            require_statistics(self.format)

    @property
    def is_for_people(self) -> bool:
        """Whether a line on what was done may stand among the findings."""
        return self.format in ("full", "concise")

    def text(self, results: "Sequence[Checked]", linter: "Linter") -> str:
        """Return what is to be said about maps that a linter has checked."""
        if self.statistics:
            from argmap.rendering.findings.statistics import write_statistics

            return write_statistics(self.format, results)
        from argmap.checks import RULES
        from argmap.rendering.findings import FindingsOptions, write_findings

        settings = linter.known_settings(results[0].source.path) if results else None
        options = FindingsOptions(
            color=output.wants_color() and self.file is None,
            rules=settings.rules if settings else RULES,
            version=__version__,
            folder=str(Path.cwd()),
            unreadable=tuple(linter.unreadable),
            fail_on=linter.fail_on,
        )
        return write_findings(self.format, results, options)

    def print(
        self, results: "Sequence[Checked]", linter: "Linter", *, aside: bool = False
    ) -> None:
        """Print that, or write it to the file; `aside`: standard output is for something else."""
        text = self.text(results, linter)
        if self.file is not None:
            output.write_file(self.file, text)
        elif not aside:
            output.print_text(text)
        elif text.strip():
            output.tell(text.rstrip("\n"))

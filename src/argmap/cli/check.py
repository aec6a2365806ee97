"""argmap check FILE…"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import check_fixing, check_watching, output
from argmap.cli import show_settings as settings_shower
from argmap.cli.check_fixing import Diff, Fix, UnsafeFixes, Wanted
from argmap.cli.check_watching import Watch
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
from argmap.cli.show_settings import ShowSettings
from argmap.severity import FailOn

if TYPE_CHECKING:
    from argmap.checks.verdict import Checked


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
            help="How to print findings: full (the default), concise or json.",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="The least severity that gives exit code 1; without it: warning.",
            show_default=False,
        ),
    ] = None,
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
      cat essay.argdown | argmap check -
    """
    from argmap.checks import Selection, profile_named
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
    linter = Linter(Request(selection, fail_on, config, listed(allow), shorthand))
    paths = find_maps(files or DEFAULT_MAPS)
    settings = linter.settings(paths[0])
    if show_settings:
        raise typer.Exit(settings_shower.show_settings(linter, paths, output_format))
    format = require_format(output_format or settings.output_format or "full")
    options = FindingsOptions(output.wants_color(), settings.rules)

    def report(results: "Sequence[Checked]") -> str:
        return write_findings(format, results, options)

    is_for_people = format in ("full", "concise")
    if watch:
        if fix or diff:
            raise typer.BadParameter("--watch only looks; leave out --fix and --diff.")
        named = files or DEFAULT_MAPS
        check_watching.watch(linter.request, named, report, is_for_people=is_for_people)
    wanted = Wanted(fix, unsafe_fixes, diff)
    if diff:
        raise typer.Exit(check_fixing.show_diff(linter, paths, wanted))
    results: Sequence[Checked]
    if fix:
        results = check_fixing.fix_maps(linter, paths, wanted, report)
    else:
        results = list(linter.check_all(paths))
        output.print_text(report(results))
        if is_for_people:
            check_fixing.tell_what_can_be_fixed(results, unsafe=unsafe_fixes)
    for trouble in linter.unreadable:
        output.tell(f"argmap: {trouble}")
    if linter.unreadable:
        raise typer.Exit(2)
    raise typer.Exit(1 if any(map(linter.failures, results)) else 0)

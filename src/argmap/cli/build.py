"""argmap build [FILE]…"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Config, Engine, Maps, Shorthand, listed, named_maps
from argmap.cli.render import Direction, Font, Theme, Width
from argmap.cli.view_options import Seen, with_view

if TYPE_CHECKING:
    from argmap.diagnostic import Diagnostic
    from argmap.rendering import RenderOptions, Report

PICTURES = ("svg", "png", "html")


@with_view
def build(
    files: Maps = None,
    folder: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="Where to write.")
    ] = "build",
    width: Width = 2000,
    theme: Theme = "paper",
    font: Font = None,
    direction: Direction = "auto",
    *,
    seen: Seen,
    engine: Engine = None,
    config: Config = None,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Check maps and draw them: NAME.svg, NAME.png, NAME.html and NAME.json for each.

    Exit code 0: the findings are those that the maps' `expect:` lists announce, or there are none;
    1: something else was found; 2: could not run, or a map could not be read.

    \b
    Examples:
      argmap build
      argmap build maps/huang.argdown
      argmap build maps essays/*.argdown --output site
      argmap build maps --open none --output overviews
    """
    from argmap.analysis.named import UnknownTitle
    from argmap.checks.own_rules import RuleFailed
    from argmap.linting import Linter, Request
    from argmap.mapping.view import CannotView
    from argmap.reading import CannotRead, find_maps
    from argmap.rendering import RenderOptions

    paths = find_maps(named_maps(files))
    targets = _targets(paths, Path(folder))
    linter = Linter(Request(config=config, allow=listed(allow), shorthand=shorthand))
    for path in paths:
        linter.settings(path)  # nothing is written if there is something wrong with them
    options = RenderOptions(
        theme=theme, width=width, font=font, engine=engine, direction=direction
    )
    failures = 0
    for number, (path, target) in enumerate(zip(paths, targets, strict=True), 1):
        output.show_progress(f"{number}/{len(paths)} {path}")
        try:
            graph = linter.load(path)
            checked = linter.check_graph(graph)
        except (CannotRead, RuleFailed) as error:
            output.show_progress("")
            linter.unreadable.append(str(error))
            continue
        findings = checked.diagnostics
        failures += linter.failures(checked)
        try:
            report = seen.report(graph, findings, listed(allow))
        except (CannotView, UnknownTitle) as error:
            output.show_progress("")
            linter.unreadable.append(str(error))
            continue
        contents = _build_one(report, findings, target, options)
        output.show_progress("")
        if findings:
            from argmap.rendering.findings.full import write_report

            written = write_report(graph.document.source, findings, color=output.wants_color())
            output.print_text(written + "\n")
        output.write_files(contents)
        names = ", ".join(path.name for path in contents)
        output.print_text(f"{graph.document.source.path}: wrote {names} in {target.parent}\n")
    if failures:
        plural = "finding is" if failures == 1 else "findings are"
        output.print_text(f"{failures} {plural} not announced in `expect:`\n")
    for trouble in linter.unreadable:
        output.tell(f"argmap: {trouble}")
    if linter.unreadable:
        raise typer.Exit(2)
    raise typer.Exit(1 if failures else 0)


def _build_one(
    report: "Report", findings: "tuple[Diagnostic, ...]", target: Path, options: "RenderOptions"
) -> dict[Path, str | bytes]:
    """Return what is to be written for one map, by path; nothing is written yet."""
    from argmap import pipeline
    from argmap.rendering import draw_all

    graph = report.graph
    assert graph is not None
    contents: dict[Path, str | bytes] = {}
    for name, rendering in draw_all(report, PICTURES, options).items():
        for notice in rendering.notices:
            output.tell(f"argmap: {graph.document.source.path}: {notice}")
        contents[target.with_name(f"{target.name}.{name}")] = rendering.content
    contents[target.with_name(f"{target.name}.json")] = pipeline.bundle(graph, findings)
    return contents


def _targets(paths: list[str], folder: Path) -> list[Path]:
    """Return for each map where its files go, without an ending.

    Maps that share a name are put into folders as their own are.
    """
    stems = [Path(path).stem if path != "-" else "map" for path in paths]
    if len(set(stems)) == len(stems):
        return [folder / stem for stem in stems]
    parents = [Path(path).resolve().parent for path in paths]
    common = Path(os.path.commonpath(parents))
    return [
        folder / parent.relative_to(common) / stem
        for parent, stem in zip(parents, stems, strict=True)
    ]

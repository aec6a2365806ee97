"""argmap quotes FILE"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Allow, Map, Shorthand, listed
from argmap.cli.rules import ListFormat


def quotes(
    file: Map,
    fix: Annotated[
        bool, typer.Option("--fix", help="Put right the `span:` of quotes that have moved.")
    ] = False,
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    allow: Allow = None,
    shorthand: Shorthand = False,
) -> None:
    """Check that every quote stands in its source, word for word.

    Exit code 0: every one does; 1: one does not (the nearest passage is shown), or its source
    cannot be read.

    \b
    Examples:
      argmap quotes maps/huang.argdown
      argmap quotes maps/huang.argdown --fix
    """
    from argmap import pipeline
    from argmap.analysis.quotes import report_quotes
    from argmap.reading import STANDARD_INPUT, read_sources

    graph = pipeline.load(file, allow=listed(allow), shorthand=shorthand)
    source = graph.document.source
    checked = pipeline.quotes(graph, allow=listed(allow))
    texts = read_sources(graph.settings, source.path, listed(allow))
    for key, text in texts.items():
        if text.has_changed:
            output.tell(f"{source.path}: the file of source {key!r} has another sha256 now")
    if format is ListFormat.JSON:
        import json

        report = report_quotes(graph, checked)
        output.print_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n")
    else:
        from argmap.rendering.quote_report import write_quotes

        troubles = {key: text.trouble for key, text in texts.items() if text.text is None}
        output.print_text(write_quotes(graph, checked, troubles))
    if fix and any(quote.is_misplaced for quote in checked):
        from argmap.analysis.span_repair import repaired_spans

        if file == STANDARD_INPUT or len(source.pieces) > 1:
            output.tell("argmap: --fix works on a map that is one file; nothing was changed")
        else:
            output.write_file(file, repaired_spans(graph, checked))
            count = sum(quote.is_misplaced for quote in checked)
            output.tell(f"{file}: {count} {'span' if count == 1 else 'spans'} put right")
    raise typer.Exit(1 if any(not quote.is_found for quote in checked) else 0)

"""argmap schemes [NAME]"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.rules import ListFormat


def schemes(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="A scheme's name or alias.", show_default=False),
    ] = None,
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
) -> None:
    """List the argumentation schemes that `scheme:` may name, or print one with its questions.

    \b
    Examples:
      argmap schemes
      argmap schemes expert-opinion
      argmap schemes --format json
    """
    from argmap.analysis.scheme_text import scheme_list, scheme_page
    from argmap.analysis.schemes import named_scheme
    from argmap.analysis.schemes import schemes as all_schemes

    found = named_scheme(name) if name is not None else None
    if format is ListFormat.JSON:
        import json

        data = (
            found.as_data() if found else [scheme.as_data() for scheme in all_schemes().values()]
        )
        output.print_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    else:
        output.print_text(scheme_page(found) if found else scheme_list(all_schemes().values()))

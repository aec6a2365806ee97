"""argmap explain CODE"""

from typing import Annotated

import typer

from argmap.cli import output


def explain(
    rule: Annotated[
        str, typer.Argument(metavar="CODE", help="A rule's code or name.", show_default=False)
    ],
) -> None:
    """Explain one rule: what is bad, what is good, and why.

    \b
    Examples:
      argmap explain SUP001
      argmap explain unsupported-conclusion
    """
    from argmap.checks import explain as page_of
    from argmap.checks import find_rule

    output.print_text(page_of(find_rule(rule)).rstrip() + "\n")

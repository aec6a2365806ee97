"""argmap explain CODE"""

from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Config


def explain(
    rule: Annotated[
        str, typer.Argument(metavar="CODE", help="A rule's code or name.", show_default=False)
    ],
    config: Config = None,
) -> None:
    """Explain one rule, also one of the project's own: what is bad, what is good, and why.

    \b
    Examples:
      argmap explain SUP001
      argmap explain unsupported-conclusion
    """
    from argmap.checks import explain as page_of
    from argmap.checks import find_rule
    from argmap.settings import read_settings

    known = read_settings(config=config).rules
    output.print_text(page_of(find_rule(rule, known)).rstrip() + "\n")

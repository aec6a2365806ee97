"""argmap rules"""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli import output


class ListFormat(StrEnum):
    """How a list is printed."""

    TEXT = "text"
    JSON = "json"


def rules(
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
) -> None:
    """List the rules that `argmap check` knows; `argmap explain CODE` tells more.

    \b
    Examples:
      argmap rules
      argmap rules --format json
    """
    from argmap.checks import RULES

    if format is ListFormat.JSON:
        import json

        listed = [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": str(rule.severity),
                "default": str(rule.default),
                "summary": rule.summary,
            }
            for rule in RULES
        ]
        output.print_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        return
    width = max(len(rule.name) for rule in RULES)
    lines = [
        f"{rule.code}  {rule.name:<{width}}  {rule.severity:<7}  {rule.summary}" for rule in RULES
    ]
    output.print_text("\n".join(lines) + "\n")

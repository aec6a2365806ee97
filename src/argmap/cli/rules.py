"""argmap rules"""

from enum import StrEnum
from typing import Annotated

import typer

from argmap.cli import output
from argmap.cli.parameters import Config


class ListFormat(StrEnum):
    """How a list is printed."""

    TEXT = "text"
    JSON = "json"


def rules(
    format: Annotated[
        ListFormat, typer.Option("--format", help="Text or JSON.")
    ] = ListFormat.TEXT,
    config: Config = None,
) -> None:
    """List the rules, the project's own ones last; `argmap explain CODE` tells more.

    \b
    Examples:
      argmap rules
      argmap rules --format json
    """
    from argmap.settings import read_settings

    known = read_settings(config=config).rules
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
            for rule in known
        ]
        output.print_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        return
    width = max(len(rule.name) for rule in known)
    codes = max(len(rule.code) for rule in known)
    lines = [
        f"{rule.code:<{codes}}  {rule.name:<{width}}  {rule.severity:<7}  {rule.summary}"
        for rule in known
    ]
    output.print_text("\n".join(lines) + "\n")

"""Commands that are imported when somebody calls them: one start pays for one command."""

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo


class LoadedCommands(Mapping[str, Any]):
    """Commands by name; each is made of its function when it is first asked for.

    modules: command → the module below `argmap.cli` that has a function of the module's name
    """

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = modules
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 (a command, whose class is typer's own)
        if name not in self._made:
            module = self._modules[name]
            function = getattr(import_module(f"argmap.cli.{module}"), module)
            self._made[name] = get_command_from_info(
                CommandInfo(name=name, callback=function),
                pretty_exceptions_short=True,
                rich_markup_mode=None,
            )
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


def group_of(modules: Mapping[str, str]) -> type[TyperGroup]:
    """Return the class of a group with these commands, for `typer.Typer(cls=…)`."""

    class Group(TyperGroup):
        def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 (typer's own)
            super().__init__(**attributes)
            self.commands = cast("MutableMapping[str, Any]", LoadedCommands(modules))

        def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
            return list(self.commands)

    return Group

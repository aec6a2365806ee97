"""Who calls one command does not pay for the others."""

import json
import subprocess
import sys

import pytest

from argmap.cli import COMMANDS, app

LOADED = """
import json, sys
sys.argv = ["argmap", *{words}]
from argmap.cli import app
try:
    app()
except SystemExit:
    pass
sys.stderr.write(json.dumps([name for name in sys.modules if name.startswith("argmap.cli.")]))
"""


@pytest.mark.parametrize(
    ("words", "wanted"), [(["--version"], None), (["schemes"], "schemes"), (["rules"], "rules")]
)
def test_only_the_command_that_is_called_is_imported(words, wanted):
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(words=words)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(json.loads(done.stderr))
    others = {f"argmap.cli.{module}" for name, module in COMMANDS.items() if name != wanted}
    # What some commands share stands in a few of them.
    assert not loaded & others - {"argmap.cli.rules", "argmap.cli.render"}


def test_every_command_is_there_once_asked_for():
    import typer

    commands = typer.main.get_command(app).commands
    assert list(commands) == list(COMMANDS)
    assert all(command.name == name for name, command in commands.items())

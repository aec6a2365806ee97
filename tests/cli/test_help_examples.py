"""The examples that `--help` shows work as they stand."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from argmap.cli import app

ROOT = Path(__file__).parents[2]
COMMANDS = typer.main.get_command(app).commands
EXAMPLES = [
    line.strip().removeprefix("argmap ")
    for command in COMMANDS.values()
    for line in (command.help or "").splitlines()
    if re.match(r" *argmap [a-z]", line)
]
RUNNABLE = [
    example
    for example in EXAMPLES
    if "maps/" in example and not re.search(r"--watch|[|*<>](?=[^']*$)| essays", example)
]


def test_most_commands_show_what_can_be_tried():
    assert len({example.split()[0] for example in RUNNABLE}) > len(COMMANDS) // 2


@pytest.mark.parametrize("example", RUNNABLE)
def test_an_example_runs(example, tmp_path, monkeypatch):
    for folder in ("maps", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, shlex.split(example))
    assert result.exit_code in (0, 1), result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)

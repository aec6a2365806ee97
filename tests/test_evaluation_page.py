"""The examples in docs/evaluation.md are what the commands print."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from argmap.cli import app

PAGE = (Path(__file__).parents[1] / "docs/evaluation.md").read_text("utf-8")
MAP = re.search(r"```argdown\n(.*?)```", PAGE, re.DOTALL)[1]
EXAMPLES = re.findall(r"```console\n\$ argmap (.*?)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("command", "printed"), EXAMPLES, ids=[c for c, _ in EXAMPLES])
def test_examples_print_what_they_show(command, printed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("trams.argdown").write_text(MAP, "utf-8")
    result = CliRunner().invoke(app, shlex.split(command))
    assert result.exit_code == 0
    assert result.stdout == printed


def test_there_is_an_example_of_each_command():
    assert {command.split()[0] for command, _ in EXAMPLES} == {
        "evaluate", "why", "whatif", "cruxes", "attacks"
    }  # fmt: skip


def test_the_python_on_the_page_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("trams.argdown").write_text(MAP, "utf-8")
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1]
    exec(compile(code, "evaluation.md", "exec"), {})
    printed = capsys.readouterr().out
    assert printed.startswith(
        "in\n[Trams] is in because [Quiet] and [Wanted] are in.\nTrams in None\n"
    )
    assert "('Wanted',)\n('Quiet', 'Fewer Cars')\nin ['Grease']\n[('Trams', <Label.OUT" in printed

"""The page on frameworks shows what is printed."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from argmap.cli import app
from argmap.solving import FORMATS
from argmap.solving.semantics import SEMANTICS
from argmap.solving.tasks import TASKS

PAGE = (Path(__file__).parents[2] / "docs/frameworks.md").read_text("utf-8")
CONSOLE = re.search(r"```console\n(.*?)```", PAGE, re.DOTALL)[1]
EXAMPLES = re.findall(r"^\$ argmap (.*)\n((?:(?!\$ ).*\n)*)", CONSOLE, re.MULTILINE)


@pytest.fixture
def debate(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = re.search(r"(?:^    .*\n)+", PAGE, re.MULTILINE)[0]
    Path("debate.af").write_text(text.replace("    ", ""), "utf-8")


@pytest.mark.parametrize(("words", "printed"), EXAMPLES)
def test_examples_print_what_is_shown(debate, words, printed):
    pytest.importorskip("pysat", reason="needs argmap[solver]")
    result = CliRunner().invoke(app, shlex.split(words))
    assert (result.exit_code, result.stdout) == (0, printed)


def test_the_python_runs(capsys):
    pytest.importorskip("pysat", reason="needs argmap[solver]")
    exec(
        compile(re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1], "frameworks.md", "exec"), {}
    )
    assert capsys.readouterr().out == "False\n[['2', '4']]\n"


def test_the_tables_are_complete():
    rows = re.findall(r"^\| `?(\w+)`? ?[\w-]* \|", PAGE, re.MULTILINE)
    assert {*TASKS, *SEMANTICS, *FORMATS} <= set(rows)
    assert len(EXAMPLES) >= 6

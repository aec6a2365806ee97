"""The hooks that other projects use name commands that exist, and take every map."""

import re
import shlex
from pathlib import Path

import pytest
import typer
import yaml

from argmap.cli import app
from argmap.reading import _ENDINGS

ROOT = Path(__file__).parents[1]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
COMMANDS = typer.main.get_command(app).commands
KEYS = {
    "id", "name", "description", "entry", "language", "files", "types", "types_or", "args",
    "require_serial", "pass_filenames",
}  # fmt: skip


def test_there_are_two():
    assert [hook["id"] for hook in HOOKS] == ["argmap-check", "argmap-fmt"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_calls_what_there_is(hook):
    assert KEYS >= hook.keys() >= {"id", "name", "entry", "language"}
    assert hook["language"] == "python"  # pre-commit installs argmap by itself
    program, command, *words = [*shlex.split(hook["entry"]), *hook.get("args", ())]
    assert program == "argmap" and hook["id"] == f"argmap-{command}"
    known = {option for parameter in COMMANDS[command].params for option in parameter.opts}
    assert {word for word in words if word.startswith("-")} <= known
    takes = [each for each in COMMANDS[command].params if each.name == "files"]
    assert takes and takes[0].nargs == -1


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_takes_the_maps_and_nothing_else(hook):
    for ending in _ENDINGS:
        assert re.search(hook["files"], f"my maps/a{ending}")
    for path in ("README.md", "a.argdown.txt", "a.adoc", "bad", "argdown"):
        assert not re.search(hook["files"], path)


def test_the_example_in_the_documents_names_the_hooks():
    page = (ROOT / "docs/output-formats.md").read_text("utf-8")
    examples = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    [config] = [each for each in examples if isinstance(each, dict) and "repos" in each]
    ids = [hook["id"] for hook in config["repos"][0]["hooks"]]
    assert sorted(ids) == [hook["id"] for hook in HOOKS]

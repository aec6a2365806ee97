"""docs/tree.md: its example is what argmap writes, and its tools do what they say."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.exchange.syntax_outline import write_syntax_outline
from argmap.exchange.syntax_tree import TYPES, write_syntax_tree
from argmap.syntax import MarkKind
from argmap.syntax.unexpanded import parse_unexpanded

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/tree.md").read_text("utf-8")
[EXAMPLE] = re.findall(r"```argdown\n(.*?)```", PAGE, re.DOTALL)
[TREE] = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
RENAME, LONG = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_is_what_is_written():
    parts = parse_unexpanded(EXAMPLE, "trams.argdown")
    assert json.loads(TREE) == json.loads(write_syntax_tree(*parts))
    shown = "".join(f"    {line}\n" for line in write_syntax_outline(*parts).splitlines())
    assert "    $ argmap tree trams.argdown\n" + shown in PAGE


def test_types_and_kinds_are_named():
    for name in (*TYPES.values(), *MarkKind):
        assert f"`{name}`" in PAGE


@pytest.fixture
def run_tool(tmp_path):
    """Run a snippet of the page as a program, with an `argmap` on its path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "argmap"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n')
    program.chmod(0o755)
    places = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src")}

    def call(code, *words):
        command = [sys.executable, "-c", code, *map(str, words)]
        return subprocess.run(
            command, env=os.environ | places, capture_output=True, text=True, check=True
        ).stdout

    return call


@pytest.mark.skipif(os.name == "nt", reason="needs a shell script")
def test_the_tool_that_renames(run_tool, tmp_path):
    path = tmp_path / "map.argdown"
    path.write_bytes("\ufeff[Ä]: ä\r\n  - <B>\r\n    + [Ä]\r\n".encode())
    run_tool(RENAME, path, "Ä", "New Title")
    assert path.read_bytes().decode() == (
        "\ufeff[New Title]: ä\r\n  - <B>\r\n    + [New Title]\r\n"
    )


def test_the_tool_that_finds_long_sentences(run_tool, tmp_path):
    path = tmp_path / "map.argdown"
    path.write_text("[A]: short\n  + <B>: " + "word " * 31)
    assert run_tool(LONG, path) == f"{path}:2:10: 31 words\n"

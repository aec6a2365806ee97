"""The layers of `pyproject.toml` hold, and what is heavy is imported only where it is used."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = (
    "networkx",
    "graphviz",
    "yaml",
    "resvg_py",
    "typst",
    "rich",
    "pydantic",
    "tempfile",
    "watchfiles",
)


def test_the_layers_hold():
    pytest.importorskip("importlinter")
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "", "HOME": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("start", ["argmap", "argmap.cli", "argmap.pipeline"])
def test_nothing_heavy_is_imported_at_the_start(start):
    code = f"import sys, {start}; print(*(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []

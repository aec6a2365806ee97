"""Runs the command line in a folder of its own."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRAMS = """[Trams]: The city should build trams.
  + <Quiet>: Trams are quieter than buses.
    - <Curves>: In tight curves they squeal.
"""
FAULTY = """[Ban]: The city should ban fireworks.
  - <Tradition>: They belong to the new year.
"""


@dataclass
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Call `argmap` with some words, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    for name in ("FORCE_COLOR", "ARGMAP_DOT"):
        monkeypatch.delenv(name, raising=False)

    def call(*words, text=""):
        command = [sys.executable, "-m", "argmap", *map(str, words)]
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=120, check=False
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def write(tmp_path):
    """Write a file of that folder as it is, in a folder of its own if it is to have one."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def trams(tmp_path):
    (tmp_path / "trams.argdown").write_text(TRAMS, "utf-8")
    return "trams.argdown"


@pytest.fixture
def faulty(tmp_path):
    (tmp_path / "faulty.argdown").write_text(FAULTY, "utf-8")
    return "faulty.argdown"

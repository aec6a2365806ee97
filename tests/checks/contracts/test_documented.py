"""docs/own-rules.md: every example runs, and every key stands in its tables."""

import os
import re
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from argmap.checks import Subject
from argmap.checks.contracts.condition_reader import KEYS as CONDITION_KEYS
from argmap.checks.contracts.reader import KEYS as CONTRACT_KEYS
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/own-rules.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
PAIRS = [
    pytest.param(settings, text, id=re.search(r'code = "(\w+)"', settings)[1])
    for (one, settings), (other, text) in pairwise(BLOCKS)
    if (one, other) == ("toml", "argdown") and "[[check.contracts]]" in settings
]
PRINTED = re.findall(r"(?:^    .*\n)+", PAGE, re.MULTILINE)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(*words, path=()):
        folders = os.pathsep.join(map(str, (ROOT / "src", *path)))
        return subprocess.run(
            [sys.executable, "-P", "-m", "argmap", *words],
            env={**os.environ, "PYTHONPATH": folders},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return call


@pytest.mark.parametrize(("settings", "text"), PAIRS)
def test_each_contract_finds_in_its_map_what_the_map_announces(run, tmp_path, settings, text):
    (tmp_path / "argmap.toml").write_text(settings, "utf-8")
    (tmp_path / "map.argdown").write_text(text, "utf-8")
    done = run("check", "map.argdown")
    assert (done.returncode, done.stderr) == (0, "")
    [code] = re.findall(r'code = "(\w+)"', settings)
    assert f" {code} " in done.stdout and "(expected)" in done.stdout
    said = [line.replace(" (expected)", "") for line in done.stdout.splitlines()]
    for block in PRINTED:
        if code in block:
            for line in block.splitlines():
                assert any(line[4:] in each for each in said)


def test_there_are_contracts_for_what_people_ask_for():
    assert len(PAIRS) >= 6


@pytest.mark.parametrize("key", [*CONDITION_KEYS, *CONTRACT_KEYS])
def test_every_key_is_in_a_table(key):
    assert re.search(rf"^\| [^|]*`{key}`", PAGE, re.MULTILINE)


def test_what_is_said_of_a_subject_is_there():
    table = PAGE.split("### What a rule is given")[1].split("A `Finding`")[0]
    rows = re.findall(r"^\| (`[a-z].*?) \| (.*) \|$", table, re.MULTILINE)
    subject = Subject(build_graph(parse(Source.of("[A]: a.\n  + [B]: b.\n"))))
    names = [name for row, _ in rows for name in re.findall(r"`(\w+)", row)]
    assert len(names) > 12
    for name in names:
        assert hasattr(subject, name), name
    for row, about in rows:
        if row in ("`theses`", "`support`", "`labelling`", "`graph`", "`steps`", "`document`"):
            value = getattr(subject, row.strip("`"))
            for path in re.findall(r"`([a-z_.]+)", about):
                holder = value
                for part in path.split("."):
                    assert hasattr(holder, part), f"{row} {path}"
                    holder = getattr(holder, part)


def test_the_package_of_the_documents_is_installed_and_its_rule_runs(run, tmp_path):
    [module] = [text for language, text in BLOCKS if language == "python"]
    tables = [text for language, text in BLOCKS if language == "toml"]
    [package] = [text for text in tables if "entry-points" in text]
    [settings] = [text for text in tables if "plugins" in text]
    text = next(text for language, text in BLOCKS if "HOUSE001" in text and language == "argdown")
    install(tmp_path / "site", tomllib.loads(package)["project"], {"house_rules": module})
    (tmp_path / "argmap.toml").write_text(settings, "utf-8")
    (tmp_path / "map.argdown").write_text(text, "utf-8")
    done = run("check", "map.argdown", path=[tmp_path / "site"])
    assert (done.returncode, done.stderr) == (0, "")
    assert "HOUSE001 long-thesis (expected)" in done.stdout
    assert "HOUSE001" in run("rules", path=[tmp_path / "site"]).stdout
    assert "remember it" in run("explain", "long-thesis", path=[tmp_path / "site"]).stdout
    done = run("check", "map.argdown")  # not installed
    assert done.returncode == 2 and "no plugin is called 'house'" in done.stderr


def install(site, project, modules):
    """Put a package where an installer would: its modules, and what they are called."""
    name = project["name"].replace("-", "_")
    info = site / f"{name}-{project['version']}.dist-info"
    info.mkdir(parents=True)
    lines = (f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n",)
    (info / "METADATA").write_text("".join(lines), "utf-8")
    entries = []
    for group, points in project["entry-points"].items():
        entries += [f"[{group}]", *(f"{key} = {value}" for key, value in points.items())]
    (info / "entry_points.txt").write_text("\n".join(entries) + "\n", "utf-8")
    for module, text in modules.items():
        (site / f"{module}.py").write_text(text, "utf-8")

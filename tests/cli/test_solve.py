"""`argmap solve`: answers as the competition writes them, and clear errors."""

import json
import os
import subprocess
import sys

import pytest

from argmap.solving import PROBLEMS

pytest.importorskip("pysat", reason="needs argmap[solver]")

AF = "p af 4\n1 2\n2 1\n1 3\n2 3\n3 4\n"  # 3 falls either way, so that 4 stands


def one_line(result):
    assert result.code == 2 and result.out == "" and "Traceback" not in result.err
    lines = result.err.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith("argmap: ")
    return lines[0]


@pytest.fixture
def debate(tmp_path):
    (tmp_path / "debate.af").write_text(AF, "utf-8")
    return "debate.af"


@pytest.mark.parametrize(
    ("problem", "argument", "answer"),
    [
        ("EE-PR", None, "w 1 4\nw 2 4\n"),
        ("EE-CO", None, "w\nw 1 4\nw 2 4\n"),
        ("SE-GR", None, "w\n"),
        ("CE-ST", None, "2\n"),
        ("DC-CO", "3", "NO\n"),
        ("DC-CO", "1", "YES\nw 1 4\n"),
        ("DS-PR", "4", "YES\n"),
        ("DS-PR", "1", "NO\nw 2 4\n"),
        ("ds-st", "4", "YES\n"),
    ],
)
def test_answers(run, debate, problem, argument, answer):
    words = ["-a", argument] if argument else []
    result = run("solve", "-p", problem, "-f", debate, *words)
    assert (result.code, result.out, result.err) == (0, answer, "")


def test_no_extension(run):
    result = run("solve", "-p", "SE-ST", "-f", "-", text="p af 1\n1 1\n")
    assert (result.code, result.out) == (0, "NO\n")
    result = run("solve", "-p", "EE-ST", "-f", "-", text="p af 1\n1 1\n")
    assert (result.code, result.out) == (0, "NO\n")
    result = run("solve", "-p", "DS-ST", "-f", "-", "-a", "1", text="p af 1\n1 1\n")
    assert (result.code, result.out) == (0, "YES\n")


def test_other_formats_and_json(run):
    text = "a\nb\n#\na b\n"
    words = ("solve", "-p", "DC-PR", "-a", "a", "-f", "-", "--output-format", "json")
    answer = {"problem": "DC-PR", "accepted": True, "extensions": [["a"]]}
    assert json.loads(run(*words, text=text).out) == answer
    assert json.loads(run(*words, "-fo", "tgf", text=text).out) == answer
    counted = run("solve", "-p", "CE-PR", "-f", "-", "--output-format", "json", text=text).out
    assert json.loads(counted) == {"problem": "CE-PR", "count": 1}
    assert "line 1" in one_line(run(*words, "--format", "apx", text=text))


def test_the_lists(run):
    assert run("solve", "--problems").out == f"[{','.join(PROBLEMS)}]\n"
    assert run("solve", "--formats").out == "[af,tgf,apx]\n"


def test_what_cannot_be_run(run, debate):
    assert "nowhere.af" in one_line(run("solve", "-p", "SE-PR", "-f", "nowhere.af"))
    assert "did you mean SE-" in one_line(run("solve", "-p", "SE-PT", "-f", debate))
    assert "EE, SE, CE" in one_line(run("solve", "-p", "grounded", "-f", debate))
    assert "-a" in one_line(run("solve", "-p", "DS-PR", "-f", debate))
    assert "'7'" in one_line(run("solve", "-p", "DS-PR", "-f", debate, "-a", "7"))
    assert "af, tgf, apx" in one_line(run("solve", "-p", "SE-PR", "-f", debate, "-fo", "xml"))
    assert "-p" in one_line(run("solve"))
    assert "-f" in one_line(run("solve", "-p", "SE-PR"))
    wrong = run("solve", "-p", "SE-PR", "-f", "-", text="p af 2\n1 2\n1 x\n")
    assert "<stdin>: line 3" in one_line(wrong)


def test_without_the_extra(run, debate, tmp_path, monkeypatch):
    (tmp_path / "blocked").mkdir()
    (tmp_path / "blocked" / "pysat.py").write_text("raise ImportError('blocked')", "utf-8")
    source = os.environ["PYTHONPATH"]
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'blocked'}{os.pathsep}{source}")
    assert "pip install 'argmap[solver]'" in one_line(run("solve", "-p", "SE-PR", "-f", debate))
    for problem, argument in (("SE-GR", "1"), ("DS-GR", "1"), ("DS-CO", "1"), ("SE-CO", "1")):
        assert run("solve", "-p", problem, "-f", debate, "-a", argument).code == 0


def test_the_same_answers_under_every_hash_seed():
    code = (
        "import argmap, random; d = random.Random(5)\n"
        "t = 'p af 60\\n' + ''.join(f'{d.randint(1, 60)} {d.randint(1, 60)}\\n' for _ in range(150))\n"
        "f = argmap.read_framework(t)\n"
        "for s in ('PR', 'ST', 'SST', 'STG', 'ID', 'CO'):\n"
        "    print(argmap.solve(f, 'SE-' + s).extensions and sorted(argmap.solve(f, 'SE-' + s).extensions[0]))\n"
        "    for a in f.names[:20]:\n"
        "        x = argmap.solve(f, 'DC-' + s, a), argmap.solve(f, 'DS-' + s, a)\n"
        "        print([(y.accepted, [sorted(e) for e in y.extensions]) for y in x])\n"
    )
    said = set()
    for seed in ("0", "1", "77"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, check=True
        )
        said.add(done.stdout)
    assert len(said) == 1

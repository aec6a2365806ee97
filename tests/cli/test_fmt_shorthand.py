"""`argmap fmt` writes shorthand out as Argdown, once."""

import json
from pathlib import Path

import pytest

STEPS = "1. I exist\n2. Everything has a cause\n3. Something causes me (1, 2)\n"
WRITTEN = (
    "[1]: I exist\n\n[2]: Everything has a cause\n\n"
    "[3]: Something causes me {linked: true}\n  + [1]\n  + [2]\n"
)


@pytest.fixture
def steps(tmp_path):
    (tmp_path / "steps.argdown").write_text(STEPS, "utf-8")
    return "steps.argdown"


def test_the_switch_writes_it_out(run, steps):
    assert run("fmt", "--shorthand", steps).code == 0
    assert Path(steps).read_text("utf-8") == WRITTEN
    assert run("fmt", "--shorthand", "--check", steps).code == 0


def test_the_front_matter_s_word_is_enough(run, steps):
    front = "===\nshorthand: true\n===\n\n"
    Path(steps).write_text(front + STEPS, "utf-8")
    assert run("fmt", steps).code == 0
    assert Path(steps).read_text("utf-8") == front + WRITTEN


def test_without_either_it_stays_a_list(run, steps):
    run("fmt", steps)
    assert Path(steps).read_text("utf-8") == STEPS


def test_what_is_written_out_is_the_same_map(run, steps):
    typed = run("convert", "--shorthand", steps, "--to", "argdown-json").out
    run("fmt", "--shorthand", steps)
    assert (
        json.loads(run("convert", steps, "--to", "argdown-json").out)["map"]
        == (json.loads(typed)["map"])
    )
    assert len(json.loads(typed)["map"]["edges"]) == 2


def test_a_step_that_refers_to_nothing_is_told_where_it_was_typed(run, steps):
    Path(steps).write_text("1. a\n2. b (7)\n", "utf-8")
    done = run("fmt", "--shorthand", steps)
    assert done.code == 1
    assert "steps.argdown:2:7: the file is left as it is" in done.err
    assert Path(steps).read_text("utf-8") == "1. a\n2. b (7)\n"

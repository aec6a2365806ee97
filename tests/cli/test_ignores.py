"""`argmap check` with comments and baselines: what is written, told and returned."""

import json

import pytest


def test_add_ignore_makes_the_check_clean(run, faulty, tmp_path):
    result = run("check", faulty, "--add-ignore", "--reason", "for a lesson")
    assert (result.code, result.out) == (0, "")
    assert result.err == "argmap: 1 finding silenced in 1 file\n"
    first = (tmp_path / faulty).read_text("utf-8").splitlines()[0]
    assert first == "// argmap: ignore SUP001 -- for a lesson"
    assert run("check", faulty).code == 0
    assert run("check", faulty, "--add-ignore").err == "argmap: nothing to silence\n"
    assert run("check", faulty, "--select", "ALL", "--strict-syntax").code == 0


def test_add_ignore_goes_by_the_selection(run, faulty, tmp_path):
    before = (tmp_path / faulty).read_text("utf-8")
    assert run("check", faulty, "--add-ignore", "--select", "CIR").code == 0
    assert (tmp_path / faulty).read_text("utf-8") == before


def test_add_ignore_says_what_it_leaves(run, tmp_path):
    (tmp_path / "main.argdown").write_text("[A]: a\n\n@include(part.argdown)\n", "utf-8")
    (tmp_path / "part.argdown").write_text("[P]: p\n", "utf-8")
    result = run("check", "main.argdown", "--add-ignore", "--output-format", "json")
    assert result.code == 1
    assert [finding["path"] for finding in json.loads(result.out)] == ["part.argdown"]
    assert "main.argdown: 1 finding in included files left; name these files" in result.err
    assert (tmp_path / "part.argdown").read_text("utf-8") == "[P]: p\n"
    (tmp_path / "idle.argdown").write_text("// argmap: on SUP\n[T]: t\n  + <R>: r\n", "utf-8")
    result = run("check", "idle.argdown", "--add-ignore")
    assert result.code == 1 and "1 finding left that no comment can silence" in result.err


def test_add_ignore_does_not_write_read_only_files(run, faulty, tmp_path):
    path = tmp_path / faulty
    before = path.read_text("utf-8")
    path.chmod(0o444)
    result = run("check", faulty, "--add-ignore")
    assert result.code == 2 and "read-only" in result.err
    assert path.read_text("utf-8") == before


@pytest.mark.parametrize(
    "words",
    [
        ("-", "--add-ignore"),
        ("faulty.argdown", "--reason", "why"),
        ("faulty.argdown", "--add-ignore", "--write-baseline"),
    ],
)
def test_what_does_not_go_together_is_refused(run, faulty, words):
    result = run("check", *words, text="[A]: a\n")
    assert result.code == 2 and "--" in result.err


def test_a_baseline_silences_what_is_there(run, faulty, tmp_path):
    result = run("check", faulty, "--write-baseline")
    assert (result.code, result.out) == (0, "")
    assert result.err == "argmap: argmap-baseline.json lists 1 finding\n"
    assert run("check", faulty).code == 1
    assert run("check", faulty, "--baseline", "argmap-baseline.json").code == 0
    more = (tmp_path / faulty).read_text("utf-8") + "\n[New]: Nobody relates to this.\n"
    (tmp_path / faulty).write_text(more, "utf-8")
    result = run(
        "check", faulty, "--baseline", "argmap-baseline.json", "--output-format", "concise"
    )
    assert result.code == 1 and result.out.count("\n") == 1 and "SUP009" in result.out


def test_a_baseline_stands_in_the_settings(run, faulty, tmp_path):
    (tmp_path / "argmap.toml").write_text('[check]\nbaseline = "known.json"\n', "utf-8")
    result = run("check", faulty)
    assert result.code == 2 and "known.json: there is no such baseline" in result.err
    assert run("check", faulty, "--write-baseline").code == 0
    assert (tmp_path / "known.json").exists()
    assert run("check", faulty).code == 0


def test_outdated_entries_are_told_and_do_not_fail(run, faulty, tmp_path):
    run("check", faulty, "--write-baseline", "--baseline", "known.json")
    (tmp_path / faulty).write_text("[Ban]: b\n  + <R>: r\n", "utf-8")
    result = run("check", faulty, "--baseline", "known.json")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "argmap: 1 entry of the baseline known.json is no longer found; "
        "renew it with --write-baseline\n"
    )


@pytest.mark.parametrize("content", [None, "nonsense", "[]"])
def test_a_broken_baseline_is_told_in_one_line(run, faulty, tmp_path, content):
    if content is not None:
        (tmp_path / "known.json").write_text(content, "utf-8")
    result = run("check", faulty, "--baseline", "known.json")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "known.json: " in result.err


def test_comments_count_for_all_commands(run, tmp_path):
    text = "===\ncheck: {select: [SUP, SYN009]}\n===\n\n// argmap: ignore SUP001\n[Ban]: b\n  - <R>: r\n"
    (tmp_path / "map.argdown").write_text(text, "utf-8")
    assert run("build", "map.argdown").code == 0
    assert json.loads((tmp_path / "build/map.json").read_text("utf-8"))["findings"] == []

"""`argmap tree` and `argmap outline`: what they print, where, and with which exit code."""

import json

import pytest


def test_the_tree_as_text_and_as_json(run, trams):
    shown = run("tree", trams)
    assert shown.code == 0
    assert shown.out.startswith('statement 1:1-1:38 [Trams]: "The city should build trams."\n')
    result = run("tree", trams, "--format", "json")
    tree = json.loads(result.out)
    assert result.code == 0 and tree["path"] == "trams.argdown"
    kinds = [item["type"] for item in tree["items"]]
    assert kinds == ["statement", "relation", "argument", "relation", "argument"]


def test_a_tree_does_not_need_the_files_that_are_included(run, tmp_path):
    (tmp_path / "map.argdown").write_text("[A]: a\n\n@include(nowhere.argdown)\n")
    result = run("tree", "map.argdown")
    assert (result.code, result.err) == (0, "")
    assert result.out == 'statement 1:1-1:7 [A]: "a"\ninclude 3:1-3:26 "nowhere.argdown"\n'


def test_problems_are_part_of_the_tree_and_no_failure(run):
    result = run("tree", "-", text="[A] and more\n")
    assert result.code == 0 and "\nproblem 1:1-1:4 SYN001 " in result.out
    tree = json.loads(run("tree", "-", "--format", "json", text="[A] and more\n").out)
    assert tree["path"] == "<stdin>" and tree["problems"][0]["code"] == "SYN001"


def test_a_tree_with_the_quirks_of_the_reference(run):
    text = "see http://x.org/y\n"
    assert '"see http:"' in run("tree", "-", "--dialect", "reference", text=text).out
    assert '"see http://x.org/y"' in run("tree", "-", text=text).out


def test_the_outline_is_printed_or_written(run, trams, tmp_path):
    result = run("outline", trams)
    assert result.code == 0
    assert "\n- 1.1 Supported by **Quiet**: Trams are quieter than buses.\n" in result.out
    assert run("outline", trams, "-o", "out/trams.md").code == 0
    assert (tmp_path / "out/trams.md").read_text("utf-8") == result.out
    assert "continued from 1.1" in run("outline", trams, "--depth", "1").out


def test_declared_theses_come_first(run):
    text = "===\nthesis: B\n===\n\n[A]: a\n  + [C]\n\n[B]: b\n  + [D]\n"
    headings = [
        line for line in run("outline", "-", text=text).out.splitlines() if line[:1] == "#"
    ]
    assert headings[1:] == ["## Main claim", "### 1 B", "## Further claims", "### 2 A"]


@pytest.mark.parametrize("command", ["tree", "outline"])
def test_what_cannot_be_read(run, tmp_path, command):
    result = run(command, "nowhere.argdown")
    assert (result.code, result.out) == (2, "") and "nowhere.argdown" in result.err
    (tmp_path / "latin.argdown").write_bytes("[A]: schön\n".encode("latin-1"))
    assert run(command, "latin.argdown").code == 2
    assert run(command, ".").code == 2


def test_no_levels_at_all_are_refused(run, trams):
    result = run("outline", trams, "--depth", "0")
    assert result.code == 2 and "--depth" in result.err and result.out == ""

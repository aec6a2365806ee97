"""Exit code 2: one clear line on standard error, and nothing half written."""

import os

import pytest


def one_line(result):
    assert result.code == 2
    assert result.out == ""
    assert "Traceback" not in result.err
    lines = result.err.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith("argmap: ")
    return lines[0]


@pytest.mark.parametrize("command", ["check", "show", "quotes", "render", "build"])
def test_no_such_file(run, tmp_path, command):
    assert "nowhere.argdown" in one_line(run(command, "nowhere.argdown"))
    assert list(tmp_path.iterdir()) == []


def test_not_utf_8(run, tmp_path):
    (tmp_path / "latin.argdown").write_bytes("[A]: a\n\n[B]: schön\n".encode("latin-1"))
    line = one_line(run("check", "latin.argdown"))
    assert "latin.argdown:3" in line and "UTF-8" in line


@pytest.mark.parametrize("command", ["check", "build", "fmt"])
def test_one_unreadable_map_does_not_stop_a_folder(run, faulty, tmp_path, command):
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "a.argdown").write_bytes("[A]: schön\n".encode("latin-1"))
    (folder / "b.argdown").write_text((tmp_path / faulty).read_text().replace("]: ", "]:  "))
    result = run(command, "maps")
    assert result.code == 2
    assert "b.argdown" in result.out
    assert result.err.strip().splitlines()[-1].startswith("argmap: maps/a.argdown:1: ")
    assert "Traceback" not in result.err
    assert (tmp_path / "build/b.svg").exists() is (command == "build")
    assert not (tmp_path / "build/a.svg").exists()


@pytest.mark.parametrize("command", ["build", "check", "fmt"])
def test_no_default_folder(run, command):
    assert "no map is named" in one_line(run(command))


def test_a_folder_without_maps(run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "no map" in one_line(run("check", "empty"))


def test_an_unknown_rule_gets_a_suggestion(run, trams):
    assert "SUP001" in one_line(run("check", trams, "--select", "SUP0O1"))
    assert "unsupported-conclusion" in one_line(run("explain", "unsuported-conclusion"))


def test_an_unknown_profile(run, trams):
    assert "classroom" in one_line(run("check", trams, "--profile", "nosuch"))


def test_unknown_formats(run, trams, tmp_path):
    assert "graphml" in one_line(run("convert", trams, "--to", "nosuch"))
    assert "svg" in one_line(run("render", trams, "-o", "trams.gif"))
    assert "paper" in one_line(run("render", trams, "-o", "trams.svg", "--theme", "nosuch"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["trams.argdown"]


def test_an_unknown_option(run, trams):
    result = run("check", trams, "--nosuch")
    assert result.code == 2 and "--nosuch" in result.err and result.out == ""


def test_an_engine_that_is_not_there(run, trams, tmp_path):
    one_line(run("render", trams, "-o", "trams.svg", "--engine", "nosuch-dot"))
    assert not (tmp_path / "trams.svg").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX")
def test_where_nothing_can_be_written(run, trams, tmp_path):
    (tmp_path / "wall").write_text("a file, not a folder")
    one_line(run("render", trams, "-o", "wall/trams.svg"))
    result = run("build", trams, "-o", "wall")
    assert result.code == 2 and "wall" in result.err
    assert (tmp_path / "wall").read_text() == "a file, not a folder"


def test_a_map_that_cannot_be_drawn_leaves_no_half(run, trams, tmp_path):
    result = run("build", trams, "--engine", "nosuch-dot")
    assert result.code == 2
    assert not (tmp_path / "build").exists() or not any((tmp_path / "build").iterdir())

"""`--strict-syntax`: what the reference implementation refuses gives exit code 1."""

import json

import pytest


@pytest.fixture
def prose(tmp_path):
    text = "[Data]: The file is snake_case.\n  + [Rule]: It has always been.\n"
    (tmp_path / "prose.argdown").write_text(text, "utf-8")
    return "prose.argdown"


def test_check(run, prose, trams):
    assert run("check", prose).code == 0
    result = run("check", prose, "--strict-syntax")
    assert result.code == 1
    assert "prose.argdown:1:26: error SYN010 refused-by-reference" in result.out
    assert "help: write `\\_` for the plain sign" in result.out
    assert run("check", trams, "--strict-syntax").code == 0
    [finding] = json.loads(run("check", prose, "--strict-syntax", "--output-format", "json").out)
    assert (finding["code"], finding["line"], finding["column"]) == ("SYN010", 1, 26)


def test_convert_writes_nothing_that_the_reference_would_not_write(run, prose, trams, tmp_path):
    words = ("--to", "argdown-json", "-o", "out.json")
    assert run("convert", prose, *words).code == 0
    (tmp_path / "out.json").unlink()
    result = run("convert", prose, *words, "--strict-syntax")
    assert result.code == 1 and "prose.argdown:1:26: SYN010 " in result.err
    assert not (tmp_path / "out.json").exists()
    assert run("convert", trams, *words, "--strict-syntax").code == 0
    assert (tmp_path / "out.json").exists()

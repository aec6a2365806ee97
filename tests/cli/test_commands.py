"""What the commands do when all is well, and when they find something."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from argmap.rendering.cells import cell_width

ROOT = Path(__file__).parents[2]
KEYS = {
    "code", "name", "severity", "path", "line", "column", "end_line", "end_column", "title",
    "titles", "message", "help", "chain", "fix", "expected",
}  # fmt: skip


def test_version(run):
    result = run("--version")
    assert result.code == 0 and result.out.startswith("argmap ")


def test_a_clean_map_is_silent(run, trams):
    result = run("check", trams)
    assert (result.code, result.out) == (0, "")


def test_findings_give_exit_code_one(run, faulty):
    result = run("check", faulty)
    assert result.code == 1
    assert "faulty.argdown:1:1: error SUP001 unsupported-conclusion" in result.out
    assert "^^^^^" in result.out and "help: " in result.out
    assert run("check", faulty, "--fail-on", "never").code == 0
    assert run("check", faulty, "--ignore", "SUP").code == 0
    concise = run("check", faulty, "--output-format", "concise").out
    assert concise.count("\n") == 1 and "\x1b" not in concise


def test_findings_for_programs(run, faulty):
    [finding] = json.loads(run("check", faulty, "--output-format", "json").out)
    assert finding.keys() >= KEYS
    assert (finding["line"], finding["column"], finding["end_column"]) == (1, 1, 6)
    assert finding["title"] == "Ban" and finding["expected"] is False


def test_announced_findings_do_not_fail(run, faulty, tmp_path):
    text = (tmp_path / faulty).read_text()
    (tmp_path / "test.argdown").write_text(f"===\nexpect: ['SUP001 [Ban]']\n===\n\n{text}")
    result = run("check", "test.argdown")
    assert result.code == 0 and "(expected)" in result.out
    assert run("build", "test.argdown").code == 0
    (tmp_path / "test.argdown").write_text(f"===\nexpect: ['SUP009 [Ban]']\n===\n\n{text}")
    assert run("check", "test.argdown").code == 1


def test_standard_input(run):
    result = run("check", "-", text="[A]: a.\n  - [B]: b.\n")
    assert result.code == 1 and result.out.startswith("<stdin>:1:1: ")
    assert run("show", "-", text="[A]: a.\n  + [B]: b.\n").out == "[A]: a.\n└─ + [B]: b.\n"


def test_build_writes_four_files(run, trams, tmp_path):
    result = run("build", trams)
    assert result.code == 0 and "wrote trams.svg" in result.out
    built = tmp_path / "build"
    assert sorted(path.name for path in built.iterdir()) == [
        "trams.html", "trams.json", "trams.png", "trams.svg",
    ]  # fmt: skip
    ET.parse(built / "trams.svg")
    assert (built / "trams.png").read_bytes().startswith(b"\x89PNG")
    data = json.loads((built / "trams.json").read_text("utf-8"))
    assert data.keys() == {"graph", "findings", "evaluation"}
    assert data["evaluation"]["statements"]["Trams"]["label"] == "out"
    assert data["evaluation"]["theses"] == ["Trams"]


def test_build_fails_on_what_is_not_announced(run, faulty, tmp_path):
    result = run("build", faulty)
    assert result.code == 1 and "SUP001" in result.out
    assert (tmp_path / "build/faulty.svg").exists()


def test_maps_with_one_stem_mirror_their_folders(run, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "map.argdown").write_text("[A]: a.\n  + [B]: b.\n")
    assert run("build", "one", "two", "-o", "site").code == 0
    assert (tmp_path / "site/one/map.svg").exists() and (tmp_path / "site/two/map.svg").exists()


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "html", "dot"])
def test_render_goes_by_the_ending(run, trams, tmp_path, ending):
    if ending == "pdf":
        pytest.importorskip("typst")
    assert run("render", trams, "-o", f"out.{ending}").code == 0
    start = (tmp_path / f"out.{ending}").read_bytes()[:20]
    expected = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "html": b"<!DOCTYPE"}
    assert start.startswith(expected.get(ending, b"digraph"))


def test_a_png_is_as_wide_as_it_was_asked_to_be(run, trams, tmp_path):
    run("render", trams, "-o", "out.png", "--width", "777")
    data = (tmp_path / "out.png").read_bytes()
    assert int.from_bytes(data[16:20], "big") == 777


def test_render_to_standard_output(run, trams):
    assert run("render", trams, "-o", "-").out.startswith("<svg")
    assert run("render", trams, "-o", "-", "-f", "dot").out.startswith("digraph")


def test_convert(run, trams, tmp_path):
    export = json.loads(run("convert", trams, "--to", "argdown-json").out)
    assert export.keys() >= {"statements", "arguments", "relations", "sections", "tags", "map"}
    assert json.loads(run("convert", trams, "--to", "node-link").out)["nodes"]
    assert run("convert", trams, "--to", "graphml", "-o", "trams.graphml").code == 0
    ET.parse(tmp_path / "trams.graphml")


def test_the_tree_keeps_to_its_width(run, tmp_path):
    text = (
        "[主张]: 一二三四五六七八九十，甲乙丙丁戊己庚辛壬癸。白马非马。👩‍👩‍👧 e\u0301\n  + <Reason>: "
        + "word " * 30
    )
    (tmp_path / "wide.argdown").write_text(text, "utf-8")
    for width in (24, 40, 80):
        shown = run("show", "wide.argdown", "--width", width).out
        assert all(cell_width(line) <= width for line in shown.splitlines())


def test_ascii(run, trams):
    assert run("show", trams, "--ascii").out.isascii()


def test_rules_and_explain(run):
    listed = run("rules").out
    assert "SUP001" in listed and "unsupported-conclusion" in listed
    assert {"code", "name", "severity"} <= json.loads(run("rules", "--format", "json").out)[
        0
    ].keys()
    by_code, by_name = run("explain", "SUP001").out, run("explain", "unsupported-conclusion").out
    assert by_code == by_name and by_code.startswith("# SUP001")


def test_help_keeps_its_examples_on_lines_of_their_own(run):
    result = run("check", "--help")
    assert "\n    argmap check maps/huang.argdown\n" in result.out


def test_completion(run):
    result = run("--show-completion", "bash")
    assert "Traceback" not in result.err


def test_the_main_job(run):
    result = run("check", ROOT / "maps/huang.argdown")
    assert result.code == 0 and result.out.count("(expected)") == 7


def test_quotes(run, tmp_path):
    (tmp_path / "source.txt").write_text("The trams are quiet. The buses are loud.\n")
    (tmp_path / "map.argdown").write_text(
        "===\nsources:\n  s: {file: source.txt}\n===\n\n"
        '[Quiet]: Quiet. {source: s, quote: "trams are quiet", span: [4, 19]}\n'
        '  + [Loud]: Loud. {source: s, quote: "buses are loud", span: [25, 39]}\n'
    )
    good = run("quotes", "map.argdown")
    assert good.code == 0 and "2 of 2" in good.out
    source = (tmp_path / "source.txt").read_text()
    (tmp_path / "source.txt").write_text("0123456789" + source)
    moved = run("quotes", "map.argdown")
    assert moved.code == 0 and moved.out.count("--fix") == 2
    assert run("quotes", "map.argdown", "--fix").code == 0
    spans = [
        q["declared_span"]
        for q in json.loads(run("quotes", "map.argdown", "--format", "json").out)
    ]
    assert spans == [[14, 29], [35, 49]]
    (tmp_path / "source.txt").write_text(source.replace("quiet", "quick"))
    wrong = run("quotes", "map.argdown")
    assert wrong.code == 1 and "nearest: " in wrong.out and "quick" in wrong.out
    (tmp_path / "source.txt").unlink()
    missing = run("quotes", "map.argdown")
    assert missing.code == 1 and "source.txt" in missing.out


def test_show_says_so_when_there_is_no_tree(run):
    done = run("show", "-", text="Just a sentence.\n")
    assert (done.code, done.out) == (0, "")
    assert "nothing supports or attacks anything" in done.err


def test_an_empty_name_is_no_folder(run, trams):
    done = run("fmt", "")
    assert done.code == 2 and "empty" in done.err

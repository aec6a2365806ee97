"""What a class types is drawn: shorthand behind its switch and its key, in every command."""

import json
import re

import pytest

SIX = """1. I exist
2. Everything has a cause
3. There is something that causes my existence (1, 2)
4. Some further premise
5. Some further conclusion (3,4)
6. Final conclusion (1,5)
"""
KEY = "===\nshorthand: true\n===\n\n"
ARROWS = [("1", "3"), ("2", "3"), ("3", "5"), ("4", "5"), ("1", "6"), ("5", "6")]


@pytest.fixture(params=["switch", "key"])
def six(request, tmp_path):
    """Return the words that a command needs to read the six lines."""
    is_switch = request.param == "switch"
    (tmp_path / "six.argdown").write_text(SIX if is_switch else KEY + SIX)
    return ["six.argdown", "--shorthand"] if is_switch else ["six.argdown"]


def test_six_lines_are_six_boxes_and_six_arrows(run, six):
    export = json.loads(run("convert", *six, "--to", "argdown-json").out)
    titles = {node["id"]: node["labelTitle"] for node in export["map"]["nodes"]}
    arrows = [(titles[e["from"]], titles[e["to"]]) for e in export["map"]["edges"]]
    assert list(titles.values()) == list("123456") and arrows == ARROWS
    assert {edge["relationType"] for edge in export["map"]["edges"]} == {"support"}
    fixed = json.loads(run("convert", *six, "--to", "argdown-json", "--fixed").out)
    assert len(fixed["map"]["nodes"]) == len(fixed["map"]["edges"]) == 6
    links = json.loads(run("convert", *six, "--to", "node-link").out)
    assert len(links["nodes"]) == len(links["edges"]) == 6


def test_the_picture_has_conclusions_above_premises(run, six):
    svg = run("render", *six, "-o", "-").out
    tops = dict(re.findall(r'<g id="statement-(\d)"[^>]*translate\([\d.]+ ([\d.]+)\)', svg))
    edges = re.findall(r'class="edge support" data-source="statement-(\d)".*?statement-(\d)"', svg)
    assert sorted(tops) == list("123456") and edges == ARROWS
    assert all(float(tops[conclusion]) < float(tops[premise]) for premise, conclusion in edges)


def test_every_command_that_reads_a_map_reads_it(run, six, tmp_path):
    assert run("check", *six).code == 0
    assert run("show", *six, "--ascii").out.count(" + ") == 6
    built = run("build", *six)
    assert built.code == 0, built.out
    data = json.loads((tmp_path / "build/six.json").read_text())
    inferences = data["evaluation"]["inferences"]
    assert [i["premises"] for i in inferences] == [["1", "2"], ["3", "4"], ["1", "5"]]
    assert run("quotes", *six).code == 0


def test_without_switch_and_key_it_is_a_list(run, tmp_path):
    (tmp_path / "six.argdown").write_text(SIX)
    export = json.loads(run("convert", "six.argdown", "--to", "argdown-json").out)
    assert export["relations"] == [] and "3" not in export["statements"]


def test_findings_show_the_line_that_was_typed(run, tmp_path):
    (tmp_path / "faulty.argdown").write_text("1. I exist\n2. I think\n3. So be it (2, 7)\n")
    result = run("check", "faulty.argdown", "--shorthand", "--select", "SYN")
    assert result.code == 1
    assert "faulty.argdown:3:17: error SYN008" in result.out
    assert "3 | 3. So be it (2, 7)\n       |                 ^\n" in result.out
    [finding] = json.loads(
        run(
            "check", "faulty.argdown", "--shorthand", "--select", "SYN", "--output-format", "json"
        ).out
    )
    place = [finding[key] for key in ("line", "column", "end_line", "end_column")]
    assert place == [3, 17, 3, 18]


def test_spans_of_quotes_are_put_right_in_what_was_typed(run, tmp_path):
    (tmp_path / "source.txt").write_text("They say that trams are quiet.\n")
    text = (
        "===\nshorthand: true\nsources:\n  s: {file: source.txt}\n===\n\n"
        "1. a\n2. b\n"
        '3. Quiet (1, 2) {source: s, quote: "trams are quiet", span: [0, 15]}\n4. c (3)\n'
    )
    (tmp_path / "map.argdown").write_text(text)
    assert run("quotes", "map.argdown", "--fix").code == 0
    assert (tmp_path / "map.argdown").read_text() == text.replace("[0, 15]", "[14, 29]")

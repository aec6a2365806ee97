"""What `render` and `build` are told to show, and what they answer if they cannot."""

import json

import pytest

CASE = """===
title: A case
===

[Trams]: The city should build trams. #thesis

<Quiet>: Trams are quiet.

(1) [Noise]: Noise harms. #fact {speaker: Ann}
(2) [Less]: Trams make less noise than buses.
----
(3) [Trams]

<Curves>: In curves they squeal.
  -> [Less]
"""


@pytest.fixture
def case(write):
    return write("case.argdown", CASE)


@pytest.fixture
def draw(run, case):
    def draw(*options):
        return run("render", case, "-f", "svg", "-o", "-", *options)

    return draw


@pytest.mark.parametrize(
    ("options", "there", "gone"),
    [
        (["--root", "<Quiet>"], "Curves", "The city should"),
        (["--depth", "1"], "… 1 more", "squeal"),
        (["--only", "attacks"], "Curves", "The city should"),
        (["--only", "attack,undercut"], "Curves", "The city should"),
        (["--tag", "fact"], "Noise harms.", "squeal"),
        (["--speaker", "Ann"], "Noise harms.", "squeal"),
        (["--labels", "title"], ">Noise<", "Noise harms."),
        (["--labels", "TEXT"], "Noise harms.", ">Quiet<"),
        (["--open", "none"], "2 premises inside", "Noise harms."),
        (["--open", "boxes"], "PREMISE 1", "because"),
        (["--open", "none", "--open-title", "Quiet = cards"], "because", "premises inside"),
    ],
)
def test_options_change_the_picture(draw, options, there, gone):
    result = draw(*options)
    assert result.code == 0, result.err
    assert there in result.out and gone not in result.out


def test_a_part_says_so_in_the_picture_and_to_screen_readers(draw):
    svg = draw("--root", "Trams", "--depth", "1").out
    words, picture = svg.split("</desc>")
    assert "Part of the map: 2 of 3 boxes, 1 level below [Trams]." in words
    assert "Part of the map: 2 of 3 boxes" in picture
    assert "Part of the map" not in draw().out


def test_labels_and_colours_are_two_things(draw):
    plain, colours = draw("--labels", "both"), draw("--labels", "both", "--colour-by", "label")
    assert ">OUT<" not in plain.out and ">OUT<" in colours.out
    assert draw("--colour-by", "relation").out == draw().out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--root", "Tram"], "nothing is called Tram; did you mean [Trams]?"),
        (["--tag", "fcat"], "nothing is tagged #fcat; did you mean #fact?"),
        (["--section", "One"], "no section is called “One”; the map has no sections"),
        (["--speaker", "ann"], "nothing is said by “ann”; did you mean Ann?"),
        (["--only", "all"], "--only: there is no `all`; choose one of supports, attacks"),
        (["--only", "undercuts"], "nothing to show: the map has no undercuts"),
        (["--labels", "words"], "--labels: there is no `words`; choose one of title, text"),
        (["--open", "box"], "--open: there is no `box`; choose one of cards, boxes, none"),
        (["--open-title", "boxes"], "--open-title boxes: write it as '<Title>=boxes'"),
        (["--open-title", "=boxes"], "--open-title =boxes: write it as '<Title>=boxes'"),
        (["--open-title", "Quiet=b"], "--open-title Quiet=b: there is no `b`; choose one of"),
        (["--open-title", "Curves=boxes"], "<Curves> has no numbered premises"),
        (["--root", "Curves", "--tag", "fact"], "nothing below <Curves>, tagged #fact"),
    ],
)
def test_what_cannot_be_shown(draw, options, words):
    result = draw(*options)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("argmap: ") and words in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("options", [["--depth", "-1"], ["--depth", "two"]])
def test_what_is_no_number_of_levels(draw, options):
    result = draw(*options)
    assert result.code == 2 and "Invalid value" in result.err


def test_a_title_with_an_equals_sign(run, write):
    path = write("m.argdown", CASE.replace("<Quiet>", "<a = b>"))
    result = run("render", path, "-f", "svg", "-o", "-", "--open-title", "<a = b>=none")
    assert "2 premises inside" in result.out


def test_build_shows_the_same_and_data_stay_whole(run, case):
    result = run("build", case, "--root", "Quiet", "--open", "none", "-o", "out")
    assert result.code == 0, result.err
    folder = case.parent / "out"
    assert "below &lt;Quiet&gt;" in (folder / "case.svg").read_text("utf-8")
    nodes = json.loads((folder / "case.json").read_text("utf-8"))["graph"]["nodes"]
    assert len(nodes) > 3


def test_build_goes_on_after_a_map_that_has_not_got_it(run, case, trams, write):
    write("trams.argdown", "[Buses]: b.\n  + <A>: a.\n")
    result = run("build", case, "trams.argdown", "--root", "[Trams]", "-o", "out")
    assert result.code == 2
    assert "trams.argdown: nothing is called [Trams]" in result.err
    assert (case.parent / "out" / "case.svg").is_file()
    assert not (case.parent / "out" / "trams.svg").exists()


def test_settings_that_leave_nothing_are_told(run, write):
    front = "===\nselection: {selectedTags: [nowhere]}\n===\n"
    path = write("m.argdown", front + "[T]: t.\n  + <A>: a.\n")
    result = run("render", path, "-o", "-", "-f", "svg")
    assert result.code == 2 and "`selection:` in the front matter" in result.err


def test_the_page_and_other_formats_take_views(run, case):
    for name in ("html", "dot"):
        result = run("render", case, "-f", name, "-o", "-", "--open", "boxes", "--depth", "1")
        assert result.code == 0 and "Part of the map" in result.out
    page = run("render", case, "-f", "html", "-o", "-", "--open", "boxes").out
    assert "the step from (1) and (2) of &lt;Quiet&gt;" in page


def test_views_go_with_themes_and_colours(draw):
    result = draw("--theme", "classroom", "--colour-by", "speaker", "--depth", "1")
    assert result.code == 0 and "… 1 more" in result.out and ">Ann<" in result.out


@pytest.mark.parametrize("command", ["render", "build", "poster", "present"])
def test_all_that_draws_takes_the_same_options_about_what_is_seen(run, case, command):
    options = run(command, "--help").out
    for name in (
        *("--root", "--depth", "--only", "--tag", "--section", "--speaker", "--labels"),
        *("--open", "--open-title", "--colour-by", "--policy", "--direction"),
    ):
        assert f"  {name} " in options, name
    result = run(command, case, "--root", "Tram")
    assert result.code == 2 and "did you mean [Trams]?" in result.err


def test_a_poster_shows_the_part_that_is_asked_for(run, case, tmp_path):
    assert run("poster", case, "--root", "<Quiet>", "-o", "part.pdf").code == 0
    assert run("poster", case, "-o", "whole.pdf").code == 0
    part, whole = ((tmp_path / name).read_bytes() for name in ("part.pdf", "whole.pdf"))
    assert part != whole


@pytest.mark.parametrize("command", ["render", "build", "poster", "present"])
def test_a_policy_that_would_decide_nothing_is_refused(run, case, tmp_path, command):
    result = run(command, case, "--policy", "declared")
    assert result.code == 2 and "--colour-by label" in result.err
    wrong = run(command, case, "--policy", "strict", "--colour-by", "label")
    assert wrong.code == 2 and "choose one of lenient" in wrong.err
    assert [path.name for path in tmp_path.iterdir()] == ["case.argdown"]


@pytest.mark.parametrize("ending", ["png", "pdf"])
@pytest.mark.parametrize(
    ("font", "words"),
    [("none.ttf", "none.ttf: this font cannot be read"), ("case.argdown", "this is no font")],
)
def test_a_font_that_is_none_is_told(draw, tmp_path, ending, font, words):
    result = draw("-f", ending, "-o", f"map.{ending}", "--font", font)
    assert result.code == 2 and words in result.err
    assert not (tmp_path / f"map.{ending}").exists()

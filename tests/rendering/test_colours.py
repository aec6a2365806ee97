"""Colours can be read, and told apart by everybody; and words and marks say the same."""

import itertools
import re
import xml.etree.ElementTree as ET
from dataclasses import fields
from pathlib import Path

import pytest
from colour_vision import SEEN_BY, distance

import argmap
from argmap.drawing import make_report
from argmap.mapping.argument_map import EdgeKind, Hue
from argmap.mapping.colouring import ColourBy
from argmap.rendering import RenderOptions, render
from argmap.rendering.contrast import contrast, grey, readable_on, shade
from argmap.rendering.theme import CLASSROOM, DARK, PAPER, THEMES, Palette, Rhythm

ROOT = Path(__file__).parents[2]
COLOURED = [theme for theme in THEMES.values() if not theme.is_grey]
HOSTILE = [
    "red; }</style><script>alert(1)</script>",
    "#12",
    "#12345G",
    "url(https://example.org)",
    "var(--hostile)",
    "#FFFFFF\n",
    "rgb(1,2,3)",
    "",
]


def swatches(theme, count=24):
    return [theme.swatch(Hue(place)) for place in range(count)]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_all_words_can_be_read(theme):
    palettes = [getattr(theme, part.name) for part in fields(theme)]
    palettes = [each for each in palettes if isinstance(each, Palette)]
    palettes += [swatch.palette for swatch in swatches(theme)]
    palettes += [
        theme.own_palette(color) for color in ("#FFFF00", "#000080", "#808080", "#FFFFFF")
    ]
    for palette in palettes:
        assert contrast(palette.on_band, palette.band) >= 4.5, palette
        assert contrast(palette.line, palette.tint) >= 4.5, palette
        assert contrast(theme.ink, palette.tint) >= 4.5, palette
        assert contrast(palette.line, theme.background) >= 3.0, palette
    for ground in (theme.background, theme.box, theme.frame):
        assert contrast(theme.ink, ground) >= 4.5
        assert contrast(theme.mute, ground) >= 4.5


@pytest.mark.parametrize("kind", SEEN_BY)
@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_hues_are_told_apart_by_everybody(theme, kind):
    """Eight colours and the grey of what has none; ΔE*ab 15 is what relations have at least."""
    assert len(theme.hues) >= 8
    colors = [*theme.hues, theme.plain.band]
    least = min(distance(a, b, kind) for a, b in itertools.combinations(colors, 2))
    assert least >= 19.0


@pytest.mark.parametrize("kind", SEEN_BY)
@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_severities_and_labels_are_told_apart(theme, kind):
    roles = (
        (theme.attack, theme.warning),
        (theme.warning, theme.claim),
        (theme.attack, theme.claim),
    )
    for one, other in (*roles, (theme.support, theme.attack), (theme.support, theme.warning)):
        assert distance(one.band, other.band, kind) >= 12.0


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_hues_that_are_used_again_have_marks(theme):
    """So that no two speakers up to the sixteenth look the same, whatever the theme."""
    count = len(Rhythm) if theme.is_grey else 2 * len(theme.hues)
    looks = [(each.palette.band, each.rhythm) for each in swatches(theme, count)]
    assert len(set(looks)) == count


def test_bars_of_the_classroom_differ_in_grey():
    levels = sorted(
        int(grey(palette.band)[1:3], 16)
        for palette in (CLASSROOM.support, CLASSROOM.attack, CLASSROOM.undercut)
    )
    assert all(after - before >= 30 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("number", range(0, 0x1000000, 0x2A0F1))
def test_any_colour_gets_readable_words(number):
    color = f"#{number:06X}"
    assert contrast(readable_on(color), color) >= 4.5
    for ground in (PAPER.background, DARK.background):
        assert contrast(shade(color, (ground,), 4.5), ground) >= 4.5


# --- What stands in the picture -------------------------------------------------------------


def drawn(text, by, theme="paper", format="svg"):
    graph = argmap.loads(text)
    report = make_report(graph, colour_by=by)
    return render(report, format, RenderOptions(theme=theme))


def words(svg, where=None):
    root = ET.fromstring(svg)
    group = next(
        (each for each in root.iter() if each.get("class") == where) if where else iter([root])
    )
    return ["".join(each.itertext()) for each in group.iter("{http://www.w3.org/2000/svg}text")]


DEBATE = """===
speakers:
  Ann: {aliases: [A.], side: pro}
  Bob: {side: con}
===

[Thesis]: We should act. #thesis {speaker: A.}
  + <Reason>: It helps. #fact {speaker: Ann}
  - <Cost>: It is dear. {speaker: Bob}
  + [Nobody's]: It is fair.
"""
LEGENDS = {
    "speaker": ["Ann", "Bob", "no speaker named"],
    "side": ["pro", "con"],
    "tag": ["#thesis", "#fact", "no tag"],
    "label": ["in", "out", "undecided"],
    "finding": ["error", "warning", "info", "nothing found"],
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("by", list(ColourBy))
def test_the_legend_names_each_colour_that_is_used(by, theme):
    svg = drawn(DEBATE, by, theme)
    legend = words(svg, "legend")
    told = [word for word in legend if word in LEGENDS.get(by, [])]
    assert told == [name for name in LEGENDS.get(by, []) if name in told]
    if by in ("speaker", "side", "tag"):
        assert told == LEGENDS[by]
    elif by is not ColourBy.RELATION:
        assert told


@pytest.mark.parametrize("theme", THEMES)
def test_boxes_say_in_words_what_their_colour_says(theme):
    told = words(drawn(DEBATE, "speaker", theme), "graph")
    assert sum("Ann" in line for line in told) >= 2
    assert any("Bob" in line for line in told)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("by", list(ColourBy))
def test_relations_keep_their_dashes_in_every_mode(by, theme):
    svg = drawn(DEBATE, by, theme)
    edges = re.findall(r'class="edge (\w+)".*?<path [^>]*>', svg, re.DOTALL)
    assert edges.count("attack") == 1
    attack = re.search(r'class="edge attack".*?(<path [^>]*>)', svg, re.DOTALL)[1]
    support = re.search(r'class="edge support".*?(<path [^>]*>)', svg, re.DOTALL)[1]
    assert "stroke-dasharray" in attack
    assert "stroke-dasharray" not in support
    if theme != "classroom":
        assert "−" in words(svg, "graph")


def test_print_has_no_colours_in_any_mode():
    for by in ColourBy:
        colors = set(re.findall(r"#[0-9A-Fa-f]{6}", drawn(DEBATE, by, "print")))
        assert all(color[1:3] == color[3:5] == color[5:7] for color in colors), by


def test_a_page_sets_every_colour_that_it_uses():
    page = drawn(DEBATE, "speaker", format="html")
    used = set(re.findall(r"var\((--[\w-]+)\)", page))
    by_day, by_night = (
        set(re.findall(r"(--[\w-]+):", part)) for part in re.findall(r":root\{(.*?)\}", page)
    )
    assert used <= by_day
    assert by_day == by_night
    assert len([name for name in used if name.startswith("--own-")]) >= 4


def test_a_hundred_speakers_have_a_legend_and_a_name_each():
    text = "\n\n".join(
        f"<A{number}>: words {{speaker: Speaker {number}}}\n  +> [T]" for number in range(100)
    )
    svg = drawn(text, "speaker")
    assert {f"Speaker {number}" for number in range(100)} <= set(words(svg, "legend"))


def test_long_and_hostile_names_stay_words():
    name = "<script>alert(1)</script> & \u202e" + "very " * 40
    svg = drawn(f"[A]: a {{speaker: '{name}'}}\n  + [B]: b\n", "speaker")
    ET.fromstring(svg)
    assert "<script" not in svg and "\u202e" not in svg
    assert max(len(line) for line in words(svg)) < 60


# --- What the author asks for ---------------------------------------------------------------


@pytest.mark.parametrize("color", HOSTILE)
@pytest.mark.parametrize("format", ["svg", "html", "dot"])
def test_what_is_no_colour_stays_out_of_the_picture_and_is_told(color, format):
    quoted = color.replace("\n", "\\n")
    text = f'[A]: a {{color: "{quoted}"}}\n  + [B]: b\n'
    graph = argmap.loads(text)
    report = make_report(graph)
    content = render(report, format)
    assert content.count("<script") == (3 if format == "html" else 0)
    assert not color.strip() or color.strip() not in content or color.strip() == "#FFFFFF"
    assert any("color of A" in notice for notice in report.map.notices)


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ("colorScheme: pinkish", "color.colorScheme"),
        ("colorScheme: [red, blue]", "color.colorScheme"),
        ("tagColors: {a: reddish}", "color.tagColors.a"),
        ("tagColors: {a: 99}", "color.tagColors.a"),
        ("statementColors: {A: true}", "color.statementColors.A"),
        ("relationColors: {helps: '#fff'}", "color.relationColors.helps"),
        ("relationColors: {attack: }", "color.relationColors.attack"),
        ("groupColors: nothing", "color.groupColors"),
        ("ignoreColorData: perhaps", "color.ignoreColorData"),
    ],
)
def test_settings_that_cannot_be_used_are_findings(setting, place):
    graph = argmap.loads(f"===\ncolor:\n  {setting}\n===\n\n[A]: a\n")
    (problem,) = graph.problems
    assert problem.code == "SYN004"
    assert f"`{place}`" in problem.finding.message
    assert problem.finding.help


def hues(text):
    drawn = argmap.draw_map(argmap.loads(text))
    return {box.title: box.hue.swatch for box in drawn.boxes if box.hue}, drawn


TAGGED = """===
color:
  {}
===

# Heading {{color: "#abc"}}

[A]: a #one
  + <B>: b #two #one
  - <C>: c {{color: 2}}
  - <D>: d
"""


def test_data_comes_before_titles_and_titles_before_tags():
    found, drawn = hues(
        TAGGED.format(
            "{tagColors: {one: '#111111', two: 3},"
            " statementColors: {A: '#222222'}, argumentColors: {C: '#333333'}}"
        )
    )
    assert found == {"A": "#222222", "B": "#E7298A", "C": "#7570B3"}
    assert [group.hue.swatch for group in drawn.groups] == ["#AABBCC"]


def test_a_chosen_scheme_colours_tags_in_their_order_and_all_else_with_its_first_colour():
    found, _ = hues(TAGGED.format("{colorScheme: iwanthue-fluo}"))
    assert found == {"A": "#F3BB79", "B": "#57E5D6", "C": "#57E5D6", "D": "#7FE643"}


def test_priorities_choose_among_tags():
    found, _ = hues(
        TAGGED.format("{tagColors: {one: {color: '#111', priority: 2}, two: '#222222'}}")
    )
    assert found["B"] == "#111111"


def test_data_and_tags_can_be_left_out_of_account():
    found, drawn = hues(
        TAGGED.format("{ignoreColorData: true, colorizeByTag: false, tagColors: {one: '#111'}}")
    )
    assert found == {}
    assert [group.hue for group in drawn.groups] == [None]


def test_groups_have_colours_by_title_level_and_tag():
    text = "===\ncolor: {%s}\ngroup: {groupDepth: 2}\n===\n\n# One #t\n\n## Two\n\n[A]: a\n  + [B]: b\n"
    for setting, expected in {
        "groupColors: {Two: 1}": {"Two": "#BABABA"},
        "groupColorScheme: ['#111111', '#222222']": {"One #t": "#111111", "Two": "#222222"},
        "colorizeGroupsByTag: true, tagColors: {t: '#333333'}": {"One #t": "#333333"},
    }.items():
        drawn = argmap.draw_map(argmap.loads(text % setting))
        found = {group.title: group.hue.swatch for group in drawn.groups if group.hue}
        assert found == expected


def test_relations_have_the_colours_that_the_author_wants_but_on_paper_for_copiers():
    text = "===\ncolor: {relationColors: {attack: '#0000cc'}}\n===\n\n[A]: a\n  - <B>: b\n"
    drawn = argmap.draw_map(argmap.loads(text))
    assert drawn.relation_colors == {EdgeKind.ATTACK: "#0000CC"}
    assert "<path d=" in render(drawn, "svg")
    assert "#0000CC" in render(drawn, "svg")
    assert "CC" not in "".join(
        re.findall(r"#[0-9A-F]{6}", render(drawn, "svg", RenderOptions(theme="print")))
    )


def test_a_map_without_wishes_is_drawn_as_ever():
    plain = "[A]: a #one\n  + <B>: b #two\n"
    assert hues(plain)[0] == {}


def test_an_unknown_way_to_colour_lists_the_ones_there_are():
    with pytest.raises(argmap.ArgmapError, match="relation, speaker, label, side, finding, tag"):
        argmap.draw_map(argmap.loads("[A]: a"), colour_by="mood")

"""Posters: sheets that make the map when they are glued, and readable words or none."""

import re
import shutil
import subprocess
from itertools import pairwise

import pytest

from argmap.rendering import MissingExtraError, RenderOptions, Report
from argmap.rendering.poster import (
    PosterError,
    Wish,
    draw_poster,
    find_paper,
    find_turn,
    plan_poster,
    read_length,
    read_tiles,
)
from argmap.rendering.poster.paper import PAPERS, Tiles
from argmap.rendering.poster.planning import Drawn, Turn

MAP = (
    "===\ntitle: Trams\n===\n[T]: The city should build trams.\n  + <A>: Quiet.\n  - <B>: Dear.\n"
)


def wish(paper="A4", tiles="1x1", **more):
    return Wish(find_paper(paper), read_tiles(tiles), **more)


def test_the_sheets_together_show_all_of_the_map():
    drawn = Drawn(1100, 800, 10)
    for tiles in ("1x1", "2x2", "3x1", "1x4", "7x5"):
        plan = plan_poster(drawn, wish("A3", tiles, overlap=12.5))
        sheets = list(plan.sheets())
        assert [len({s.column for s in sheets}), len({s.row for s in sheets})] == [
            *read_tiles(tiles)
        ]
        right = max(sheet.left for sheet in sheets) + plan.inner_width
        bottom = max(sheet.top for sheet in sheets) + plan.inner_height
        assert plan.left >= -1e-9 and plan.top >= -1e-9
        assert plan.left + drawn.width * plan.scale <= right + 1e-9
        assert plan.top + drawn.height * plan.scale <= bottom + 1e-9
        assert min(plan.left, plan.top) < 1e-9  # as large as it goes
        for before, after in pairwise(sheet for sheet in sheets if sheet.row == 0):
            assert before.left + plan.inner_width - after.left == pytest.approx(12.5)


def test_sheets_are_lettered_by_row():
    labels = [
        sheet.label for sheet in plan_poster(Drawn(100, 100, 9), wish(tiles="2x28")).sheets()
    ]
    assert labels[:3] == ["A1", "A2", "B1"] and labels[-2:] == ["AB1", "AB2"]
    assert len(set(labels)) == 56


def test_the_turn_that_makes_the_map_larger_wins():
    wide, high = Drawn(2000, 500, 40), Drawn(500, 2000, 40)
    assert plan_poster(wide, wish()).width > plan_poster(wide, wish()).height
    assert plan_poster(high, wish()).width < plan_poster(high, wish()).height
    forced = plan_poster(wide, wish(turn=find_turn("portrait")))
    assert forced.width < forced.height and forced.scale < plan_poster(wide, wish()).scale


@pytest.mark.parametrize(
    ("size", "paper", "tiles"),
    [
        ((1100, 800, 9), "A5", "1x1"),
        ((3000, 2000, 9), "A4", "2x1"),
        ((9000, 300, 8), "letter", "1x1"),
    ],
)
def test_what_is_said_to_be_enough_is_enough_and_no_less_is(size, paper, tiles):
    drawn = Drawn(*size)
    with pytest.raises(
        PosterError, match=r"below 7 pt nobody reads them: it needs at least"
    ) as no:
        plan_poster(drawn, wish(paper, tiles))
    told = str(no.value).partition("at least ")[2]
    named = r"(?:(\d+x\d+) sheets of )?(A\d|letter|legal|tabloid)"
    ways = re.findall(named, told)
    assert ways
    for enough, on in ways:
        plan_poster(drawn, wish(on, enough or "1x1"))
    for enough, on in ways:
        if on != paper:
            between = [
                p
                for p in PAPERS.values()
                if p.series == find_paper(on).series
                and find_paper(paper).height < p.height < find_paper(on).height
            ]
            for less in between:
                with pytest.raises(PosterError):
                    plan_poster(drawn, wish(less.name, tiles))
        else:
            columns, rows = read_tiles(enough)
            for fewer in [(columns - 1, rows), (columns, rows - 1)]:
                if min(fewer):
                    with pytest.raises(PosterError):
                        plan_poster(drawn, Wish(find_paper(on), Tiles(*fewer)))


def test_a_map_for_no_paper_says_so():
    with pytest.raises(PosterError, match="show less of the map"):
        plan_poster(Drawn(900_000, 900_000, 1), wish("A0"))


@pytest.mark.parametrize("name", ["A6", "", "A", "a 4", "foolscap", "A4\n"])
def test_unknown_papers_list_the_known(name):
    if name.strip().casefold() in PAPERS:
        assert find_paper(name).name == "A4"
    else:
        with pytest.raises(PosterError, match=r"choose A0, A1, .*, tabloid, legal, letter"):
            find_paper(name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0x0", "at least one sheet"),
        ("2x0", "at least one sheet"),
        ("1000x1000", "1,000,000 sheets, and at most 200"),
        ("2", "columns x rows"),
        ("-1x2", "columns x rows"),
        ("2x2x2", "columns x rows"),
        ("²x²", "columns x rows"),
        ("9" * 5000 + "x1", "columns x rows"),
    ],
    ids=lambda text: text[:12],
)
def test_tiles_that_make_no_poster(text, told):
    with pytest.raises(PosterError, match=told):
        read_tiles(text)


def test_tiles_are_columns_by_rows():
    assert read_tiles(" 3 × 2 ") == Tiles(columns=3, rows=2)
    assert read_tiles("3X2") == (3, 2)


def test_lengths_have_units():
    assert read_length("10", "--margin") == read_length("10mm", "--margin") == 10
    assert read_length("1.5 cm", "--margin") == 15
    assert read_length("0.5in", "--margin") == pytest.approx(12.7)
    for wrong in ("ten", "-5", "1e3", "5pt", "", "1" * 4000):
        with pytest.raises(PosterError, match="--margin"):
            read_length(wrong, "--margin")


@pytest.mark.parametrize(
    "more", [{"margin": 0}, {"margin": 60}, {"overlap": 150}, {"overlap": 1e5}]
)
def test_margins_and_overlaps_leave_room(more):
    with pytest.raises(PosterError, match="mm"):
        plan_poster(Drawn(100, 100, 9), wish(tiles="2x2", **more))


def test_unknown_turns_list_the_known():
    assert find_turn("Landscape") is Turn.LANDSCAPE
    with pytest.raises(PosterError, match="best, portrait, landscape"):
        find_turn("upside-down")


def pdf(make_map, **more):
    pytest.importorskip("typst")
    return draw_poster(Report(make_map(MAP)), RenderOptions(), wish(**more)).content


def tool(name, *arguments, data):
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"no {name}")
    done = subprocess.run([path, *arguments], input=data, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def test_every_sheet_is_a_page_of_the_paper(make_map):
    told = tool("pdfinfo", "-", data=pdf(make_map, tiles="3x2"))
    assert re.search(r"Pages:\s+6\n", told) and re.search(r"Tagged:\s+yes", told)
    assert re.search(r"Title:\s+Trams", told) and "(A4)" in told


def test_sheets_have_their_label_and_the_words_are_text(make_map):
    text = tool("pdftotext", "-layout", "-", "-", data=pdf(make_map, tiles="2x2"))
    pages = text.split("\f")
    for page, label in zip(pages, ("A1", "A2", "B1", "B2"), strict=False):
        assert f"{label} · sheet" in page
    assert "The city should" in text


def test_one_sheet_has_no_marks(make_map):
    text = tool("pdftotext", "-", "-", data=pdf(make_map))
    assert "sheet" not in text and "A1" not in text


def test_the_same_poster_has_the_same_bytes(make_map):
    assert pdf(make_map, tiles="2x1") == pdf(make_map, tiles="2x1")


def test_without_typst_it_is_said_what_to_install(make_map, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"argmap\[print\]"):
        draw_poster(Report(make_map(MAP)), RenderOptions(), wish())

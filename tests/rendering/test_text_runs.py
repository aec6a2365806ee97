"""Lines of several scripts: each part has its place and its font."""

import re

import pytest

from argmap.rendering import RenderingError, RenderOptions, draw, render
from argmap.rendering.metrics import text_width
from argmap.rendering.png import LONGEST_SIDE, MOST_PIXELS
from argmap.rendering.text_runs import split_runs, wide_family


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("plain", ["plain"]),
        ("盐铁", ["盐铁"]),
        ("盐铁 and iron", ["盐铁", " and iron"]),
        ("a盐b铁c", ["a", "盐", "b", "铁", "c"]),
        ("é ü ß", ["é ü ß"]),
        ("مرحبا world", ["مرحبا world"]),
        ("👩‍💻 codes", ["👩‍💻", " codes"]),
        ("", [""]),
    ],
)
def test_a_line_is_parted_where_the_font_changes(text, parts):
    runs = split_runs(text, 11.0)
    assert [run.text for run in runs] == parts
    for index, run in enumerate(runs):
        before = "".join(parts[:index])
        assert run.offset == pytest.approx(text_width(before, 11.0))


def test_each_language_has_its_fonts():
    families = {wide_family(code) for code in ("zh", "zh-Hant", "ja", "ko")}
    assert len(families) == 4
    assert wide_family(None) == wide_family("en") == wide_family("zh-Hans") == wide_family("zh")
    assert wide_family("zh-TW") == wide_family("zh_Hant")
    assert all('"' not in family for family in families)


def test_the_parts_are_in_the_picture(make_map):
    svg = render(make_map("===\nlang: ja\n===\n[T]: 塩 and 鉄\n  + <A>: plain\n"), "svg")
    parts = re.findall(r'<tspan x="[\d.]+"( font-family="[^"]*")?>([^<]*)</tspan>', svg)
    assert [words for _, words in parts] == ["塩", " and ", "鉄"]
    assert "Noto Sans CJK JP" in parts[0][0] and not parts[1][0]
    assert ">plain</text>" in svg


@pytest.mark.parametrize("width", [16, 1200, 5000])
def test_a_png_is_as_wide_as_was_asked_for(width, make_map):
    data = draw(make_map("[A]: a\n  + <B>: b\n"), "png", RenderOptions(width=width)).content
    assert int.from_bytes(data[16:20], "big") == width
    assert len(data) < 400_000


def test_a_png_beyond_the_memory_is_refused_with_a_width_that_works(make_map):
    high = make_map(
        "".join(f"{'  ' * depth}+ <A{depth}>: a\n" if depth else "[T]: t\n" for depth in range(40))
    )
    with pytest.raises(RenderingError, match=r"GB of memory: at most --width (\d+)") as refused:
        draw(high, "png", RenderOptions(width=20_000))
    most = int(re.search(r"--width (\d+)", str(refused.value))[1])
    assert 16 < most < 20_000
    svg = render(high, "svg")
    width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    assert most * most * height / width <= MOST_PIXELS and most * height / width <= LONGEST_SIDE

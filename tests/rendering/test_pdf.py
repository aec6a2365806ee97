"""PDF: tagged, with words for the picture, fonts in it, a title and a language."""

import re
import shutil
import subprocess

import pytest

from argmap.rendering import render
from argmap.rendering.alt_text import describe, summarize
from argmap.rendering.pdf import PdfPage, draw_pdf
from argmap.rendering.typesetting import preamble, quoted

pytest.importorskip("typst")
TEXT = "===\ntitle: Trams\nlang: de-AT\n===\n[T]: Build trams. #thesis\n  + <A>: They are quiet.\n"


def tool(name, *arguments, data):
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"no {name}")
    return subprocess.run(
        [path, *arguments], input=data, capture_output=True, check=True
    ).stdout.decode("utf-8")


def page(number):
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="50pt" viewBox="0 0 100 50"'
        f' font-family="Arimo"><text x="5" y="20" font-size="10">Page {number}</text></svg>'
    )
    return PdfPage(svg, 100, 50, f"Part {number}", f"Picture {number}")


def test_the_picture_is_a_tagged_figure_with_words(make_map):
    data = render(make_map(TEXT), "pdf")
    assert b"pdfuaid" in data and b"/Lang(de-AT)" in data.replace(b" ", b"")
    told = tool("pdfinfo", "-", data=data)
    assert re.search(r"Title:\s+Trams", told) and re.search(r"Tagged:\s+yes", told)
    structure = tool("pdfinfo", "-struct-text", "-", data=data)
    assert "Figure" in structure and "They are quiet." in structure


def test_all_fonts_are_in_it_and_the_words_can_be_found(make_map):
    data = render(make_map(TEXT), "pdf")
    fonts = tool("pdffonts", "-", data=data).splitlines()[2:]
    assert fonts and all("Arimo" in font for font in fonts)
    assert all(re.search(r"Identity-H\s+yes yes yes", font) for font in fonts)
    assert "They are quiet." in tool("pdftotext", "-", "-", data=data)


def test_several_pictures_are_several_pages_with_a_list_of_them():
    data = draw_pdf([page(1), page(2), page(3)], title="A map", language="en").data
    assert re.search(r"Pages:\s+3\n", tool("pdfinfo", "-", data=data))
    text = tool("pdftotext", "-", "-", data=data).split("\f")
    assert [part.strip() for part in text[:3]] == ["Page 1", "Page 2", "Page 3"]
    assert data.count(b"/Title") >= 3


def test_the_same_map_has_the_same_bytes(make_map):
    assert render(make_map(TEXT), "pdf") == render(make_map(TEXT), "pdf")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh-Hans", 'lang: "zh")'),
        ("pt-BR", 'lang: "pt", region: "br"'),
        ("zh_Hant_TW", 'lang: "zh", region: "tw"'),
        ('x"); #panic("', 'lang: "en")'),
        ("", 'lang: "en")'),
        (None, 'lang: "en")'),
        ("english", 'lang: "en")'),
    ],
)
def test_languages_that_are_none_are_not_passed_on(language, expected):
    assert expected in preamble("A title", language)


def test_a_title_in_chinese_tells_the_language():
    assert 'lang: "zh"' in preamble("盐铁当罢否")


@pytest.mark.parametrize("text", ['a"b', "a\\", '"); #panic(\n"', "\x00\x1b", "#set $x$ `code`"])
def test_titles_stay_strings(text):
    written = quoted(text)
    inner = written[1:-1]
    assert written[0] == written[-1] == '"' and "\n" not in inner
    assert not re.search(r'(?<!\\)(?:\\\\)*"', inner)
    data = draw_pdf([PdfPage(page(1).svg, 100, 50, text, text)], title=text).data
    assert data.startswith(b"%PDF")


def test_a_map_in_words_says_all_of_it(make_map):
    told = describe(make_map(TEXT))
    assert (
        told.splitlines()[0]
        == "Trams. 1 statement, 1 argument, 1 relation. Main claim: Build trams."
    )
    assert "Level 2. Supported by: A: They are quiet." in told
    assert summarize(make_map(TEXT)) in told


def test_a_long_map_is_cut_and_says_so(make_map):
    text = "[T]: t\n" + "".join(f"  + <A{n}>: {'word ' * 30}\n" for n in range(300))
    told = describe(make_map(text))
    assert len(told) < 20_200 and "more lines" in told.splitlines()[-1]

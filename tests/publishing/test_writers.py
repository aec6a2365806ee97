"""Each writer writes every block, and no words break any of them."""

import io
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from docx import Document

import argmap
from argmap.errors import ArgmapError
from argmap.publishing import (
    WRITERS,
    Align,
    Blank,
    Cell,
    Columns,
    Contents,
    Figure,
    Frame,
    FrameStyle,
    Heading,
    Item,
    Items,
    Lines,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphStyle,
    Publication,
    Quotation,
    Run,
    Style,
    Table,
    Together,
    paragraph,
    publish,
    words,
)

HOSTILE = (
    '"; #panic() $x$ `y` <b> & </style></script> \\ @ref *a* _b_ [c](javascript:d) | {e} //f',
    '#import "/etc/passwd": *',
    "\x00\x1f\ud800\u202e\ufffe",
    "# not a heading",
    "1. not a list\n\n- nor this",
    "白马非马 🦜 مرحبا",
    "",
    " ",
    "```\ncode\n```",
    "a" * 3000,
)


def every_block(told, svg):
    cell = Cell((paragraph(told),), Align.CENTER, "#EAF2FB")
    return (
        Paragraph(words(told), ParagraphStyle.TITLE),
        Contents(told, 3),
        *(Heading(level, words(told), told or None) for level in (1, 2, 3, 4)),
        *(paragraph(told, style) for style in ParagraphStyle),
        *(Paragraph(words(told, style)) for style in Style),
        Paragraph((Run(told, href=told), Run(told, href="#" + told), Blank(20)), lang=told),
        Paragraph(words(told, href="https://example.org/" + told), align=Align.END),
        Items((Item((paragraph(told), paragraph(told))), Item((paragraph(told),), told))),
        Items((Item((paragraph(told),)),), is_numbered=True, start=4),
        Table(((cell, cell), (cell,)), 1, (1, 2), (0, 20), told),
        Table(((cell,),), 0, rules=False),
        Table(()),
        Quotation((paragraph(told),)),
        Figure(svg, told, 0.5, 40, told),
        *(Frame((paragraph(told),), style, told) for style in FrameStyle),
        Columns(((paragraph(told),), (Lines(2),)), (1, 2)),
        Together((paragraph(told), Lines(1))),
        PageBreak(),
        PageBreak(told),
    )


@pytest.fixture(scope="module")
def svg():
    return argmap.render(argmap.loads("[A]: a.\n  + <B>: b.\n"))


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("told", HOSTILE, ids=range(len(HOSTILE)))
def test_no_words_break_a_document(name, told, svg):
    made = Publication(told, every_block(told, svg), told, told, told, told)
    content = publish(made, name).content
    assert content
    assert publish(made, name).content == content
    assert isinstance(content, bytes) is WRITERS[name].is_binary


def text_of(html):
    found = []

    class Reader(HTMLParser):
        def handle_data(self, data):
            found.append(data)

        def handle_starttag(self, tag, attrs):
            assert tag not in ("script", "b", "iframe")
            for key, value in attrs:
                assert not key.startswith("on")
                assert key != "style", "the page's policy forbids it"
                if key == "href":
                    assert value.startswith(("#", "http", "mailto"))

    Reader().feed(html)
    return "".join(found)


def test_html_shows_the_words_and_nothing_else(svg):
    told = HOSTILE[0]
    html = publish(Publication("t", every_block(told, svg)), "html").content
    assert text_of(html).count(told) >= 20
    assert "default-src 'none'" in html


def test_html_needs_nothing_that_its_policy_forbids(page, svg, tmp_path):
    made = Publication("t", every_block("Words", svg), header="top", footer="bottom")
    path = tmp_path / "page.html"
    path.write_text(publish(made, "html").content, "utf-8")
    page.goto(path.as_uri())
    assert page.locator("img").evaluate("image => image.naturalWidth") > 0
    assert page.locator(".blank").first.bounding_box()["width"] > 60


def test_markdown_keeps_words_and_structure():
    made = Publication(
        "t",
        (
            Heading(2, words("A #")),
            Paragraph((Run("not "), Run("read aloud", Style.READ), Run(" now"))),
            Paragraph(words("# x"), ParagraphStyle.CARD),
            Items((Item((paragraph("- y"),)),), is_numbered=True, start=3),
            Table(((Cell((paragraph("a|b"),)), Cell((paragraph("c"), paragraph("d")))),)),
        ),
    )
    assert publish(made, "md").content == (
        "## A \\#\n\nnot **read aloud** now\n\n> \\# x\n\n3. \\- y\n\n"
        "| a\\|b | c<br>d |\n| --- | --- |\n"
    )


def test_word_has_the_structure_that_debaters_macros_expect():
    card = (
        Heading(4, words("Share is near zero")),
        Paragraph(
            (Run("Huang 26", Style.CITE), Run(" (chief executive)")), ParagraphStyle.CITATION
        ),
        Paragraph((Run("skip ", Style.UNREAD), Run("read", Style.READ)), ParagraphStyle.CARD),
    )
    made = Publication("t", (Heading(1, words("File")), Together(card)), paper=Paper.LETTER)
    document = Document(io.BytesIO(publish(made, "docx").content))
    lines = [line for line in document.paragraphs if line.text]
    assert [line.style.name for line in lines] == ["Heading 1", "Heading 4", "Citation", "Card"]
    assert "13 pt Bold" in lines[2].runs[0].style.name
    unread, read = lines[3].runs
    assert unread.font.highlight_color is None and read.font.highlight_color is not None
    assert read.style.name == "Underline"
    assert lines[1].paragraph_format.keep_with_next
    assert round(document.sections[0].page_width.mm) == 216


def test_a_new_header_starts_a_page_of_its_own():
    made = Publication("t", (paragraph("a"), PageBreak("second"), paragraph("b")), header="first")
    document = Document(io.BytesIO(publish(made, "docx").content))
    assert [section.header.paragraphs[0].text for section in document.sections] == [
        "first",
        "second",
    ]
    assert re.search(r'class="strip">second<', publish(made, "html").content)


def test_a_turned_page_lies_the_other_way_and_the_next_one_as_before(page, svg, tmp_path):
    made = Publication(
        "t",
        (
            paragraph("upright"),
            PageBreak("map", is_turned=True),
            Figure(svg, "map", most=100.0),
            PageBreak(),
            paragraph("upright again"),
        ),
    )
    document = Document(io.BytesIO(publish(made, "docx").content))
    assert [s.page_width < s.page_height for s in document.sections] == [True, False, True]
    html = tmp_path / "page.html"
    html.write_text(publish(made, "html").content, "utf-8")
    page.goto(html.as_uri())
    sizes = re.findall(
        rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True)
    )
    assert [float(width) < float(height) for width, height in sizes] == [True, False, True]
    assert publish(made, "pdf").content.startswith(b"%PDF")


def test_links_lead_only_where_there_is_something():
    made = Publication(
        "t",
        (
            Paragraph((Run("there", href="#a"), Run("nowhere", href="#b"))),
            Heading(1, words("A"), "a"),
        ),
    )
    assert publish(made, "pdf").content.startswith(b"%PDF")
    document = Document(io.BytesIO(publish(made, "docx").content))
    assert len(document.paragraphs[0].hyperlinks) == 1


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(ArgmapError, match="md, html, pdf, docx"):
        publish(Publication("t", ()), "odt")


@pytest.mark.parametrize(("name", "package"), [("pdf", "typst"), ("docx", "python-docx")])
def test_a_missing_extra_says_what_to_install(name, package, monkeypatch):
    monkeypatch.setitem(sys.modules, package.removeprefix("python-"), None)
    with pytest.raises(ArgmapError, match=rf"{package}: pip install 'argmap"):
        publish(Publication("t", ()), name)


def test_the_model_is_light_to_import():
    code = "import argmap.publishing, sys, json; print(json.dumps(sorted(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"docx", "typst", "lxml", "networkx"} & set(json.loads(told.stdout))

"""Evidence files as debaters' templates make them: styles with two names, tags in pieces."""

import io

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from typer.testing import CliRunner

import argmap
from argmap.cli import app
from argmap.debate.importing import read_cards, write_map

HEADINGS = {1: "Heading 1,Pocket", 2: "Heading 2,Hat", 3: "Heading 3,Block", 4: "Heading 4,Tag"}
CITE, UNDERLINE = "Style 13 pt Bold,Cite", "Style Underline,Underline"


class File:
    """A document with Verbatim's styles."""

    def __init__(self):
        self.document = Document()
        styles = self.document.styles
        for level, name in HEADINGS.items():
            styles[f"Heading {level}"].element.find(
                "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}name"
            ).set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", name)
        for name in (CITE, UNDERLINE):
            styles.add_style(name, WD_STYLE_TYPE.CHARACTER)

    def line(self, *runs, level=None):
        """Add a paragraph of runs: words, or words with a style and whether they are highlighted."""
        line = self.document.add_paragraph()
        if level is not None:
            line.style = self.document.styles[HEADINGS[level]]
        for run in runs:
            text, style, is_marked = (run, None, False) if isinstance(run, str) else run
            added = line.add_run(text)
            if style:
                added.style = self.document.styles[style]
            if is_marked:
                added.font.highlight_color = WD_COLOR_INDEX.BRIGHT_GREEN
        return self

    def data(self):
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def read(file):
    return read_cards(file.data(), "file.docx")


def card(file, tag="Chips leak"):
    return (
        file.line("Chips", level=1)
        .line("Links", level=2)
        .line("Smuggling", level=3)
        .line(*(tag if isinstance(tag, tuple) else (tag,)), level=4)
    )


def test_tags_in_pieces_cites_and_what_is_highlighted_are_read():
    file = card(File(), ("Chips ", "le", "ak"))
    file.line(("Lee 24", CITE, False), " (Ann Lee, Professor, https://example.org)")
    file.line(
        "Skip this. ",
        ("Chips", "Emphasis", True),
        (" are", UNDERLINE, True),
        " not read ",
        (" smuggled", UNDERLINE, True),
        (" daily", UNDERLINE, False),
    )
    (found,) = read(file)
    assert found.headings == ((1, "Chips"), (2, "Links"), (3, "Smuggling"))
    assert (found.tag, found.cite) == (
        "Chips leak",
        "Lee 24 (Ann Lee, Professor, https://example.org)",
    )
    assert found.quote == "Chips are … smuggled"


def test_without_highlighting_what_is_underlined_is_read():
    file = card(File()).line(("Lee 24", CITE, False))
    file.line("Skip. ", ("They leak", UNDERLINE, False), ".")
    assert read(file)[0].quote == "They leak"


@pytest.mark.parametrize("is_marked", [True, False])
def test_a_card_without_a_cite_keeps_its_body(is_marked):
    file = card(File()).line("Some say ", ("they leak", UNDERLINE, is_marked), " away.")
    (found,) = read(file)
    assert (found.cite, found.quote) == ("", "they leak")


def test_a_cite_of_several_lines_is_one_source():
    file = card(File()).line(("Lee 24", CITE, False)).line("[Ann Lee, Professor of Chips]")
    file.line("https://example.org/chips")
    file.line("Skip ", ("they leak", UNDERLINE, True))
    (found,) = read(file)
    assert (found.cite, found.quote) == (
        "Lee 24 [Ann Lee, Professor of Chips] https://example.org/chips",
        "they leak",
    )


def test_a_tag_without_words_and_an_analytic_are_claims_without_quotes():
    file = card(File(), "").line("", level=4).line("No link: they do not buy any", level=4)
    found = read(file)
    assert [(each.tag, each.cite, each.quote) for each in found] == [
        ("No link: they do not buy any", "", "")
    ]


def test_hostile_words_become_a_map_that_says_the_same(tmp_path):
    tag = "[A] + <B> {x: 1} #t *b* // no \\ @c"
    file = card(File(), tag).line(('O\'Neil "K" 24: #1', CITE, False))
    file.line((tag, UNDERLINE, True))
    cards = read(file)
    graph = argmap.loads(write_map(cards, 'A "title": #1'))
    assert not [problem for problem in graph.problems if problem.finding]
    (statement,) = graph.statements.values()
    (quote,) = argmap.quotes(graph)
    assert (statement.text, quote.text) == (tag, tag)


def test_an_imported_file_becomes_the_same_cards_again(tmp_path):
    file = card(File()).line(("Lee 24", CITE, False), " (Ann Lee, Professor)")
    file.line("Skip. ", ("They leak daily", UNDERLINE, True))
    file.line("Chips help", level=4).line(("Ray 23", CITE, False))
    file.line(("They help", UNDERLINE, True), " a lot ", ("all of us", UNDERLINE, True))
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    first.write_bytes(file.data())
    map_ = tmp_path / "a.argdown"
    for arguments in (
        ["import", str(first), "-o", str(map_)],
        ["cards", str(map_), "-o", str(second)],
    ):
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, result.exception
    told = [(each.tag, each.quote) for each in read(file)]
    again = read_cards(second.read_bytes(), "b.docx")
    assert [(c.tag, c.quote.replace("[ … Omitted ]", "…")) for c in again] == told
    assert [c.cite.strip("()")[:6] for c in again] == ["Lee 24", "Ray 23"]

"""Briefs as they are read: what fits on a page, what a page says, what it leaves out."""

import io
import re
import subprocess

import pytest
from docx import Document
from openpyxl import load_workbook

import argmap
from argmap.analysis.schemes import schemes
from argmap.debate.brief import Request, brief_pages
from argmap.debate.card_pages import cards_pages, citation
from argmap.debate.case import Case
from argmap.debate.cross_examination import cross_examine, questions_to
from argmap.debate.point_page import MOST_QUESTIONS, Fill, PointPage
from argmap.debate.preflow import preflow
from argmap.debate.sheets import write_xlsx
from argmap.debate.spoken_schemes import spoken
from argmap.pipeline import source_texts
from argmap.publishing import Columns, Items, PageBreak, Paper, Publication, publish
from argmap.publishing.measuring import height_of, room
from argmap.publishing.shown import plain
from argmap.rendering.typesetting import POINTS_PER_MM

SVG = argmap.render(argmap.loads("[A]: a.\n"))
MAPS = ("huang", "federalist10", "school_uniform", "salt_and_iron.zh")
TITLE = "A very long title of an article that goes on and on and on, and then on, about chips"


def case(side, text):
    graph = argmap.loads(text)
    return Case.of(argmap.evaluate(graph), side, source_texts(graph), argmap.check(graph))


def of_map(name, side):
    graph = argmap.load(f"maps/{name}.argdown")
    return Case.of(argmap.evaluate(graph), side, source_texts(graph), argmap.check(graph))


def pages_of(case):
    about = {}
    for each in (*questions_to(case), *questions_to(case.from_the_other_side())):
        about.setdefault(each.point, []).append(each)
    return [
        PointPage(case, point, number, tuple(about.get(point.ref, ())))
        for number, point in enumerate(case.points, 1)
    ]


def words_by_page(data):
    """Return, for each page of a PDF, the lowest places of its words in points from the top."""
    command = ["pdftotext", "-bbox", "-", "-"]
    told = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    return [
        [float(low) for low in re.findall(r'yMax="([\d.]+)"', page)]
        for page in told.split("<page ")[1:]
    ]


@pytest.mark.parametrize("name", MAPS)
def test_heights_are_estimated_closely_and_hardly_ever_too_low(name, pdftotext):
    """Against where the words are on real pages: 16 points are kept free for the error."""
    margin = 61.5  # an A3 page with the width of text of A4
    width, height = room(Publication("t", (), paper=Paper.A3, margin=margin))
    filled = [
        blocks
        for page in pages_of(of_map(name, "con"))
        for fill in (Fill(), Fill(0, 3, is_tight=True, is_terse=True))
        if height_of(blocks := page.blocks(fill), width) < height - 40
    ]
    blocks = [block for page in filled for block in (PageBreak(""), *page)][1:]
    made = Publication("t", tuple(blocks), paper=Paper.A3, margin=margin, numbers_pages=False)
    found = words_by_page(publish(made, "pdf").content)
    assert len(found) == len(filled) > 10
    for page, lows in zip(filled, found, strict=True):
        error = height_of(page, width) - (max(lows) - 2.0 - margin * POINTS_PER_MM)
        assert -14 < error < 30, plain(page[0].text)


@pytest.fixture
def pdftotext():
    try:
        subprocess.run(["pdftotext", "-v"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("needs pdftotext")


@pytest.mark.parametrize("name", ["huang", "salt_and_iron.zh"])
def test_a_page_for_each_argument_and_no_more(name, pdftotext):
    for side in ("pro", "con"):
        made = of_map(name, side)
        data = publish(brief_pages(Request(made, SVG, "t", "f")), "pdf").content
        told = subprocess.run(
            ["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True
        ).stdout.decode()
        strips = [page.strip().split("\n")[0] for page in told.split("\f") if page.strip()]
        pages = [strip for strip in strips if re.search(r" · (ours|theirs) \d+ · ", strip)]
        assert len(pages) == len(set(pages)) > 4, "no page runs over"
        assert sum("continued" in strip for strip in pages) <= 1


DROPPED = """\
===
thesis: T
===
[T]: The plan is good.
  + <For>: It saves lives.
  - <Against>: It costs lives.

<Step>: It works.

(1) [P]: Such plans work.
----
(2) [Q]: This one works.

[Q]
  +> [T]
<Step>
  <_ <Cut>: It is not such a plan.
<Alone>: Nobody is told why.
"""


def test_who_drops_a_point_loses_what_it_speaks_for_not_what_it_attacks():
    told = publish(brief_pages(Request(case("pro", DROPPED), SVG, "t", "f")), "md").content
    assert "If they drop this, we win because it speaks for “The plan is good”." in told
    assert (
        "If they drop this, we win because it speaks for “This one works”,"
        " and speaks for “The plan is good”." in told
    )
    assert "If we drop this, they win because it speaks against “The plan is good”." in told
    assert "If we drop this, they win because it undercuts “It works”." in told


def test_a_missing_block_is_one_line_and_a_point_with_objections_never_has_none():
    made = case("con", DROPPED)
    for page in pages_of(made):
        told = [
            plain(block.text) for block in page.blocks(Fill(answers=0)) if hasattr(block, "text")
        ]
        assert any("continued" in line for line in told) != any(
            "the map has no objection" in line for line in told
        )
        tight = page.blocks(Fill(is_tight=True))
        assert not any(isinstance(block, Columns) for block in tight)
        told = [plain(block.text) for block in tight if hasattr(block, "text")]
        assert "Chain: — missing — (uniqueness, link, internal link, impact)" in told
        assert sum("— missing —" in line for line in told) == 2


def cited(**source):
    table = ", ".join(f'{key}: "{value}"' for key, value in source.items())
    text = (
        f"===\nthesis: T\nsources:\n  s: {{{table}}}\n===\n[T]: It is so."
        ' {source: s, quote: "so it is", speaker: Huang}\n  - <B>: No.\n'
    )
    made = case("pro", text)
    (card,) = [card for cards in made.cards.values() for card in cards]
    return "".join(run.text for run in citation(card)), made


@pytest.mark.parametrize(
    ("source", "cite"),
    [
        ({"author": "Ann Lee", "date": "2024"}, "Lee 2024 (Huang, Ann Lee)"),
        ({"author": "Lee", "date": "2024"}, "Lee 2024 (Huang)"),
        ({"title": "Chips", "date": "1 May 2024"}, "Huang, 1 May 2024 (Chips)"),
        ({"title": "Chips"}, "Huang (Chips)"),
    ],
)
def test_a_citation_says_each_thing_once(source, cite):
    assert cited(**source)[0] == cite


def test_a_long_title_is_cut_on_the_card_and_whole_behind_the_cards():
    cite, made = cited(title=f"{TITLE} {TITLE}", date="2024", url="www.example.org")
    assert cite.startswith("Huang 2024 (A very long title") and cite.endswith(" …)")
    assert len(cite) < 90
    told = publish(cards_pages(made, "t"), "md").content
    assert f"{TITLE} {TITLE}, 2024, www.example.org" in told
    assert told.count(TITLE) == 2
    wide, _ = cited(title="白马非马" * 40, date="2024")
    assert wide == "Huang 2024"


def test_critical_questions_can_be_said_aloud():
    for scheme in schemes().values():
        for question in scheme.questions:
            told = spoken(scheme, question)
            assert not re.search(r"\b[A-Z]\b", told), told
            assert told.endswith("?") and told[0].isupper()


def test_nothing_is_asked_twice_but_each_page_has_its_questions():
    text = "===\nthesis: T\n===\n[T]: The plan is good.\n" + "".join(
        f"\n<A{n}>: Way {n}.\n\n(1) [P]: They help. #unstated\n(2) [P{n}]: So do others.\n"
        "----\n(3) [T]\n"
        for n in (1, 2)
    )
    made = case("con", text)
    found = [(each.aims, each.ground, each.text) for each in cross_examine(made)]
    assert len(found) == len(set(found))
    asked = [each.point.title for each in questions_to(made) if each.aims.title == "P"]
    assert {"A1", "A2"} <= set(asked)


def test_a_page_asks_about_each_box_before_it_asks_again():
    made = of_map("huang", "con")
    for page in pages_of(made):
        lists = [block for block in page.blocks(Fill()) if isinstance(block, Items)]
        asked = page._chosen(MOST_QUESTIONS)
        assert len(asked) <= 5 and (not asked or lists)
        aims = [question.aims for question in asked]
        boxes = {question.aims for question in page.questions}
        assert len(set(aims)) == min(len(boxes), len(aims))


def test_our_own_pages_foresee_what_they_will_ask():
    made = of_map("huang", "con")
    told = publish(brief_pages(Request(made, SVG, "t", "f")), "md").content
    ours = told[told.index("## Our arguments") : told.index("## Their arguments")]
    assert "Cross-examination: be ready for" in ours and "**Can you show that?**" in ours


def test_premises_stand_in_the_order_of_their_numbers():
    made = of_map("huang", "con")
    told = publish(brief_pages(Request(made, SVG, "t", "f")), "md").content
    page = told[told.index("\\<CUDA Dominance>\n\n**") :]
    marks = re.findall(r"(?m)^[>\s]*(?:[-*] )?(?:\*\*)?(\d)\\?\.", page[: page.index("so (")])
    assert marks[:3] == ["1", "2", "3"]


def test_a_table_in_a_column_is_no_wider_than_it_in_word():
    made = case("pro", DROPPED)
    document = Document(
        io.BytesIO(publish(brief_pages(Request(made, SVG, "t", "f")), "docx").content)
    )
    nested = [
        (inner, cell.width)
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for inner in cell.tables
    ]
    assert nested
    for inner, room_ in nested:
        assert sum(column.width for column in inner.columns) <= room_


def test_rows_of_a_flow_sheet_are_as_high_as_their_words():
    sheet = load_workbook(
        io.BytesIO(write_xlsx(preflow(of_map("huang", "con"), "policy"), "t"))
    ).active
    for row in sheet.iter_rows(min_row=2):
        longest = max(len(cell.value or "") for cell in row)
        assert sheet.row_dimensions[row[0].row].height >= 15 * longest / 34
        assert all(cell.border.left.style for cell in row)

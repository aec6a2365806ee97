"""What a debater carries into the room: briefs, questions, gaps, cards, weighing, pre-flow."""

import csv
import io
import json
import re

import pytest
from docx import Document
from openpyxl import load_workbook
from typer.testing import CliRunner

import argmap
from argmap.cli import app
from argmap.debate.brief import Request, brief_pages
from argmap.debate.case import Case
from argmap.debate.clash import double_turns, exchanges, tally
from argmap.debate.cross_examination import Ground, cross_examine
from argmap.debate.importing import CannotImport, read_cards, write_map
from argmap.debate.phrasing import count_words, reading_time
from argmap.debate.preflow import ROUNDS, UnknownRound, preflow
from argmap.debate.sheets import write_csv, write_xlsx
from argmap.debate.teams import Stance
from argmap.debate.weighing import impacts
from argmap.pipeline import source_texts
from argmap.publishing import Contents, Heading, PageBreak, publish
from argmap.publishing.shown import plain

HUANG = "maps/huang.argdown"
SVG = argmap.render(argmap.loads("[A]: a.\n"))
TEXT = """\
===
thesis: Ban
sources:
  report: {author: "Ann Lee", title: "Cars in towns", date: 2024}
===

[Ban]: Cars should be banned. {impact: {magnitude: high, probability: "80 %"}}

<Air>: The air gets better.

(1) [Exhaust]: All cars foul the air. {source: report, quote: "cars foul the air"}
(2) [Less]: Fewer cars foul it less. #unstated
-- expert opinion --
(3) [Ban]

[Exhaust]
  - <Electric>: Electric cars foul nothing. #link-turn
  - <Good>: Foul air is good for roses. #impact-turn
    - <Roses>: Roses die of it.
[Less]
  - <More>: Those that stay foul it more. {impact: {timeframe: soon}}
[Ban]
  - <Jobs>: It costs 40,000 jobs.
"""


def case(side, text=TEXT):
    graph = argmap.loads(text)
    return Case.of(argmap.evaluate(graph), side, source_texts(graph), argmap.check(graph))


@pytest.fixture(scope="module")
def huang():
    graph = argmap.load(HUANG)
    texts, findings = source_texts(graph), argmap.check(graph)
    labelling = argmap.evaluate(graph)
    return {side: Case.of(labelling, side, texts, findings) for side in ("pro", "con")}


def run(*arguments):
    return CliRunner().invoke(app, [*arguments])


# Gaps


def test_seven_objections_of_the_huang_map_have_no_answer(huang):
    assert len(tally(huang["con"], Stance.OURS).unanswered) == 7
    assert len(tally(huang["pro"], Stance.THEIRS).unanswered) == 7
    assert tally(huang["pro"], Stance.OURS).objections == 0


def test_offence_and_defence_are_counted():
    count = tally(case("con"), Stance.OURS)
    assert (count.objections, count.offence, count.defence) == (4, 2, 2)
    assert [ref.title for ref in count.unanswered] == ["Electric", "More", "Jobs"]
    answered = {e.objection.source.title: e.is_answered for e in exchanges(case("pro"))}
    assert answered == {
        "Electric": False, "Good": True, "More": False, "Jobs": False, "Roses": False,
    }  # fmt: skip


def test_a_double_turn_is_warned_of():
    assert [point.ref.title for point in double_turns(case("con"))] == ["Air"]
    assert not double_turns(case("pro"))
    piped = CliRunner().invoke(app, ["gaps", "-", "--side", "con"], input=TEXT)
    assert "Double turn: " in piped.stdout.replace("**", "")


# Questions


def test_each_hidden_premise_uncited_fact_and_scheme_is_asked_about(huang):
    con = huang["con"]
    found = cross_examine(con)
    aims = {(question.ground, question.aims.title) for question in found}
    for statement in con.graph.statements.values():
        is_hidden = "unstated" in statement.tags and statement.occurrences[0].argument
        if is_hidden and statement.ref not in ours_needs(con):
            assert (Ground.UNSTATED, statement.title) in aims
    assert any(question.ground is Ground.UNCITED for question in found)
    assert any(question.ground is Ground.CRITICAL for question in found)
    falls = [question.falls for question in found]
    assert falls == sorted(falls, reverse=True)


def ours_needs(con):
    return {line.ref for point in con.ours for line in point.lines}


def test_questions_are_about_premises_never_the_conclusion_and_can_be_answered(huang):
    con = huang["con"]
    for question in cross_examine(con):
        assert question.text.endswith("?")
        assert question.text.split()[0] in (
            "Do", "Can", "When", "If", "Is", "Are", "Does", "Has", "Have", "Did", "Was", "Were",
            "Could", "Would", "Will", "Should", "May", "Must",
        )  # fmt: skip
        assert question.aims not in con.theses
        assert question.if_yes and question.if_no


def test_what_our_own_side_needs_is_not_asked_about():
    text = (
        TEXT
        + "\n<Ours>\n\n(1) [Less]\n----\n(2) [Elsewhere]: They foul another place.\n\n[Elsewhere]\n  -> <Air>\n"
    )
    asked = {question.aims.title for question in cross_examine(case("con", text))}
    assert "Less" not in asked
    assert "Less" in {q.aims.title for q in cross_examine(case("con", text), every=True)}


def test_a_figure_and_a_word_without_exception_are_asked_about():
    con = {(q.ground, q.aims.title) for q in cross_examine(case("con"))}
    assert (Ground.UNIVERSAL, "Exhaust") in con
    assert any(
        q.ground is Ground.FIGURE and "40,000" in q.text for q in cross_examine(case("pro"))
    )


def test_an_answered_critical_question_is_not_asked_again():
    def keys(text):
        return {q.text for q in cross_examine(case("con", text)) if q.ground is Ground.CRITICAL}

    everything = keys(TEXT)
    answered = keys(
        TEXT.replace(
            "-- expert opinion --", "-- {scheme: expert-opinion, cq: {trustworthy: Jobs}} --"
        )
    )
    assert len(everything) - len(answered) == 1


# Cards and weighing


def test_cards_are_as_many_as_quotes(huang):
    cards = [card for cards in huang["con"].cards.values() for card in cards]
    assert len(cards) == len(argmap.quotes(huang["con"].graph))
    document = Document(io.BytesIO(_made("cards", "docx")))
    tags = [line for line in document.paragraphs if line.style.name == "Heading 4"]
    assert len(tags) == len(cards)
    for line in tags:
        below = line._p.getnext()
        assert "Citation" in below.xml and "13 pt Bold" in _style_names(document, below)


def _style_names(document, element):
    names = {style.style_id: style.name for style in document.styles}
    return " ".join(names.get(i, i) for i in re.findall(r'w:rStyle w:val="([^"]+)"', element.xml))


def _made(command, name, *options, tmp=None):
    result = CliRunner().invoke(app, [command, HUANG, "--format", name, "-o", "-", *options])
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


def test_sources_stand_in_the_order_of_their_cards():
    keys = [f"s{number}" for number in range(9)]
    sources = "".join(f"  {key}: {{author: {key.upper()}, title: Report {key}}}\n" for key in keys)
    claims = "".join(f'  + [{k}]: About {k}. {{source: {k}, quote: "words"}}\n' for k in keys)
    text = f"===\nthesis: T\nsources:\n{sources}===\n\n[T]: t.\n{claims}"
    told = CliRunner().invoke(app, ["cards", "-"], input=text).stdout
    listed = told[told.rindex("Sources") :]
    assert re.findall(r"Report (s\d)", listed) == keys


def test_blank_cells_stay_blank():
    con = case("con")
    (ours,) = impacts(con, con.ours)
    assert ours.values == {"timeframe": "soon"}
    told = CliRunner().invoke(app, ["weigh", "-", "--side", "con"], input=TEXT).stdout
    assert "| magnitude |  | high |" in told
    assert "| reversibility |  |  |" in told


# The brief


def brief(side, cases, **options):
    return brief_pages(Request(cases[side], SVG, "Chips", "huang.argdown", **options))


@pytest.mark.parametrize("side", ["pro", "con"])
def test_every_argument_has_its_page_and_every_block_of_it(side, huang):
    blocks = brief(side, huang).blocks
    titles = [plain(b.text) for b in blocks if isinstance(b, Heading) and b.anchor]
    points = len(huang[side].ours) + len(huang[side].theirs)
    assert sum("<" in title or "[" in title for title in titles) == points
    assert sum(isinstance(block, Contents) for block in blocks) == 1
    text = publish(brief(side, huang), "md").content
    for label in ("Because", "Chain", "Evidence", "Weighing", "Cross-examination", "Extension"):
        assert len(re.findall(rf"\*\*{label}[^*]*\*\*", text)) >= points, label
    assert "— missing —" in text
    heads = [block.header for block in blocks if isinstance(block, PageBreak)]
    assert all("huang.argdown" in head and "map " in head for head in heads)


def test_answers_that_are_missing_are_told(huang):
    assert "NO ANSWER YET" in publish(brief("pro", huang), "md").content
    assert "no answer of theirs on the map" in publish(brief("con", huang), "md").content


def test_a_students_brief_has_blanks_to_complete(huang):
    told = publish(brief("pro", huang, is_student=True), "md").content
    assert re.search(r"evidence \(Huang, 30 October[^)]*\) – it says \\_", told)


def test_progress_is_told(huang):
    seen = []
    brief("con", huang, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(n, len(seen)) for n in range(1, len(seen) + 1)]


def test_our_own_open_findings_stand_at_the_end(huang):
    told = publish(brief("pro", huang), "md").content
    end = told[told.index("## Open problems of our own") :]
    assert "SUP001" in end


@pytest.mark.parametrize("name", ["md", "html", "docx", "pdf"])
def test_the_same_map_gives_the_same_bytes(name):
    assert _made("brief", name, "--side", "con") == _made("brief", name, "--side", "con")


def test_a_brief_comes_back_as_the_same_tags_and_quotes(huang):
    cards = read_cards(_made("brief", "docx", "--side", "con"), "brief.docx")
    known = {(c.tag, c.quote) for found in huang["con"].cards.values() for c in found}
    found = {(card.tag, card.quote) for card in cards}
    assert found <= known and len(found) > 10
    graph = argmap.loads(write_map(cards, "Again"))
    assert not [p for p in graph.problems if p.finding]
    quotes = {(graph.node(q.node).text, q.text) for q in argmap.quotes(graph)}
    assert quotes == found


def test_what_is_no_word_document_is_refused():
    for data in (b"", b"hello", b"PK\x03\x04"):
        with pytest.raises(CannotImport, match=r"x\.docx: not a Word document"):
            read_cards(data, "x.docx")
    result = run("import", "nothing.docx")
    assert result.exit_code and "cannot be read" in str(result.exception)


# The pre-flow


def test_columns_are_those_of_the_round(huang):
    for kind, speeches in ROUNDS.items():
        flow = preflow(huang["con"], kind)
        assert len(flow.speeches) == len(speeches) == len(flow.rows[0])
        assert flow.ours[:2] == (False, True)
    with pytest.raises(UnknownRound, match="policy, ld, pf, bp"):
        preflow(huang["con"], "spar")


def test_answers_stand_beside_what_they_are_to():
    flow = preflow(case("con"), "ld")
    cells = [[cell.split(">")[0].strip("<") for cell in row] for row in flow.rows]
    assert cells[:2] == [
        ["Air", "Electric", "", "", ""],
        ["", "Good", "Roses", "", ""],
    ]
    told = [cell for row in flow.rows for cell in row if cell]
    assert len(told) == 6


def test_circles_of_attack_end():
    text = "===\nthesis: A\n===\n[A]: a.\n  >< [B]: b.\n[B]\n  - <C>: c.\n    - <D>: d.\n<C>\n  -> <D>\n"
    for side in ("pro", "con"):
        for kind in ROUNDS:
            assert len(preflow(case(side, text), kind).rows) < 20


def test_spreadsheets_take_nothing_for_a_formula():
    text = "===\nthesis: T\n===\n[T]: t.\n  + <=1+1>: =HYPERLINK(1).\n"
    flow = preflow(case("pro", text), "ld")
    row = list(csv.reader(io.StringIO(write_csv(flow).lstrip("\ufeff"))))[1]
    assert not any(cell.startswith("=") for cell in row)
    sheet = load_workbook(io.BytesIO(write_xlsx(flow, "t"))).active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert write_xlsx(flow, "t") == write_xlsx(flow, "t")


# Everything else


@pytest.mark.parametrize("command", ["brief", "questions", "gaps", "cards", "weigh", "preflow"])
@pytest.mark.parametrize("text", ["", "[A]: a.\n", "<A>\n  - <A>\n", "[A]\n  >< [A]\n", TEXT])
def test_every_command_takes_every_map(command, text):
    for side in ("pro", "con"):
        result = CliRunner().invoke(app, [command, "-", "--side", side, "-o", "-"], input=text)
        assert result.exit_code == 0, result.exception
        assert result.stdout


def test_wrong_options_name_what_would_do():
    for arguments, told in (
        (["gaps", HUANG, "--side", "green"], "choose pro, con"),
        (["brief", HUANG, "-o", "x.odt"], "use md, html, pdf, docx"),
        (["cards", "nothing.argdown"], "nothing.argdown"),
    ):
        result = run(*arguments)
        assert result.exit_code != 0
        assert told in str(result.exception)


def test_json_of_every_report_can_be_read():
    for command in ("questions", "gaps", "cards", "weigh"):
        assert json.loads(_made(command, "json"))


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("one two, three", 3), ("白马非马", 3), ("U.S. 5 %", 3)]
)
def test_words_are_counted(text, words):
    assert count_words(text) == words


def test_reading_times():
    assert reading_time(150) == "150 words · 60 s at 150, 36 s at 250 words a minute"

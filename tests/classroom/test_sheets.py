"""Worksheets and keys as pages: the same every time, and nothing given away."""

import base64
import io
import json
import re
import shutil
import subprocess
import zipfile
import zlib

import pytest
from lessons import BARE, HUANG, MAP, SCHOOL, made
from typer.testing import CliRunner

from argmap.classroom.key import key_pages
from argmap.classroom.kinds import KINDS
from argmap.classroom.sheet import Layout, sheet_pages
from argmap.cli import app
from argmap.publishing import WRITERS, publish
from argmap.publishing.blocks import Paper
from argmap.publishing.pdf import _Writer

WORD = re.compile(r"[^\W\d_]{3,}")


def readable(data):
    """Return all that somebody may find in a file: of archives and PDFs what is packed too."""
    if isinstance(data, str):
        return data
    texts = [data.decode("latin-1")]
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts += [
                f"{name}\n{archive.read(name).decode('utf-8', 'replace')}"
                for name in archive.namelist()
            ]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            texts.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(texts)


def typeset(publication):
    """Return all that goes into a PDF: nothing else can come out of it."""
    writer = _Writer(publication)
    return "\n".join([*writer.source(), *writer.files.values()])


def words_of_pdf(publication):
    """Return the same, and what a reader of the PDF finds, if there is one here."""
    found = typeset(publication)
    if shutil.which("pdftotext"):
        data = publish(publication, "pdf").content
        command = ["pdftotext", "-", "-"]
        found += subprocess.run(
            command, input=data, capture_output=True, check=True
        ).stdout.decode()
    return found


def open_words(taught, exercise):
    """Return the words that may stand on a sheet: of all that is not left out."""
    gone = {gap.node for gap in exercise.gaps}
    told = [taught.title]
    for ref in taught.graph.order:
        if taught.name(ref) not in gone:
            told += [taught.said(ref), ref.title]
    told += [section.title for section in taught.graph.sections]
    return {word.casefold() for text in told for word in WORD.findall(text)}


@pytest.mark.parametrize("kind", ["boxes", "hidden", "order", "bank"])
@pytest.mark.parametrize("name", list(WRITERS))
def test_no_word_of_an_answer_is_anywhere_in_a_sheet(kind, name):
    taught, exercise, request = made(MAP, kind, seed="3", distractors=0)
    read = words_of_pdf if name == "pdf" else lambda pages: readable(publish(pages, name).content)
    found = read(sheet_pages(taught, exercise, request)).casefold()
    in_key = read(key_pages(taught, exercise, request)).casefold()
    known = open_words(taught, exercise)
    secret = (
        {
            word.casefold()
            for gap in exercise.gaps
            for text in ((gap.title or "",) if kind in {"order", "bank"} else gap.accepted)
            for word in WORD.findall(text)
        }
        - known
        - {word for each in exercise.options for word in WORD.findall(each.text.casefold())}
    )
    if kind in {"boxes", "hidden"}:
        assert len(secret) > 3
    bare = made(BARE, kind if kind != "hidden" else "boxes", distractors=0)
    furniture = set(WORD.findall(read(sheet_pages(*bare)).casefold()))
    in_sheet = set(WORD.findall(found))
    for word in secret - furniture:
        assert word not in in_sheet
        if kind in {"boxes", "hidden"}:
            assert word in in_key, "else this test looks for what cannot be found"


def test_a_picture_is_bare_of_names_that_are_not_seen():
    taught, exercise, request = made(SCHOOL, "boxes", seed="7")
    html = publish(sheet_pages(taught, exercise, request), "html").content
    pictures = [
        base64.b64decode(found).decode()
        for found in re.findall(r"data:image/svg\+xml;base64,([^\"')]+)", html)
    ] or re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert pictures
    for gap in exercise.gaps:
        for picture in pictures:
            assert gap.answer not in picture
            assert gap.title.lower().replace(" ", "-") not in picture.lower()
            assert gap.title not in picture


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_same_seed_gives_the_same_bytes(kind):
    for name in ("docx", "html", "md") if kind == "bank" else ("html",):
        first, second = (
            publish(
                sheet_pages(*made(MAP if kind != "indicators" else HUANG, kind, seed="5")), name
            ).content
            for _ in range(2)
        )
        assert first == second


def test_a_word_bank_has_what_belongs_nowhere():
    taught, exercise, request = made(SCHOOL, "bank", blanks=4, seed="7")
    answers = {gap.answer for gap in exercise.gaps}
    extra = {option.text for option in exercise.options if option.is_distractor}
    assert len(extra) == 2
    assert answers.isdisjoint(extra)
    assert {option.text for option in exercise.options} == answers | extra
    said = {taught.said(ref) for ref in taught.graph.order}
    assert extra <= said, "nothing is invented"
    picture = " ".join(str(box) for box in exercise.covered.boxes)
    assert not any(text in picture for text in extra)
    numbers = {option.text: option.number for option in exercise.options}
    for gap in exercise.gaps:
        assert gap.is_exact
        assert numbers[gap.answer] in gap.accepted
    html = publish(sheet_pages(taught, exercise, request), "md").content
    assert "belongs nowhere" not in html
    assert "belongs nowhere" in publish(key_pages(taught, exercise, request), "md").content


def test_hostile_words_stay_words(tmp_path):
    text = '[A]: q.\n  + <B>: \\#set page(width: 1pt) </svg><script>x</script> " _a_ | b.\n'
    for kind in ("boxes", "order", "links"):
        taught, exercise, request = made(text + "  - <C>: zz ww.\n", kind)
        for name in ("html", "md", "pdf"):
            for pages in (sheet_pages, key_pages):
                content = publish(pages(taught, exercise, request), name).content
                assert content
                if name == "html":
                    assert "<script>x" not in content


def test_deep_and_wide_maps_are_split_into_pages(time_limit=20):
    deep = "[A]: q.\n" + "".join(f"{'  ' * n}+ <B{n}>: word{n} goes on.\n" for n in range(1, 90))
    taught, exercise, request = made(deep, "boxes", blanks=3)
    content = publish(sheet_pages(taught, exercise, request), "html").content
    assert "The map, part 1 of" in content
    for kind in ("order",):
        taught, exercise, request = made(deep, kind)
        assert publish(sheet_pages(taught, exercise, request), "pdf").content[:4] == b"%PDF"


def run(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_the_commands(tmp_path):
    out = tmp_path / "sheet.docx"
    assert run("worksheet", SCHOOL, "--kind", "bank", "-o", out).exit_code == 0
    assert out.read_bytes()[:2] == b"PK"
    told = run("worksheet", SCHOOL, "--kind", "boxes", "--blank", 3, "--seed", 7)
    assert "The map in words" in told.stdout
    key = run("key", SCHOOL, "--kind", "boxes", "--blank", 3, "--seed", 7, "--format", "json")
    report = json.loads(key.stdout)
    assert len(report["blanks"]) == 3
    for blank in report["blanks"]:
        assert blank["answer"] not in told.stdout
        assert blank["answer"] in run("key", SCHOOL, "--blank", 3, "--seed", 7).stdout


def test_the_text_stands_beside_the_map_unless_it_is_not_wanted():
    shown = run("worksheet", HUANG, "--kind", "hidden").stdout
    assert "October 30th news" in shown
    assert (
        "October 30th news" not in run("worksheet", HUANG, "--kind", "hidden", "--no-text").stdout
    )


def test_layouts_on_other_papers():
    taught, exercise, request = made(HUANG, "hidden")
    pages = {
        paper: sheet_pages(taught, exercise, request, Layout(paper, has_text=False))
        for paper in (Paper.A4, Paper.A3)
    }
    pictures = {paper: str(each.blocks).count("Figure(") for paper, each in pages.items()}
    assert pictures[Paper.A3] < pictures[Paper.A4]

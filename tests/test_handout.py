"""The handout of a talk has every step, in every format of pages."""

import re

import pytest
from typer.testing import CliRunner

import argmap
from argmap.cli import app
from argmap.drawing import make_report, plan_talk
from argmap.handout import handout_pages
from argmap.publishing import WRITERS, publish

SVG = argmap.render(argmap.loads("[A]: a.\n"))


@pytest.mark.parametrize("name", WRITERS)
def test_a_handout_is_written_in_every_format(name):
    deck, _ = plan_talk(make_report(argmap.load("maps/school_uniform.argdown")))
    assert publish(handout_pages(deck, SVG), name).content


def test_every_step_with_its_quotes_is_there():
    deck, _ = plan_talk(make_report(argmap.load("maps/huang.argdown")))
    told = publish(handout_pages(deck, SVG), "md").content
    assert len(re.findall(r"^\d+\. ", told, re.MULTILINE)) == len(deck.slides)
    assert "We hope the world is built on our technology stack" in told
    assert "unstated" in told
    assert "What would change your mind?" in told
    assert all(point.text in told for point in deck.weak) and deck.weak


def test_the_command_writes_both(tmp_path):
    page, paper = tmp_path / "t.html", tmp_path / "t.md"
    arguments = [
        "present",
        "maps/school_uniform.argdown",
        "-o",
        str(page),
        "--handout",
        str(paper),
    ]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.stderr
    assert page.exists() and "Step by step" in paper.read_text("utf-8")


def test_an_ending_that_is_no_format_is_refused(tmp_path):
    arguments = ["present", "maps/school_uniform.argdown", "--handout", str(tmp_path / "t.odt")]
    result = CliRunner().invoke(app, arguments)
    assert "use md, html, pdf, docx" in str(result.exception)
    assert not list(tmp_path.iterdir())

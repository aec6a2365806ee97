"""Notebooks: a picture and words for graphs, maps and labellings, whatever happens."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

import argmap
from argmap import notebooks

TEXT = "===\ntitle: Trams\n===\n[T]: Build trams.\n  + <A>: They are quiet.\n    - <B>: Not in curves.\n"
HTML, SVG, PLAIN = "text/html", "image/svg+xml", "text/plain"


@pytest.fixture
def graph():
    return argmap.loads(TEXT)


def test_a_graph_is_a_picture_and_a_tree(graph):
    bundle = graph._repr_mimebundle_()
    assert set(bundle) == {HTML, SVG, PLAIN}
    ET.fromstring(bundle[SVG])
    ET.fromstring(bundle[HTML])
    assert "max-width:100%" in bundle[HTML] and "They are quiet." in bundle[SVG]
    assert bundle[PLAIN].splitlines()[0] == "[T]: Build trams."
    assert "− <B>: Not in curves." in bundle[PLAIN]


def test_a_map_and_a_labelling_are_pictures_too(graph):
    drawn = argmap.draw_map(graph)._repr_mimebundle_()
    labelled = argmap.evaluate(graph)._repr_mimebundle_()
    assert "They are quiet." in drawn[SVG] and "Supported by: A" in drawn[PLAIN]
    assert re.search(r">[^<]*\bOUT\b", labelled[SVG])
    assert re.search(r"^out +\[T\]$", labelled[PLAIN], re.MULTILINE)


def test_what_is_asked_for_is_given(graph):
    assert set(graph._repr_mimebundle_(include={PLAIN})) == {PLAIN}
    assert set(graph._repr_mimebundle_(include=[SVG, "image/png"])) == {SVG}
    assert set(graph._repr_mimebundle_(exclude={SVG, HTML})) == {PLAIN}
    assert set(graph._repr_mimebundle_(include=None, exclude={PLAIN})) == {HTML, SVG}
    assert graph._repr_mimebundle_(include={"image/png"}) == {}


def test_nothing_is_drawn_that_is_not_asked_for(graph, monkeypatch):
    monkeypatch.setattr(notebooks, "_picture", lambda shown: pytest.fail("drawn"))
    graph._repr_mimebundle_(include={PLAIN})


def test_two_pictures_on_a_page_share_no_id(graph):
    pages = [graph._repr_mimebundle_()[HTML] for _ in range(3)]
    other = argmap.loads("[T]: Build trams.\n  + <A>: Other.\n")._repr_mimebundle_()[HTML]
    ids = [name for page in (*pages, other) for name in re.findall(r'\bid="([^"]+)"', page)]
    assert len(ids) == len(set(ids)) > 12
    for page in pages:
        own = set(re.findall(r'\bid="([^"]+)"', page))
        for named in re.findall(r'aria-labelledby="([^"]+)"', page):
            assert set(named.split()) <= own


def test_ids_are_the_same_in_the_next_session():
    code = (
        "import argmap, re\n"
        f"svg = argmap.loads({TEXT!r})._repr_mimebundle_()['image/svg+xml']\n"
        'print(re.findall(r\'id="([^"]+)"\', svg))'
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1 and b"map-" in outputs.pop()


def test_what_cannot_be_drawn_is_told_in_words(graph, monkeypatch):
    monkeypatch.setenv("ARGMAP_DOT", "/not/there")
    bundle = graph._repr_mimebundle_()
    assert set(bundle) == {PLAIN}
    assert bundle[PLAIN].startswith("(no picture: ") and "/not/there" in bundle[PLAIN]
    assert "Build trams." in bundle[PLAIN]


def test_a_fault_of_ours_is_told_in_words(graph, monkeypatch):
    def broken(*_):
        raise RecursionError("too\ndeep")

    monkeypatch.setattr(notebooks, "_picture", broken)
    monkeypatch.setattr(notebooks, "_tree", broken)
    bundle = graph._repr_mimebundle_()
    assert bundle == {PLAIN: "(no picture: too deep)\nArgumentGraph (too deep)"}


@pytest.mark.parametrize("text", ["", "===\n", "[", "just prose", "[A]: alone"])
def test_maps_of_nothing_are_words(text):
    bundle = argmap.loads(text)._repr_mimebundle_()
    assert "argument graph: " in bundle[PLAIN] or "[A]" in bundle[PLAIN]


def test_a_map_too_large_for_a_cell_is_words(monkeypatch, graph):
    monkeypatch.setattr(notebooks, "MOST_BOXES", 2)
    bundle = graph._repr_mimebundle_()
    assert set(bundle) == {PLAIN} and "3 boxes are too many for a cell" in bundle[PLAIN]


def test_showing_costs_nothing_at_the_start():
    code = "import sys, argmap.model; print('argmap.notebooks' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def test_a_notebook_page_has_both_pictures(graph, page):
    pictures = [graph._repr_mimebundle_()[HTML], argmap.evaluate(graph)._repr_mimebundle_()[HTML]]
    page.set_content(f'<div style="width:120px">{"".join(pictures)}</div>')
    assert page.locator("svg").count() == 2
    for number in range(2):
        assert page.locator("svg").nth(number).bounding_box()["width"] <= 120.5

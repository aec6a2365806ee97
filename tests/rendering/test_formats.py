"""Every format is drawn; the same map gives the same bytes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.rendering import (
    RENDERERS,
    EngineError,
    MissingExtraError,
    Passage,
    RenderOptions,
    Report,
    ReportFinding,
    UnknownFormatError,
    draw,
    render,
)
from argmap.rendering.engine import find_engine, run_engine
from argmap.rendering.svg import picture_size

ROOT = Path(__file__).parents[2]
SMALL = """===
title: A small map
===

[Thesis]: We should act. #thesis
  + <Reason>: It helps.
    - [Doubt]: Does it?
  - <Cost>: It is dear.
    _> <Reason>

<Proof>

(1) [Fact]: Something is so. {source: "A book"}
  <- <Objection>: It is not.
(2) Somebody must act. #unstated
-- practical reasoning --
(3) [Thesis]
"""
TEXTS = Path(__file__).parent / "golden"


def test_every_format_draws_a_map(make_map):
    starts = {
        "svg": "<svg",
        "html": "<!DOCTYPE",
        "dot": "digraph",
        "png": b"\x89PNG",
        "pdf": b"%PDF",
        "mermaid": "flowchart",
    }
    assert set(starts) == set(RENDERERS)
    for name, renderer in RENDERERS.items():
        content = render(make_map(SMALL), name)
        if name == "mermaid":
            content = content.split("---\n")[-1]
        assert content.startswith(starts[name])
        assert isinstance(content, bytes) == renderer.is_binary


@pytest.mark.parametrize("theme", ["paper", "dark", "print", "classroom"])
def test_every_theme_draws_a_map(theme, make_map):
    assert "<text" in render(make_map(SMALL), "svg", RenderOptions(theme=theme))


def test_dot_of_a_small_map_is_as_it_was(make_map):
    golden = TEXTS / "small.dot"
    dot = render(make_map(SMALL), "dot")
    if os.environ.get("ARGMAP_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(dot, "utf-8")
        (TEXTS / "small.argdown").write_text(SMALL, "utf-8")
    assert dot == golden.read_text("utf-8")


@pytest.mark.parametrize("name", ["svg", "html"])
def test_bytes_do_not_depend_on_the_hash_seed(name):
    script = (
        "import sys; from pathlib import Path\n"
        "from argmap.source import Source; from argmap.syntax import parse\n"
        "from argmap.model import build_graph; from argmap.mapping.arrange import build_map\n"
        "from argmap.rendering import render\n"
        f"text = Path({str(ROOT / 'maps' / 'huang.argdown')!r}).read_text('utf-8')\n"
        f"print(render(build_map(build_graph(parse(Source.of(text)))), {name!r}))"
    )
    outputs = set()
    for seed in ("0", "1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, check=True
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_svg_tells_what_it_shows(make_map):
    svg = render(make_map(SMALL), "svg")
    assert '<title id="map-title">A small map</title>' in svg
    assert 'id="statement-thesis"' in svg and 'id="argument-reason"' in svg
    assert "MAIN CLAIM" in svg and "UNSTATED" in svg and "− attacks" not in svg
    assert re.search(r"<title>&lt;Cost&gt; attacks \[Thesis\]</title>", svg)
    assert svg.count('id="') == len(set(re.findall(r'id="[^"]*"', svg)))
    assert "<script" not in svg and "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_the_legend_explains_only_what_is_there(make_map):
    svg = render(make_map("[A]: a\n  + <B>: b\n"), "svg")
    assert ">supports<" in svg and ">attacks<" not in svg and ">unstated<" not in svg


def test_a_png_has_the_width_that_was_asked_for(make_map):
    data = render(make_map(SMALL), "png", RenderOptions(width=777))
    assert int.from_bytes(data[16:20], "big") == 777


def test_foreign_characters_are_told_of(make_map):
    drawing = draw(make_map("[A]: 白馬非馬\n  + [B]: 白\n"), "png")
    assert len(drawing.notices) == 1 and "system" in drawing.notices[0]
    assert not draw(make_map(SMALL), "png").notices


def test_a_pdf_has_fonts_and_real_text(make_map):
    data = render(make_map(SMALL), "pdf")
    assert b"Arimo" in data and b"StructTreeRoot" in data


def test_a_missing_extra_is_told_of(make_map, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"argmap\[print\]"):
        render(make_map(SMALL), "pdf")


def test_unknown_formats_and_themes_list_what_there_is(make_map):
    with pytest.raises(UnknownFormatError, match="svg, png, pdf, html, dot, mermaid"):
        render(make_map(SMALL), "gif")
    with pytest.raises(UnknownFormatError, match="paper, dark, print"):
        render(make_map(SMALL), "svg", RenderOptions(theme="pink"))


def test_engine_errors_are_one_line(monkeypatch):
    monkeypatch.delenv("ARGMAP_DOT", raising=False)
    assert find_engine().name.startswith("graphviz-pure")
    with pytest.raises(EngineError, match="no layout engine 'nowhere'"):
        find_engine("nowhere")
    monkeypatch.setenv("ARGMAP_DOT", "/not/there")
    with pytest.raises(EngineError, match="/not/there"):
        find_engine()
    monkeypatch.delenv("ARGMAP_DOT")
    with pytest.raises(EngineError, match="refused the graph") as refused:
        run_engine("digraph { a [label=<<B>] }", "plain")
    assert "\n" not in str(refused.value)


def test_the_page_is_whole_without_scripts(make_map):
    report = Report(
        make_map(SMALL),
        findings=(ReportFinding("error", "SUP001", "unsupported-conclusion", "Nothing."),),
        passages=(Passage("Fact", "so", "it is", "they say", "book, line 3", "Somebody"),),
    )
    page = render(report, "html")
    assert "Content-Security-Policy" in page and page.count("<script") == 3
    assert not re.search(r'(src|href)="(?!#)', page)
    assert "prefers-color-scheme:dark" in page and "@media print" in page
    for landmark in ("<header", "<main>", "<nav", "<footer>", "<h1>"):
        assert landmark in page
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links <= set(re.findall(r'id="([^"]+)"', page))
    assert len(page) < 1_000_000


def test_picture_size_reads_what_was_written(make_map):
    assert picture_size(render(make_map(SMALL), "svg")).width > 100


@pytest.mark.parametrize("path", sorted((ROOT / "maps").glob("*.argdown")), ids=lambda p: p.stem)
def test_graphviz_loads_the_dot_of_every_shipped_map(path, make_map):
    argument_map = make_map(path.read_text("utf-8"))
    plain = run_engine(render(argument_map, "dot"), "plain")
    lines = (plain.decode("utf-8") if isinstance(plain, bytes) else plain).splitlines()
    assert sum(line.startswith("node ") for line in lines) == len(argument_map.boxes)
    assert sum(line.startswith("edge ") for line in lines) == len(argument_map.edges)

"""Claims are data: nothing in them breaks a format or runs."""

import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Edge, EdgeKind, End, Group
from argmap.model.graph import NodeKind, NodeRef
from argmap.rendering import Passage, Report, ReportFinding, render
from argmap.rendering.display_text import printable
from argmap.rendering.engine import run_engine

HOSTILE = [
    "</TABLE>",
    'a "quoted" \\N \\G \\" text\\',
    "&lt;script&gt; &amp; &#x3c;",
    "<script>alert(1)</script>",
    "]]> --> <!-- ]]>",
    "NUL \x00 and \x1b[31m and \x07",
    "half a pair \ud800 here",
    "line\u2028and\u2029paragraph\u0085next",
    "\u202egnirts desrever\u202c \u2066isolated\u2069",
    '{"}|<p0>',
    "' onload='alert(1)",
    "\ufffe\uffff",
    "</style><style>*{display:none}",
    "x" * 400,
    "白马非马，可乎？" * 30,
    "e\u0301" * 50 + "👩‍👩‍👧",
    " ",
    "",
]


def hostile_map(text):
    ref = NodeRef(NodeKind.STATEMENT, text)
    boxes = (
        Box("one", BoxKind.STATEMENT, ref, text, text, is_thesis=True, group=0),
        Box("two", BoxKind.ARGUMENT, ref, text, text, role=EdgeKind.ATTACK, label=text),
    )
    edges = (Edge("edge-1", EdgeKind.ATTACK, End("two"), End("one")),)
    return ArgumentMap(text, boxes, edges, (Group("group-1", text, None),), language=text)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_svg_stays_well_formed_and_inert(text):
    svg = render(hostile_map(text), "svg")
    root = ET.fromstring(svg.encode("utf-8"))
    assert not [e for e in root.iter() if e.tag.rsplit("}")[-1] in ("script", "a", "image", "use")]
    assert "href" not in svg and not [
        e for e in root.iter() for name in list(e.attrib) if name.startswith("on")
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_dot_is_accepted_by_the_engine(text):
    dot = render(hostile_map(text), "dot")
    dot.encode("utf-8")
    assert run_engine(dot, "plain").startswith("graph")


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []
        self.names = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.names += [name for name, _ in attrs]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_html_has_no_foreign_elements(text):
    report = Report(
        hostile_map(text),
        findings=(ReportFinding("error", "SUP001", "x", text, text, text, text),),
        passages=(Passage(text, text, text, text, text, text),),
        subtitle=text,
    )
    page = render(report, "html")
    page.encode("utf-8")
    plain = _Tags()
    plain.feed(render(Report(hostile_map("words")), "html"))
    found = _Tags()
    found.feed(page)
    extra = set(found.tags) - set(plain.tags)
    assert extra <= {"blockquote", "figure", "figcaption", "mark", "code", "strong", "tspan"}
    assert found.tags.count("script") == 3 and "src" not in found.names
    assert page.count("<style>") == 1 and not any(name.startswith("on") for name in found.names)


def test_png_and_pdf_take_hostile_text():
    argument_map = hostile_map('\x00 <b>&amp;" \\ #set page(1) $x$ ]')
    assert render(argument_map, "png").startswith(b"\x89PNG")
    assert render(argument_map, "pdf").startswith(b"%PDF")


def test_printable_keeps_words_and_drops_tricks():
    assert printable(" a\n b\tc ") == "a b c"
    assert printable("\u202eabc") == "abc"
    assert printable("\x00") == "\ufffd"

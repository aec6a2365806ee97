"""Links in pictures: addresses of the web and of mail, and nothing else."""

import re
import xml.etree.ElementTree as ET

import pytest

from argmap.mapping.web_links import safe_link
from argmap.rendering import render

SAFE = [
    "http://example.org",
    "https://example.org/a?b=1&c=2#d",
    "HTTPS://example.org/ü",
    "mailto:a@b.org",
]
HOSTILE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org/x",
    "example.org",
    "https:///path",
    "https://",
    "https://user@example.org/",
    "https://good.example@evil.example/",
    "https://[::1",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/\u202egpj.exe",
    "https://example.org/ space",
    "https://example.org/\n",
    "https://example.org/" + "a" * 3000,
    "mailto:",
    "mailto://a@b.org",
    "",
    None,
    7,
    ["https://example.org"],
]


@pytest.mark.parametrize("address", SAFE)
def test_what_is_followed(address):
    assert safe_link(address) == address


@pytest.mark.parametrize("address", HOSTILE, ids=lambda address: ascii(address)[:30])
def test_what_stays_words(address):
    assert safe_link(address) is None


def links(svg):
    root = ET.fromstring(svg)
    return {
        link.get("href"): " ".join("".join(text.itertext()) for text in link)
        for link in root.iter("{http://www.w3.org/2000/svg}a")
    }


def test_the_words_of_a_box_and_of_a_row_lead_to_their_address(make_map):
    text = """===
sources:
  book: {title: Book, url: "https://example.org/book?a=1&b=2"}
  bad: {title: Bad, url: "javascript:alert(1)"}
===
[T]: The claim.
  + <A>: From a book. {source: book}
  - <B>: From nowhere. {source: bad}
<C>

(1) [P]: First premise. {url: "https://example.org/p"}
(2) [Q]: Second premise. {url: "data:text/html,x"}
----
(3) [T]
"""
    svg = render(make_map(text), "svg")
    found = links(svg)
    assert set(found) == {"https://example.org/book?a=1&b=2", "https://example.org/p"}
    assert "From a book." in found["https://example.org/book?a=1&b=2"]
    assert {"First", "premise."} <= set(found["https://example.org/p"].split())
    assert "Second" not in found["https://example.org/p"]
    assert "javascript" not in svg and "data:text" not in svg
    assert svg.count("<a ") == svg.count('rel="noopener noreferrer"') == svg.count("</a>")


def test_a_nodes_own_address_comes_before_that_of_its_source(make_map):
    text = (
        '===\nsources:\n  s: {url: "https://example.org/s"}\n===\n'
        '[T]: t\n  + [A]: a {source: s, url: "https://example.org/own"}\n'
    )
    assert set(links(render(make_map(text), "svg"))) == {"https://example.org/own"}


def test_a_picture_with_links_is_not_called_a_picture(make_map):
    plain = render(make_map("[T]: t\n  + [A]: a\n"), "svg")
    linked = render(make_map('[T]: t\n  + [A]: a {url: "https://example.org"}\n'), "svg")
    assert ' role="img"' in plain and "<a " not in plain
    assert ' role="group"' in linked


def test_ids_come_from_titles_and_stay(make_map):
    ids = re.compile(r'<g id="([^"]+)" class="node')
    few = ids.findall(render(make_map("[One]: a\n  + <Two>: b\n"), "svg"))
    more = ids.findall(render(make_map("[One]: changed\n  - [Zero]: z\n  + <Two>: b\n"), "svg"))
    assert few == ["statement-one", "argument-two"] and set(few) < set(more)

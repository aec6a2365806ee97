"""Mermaid: what the chart says of a map, and that no claim can break out of its quotes.

The real Mermaid is not needed: a line here is one of a few shapes, and texts have no sign of its
language in them. (All shipped maps and the hostile texts below were drawn by Mermaid 11.)
"""

import re

import pytest

import argmap
from argmap.drawing import make_report
from argmap.rendering import render

NAME = r"[A-Za-z][A-Za-z0-9_]*"
TEXT = r'"[^"]*"'
LINES = [
    re.compile(pattern)
    for pattern in (
        r"flowchart BT",
        r"  accTitle: [^#;%{}<>`]*",
        r"  accDescr: [^#;%{}<>`]*",
        rf"  subgraph {NAME}\[{TEXT}\]",
        r"  end",
        rf" +{NAME}(\({TEXT}\)|\[{TEXT}\]|\(\({TEXT}\)\)|\[\[{TEXT}\]\]|\{{\{{{TEXT}\}}\}}):::\w+",
        rf"  {NAME} (-->|==>|-\.->|<-\.->|-\.-x|---)(\|{TEXT}\|)? {NAME}",
        rf"  class {NAME} \w+",
        rf"  style {NAME} fill:#[0-9A-Fa-f]{{6}},stroke:#[0-9A-Fa-f]{{6}}",
        r"  classDef \w+ [\w:#,. -]+",
        r"  linkStyle \d+(,\d+)* stroke:#[0-9A-F]{6}",
    )
]
HOSTILE = [
    'He said "end" and left',
    '%%{init: {"securityLevel": "loose"}}%%',
    '"]; click argument_a "javascript:alert(1)"',
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "`markdown` #quot; &amp; #35;",
    "style x:y #f00; classDef a:b #c;",
    "A --> B | C { D } [ E ] ( F )\\",
    "白马非马 😀 \u202e مرحبا \x00",
    "end",
]


def lines_of(chart):
    body = re.sub(r"\A---\ntitle: \".*\"\n---\n", "", chart)
    return body.splitlines()


def assert_is_well_formed(chart):
    opened = 0
    for line in lines_of(chart):
        assert any(shape.fullmatch(line) for shape in LINES), line
        opened += line.startswith("  subgraph ")
        opened -= line == "  end"
        assert opened >= 0
    assert opened == 0


def test_a_map_says_the_same_in_mermaid(make_map):
    chart = render(
        make_map(
            "[T]: We should act. #thesis\n  + <A>: It helps.\n    _ <C>: It does not follow.\n  - <B>: It costs.\n"
        ),
        "mermaid",
    )
    assert_is_well_formed(chart)
    assert '  statement_t("We should act."):::thesis' in chart
    assert '  argument_a["<b>A</b><br>It helps."]:::supports' in chart
    assert "  argument_a --> statement_t" in chart
    assert '  argument_b -.->|"−"| statement_t' in chart
    assert '  argument_c -.-x|"×"| argument_a' in chart


def test_premises_lead_to_their_inference_and_attacks_end_on_it(make_map):
    text = """<Proof>

(1) [P]: One.
  <- <Doubt>: Not so.
(2) [Q]: Two. #unstated
-- modus ponens --
  _ <Gap>: It does not follow.
(3) [R]: Three.
----
(4) [S]: Four.
"""
    chart = render(make_map(text), "mermaid")
    assert_is_well_formed(chart)
    [first] = re.findall(r'(\w+)\{\{"because · modus ponens"\}\}', chart)
    rows = re.findall(r'(\w+)\("[12]\. (?:One|Two)\."\)', chart)
    assert len(rows) == 2 and all(f"  {row} --- {first}\n" in chart for row in rows)
    [third] = re.findall(r'(\w+)\("3\. Three\."\)', chart)
    assert f"  {first} --> {third}\n" in chart
    assert f'  argument_doubt -.->|"−"| {rows[0]}\n' in chart
    assert f'  argument_gap -.-x|"×"| {first}\n' in chart
    assert re.search(r'"2\. Two\."\):::unstated', chart)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_stay_words(text, make_map):
    data = make_map(f"===\ntitle: a\n===\n[T]: {text}\n  + <A>: {text}\n")
    chart = render(data, "mermaid")
    assert_is_well_formed(chart)
    for inner in re.findall(r'"([^"]*)"', "\n".join(lines_of(chart))):
        plain = re.sub(r"#\d+;", "", inner).replace("<b>", "").replace("</b>", "")
        assert not set(plain.replace("<br>", "")) & set("#<>%`{}&\"'\\|")


def test_a_hostile_title_stays_in_its_string():
    graph = argmap.loads("===\ntitle: 'x\" <b> --- %%{init}%%'\n===\n[A]: a\n  + <B>: b\n")
    chart = argmap.render(graph, "mermaid")
    assert chart.startswith('---\ntitle: "x\\" ‹b› --- %%{init}%%"\n---\nflowchart BT\n')
    assert_is_well_formed(chart)


def test_names_are_ascii_stable_and_apart(make_map):
    chart = render(make_map("[罢]: a\n  + [盐]: b\n  + [a-b]: c\n  + [end]: d\n"), "mermaid")
    names = re.findall(r"^  (\w+)\(", chart, re.MULTILINE)
    assert len(names) == len(set(names)) == 4
    assert all(re.fullmatch(NAME, name) for name in names) and "end" not in names
    more = render(
        make_map("[罢]: a\n  + [盐]: b\n  + [a-b]: c\n  + [end]: d\n  + [x]: y\n"), "mermaid"
    )
    assert set(names) < set(re.findall(r"^  (\w+)\(", more, re.MULTILINE))


def test_sections_are_frames_within_frames(make_map):
    chart = render(make_map("# One\n\n## Two\n\n[A]: a\n  + <B>: b\n"), "mermaid")
    assert_is_well_formed(chart)
    assert chart.count("  subgraph ") == 2 and chart.count(" section\n") == 2


def test_each_kind_of_edge_has_its_colour(make_map):
    chart = render(make_map("[A]: a\n  + <B>: b\n  - <C>: c\n  >< [D]: d\n"), "mermaid")
    numbers = [
        int(number)
        for listed in re.findall(r"linkStyle ([\d,]+)", chart)
        for number in listed.split(",")
    ]
    arrows = len(re.findall(r"(-->|-\.->)", chart))
    assert sorted(numbers) == list(range(arrows))


def test_a_large_card_is_linear(make_map):
    rows = "".join(f"({number}) [P{number}]: p\n" for number in range(1, 400))
    assert_is_well_formed(render(make_map(f"<A>\n\n{rows}----\n(400) [T]: t\n"), "mermaid"))


def test_the_colours_of_speakers_are_said_in_words_too():
    graph = argmap.loads("[T]: We should act. {speaker: Ann}\n  + <A>: It helps. {speaker: Bo}\n")
    report = make_report(graph, colour_by="speaker")
    chart = render(report, "mermaid")
    assert_is_well_formed(chart)
    assert chart.count("  style ") == 2
    assert re.search(r"<i>Bo</i>", chart, re.IGNORECASE)

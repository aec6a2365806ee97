"""Data that is read without a YAML library means what YAML says it means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.source import Span
from argmap.syntax import ARGMAP, REFERENCE
from argmap.syntax import data as all_of_yaml
from argmap.syntax.simple_data import read_simple_data

SCALARS = [
    "a", "two words", "x-1", "a.b", "1", "-1", "0x1F", "0o17", "017", "1_000", "1e3", ".5", "1.", "~",
    "true", "True", "no", "null", "2024-02-29", "2024-02-29 10:00:00", '"quoted: yes"', "'it is'", '""',
    "''", '"\u4e2d # {x}"', "a/b", "a+b", "c++", "a #b", "a  #b", "a#b", "\u4e2d\u6587", "e\u0301", "a:b", "a: b",
    "-", "- a", "?", "&a", "*a", "!x", "|", ">", "%", "@a", "`", '"a\\n"', '"\x85"', '"\u2028"', '"\ufeff"',
    "a\tb", "a ", "  a", "''''", '"\\""', "[]", "[1, 2]", "[ 1 ]", "[a b, 'c', \"d\"]", "[1,]", "[,]",
    "[[1]]", "{a: 1}", "", "\u0661", "1\u0661", "_a", "a_", "1_", "0b12", "1a", "+1", "\ud800", "a\r\nb",
]  # fmt: skip
KEYS = [
    "a",
    "quote",
    "a-b",
    "isInMap",
    "true",
    "Null",
    "1",
    "a b",
    '"a"',
    "\u00e4",
    "y",
    "_",
    "a_b",
]
GLUE = [": ", ":", ":  ", " : ", ":\t"]


@st.composite
def blocks(draw: st.DrawFn) -> str:
    entries = [
        draw(st.sampled_from(["", " "]))
        + draw(st.sampled_from(KEYS))
        + draw(st.sampled_from([": ", ": ", ": ", *GLUE]))
        + draw(st.one_of(st.sampled_from(SCALARS), st.text(max_size=6)))
        for _ in range(draw(st.integers(0, 3)))
    ]
    return "{" + draw(st.sampled_from([", ", ", ", ",", " , "])).join(entries) + "}"


def by_yaml(text, dialect, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(all_of_yaml, "read_simple_data", lambda *_, **__: None)
        return all_of_yaml.read_data(text, Span(0, len(text)), dialect)


@pytest.mark.parametrize("dialect", [ARGMAP, REFERENCE], ids=["argmap", "reference"])
@settings(max_examples=1500, deadline=None)
@given(text=blocks())
def test_it_is_what_yaml_reads(dialect, text):
    simple = read_simple_data(text, Span(0, len(text)), instants=dialect.dates_become_instants)
    if simple is not None:
        with pytest.MonkeyPatch.context() as patch:
            data, problems = by_yaml(text, dialect, patch)
        assert repr(data) == repr(simple)  # NaN is not equal to itself
        assert problems == []


@pytest.mark.parametrize("scalar", SCALARS)
def test_every_scalar(scalar, monkeypatch):
    for text in (f"{{a: {scalar}}}", f"{{a: [{scalar}, 1], b: {scalar} }}"):
        simple = read_simple_data(text, Span(0, len(text)), instants=True)
        if simple is not None:
            assert repr(by_yaml(text, REFERENCE, monkeypatch)) == repr((simple, []))


@pytest.mark.parametrize(
    "text",
    [
        "{uses: [1, 2]}",
        '{source: "x1"}',
        "{isInMap: false, color: red}",
        "{a: two words, b: 'c' }",
    ],
)
def test_what_maps_are_full_of_is_simple(text):
    assert read_simple_data(text, Span(0, len(text)), instants=False) is not None

"""One file without what it includes: directives are told apart, and change nothing else."""

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st
from spelled_out import assert_spans_hold, spell_out

from argmap.source import Source
from argmap.syntax import ARGMAP, REFERENCE, parse
from argmap.syntax.directives import find_includes
from argmap.syntax.unexpanded import parse_unexpanded

LONG = 300_000


def paths(text):
    return [include.path for include in find_includes(text)]


def test_directives_are_found_outside_comments():
    text = "@include(a b.ad)\n// @include(c)\n/* @include(d) */ x @include( e )<!--@include(f)-->"
    assert paths(text) == ["a b.ad", "e"]
    assert [text[slice(*i.span)] for i in find_includes(text)] == [
        "@include(a b.ad)",
        "@include( e )",
    ]


@pytest.mark.parametrize(
    "text",
    ["@include()", "@include(a\n)", "@include(a\r)", "@include(a", "@Include(a)", "include(a)"],
)
def test_what_is_no_directive(text):
    assert paths(text) == []
    document, includes = parse_unexpanded(text)
    assert includes == () and document == parse(Source.of(text))


def test_what_opens_no_comment_hides_no_directive():
    assert paths("/* @include(a)") == ["a"]
    assert paths("http://x @include(a)\n<!-- @include(b)") == ["a", "b"]
    assert paths("/*/ @include(a) */ @include(b)") == ["b"]


@pytest.mark.parametrize(
    "unit", ["/*", "<!--", "//", "@include(", "@include(x)", "@include(x\n", "/**/", ")", "\r"]
)
def test_long_texts_take_no_longer_than_their_length(unit):
    text = unit * (LONG // len(unit))
    found = len(paths(text + "@include(y)"))
    assert found >= len(paths(text)) and (unit != "@include(x)" or found == LONG // len(unit) + 1)


def test_a_directive_stands_between_paragraphs_like_a_comment():
    document, includes = parse_unexpanded("[A]: a\n\n@include(x)\n\n[B]: b @include(y) c\n// d\n")
    assert spell_out(document) == '[A]: "a"\n[B]: "b c"\ncomment \'// d\''
    assert [include.path for include in includes] == ["x", "y"]
    assert document.problems == ()


def test_a_directive_says_nothing_in_a_structure_or_list():
    document, _ = parse_unexpanded(
        "<A>\n\n(1) p\n@include(x)\n----\n(2) c\n\n@include(y)\n\n* i\n"
    )
    assert spell_out(document) == (
        '<A>\nstructure of 0\n  (1) "p"\n  ----\n  (2) "c"\nlist\n  item *\n    "i"'
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[A @include(x)]: b @include(y)", '[A @include(x)]: "b"'),
        ('[A]: b {a: "@include(x)"}', '[A]: "b" {"a": "@include(x)"}'),
        ("[A]: [t](@include(x))", "[A]: \"t)\" (link 't' → @include(x)"),
        ("a \\@include(x)", '"a @include(x)"'),
        ("===\ntitle: see @include(x)\n===\n", 'front matter {"title": "see @include(x)"}'),
    ],
)
def test_where_no_comment_could_stand_it_is_text(text, said):
    document, _ = parse_unexpanded(text)
    assert spell_out(document) == said


def test_a_comment_behind_a_marker_that_is_text_is_no_text():
    for text in ("para\n* @include(x) y", "para\n* /* c */ y", "para\n(1) /* c */ [y] z"):
        document, _ = parse_unexpanded(text)
        [item] = document.items
        assert item.text.plain in ("para * y", "para (1) [y] z")


@settings(max_examples=300, deadline=None)
@given(argdown(), st.sampled_from([ARGMAP, REFERENCE]))
def test_every_place_is_one_of_the_file(text, dialect):
    document, includes = parse_unexpanded(text, "map.argdown", dialect)
    assert document.source == Source.of(text, "map.argdown")
    if dialect is ARGMAP:
        assert_spans_hold(document)
    found = list(find_includes(text))
    assert all(include in found for include in includes)
    assert not {include.span for include in includes} & set(document.comments)
    assert "~" in text or "~" not in repr(document.items)
    if not includes:
        assert document == parse(Source.of(text, "map.argdown"), dialect)

"""The tree that `argmap tree` writes holds all that the parser found, for texts of any kind."""

import json
import re

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.exchange.json_text import plain
from argmap.exchange.syntax_outline import write_syntax_outline
from argmap.exchange.syntax_tree import TYPES, comments_in_order, write_syntax_tree
from argmap.source import Span
from argmap.syntax import ROOT, Data, Mark, Text
from argmap.syntax.unexpanded import parse_unexpanded

SAMPLE = """===
title: t
===
# Part *one* #h {isGroup: true}

[A]: a **b** [c](http://x.y) @<B> #t {k: [1, x]}
  +> <B>
// c

<B>

(1) p
-- r, s {uses: [1]} --
(2) c

* i
{k: 1

@include(x.argdown)
"""


def tree_of(text):
    return json.loads(write_syntax_tree(*parse_unexpanded(text, "map.argdown")))


def outline_of(text):
    return write_syntax_outline(*parse_unexpanded(text, "map.argdown"))


# -- JSON --------------------------------------------------------------------------------------


def test_items_have_the_fields_of_their_classes_and_no_others():
    items = {item["type"]: item for item in tree_of(SAMPLE)["items"]}
    for kind, name in TYPES.items():
        fields = set(kind._fields)
        assert items[name].keys() == {"type", *fields}


def test_the_keys_of_the_parts_are_fixed():
    tree = tree_of(SAMPLE)
    place = {"start", "end", "line", "column", "end_line", "end_column"}
    assert list(tree) == ["path", "front_matter", "items", "comments", "includes", "problems"]
    statement = next(item for item in tree["items"] if item["type"] == "statement")
    assert statement["span"].keys() == place
    assert statement["text"].keys() == {"span", "plain", "marks"}
    assert statement["text"]["marks"][0].keys() == {"kind", "start", "stop", "target", "span"}
    assert statement["data"].keys() == tree["front_matter"].keys() == {"span", "value", "spans"}
    assert tree["comments"][0].keys() == place
    assert tree["includes"][0].keys() == {"path", "span"}
    assert tree["problems"][0].keys() == {"code", "message", "help", "span", "fix"}


def test_fixes_are_edits_of_the_file():
    text = "[A]: a\n+ [B]: b\n"
    [problem] = tree_of(text)["problems"]
    [edit] = problem["fix"]["edits"]
    assert problem["fix"]["safe"] is True
    assert text[: edit["start"]] + edit["text"] + text[edit["end"] :] == "[A]: a\n  + [B]: b\n"


def test_values_that_json_does_not_know():
    [item] = tree_of("[A]: a {x: .nan, y: .inf, z: 123456789012345678901234567890}")["items"]
    value = item["data"]["value"]
    assert (
        value["x"] is None
        and value["y"] is None
        and value["z"] == pytest.approx(1.2345e29, rel=1e-3)
    )
    assert tree_of(f"(1{'0' * 400}) a")["items"][1]["number"] == 1e299


@settings(max_examples=300, deadline=None)
@given(argdown())
def test_the_document_can_be_made_of_the_tree_again(text):
    document, includes = parse_unexpanded(text, "map.argdown")
    tree = json.loads(write_syntax_tree(document, includes))
    reader = _Reader(text)
    made = {name: kind for kind, name in TYPES.items()}
    items = tuple(reader.item(made[entry.pop("type")], entry) for entry in tree["items"])
    assert items == tuple(map(_comparable, document.items))
    assert reader.data(tree["front_matter"]) == _comparable(document.front_matter)
    assert [reader.span(place) for place in tree["comments"]] == comments_in_order(document)
    assert [(i["path"], reader.span(i["span"])) for i in tree["includes"]] == [
        (include.path, include.span) for include in includes
    ]
    for entry, problem in zip(tree["problems"], document.problems, strict=True):
        assert (entry["code"], entry["message"]) == (problem.code, problem.finding.message)
        assert reader.span(entry["span"]) == problem.finding.span


class _Reader:
    """Makes the library's objects of JSON, and checks each place by counting lines."""

    def __init__(self, text):
        self.starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
        self.has_mark = text.startswith("\ufeff")

    def span(self, place):
        if place is None:
            return None
        for offset, line, column in (
            (place["start"], place["line"], place["column"]),
            (place["end"], place["end_line"], place["end_column"]),
        ):
            start = self.starts[line - 1]
            following = self.starts[line] if line < len(self.starts) else offset + 1
            shift = self.has_mark and line == 1 and offset > 0
            assert start <= offset < following and column == offset - start + 1 - shift
        return Span(place["start"], place["end"])

    def item(self, kind, entry):
        values = dict(entry)
        values["parent"] = ROOT if values["parent"] is None else values["parent"]
        for key in values.keys() & {"span", "title_span", "number_span"}:
            values[key] = self.span(values[key])
        for key in values.keys() & {"tags", "rules"}:
            values[key] = tuple(values[key])
        if "text" in values:
            values["text"] = self.text(values["text"])
        if "data" in values:
            values["data"] = self.data(values["data"])
        return kind(**values)

    def text(self, entry):
        if entry is None:
            return None
        marks = (Mark(**{**mark, "span": self.span(mark["span"])}) for mark in entry["marks"])
        return Text(self.span(entry["span"]), entry["plain"], tuple(marks))

    def data(self, entry):
        if entry is None:
            return None
        spans = {key: self.span(place) for key, place in entry["spans"].items()}
        return Data(self.span(entry["span"]), entry["value"], spans)


def _comparable(item):
    if isinstance(item, Data):
        return Data(item.span, plain(item.value), item.spans)
    if getattr(item, "data", None) is not None:
        return item._replace(data=_comparable(item.data))
    return item


# -- text --------------------------------------------------------------------------------------


def test_the_tree_to_be_read():
    assert (
        outline_of(SAMPLE)
        == """\
front-matter 1:1-3:4 {"title": "t"}
heading 4:1-4:32 level 1 "Part one #h" (italic "one") #h {"isGroup": true}
statement 6:1-6:49 [A]: "a b c @<B> #t" (bold "b") (link "c" → "http://x.y") \
(argument-mention "@<B>" → "B") #t {"k": [1, "x"]}
  relation 7:3-7:5 +>
    argument 7:6-7:9 <B>
comment 8:1-8:5 "// c"
argument 10:1-10:4 <B>
reconstruction 12:1-14:6 of the argument at 10:1-10:4
  statement 12:5-12:6 (1) "p"
  inference 13:1-13:23 "r", "s" {"uses": [1]}
  statement 14:5-14:6 (2) "c"
list 16:1-17:6 unordered
  list-item 16:1-16:2 *
    statement 16:3-17:6 "i {k: 1"
include 19:1-19:20 "x.argdown"
problem 17:1-17:2 SYN004 This data is never closed, and is read as text: `}` is missing. \
help: end the data with `}`, or write `\\{` for a plain brace.
"""
    )


def test_an_empty_text_has_an_empty_tree():
    assert outline_of("") == ""
    assert tree_of("")["items"] == []


@settings(max_examples=300, deadline=None)
@given(st.one_of(argdown(), st.text(max_size=40)))
def test_one_item_is_one_line(text):
    document, includes = parse_unexpanded(text)
    lines = write_syntax_outline(document, includes).splitlines()
    count = len(document.items) + len(set(document.comments)) + len(includes)
    count += len(document.problems) + (document.front_matter is not None)
    assert len(lines) == count
    for line in lines:
        assert re.match(r" *[a-z-]+ \d+:\d+-\d+:\d+(?: |$)", line)
        assert line.isprintable()


def test_a_text_of_any_depth_has_a_tree():
    size = 10_000
    text = "[t]: t\n" + "".join(f"{' ' * depth}+ <a{depth}>: t\n" for depth in range(1, size + 1))
    tree = tree_of(text)
    depth, item = 0, tree["items"][-1]
    while item["parent"] is not None:
        depth, item = depth + 1, tree["items"][item["parent"]]
    assert depth == 2 * size
    lines = outline_of(text).splitlines()
    assert f"(level {2 * size}) argument {size + 1}:" in lines[-1]
    assert max(map(len, lines)) < 200

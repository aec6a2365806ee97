"""Texts that once raised, or took quadratic time, each as small as what `tests/fuzz` made of it."""

import json

import pytest
from spelled_out import assert_spans_hold
from time_limits import in_time

import argmap
from argmap.checks.report import report_findings
from argmap.rendering.findings.concise import write_concise
from argmap.rendering.findings.full import write_report
from argmap.rendering.markdown_outline import write_markdown_outline
from argmap.rendering.terminal import write_tree
from argmap.source import Source
from argmap.syntax import ARGMAP, REFERENCE, parse
from argmap.syntax.shorthand import expand_shorthand
from argmap.syntax.strict import find_refused

MANY = 200_000

SLOW = {
    "a word without end": "a" * MANY + "{",
    "a bar without end": "<A>\n\n(1) p\n-- " + "-" * MANY + "x\n(2) c\n",
    "rules made of escapes": "<A>\n\n(1) p\n-- " + "\\a" * 2 * MANY + " --\n(2) c\n",
    "open tags in data": '[A] #t {a: "' + "#(" * MANY + '"}\n',
    "tags of a statement": "a " + " ".join(f"#t{n}" for n in range(MANY // 4)) + "\n",
    "findings on one line": "{a: [1, {b: c}]}\\\\*" * (MANY // 20),
    "files that cannot be included": "@include(x)\n" * (MANY // 20),
    "steps with one number": "<A>\n\n" + "(1) p\n" * (MANY // 40) + "----\n(1) c\n",
    "steps that use others": "<A>\n\n(1) p\n" + "-- r {uses: [0]} --\n(2) p\n" * (MANY // 80),
    "settings of the wrong type": "===\ngroup:\n  depth: 1\n  # "
    + "c" * 10 * MANY
    + "\n  regroup:\n"
    + "  - {title: t, isClosed: [3]}\n" * (MANY // 40)
    + "===\n\n[A]\n",
    "keys that are nearly known": "a {"
    + ", ".join(f'"sour\\x63{n}": {n}' for n in range(MANY // 10))
    + "}\n",
    "tags behind a reference": "[A] " + " ".join(f"#t{n}" for n in range(MANY // 4)) + "\n",
    "brackets in a link": "a [x" + "](" * MANY + "]\n)\n",
    "blanks in an expectation": '===\nexpect: ["SUP001' + " " * MANY + '!"]\n===\n\n[A]\n',
    "a step of digits": "<A>\n\n(1) p\n-- r {uses: ['" + "0" * MANY + "x']} --\n(2) c\n",
    "aliases of a long text": f"[A]: a {{a: &a {'x' * 20_000}, b: [{'*a, ' * 20_000}]}}\n",
    "aliases in a key": f"[A]: a {{a: &a {'x' * 20_000}, ? [{'*a, ' * 20_000}] : 1}}\n",
    "a word beyond all widths": "漢" + "".join(f"a{n}" for n in range(MANY // 4)) + "\n",
    "steps in tags": "1. a\n2. b " + "(1) #" * (MANY // 4) + "\n",
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_what_was_quadratic_is_done_in_time(text):
    with in_time(of_processor=True):
        all_that_is_done_with(text)


RAISED = ["# \n{}", "# \n{a: 1}\n\nb"]
MISPLACED = ["-- \n(3)", "(1)\n-- ", "-\n{}", " +\n{a: 1}", "a\n  + \n{}"]
LAID_OUT_TWICE = [
    "?\n   +\n   /*\n*/",
    "===\rd\n===\n) \n>\n===",
    "===shorthand: true=== * ",
    "<C>\n#(\n-\n(2)",
]


@pytest.mark.parametrize("text", RAISED, ids=ascii)
def test_what_raised_is_read(text):
    all_that_is_done_with(text)


@pytest.mark.parametrize("text", [*RAISED, *MISPLACED], ids=ascii)
def test_what_was_misplaced_lies_where_it_should(text):
    for dialect in (ARGMAP, REFERENCE):
        assert_spans_hold(parse(Source.of(text), dialect))


@pytest.mark.parametrize("text", LAID_OUT_TWICE, ids=ascii)
def test_formatting_twice_is_formatting_once(text):
    once = argmap.format_text(text).text
    assert argmap.format_text(once).text == once


@pytest.mark.parametrize(
    "text",
    ["(3)\n\n--\n<B>\n\n(1)", "a\n<B>\n\n(1) p\n", "*\n\u3000\n3)", "* a\n\u3000\n3) b"],
    ids=ascii,
)
def test_no_shorthand_is_left_in_what_was_written_out(text):
    once, _ = expand_shorthand(Source.of(text))
    again, _ = expand_shorthand(Source.of(once.text))
    assert again.text == once.text


def test_no_finding_sends_commands_to_a_terminal():
    graph = argmap.loads("[\x1b[31m \u202e]\n  + [b]")
    report = write_concise(graph.document.source, argmap.check(graph, select=["ALL"]))
    assert "SYN002" in report
    assert all(character.isprintable() or character == "\n" for character in report)


def test_a_heading_of_hashes_is_written_in_time():
    with in_time(of_processor=True):
        from argmap.rendering.markdown_text import in_heading

        assert in_heading("#" * MANY + "x") == "#" * MANY + "x"
        assert in_heading("a " + "#" * MANY) == "a \\" + "#" * MANY
        assert in_heading("a \\##") == "a \\#\\#"
        assert in_heading("a \\#") == "a \\#"


def all_that_is_done_with(text):
    parse(Source.of(text), REFERENCE)
    find_refused(text)
    argmap.format_text(text)
    for shorthand in (False, True):
        graph = argmap.loads(text, shorthand=shorthand)
    diagnostics = argmap.check(graph, select=["ALL"])
    write_report(graph.document.source, diagnostics)
    json.dumps(report_findings(graph.document.source, diagnostics))
    argmap.evaluate(graph)
    for to in ("argdown-json", "graphml", "node-link"):
        argmap.convert(graph, to).encode("utf-8")
    write_tree(graph, width=80)
    write_markdown_outline(graph)
    argmap.draw_map(graph)

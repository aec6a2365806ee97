"""What is done with a text, each as a function that returns what comes out of it, as a text.

A target raises if something is wrong: whatever argmap raises, or an `AssertionError` if a result
is none. It returns the same for the same text on every run, under any hash seed.
"""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import pairwise

from fuzz import checker_targets
from spelled_out import assert_spans_hold

import argmap
from argmap.analysis import find_theses
from argmap.checks.report import report_findings
from argmap.diagnostic import Finding
from argmap.evaluation import report_labels
from argmap.exchange.syntax_outline import write_syntax_outline
from argmap.exchange.syntax_tree import write_syntax_tree
from argmap.mapping.options import read_options
from argmap.mapping.select import select
from argmap.mapping.view import CannotView
from argmap.model import build_graph
from argmap.model.steps import build_steps
from argmap.rendering.cells import cell_width
from argmap.rendering.findings.concise import write_concise
from argmap.rendering.findings.full import write_report
from argmap.rendering.layout_diff import write_diff
from argmap.rendering.markdown_outline import write_markdown_outline
from argmap.rendering.terminal import write_tree
from argmap.source import Source, Span
from argmap.syntax import ARGMAP, REFERENCE, Document, parse
from argmap.syntax.includes import expand_includes
from argmap.syntax.shorthand import expand_shorthand
from argmap.syntax.strict import find_refused
from argmap.syntax.unexpanded import parse_unexpanded

Target = Callable[[str], str]

_FILE = re.compile(r"\n%%% (\w+)\n")


def read_as_argmap(text: str) -> str:
    return _read(Source.of(text), lambda source: parse(source, ARGMAP))


def read_as_reference(text: str) -> str:
    return _read(Source.of(text), lambda source: parse(source, REFERENCE))


def _read(source: Source, reader: Callable[[Source], Document]) -> str:
    document = reader(source)
    assert_spans_hold(document)
    return repr((document.items, document.comments, document.front_matter, document.problems))


def check(text: str) -> str:
    graph = argmap.loads(text)
    diagnostics = argmap.check(graph, select=["ALL"])
    source = graph.document.source
    for diagnostic in diagnostics:
        _assert_placed(source, diagnostic.finding)
    report = write_report(source, diagnostics) + write_concise(source, diagnostics)
    assert all(character.isprintable() or character == "\n" for character in report)
    return _utf8(report) + json.dumps(report_findings(source, diagnostics))


def evaluate(text: str) -> str:
    labelling = argmap.evaluate(argmap.loads(text))
    theses = find_theses(labelling.steps).titles
    return json.dumps(report_labels(labelling, theses))


def select_for_a_map(text: str) -> str:
    chosen: list[object] = []
    for dialect in (ARGMAP, REFERENCE):
        graph = build_graph(parse(Source.of(text), dialect), dialect)
        options, _ = read_options(graph.settings, graph.document)
        selection = select(graph, options, dialect)
        chosen += (selection.nodes, selection.edges, selection.groups, selection.problems)
    return repr(chosen)


def draw(text: str) -> str:
    graph = argmap.loads(text)
    try:
        return repr(argmap.draw_map(graph, argmap.check(graph)))
    except CannotView as told:  # the front matter or the data hides all of it
        return str(told)


def write_argdown_json(text: str) -> str:
    graph = argmap.loads(text)
    written = [argmap.convert(graph, "argdown-json", fixed=fixed) for fixed in (False, True)]
    for each in written:
        json.loads(_utf8(each), parse_constant=_no_constant)
    return "".join(written)


def write_node_link(text: str) -> str:
    written = argmap.convert(argmap.loads(text), "node-link")
    json.loads(_utf8(written), parse_constant=_no_constant)
    return written


def write_graphml(text: str) -> str:
    written = argmap.convert(argmap.loads(text), "graphml")
    ET.fromstring(_utf8(written).encode())
    return written


def show(text: str) -> str:
    graph = argmap.loads(text)
    tree = write_tree(graph, find_theses(build_steps(graph)).titles, width=40)
    assert all(character.isprintable() or character == "\n" for character in tree)
    assert all(cell_width(line) <= 40 for line in tree.split("\n"))
    plain = write_tree(graph, width=30, ascii_only=True, color=True)
    return _utf8(tree + plain)


def outline(text: str) -> str:
    graph = argmap.loads(text)
    return _utf8("".join(write_markdown_outline(graph, deepest=deepest) for deepest in (1, 6)))


def write_syntax(text: str) -> str:
    written = ""
    for dialect in (ARGMAP, REFERENCE):
        document, includes = parse_unexpanded(text, "map.argdown", dialect)
        tree = write_syntax_tree(document, includes)
        json.loads(_utf8(tree), parse_constant=_no_constant)
        written += tree + write_syntax_outline(document, includes)
    return _utf8(written)


def write_out_shorthand(text: str) -> str:
    source, problems = expand_shorthand(Source.of(text))
    document = parse(source)
    assert_spans_hold(document)
    for problem in (*problems, *document.problems):
        _assert_placed(source, problem.finding)
    for item in document.items:
        if typed := source.typed_span(item.span):
            assert text[typed.start : typed.end] == source.slice(item.span)
        for offset in item.span:
            assert source.locate(offset).line >= 1
    again, _ = expand_shorthand(Source.of(source.text))
    if "@include(" not in text:  # else there may be some where another file will stand
        assert again.text == source.text, "shorthand is left in what was written out"
    return source.text + repr(problems)


def include(text: str) -> str:
    """Take `%%% name` on a line of its own as the beginning of a file that may be included."""
    first, *parts = _FILE.split(text)
    files = dict(zip(parts[::2], parts[1::2], strict=True))

    def read(name: str, _: str) -> tuple[str, str]:
        if name not in files:
            raise ValueError(f"there is no file {name}")
        return name, files[name]

    source, problems = expand_includes(first, "map.argdown", read)
    document = parse(source)
    for piece, following in pairwise(source.pieces):
        assert source.locate(piece.start).path == piece.path or piece.start == following.start
    graph = argmap.pipeline.read_graph(source, problems)
    return repr((source.text, document.items)) + repr(graph.problems)


def format_layout(text: str) -> str:
    formatted = argmap.format_text(text)
    assert argmap.format_text(formatted.text).text == formatted.text, "formatted twice differs"
    assert "".join(formatted.text.split()).count("word") == "".join(text.split()).count("word")
    for finding in formatted.left:
        _assert_placed(formatted.source, finding)
    return _utf8(formatted.text) + write_diff(text, formatted.text, "map.argdown")


def find_what_the_reference_refuses(text: str) -> str:
    findings = find_refused(text)
    for finding in findings:
        _assert_placed(Source.of(text), finding)
    return repr(findings)


TARGETS: dict[str, Target] = {
    "argmap": read_as_argmap,
    "reference": read_as_reference,
    "check": check,
    "profiles": checker_targets.check_with_profiles,
    "formats": checker_targets.write_formats,
    "fix": checker_targets.fix,
    "ignore": checker_targets.ignore,
    "evaluate": evaluate,
    "select": select_for_a_map,
    "draw": draw,
    "argdown-json": write_argdown_json,
    "node-link": write_node_link,
    "graphml": write_graphml,
    "show": show,
    "outline": outline,
    "tree": write_syntax,
    "shorthand": write_out_shorthand,
    "include": include,
    "fmt": format_layout,
    "strict": find_what_the_reference_refuses,
}


def _assert_placed(source: Source, finding: Finding) -> None:
    whole = Span(0, len(source.text))
    edits = [edit.span for edit in finding.fix.edits] if finding.fix else []
    for start, end in (finding.span, *edits):
        assert whole.start <= start <= end <= whole.end, f"outside the text: {finding}"
    assert finding.message


def _utf8(text: str) -> str:
    text.encode("utf-8")
    return text


def _no_constant(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")

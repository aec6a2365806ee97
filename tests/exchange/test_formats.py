from pathlib import Path

import pytest

import argmap.exchange
from argmap.exchange import FORMATS, UnknownFormat, find_format
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

NOT_FORMATS = {
    "__init__", "argdown_members", "format", "json_text", "syntax_outline", "syntax_tree",
}  # fmt: skip


def test_every_file_is_registered() -> None:
    folder = Path(argmap.exchange.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - NOT_FORMATS
    assert {name.replace("-", "_") for name in FORMATS} == files


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_what_it_is_and_writes(name: str) -> None:
    format = find_format(name)
    assert format.name == name
    assert format.extension.startswith(".")
    assert format.summary
    graph = build_graph(parse(Source.of("[A]: a\n  + <B>: b\n")), format.dialect)
    text = format.write(graph, format.dialect)
    assert text.endswith("\n")
    assert text == format.write(graph, format.dialect)


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match="argdown-json, graphml, node-link"):
        find_format("docx")

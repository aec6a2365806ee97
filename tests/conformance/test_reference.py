"""Documents read as the reference reads them, and as argmap reads them where that is wrong."""

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from compare import differences
from normalise import normalise

from argmap.exchange import argdown_json
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import ARGMAP, REFERENCE, Dialect, parse

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.argdown"))
FOUND = sorted((HERE / "found").glob("*.argdown"))
RANDOM = sorted((HERE / "random").glob("*.argdown"))

# The generator draws no document on which the fixed readings show, but for this one.
ARGMAP_ON_RANDOM = replace(ARGMAP, hidden_symmetric_lost=True)


def exported(path: Path, dialect: Dialect) -> dict[str, Any]:
    source = Source.of(path.read_bytes().decode(), str(path))
    graph = build_graph(parse(source, dialect), dialect)
    return normalise(json.loads(argdown_json.write(graph, dialect)))


def expected(path: Path, ending: str = ".expected.json") -> dict[str, Any]:
    return json.loads(path.with_suffix(ending).read_text(encoding="utf-8"))


def names(paths: list[Path]) -> list[str]:
    return [path.stem for path in paths]


@pytest.mark.parametrize("dialect", [REFERENCE, ARGMAP], ids=["reference", "argmap"])
@pytest.mark.parametrize("path", CASES, ids=names(CASES))
def test_a_case_is_read_as_it_should_be(path: Path, dialect: Dialect) -> None:
    is_fixed = dialect is ARGMAP and path.with_suffix(".fixed.json").exists()
    wanted = expected(path, ".fixed.json" if is_fixed else ".expected.json")
    assert differences(wanted, exported(path, dialect)) == []


@pytest.mark.parametrize("path", FOUND, ids=names(FOUND))
def test_what_was_once_read_otherwise_is_read_as_the_reference_reads_it(path: Path) -> None:
    assert differences(expected(path), exported(path, REFERENCE)) == []


@pytest.mark.parametrize("dialect", [REFERENCE, ARGMAP_ON_RANDOM], ids=["reference", "argmap"])
@pytest.mark.parametrize("path", RANDOM, ids=names(RANDOM))
def test_a_random_document_is_read_as_the_reference_reads_it(path: Path, dialect: Dialect) -> None:
    with gzip.open(path.with_suffix(".expected.json.gz"), "rt", encoding="utf-8") as file:
        assert differences(json.load(file), exported(path, dialect)) == []

"""The strict syntax agrees with what the reference implementation did with many documents.

`verdicts.jsonl` has a document a line, with what @argdown/core 1.7.5 said of it: ok, parser, lexer
or exception, and the line where its parser stopped. They are documents of the conformance kit,
shortened, spliced and mutilated, with data and settings of every kind put in.
"""

import gzip
import json
from pathlib import Path

import pytest

from argmap.source import Source
from argmap.syntax.strict import find_refused

HERE = Path(__file__).parent
KIT = HERE.parents[1] / "conformance"
RECORDED = [
    json.loads(line)
    for line in (HERE / "verdicts.jsonl").read_text(encoding="utf-8").split("\n")
    if line
]
MANGLED = frozenset(
    ["004", "042", "047", "048", "054", "069", "074", "084", "090", "091", "094"]
)  # among the documents in `rejected`, those that the reference accepts


def read(path: Path) -> str:
    return path.read_bytes().decode()


def test_documents_that_the_reference_accepts():
    refused = {path.stem: find_refused(read(path)) for path in KIT.glob("cases/*.argdown")}
    assert len(refused) > 200
    assert {name for name, findings in refused.items() if findings} == set()


def test_random_documents():
    verdicts = {}
    for path in KIT.glob("random/*.argdown"):
        expected = json.loads(gzip.decompress(path.with_suffix(".expected.json.gz").read_bytes()))
        verdicts[path.stem] = (expected["status"] == "ok", not find_refused(read(path)))
    assert len(verdicts) > 20
    assert [name for name, (theirs, ours) in verdicts.items() if theirs != ours] == []


def test_documents_that_the_reference_refuses():
    paths = sorted(KIT.glob("rejected/*.argdown"))
    accepted = {path.stem[:3] for path in paths if not find_refused(read(path))}
    assert accepted == MANGLED & {path.stem[:3] for path in paths}


@pytest.mark.parametrize("verdict", ["ok", "parser", "lexer", "exception"])
def test_recorded_verdicts(verdict):
    texts = [text for status, _, text in RECORDED if status == verdict]
    assert len(texts) > 5
    refused = [text for text in texts if find_refused(text)]
    assert refused == ([] if verdict == "ok" else texts)


def test_a_fault_is_told_no_later_than_the_reference_notices_it():
    """Only where it stops at an empty line, the finding stands on what comes below."""
    for _, line, text in RECORDED:
        if line is None:
            continue
        source = Source.of(text)
        span = find_refused(text)[0].span
        found = source.locate(span.start).line
        assert found <= line or not "".join(text[: span.start].splitlines()[line:]).strip(), text

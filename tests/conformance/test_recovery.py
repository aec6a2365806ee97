"""Documents that the reference refuses or mangles: what a reader can make out must survive."""

import json
from pathlib import Path

import pytest
from compare import losses
from normalise import normalise

from argmap.exchange import argdown_json
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import ARGMAP, parse

HERE = Path(__file__).parent
REJECTED = sorted((HERE / "rejected").glob("*.argdown"))


@pytest.mark.parametrize("path", REJECTED, ids=[path.stem for path in REJECTED])
def test_what_can_be_made_out_survives(path: Path) -> None:
    source = Source.of(path.read_bytes().decode(), str(path))
    export = json.loads(argdown_json.write(build_graph(parse(source)), ARGMAP))
    lines = {entry["line"] for entry in export.get("diagnostics", [])}
    wanted = json.loads(path.with_suffix(".expected-recovery.json").read_text(encoding="utf-8"))
    assert losses(wanted, normalise(export), lines) == []

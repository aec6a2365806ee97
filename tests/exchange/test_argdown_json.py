import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from argmap.exchange import argdown_json
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import REFERENCE, Dialect, parse

RANDOM = Path(__file__).parent.parent / "conformance" / "random"


def text_of(text: str, dialect: Dialect = REFERENCE) -> str:
    return argdown_json.write(build_graph(parse(Source.of(text, "m.argdown"), dialect), dialect))


def exported(text: str) -> dict[str, Any]:
    return json.loads(text_of(text))


def test_it_has_the_parts_that_the_reference_exports() -> None:
    export = exported("[A]: a\n  + <B>: b\n")
    assert list(export) == ["arguments", "statements", "relations", "map", "sections", "tags"]
    assert export["relations"] == [
        {
            "type": "relation",
            "relationType": "support",
            "from": "B",
            "fromType": "argument",
            "to": "A",
            "toType": "equivalence-class",
        }
    ]


def test_an_empty_text_gives_an_empty_map() -> None:
    export = exported("")
    assert export["statements"] == export["arguments"] == {}
    assert export["map"] == {"nodes": [], "edges": []}


def test_positions_and_ranges_are_the_references() -> None:
    (member,) = exported("\n[A]: 🚲 is **fast**\n  here\n")["statements"]["A"]["members"]
    assert {key: member[key] for key in ("startLine", "startColumn", "endLine", "endColumn")} == {
        "startLine": 2,
        "startColumn": 1,
        "endLine": 3,
        "endColumn": 6,
    }
    (mark,) = member["ranges"]
    covered = member["text"].encode("utf-16-le")[mark["start"] * 2 : (mark["stop"] + 1) * 2]
    assert covered.decode("utf-16-le") == "fast"


def test_an_undercut_names_the_conclusion_of_the_inference() -> None:
    text = "<A>\n\n(1) p\n----\n(2) i\n----\n  <_ <U>\n(3) c\n"
    (relation,) = exported(text)["relations"]
    assert (relation["toType"], relation["to"], relation["conclusionIndex"]) == (
        "inference",
        "A",
        2,
    )


def test_a_step_of_a_structure_carries_its_inference() -> None:
    pcs = exported("<A>\n\n(1) p\n-- Modus Ponens {uses: [1]} --\n(2) c\n")["arguments"]["A"][
        "pcs"
    ]
    assert "inference" not in pcs[0]
    assert pcs[1]["inference"]["inferenceRules"] == ["Modus Ponens"]
    assert pcs[1]["inference"]["data"] == {"uses": [1]}


def test_numbers_that_json_does_not_have_are_null() -> None:
    text = "[A]: a {x: .nan, y: -.inf, z: 12345678901234567890, n: [1.5, {m: .inf}]}\n"
    assert exported(text)["statements"]["A"]["data"] == {
        "x": None,
        "y": None,
        "z": 12345678901234567000,
        "n": [1.5, {"m": None}],
    }


def test_half_a_surrogate_pair_can_be_written() -> None:
    text = text_of('[A]: a {k: "\\ud83d\\ude00", l: "\\ud83d"}\n')
    assert text.encode()


def test_problems_of_text_graph_and_settings_are_told_once() -> None:
    text = (
        "===\nselection:\n    statementSelectionMode: roots\n===\n\n"
        "<A>\n\n(1) p\n(1) q\n----\n(2) c {a: [}\n"
    )
    diagnostics = exported(text)["diagnostics"]
    assert [(entry["line"], entry["code"]) for entry in diagnostics[:2]] == [
        (3, "SYN004"),
        (9, "SYN006"),
    ]
    assert {"path", "line", "column", "code", "message"} == set(diagnostics[0])
    assert "diagnostics" not in exported("[A]: a\n")


def test_parts_can_be_left_out() -> None:
    off = ["exportMap", "exportSections", "exportTags", "exportData"]
    settings = "".join(f"    {name}: false\n" for name in off)
    export = exported(f"===\njson:\n{settings}===\n\n# H\n\n[A]: a #t {{k: 1}}\n")
    assert list(export) == ["arguments", "statements", "relations"]
    assert "data" not in export["statements"]["A"]


def test_sections_may_be_nested_as_deep_as_one_likes() -> None:
    depth = 1500
    headings = "".join(f"{'#' * level} H\n\n" for level in range(1, depth + 1))
    text = text_of(headings + "[A]: a\n  + [B]: b\n")
    assert text.count('"type": "section"') == depth


def test_titles_that_are_names_in_javascript_are_titles() -> None:
    export = exported("[constructor]: a\n  + [__proto__]: b\n  + <toString>: c\n")
    assert list(export["statements"]) == ["constructor", "__proto__"]


def test_the_text_does_not_depend_on_the_hash_seed() -> None:
    path = max(RANDOM.glob("*.argdown"), key=lambda path: (path.stat().st_size, path.name))
    program = (
        "import sys; from argmap.exchange import argdown_json; from argmap.source import Source;"
        "from argmap.syntax import parse; from argmap.model import build_graph;"
        "sys.stdout.reconfigure(encoding='utf-8');"
        "print(argdown_json.write(build_graph(parse(Source.of(open(sys.argv[1], encoding='utf-8')"
        ".read())))))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1

"""What the pages on strengths and on proof standards show is what comes out."""

import re
import shlex
from pathlib import Path

import pytest

import argmap
from argmap.evaluation.gradual import SEMANTICS
from argmap.evaluation.proof import Standard

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ["strength.md", "proof-standards.md"]
EXAMPLE = re.compile(r"```argdown\n(.*?)```\s+```text\n\$ argmap (.*?)\n(.*?)```", re.DOTALL)


def examples() -> list[tuple[str, str, str]]:
    found = [example for page in PAGES for example in EXAMPLE.findall((DOCS / page).read_text())]
    assert len(found) == 4
    return found


@pytest.mark.parametrize(("text", "words", "expected"), examples())
def test_examples(text, words, expected):
    from argmap.analysis.reviewing import chosen_nodes
    from argmap.rendering.judgement_text import write_judgements
    from argmap.rendering.strength_text import write_strengths

    graph = argmap.loads(text)
    command, _, *rest = shlex.split(words)
    if command == "strength":
        only = chosen_nodes(graph, rest, every=False) if rest else None
        assert write_strengths(argmap.strength(graph), only) == expected
    else:
        names = [word.removeprefix("--") for word in rest[::2]]
        judgements = argmap.judge(graph, **dict(zip(names, rest[1::2], strict=True)))
        assert write_judgements(judgements) == expected


@pytest.mark.parametrize("page", PAGES)
def test_python(page, capsys):
    [code] = re.findall(r"```python\n(.*?)```", (DOCS / page).read_text(), re.DOTALL)
    exec(compile(code, page, "exec"), {})
    assert capsys.readouterr().out in ("0.695\n", "in\n")


def test_every_semantics_and_standard_has_its_row():
    strength, standards = ((DOCS / page).read_text() for page in PAGES)
    for semantics in SEMANTICS:
        assert f"| `{semantics.name}`" in strength and semantics.source in strength
    for standard in Standard:
        assert f"| `{standard}`" in standards


def test_without_the_answer_there_is_a_doubt():
    text, _, _ = examples()[2]
    graph = argmap.loads(text[: text.index("    - <Closed>")])
    judgements = argmap.judge(graph)
    assert judgements.nodes[0].label == "out" and judgements.nodes[0].con == 0.4

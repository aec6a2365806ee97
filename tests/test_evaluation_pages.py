"""What the pages on labels, strengths and proof standards show is what comes out."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import argmap
from argmap.cli import app
from argmap.evaluation.gradual import SEMANTICS
from argmap.evaluation.proof import Standard

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ["evaluation.md", "strength.md", "proof-standards.md"]
BLOCK = re.compile(r"```(argdown|console|python)\n(.*?)```", re.DOTALL)
PRINTED = {
    "evaluation.md": "in\n[Trams] is in because [Quiet] and [Wanted] are in.\nTrams in None\n",
    "strength.md": "0.695\n",
    "proof-standards.md": "in\n",
}


def examples() -> Iterator[tuple[str, str, str, str]]:
    """Yield for each example its page, the map above it, the command's words and what it prints."""
    for page in PAGES:
        text = ""
        for kind, block in BLOCK.findall((DOCS / page).read_text("utf-8")):
            if kind == "argdown":
                text = block
            elif kind == "console":
                command, printed = block.removeprefix("$ argmap ").split("\n", 1)
                yield page, text, command, printed


EXAMPLES = list(examples())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[2])
def test_examples_print_what_they_show(example, tmp_path, monkeypatch):
    _, text, command, printed = example
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command)
    Path(words[1]).write_text(text, "utf-8")
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0
    assert result.stdout == printed


def test_there_is_an_example_of_each_command():
    assert {(page, command.split()[0]) for page, _, command, _ in EXAMPLES} == {
        *(("evaluation.md", name) for name in ("evaluate", "why", "whatif", "cruxes", "attacks")),
        ("strength.md", "strength"),
        ("proof-standards.md", "evaluate"),
    }


@pytest.mark.parametrize("page", PAGES)
def test_the_python_on_a_page_runs(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall((DOCS / page).read_text("utf-8"))
    Path("trams.argdown").write_text(next(b for k, b in blocks if k == "argdown"), "utf-8")
    (code,) = (block for kind, block in blocks if kind == "python")
    exec(compile(code, page, "exec"), {})
    printed = capsys.readouterr().out
    assert printed.startswith(PRINTED[page])
    if page == "evaluation.md":
        assert "('Wanted',)\n('Quiet', 'Fewer Cars')\nin ['Grease']\n" in printed
        assert "[('Trams', <Label.OUT" in printed


def test_every_semantics_and_standard_has_its_row():
    strength, standards = ((DOCS / page).read_text("utf-8") for page in PAGES[1:])
    for semantics in SEMANTICS:
        assert f"| `{semantics.name}`" in strength and semantics.source in strength
    for standard in Standard:
        assert f"| `{standard}`" in standards


def test_without_the_answer_there_is_a_doubt():
    text = next(text for page, text, _, _ in EXAMPLES if page == "proof-standards.md")
    judgements = argmap.judge(argmap.loads(text[: text.index("    - <Closed>")]))
    assert judgements.nodes[0].label == "out" and judgements.nodes[0].con == 0.4

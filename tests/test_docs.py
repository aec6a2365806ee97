"""What the documents say is true: commands, rules, snippets, pictures."""

import re
import shlex
from pathlib import Path

import pytest
import typer

import argmap
from argmap.checks import RULES
from argmap.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = sorted(typer.main.get_command(app).commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_section(command):
    headings = re.findall(r"^## .*$", (ROOT / "docs/commands.md").read_text("utf-8"), re.MULTILINE)
    assert any(re.search(rf"\bargmap {command}\b", heading) for heading in headings)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_examples(command):
    help_text = typer.main.get_command(app).commands[command].help
    assert f"argmap {command}" in help_text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_index_of_rules_says_what_the_rules_say(rule):
    index = (ROOT / "docs/rules/README.md").read_text("utf-8")
    assert re.search(rf"\[{rule.code}\].*\| {rule.name} \| {rule.severity} \|", index)


def test_the_readme_has_the_two_commands_as_they_are_promised():
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert commands == [
        "python3 -m venv .venv && .venv/bin/pip install -q '.[all]'"
        " && .venv/bin/argmap build maps/huang.argdown",
        "python3 -m venv .venv && .venv/bin/pip install -q '.[dev]' && .venv/bin/pytest",
    ]


def test_the_findings_in_the_readme_are_those_of_the_map(monkeypatch):
    from argmap.rendering.findings.full import write_report

    monkeypatch.chdir(ROOT)
    graph = argmap.load("maps/huang.argdown")
    found = [d for d in argmap.check(graph) if d.code == "SUP001"]
    assert write_report(graph.document.source, found).strip() in README


def test_the_map_in_the_readme_draws_and_is_clean():
    text = re.search(r"```argdown\n(.*?)```", README, re.DOTALL)[1]
    graph = argmap.loads(text)
    assert argmap.check(graph) == ()
    assert "<svg" in argmap.render(graph, "svg")


def test_the_python_in_the_readme_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]
    exec(compile(code, "README.md", "exec"), {})
    assert "SUP001" in capsys.readouterr().out


def test_the_picture_in_the_readme_is_the_map_as_it_is_drawn_today(monkeypatch):
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs/pictures.md").read_text("utf-8")
    text = re.search(r"```argdown\n(.*?)```", page, re.DOTALL)[1]
    shown = (ROOT / "docs/pictures/openings.svg").read_text("utf-8")
    assert argmap.render(argmap.loads(text), "svg") == shown, "draw the map in docs/pictures.md"
    drawn = argmap.render(argmap.load("maps/huang.argdown"), "svg")
    shown = (ROOT / "docs/pictures/huang.svg").read_text("utf-8")
    assert drawn == shown, "argmap render maps/huang.argdown -o docs/pictures/huang.svg"


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=str)
def test_links_lead_somewhere(page):
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_commands_in_the_documents_have_options_that_exist():
    known = {
        name: {option for parameter in command.params for option in parameter.opts}
        for name, command in typer.main.get_command(app).commands.items()
    }
    pages = [ROOT / "README.md", *ROOT.glob("docs/*.md")]
    text = "\n".join(path.read_text("utf-8") for path in pages)
    for line in re.findall(rf"argmap (?:{'|'.join(known)})\b[^\n`]*", text):
        words = shlex.split(line.replace("'", ""), comments=True)
        for word in words[2:]:
            if re.fullmatch(r"--[a-z-]+", word):
                assert word in known[words[1]], f"`{line}`"

"""Files: what a map may read, and where a place lies after inclusion."""

import pytest

import argmap
from argmap.reading import CannotRead, find_maps


def write(folder, **files):
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".argdown")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def problems(graph):
    found = (*graph.document.problems, *graph.problems)
    return [
        (p.code, *graph.document.source.locate(p.finding.span.start)[:2], p.finding.message)
        for p in found
    ]


def test_an_included_file_stands_in_the_place_of_the_directive(tmp_path):
    write(
        tmp_path, main="[A]: a.\n\n@include(part.argdown)\n\n[C]: c.\n", part="[B]: b.\n  + [A]\n"
    )
    graph = argmap.load(tmp_path / "main.argdown")
    assert list(graph.statements) == ["A", "B", "C"]
    places = {
        title: graph.document.source.locate(statement.span.start)
        for title, statement in graph.statements.items()
    }
    assert places["B"].path.endswith("part.argdown") and places["B"].line == 1
    assert places["C"].path.endswith("main.argdown") and places["C"].line == 5
    assert graph.document.source.line_at(graph.statements["C"].span.start) == "[C]: c."


def test_a_fault_in_an_included_file_is_reported_there(tmp_path):
    write(tmp_path, main="@include(sub/part.argdown)\n", sub__part="fine\n\n[B] and more\n")
    [(code, path, line, _)] = problems(argmap.load(tmp_path / "main.argdown"))
    assert code == "SYN001" and path.endswith("part.argdown") and line == 3


def test_each_file_is_included_once_and_loops_end(tmp_path):
    write(
        tmp_path,
        main="@include(one.argdown)\n\n@include(one.argdown)\n",
        one="[One]: 1.\n\n@include(two.argdown)\n",
        two="[Two]: 2.\n\n@include(one.argdown)\n\n@include(main.argdown)\n",
    )
    graph = argmap.load(tmp_path / "main.argdown")
    assert [len(s.occurrences) for s in graph.statements.values()] == [1, 1]
    assert problems(graph) == []


@pytest.mark.parametrize("name", ["missing.argdown", "../outside.argdown", "/etc/hostname", "."])
def test_what_cannot_be_included_is_reported_and_the_rest_is_read(tmp_path, name):
    write(tmp_path, outside="[Secret]: s.\n")
    write(tmp_path, project__main=f"[A]: a.\n\n@include({name})\n\n[B]: b.\n")
    graph = argmap.load(tmp_path / "project/main.argdown")
    assert list(graph.statements) == ["A", "B"]
    [(code, path, line, _)] = problems(graph)
    assert code == "SYN001" and path.endswith("main.argdown") and line == 3


def test_allow_lets_a_map_read_more(tmp_path):
    write(tmp_path, outside="[Other]: o.\n", project__main="@include(../outside.argdown)\n")
    graph = argmap.load(tmp_path / "project/main.argdown", allow=[tmp_path])
    assert list(graph.statements) == ["Other"]


def test_a_link_does_not_lead_out_of_the_project(tmp_path):
    write(tmp_path, outside="[Secret]: s.\n", project__main="@include(link.argdown)\n")
    try:
        (tmp_path / "project/link.argdown").symlink_to(tmp_path / "outside.argdown")
    except OSError:
        pytest.skip("no symbolic links here")
    graph = argmap.load(tmp_path / "project/main.argdown")
    assert "Secret" not in graph.statements


def test_the_project_is_the_nearest_folder_that_says_so(tmp_path):
    write(tmp_path, shared__part="[P]: p.\n", maps__main="@include(../shared/part.argdown)\n")
    assert "P" not in argmap.load(tmp_path / "maps/main.argdown").statements
    (tmp_path / "argmap.toml").touch()
    assert "P" in argmap.load(tmp_path / "maps/main.argdown").statements


def test_includes_in_comments_are_none(tmp_path):
    write(tmp_path, main="// @include(no.argdown)\n/* @include(no.argdown) */\n[A]: a.\n")
    assert problems(argmap.load(tmp_path / "main.argdown")) == []


def test_a_byte_order_mark_is_no_character_of_the_text(tmp_path):
    (tmp_path / "bom.argdown").write_bytes("\ufeff[A]: a.\n  + [B]: b.\n".encode())
    graph = argmap.load(tmp_path / "bom.argdown")
    assert graph.document.source.locate(graph.statements["A"].span.start).column == 1


def test_quoted_sources_stay_in_the_project_too(tmp_path):
    (tmp_path / "secret.txt").write_text("the secret words")
    write(
        tmp_path,
        project__main="===\nsources:\n  s: {file: ../secret.txt}\n===\n\n"
        '[A]: a. {source: s, quote: "the secret words"}\n',
    )
    graph = argmap.load(tmp_path / "project/main.argdown")
    [quote] = argmap.quotes(graph)
    assert not quote.is_searchable
    [quote] = argmap.quotes(graph, allow=[tmp_path])
    assert quote.is_found


@pytest.mark.parametrize("value", ["3", "[a]", "{s: 3}", "{s: {file: 3}}", "{s: {file: [a]}}"])
def test_sources_of_the_wrong_type_raise_nothing(value):
    text = f'===\nsources: {value}\n===\n\n[A]: a. {{source: s, quote: "b"}}\n'
    argmap.check(argmap.loads(text))


def test_folders_are_searched_in_order_and_hidden_ones_left_out(tmp_path):
    write(tmp_path, b="b", a__c="c", **{".hidden__x": "x"})
    found = [path[len(str(tmp_path)) + 1 :] for path in find_maps([str(tmp_path)])]
    assert found == ["a/c.argdown", "b.argdown"]


def test_a_folder_is_no_map(tmp_path):
    with pytest.raises(CannotRead, match="folder"):
        argmap.load(tmp_path)

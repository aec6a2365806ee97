"""`--add-ignore`: comments that silence what is found and change nothing else."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import graph_of, maps

from argmap.checks import Selection, Subject, check
from argmap.linting import Linter, Request
from argmap.linting.ignoring import Ignored, add_ignores
from argmap.model import ArgumentGraph
from argmap.pipeline import find_refused, format_text, loads

ALL = Selection(select=("ALL",))
CONTENT = Selection(select=("SUP", "CIR", "CON", "REL", "SYN002", "SYN009"))
Add = Callable[..., Ignored]


def added(
    folder: Path, text: str, selection: Selection | None = None, reason: str = ""
) -> Ignored:
    path = folder / "map.argdown"
    path.write_bytes(text.encode())
    return add_ignores(Linter(Request(selection or Selection())), str(path), reason)


@pytest.fixture
def add(tmp_path: Path) -> Add:
    def call(text: str, selection: Selection | None = None, reason: str = "") -> Ignored:
        return added(tmp_path, text, selection, reason)

    return call


def meaning(graph: ArgumentGraph) -> object:
    """Return all that a map says, without places and comments."""
    return (
        [
            (title, node.text, node.tags, str(node.data))
            for title, node in graph.statements.items()
        ],
        [
            (title, node.text, node.tags, str(node.data), [line.title for line in node.pcs])
            for title, node in graph.arguments.items()
        ],
        [(relation.kind, relation.source, relation.target) for relation in graph.relations],
        list(graph.order),
        str(graph.settings),
    )


def left(ignored: Ignored) -> list[str]:
    return [d.code for d in ignored.checked.diagnostics if not d.expected]


MIXED = """===
thesis: [Gone]
===

[T]: A thesis.
  - <Bad>

\t- wrong
* item
<P>

(1) [Q] {soruce: a}
----
(2) [R]: Therefore
  this.
"""


def test_a_comment_stands_above_each_element(add: Add) -> None:
    ignored = add("[T]: A thesis.\n  - <Bad>\n\n<P>\n\n(1) [Q]\n----\n(2) [R]: So.\n")
    assert ignored.text == (
        "// argmap: ignore SUP001\n[T]: A thesis.\n  // argmap: ignore SUP011\n  - <Bad>\n\n"
        "<P>\n\n// argmap: ignore SYN002\n(1) [Q]\n----\n(2) [R]: So.\n"
    )
    assert (ignored.silenced, left(ignored)) == (3, [])


def test_what_is_about_the_file_is_silenced_at_its_top(add: Add) -> None:
    text = "===\nthesis: [Gone]\n===\n\n[T]: t\n  + <R>: r\n"
    top = "===\nthesis: [Gone]\n===\n\n// argmap: ignore-file SUP007\n\n[T]: t\n  + <R>: r\n"
    assert add(text).text == top
    assert add(text.replace("===\n\n", "===\n")).text == top.replace("SUP007\n\n", "SUP007\n")


def test_comments_that_are_there_are_extended(add: Add) -> None:
    text = "{}[T]: A thesis. {{soruce: a}}{}\n  - <B>: b\n"
    both = "ignore SUP001, SYN005"
    assert add(text.format("", "")).text == text.format(f"// argmap: {both}\n", "")
    for before, after in (
        ("// argmap: ignore SUP001\n", ""),
        ("// argmap: ignore SUP001 -- known\n", ""),
        ("/* argmap: ignore SUP001 */\n", ""),
        ("", " // argmap: ignore SUP001"),
    ):
        expected = text.format(before, after).replace("ignore SUP001", both)
        assert add(text.format(before, after)).text == expected
    top = "===\nthesis: [Gone]\nexpect: nonsense\n===\n\n// argmap: ignore-file EXP002\n\n"
    assert add(f"{top}[T]: t\n  + <R>: r\n").text.startswith(
        top.replace("EXP002", "EXP002, SUP007")
    )


def test_a_reason_is_written_behind_the_codes(add: Add) -> None:
    text = "[T]: A thesis.\n  - <B>: b\n"
    assert add(text, reason=" as he\n says ").text.startswith(
        "// argmap: ignore SUP001 -- as he says\n"
    )
    more = "{}[T]: A thesis. {{soruce: a}}\n  - <B>: b\n"
    for before, after in (
        ("// argmap: ignore SUP001\n", "// argmap: ignore SUP001, SYN005 -- new\n"),
        ("/* argmap: ignore SUP001 */\n", "/* argmap: ignore SUP001, SYN005 -- new */\n"),
        ("// argmap: ignore SUP001 -- old\n", "// argmap: ignore SUP001, SYN005 -- old\n"),
    ):
        ignored = add(more.format(before), reason="new")
        assert ignored.text.split("[T]")[0].replace("new  */", "new */") == after
        assert left(ignored) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("tail", ["", "\n"])
def test_line_ends_are_kept(add: Add, end: str, tail: str) -> None:
    text = ("\ufeff[T]: A thesis.\n  - <B>\n\n[L]: alone" + tail).replace("\n", end)
    ignored = add(text)
    assert left(ignored) == []
    assert ignored.text.startswith("\ufeff")
    lines = [line for line in ignored.text[1:].split(end) if not line.strip().startswith("//")]
    assert end.join(lines) == text[1:]


def test_an_element_in_the_middle_of_a_line_is_silenced_behind_it(add: Add) -> None:
    text = "[T]: t {x:\n  y} \n  + <R>: r /* over\n  two lines */ - <B>\n"
    ignored = add(text)
    assert left(ignored) == []
    assert meaning(graph_of(ignored.text)) == meaning(graph_of(text))


def test_nothing_to_silence_changes_nothing(add: Add) -> None:
    text = "===\nexpect: SUP009 [A]\n===\n\n[A]: a\n"
    ignored = add(text)
    assert (ignored.text, ignored.silenced) == (text, 0)


def test_comments_that_lie_are_left(add: Add) -> None:
    text = "// argmap: ignore SUP001\n[T]: t\n  + <R>: r\n"
    ignored = add(text)
    assert (ignored.text, ignored.silenced, left(ignored)) == (text, 0, ["SYN009"])


def test_included_files_are_left(add: Add, tmp_path: Path) -> None:
    (tmp_path / "part.argdown").write_text("[P]: p\n", "utf-8")
    ignored = add("[A]: a\n\n@include(part.argdown)\n\n[B]: b\n")
    comment = "// argmap: ignore SUP009\n"
    assert ignored.text == f"{comment}[A]: a\n\n@include(part.argdown)\n\n{comment}[B]: b\n"
    assert [d.title for d in ignored.checked.diagnostics] == ["P"]
    assert (tmp_path / "part.argdown").read_text("utf-8") == "[P]: p\n"


def test_shorthand_stays_shorthand(add: Add) -> None:
    text = (
        "===\nshorthand: true\n===\n\n1. I exist {soruce: a}\n2. Everything has a cause\n"
        "3. So it is (1, 2)\n  <- Or I am a dream {soruce: b}\n\n- Trams\n  - Quiet {soruce: c}\n"
    )
    ignored = add(text)
    comment = "// argmap: ignore SYN005\n"
    expected = text.replace("1. I", f"{comment}1. I").replace("  <-", f"  {comment}  <-")
    assert ignored.text == expected.replace("  - Q", f"  {comment}  - Q")
    assert left(ignored) == []
    assert meaning(loads(ignored.text)) == meaning(loads(text))


def test_a_mixture_is_silenced(add: Add) -> None:
    ignored = add(MIXED, ALL)
    assert left(ignored) == []
    assert meaning(graph_of(ignored.text)) == meaning(graph_of(MIXED))


@settings(max_examples=60, deadline=None)
@given(maps(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_map_is_clean_afterwards_and_says_the_same(text: str, end: str, is_ended: bool) -> None:
    text = (text if is_ended else text.rstrip("\n")).replace("\n", end)
    with TemporaryDirectory() as folder:
        ignored = added(Path(folder), text, ALL)
        assert left(ignored) == []
        graph = graph_of(ignored.text)
        assert meaning(graph) == meaning(graph_of(text))
        assert len(find_refused(graph)) <= len(find_refused(graph_of(text)))
        assert ignored.text.endswith(end) == text.endswith(end)
        if end in text:
            assert ignored.text.count(end) == ignored.text.count("\n")
        again = added(Path(folder), ignored.text, ALL)
        assert (again.text, again.silenced) == (ignored.text, 0)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_the_layout_keeps_comments_at_their_elements(text: str) -> None:
    with TemporaryDirectory() as folder:
        ignored = added(Path(folder), text, CONTENT)
        formatted = format_text(ignored.text)
        assert check(Subject(graph_of(formatted.text)), CONTENT) == ()


@settings(max_examples=60, deadline=None)
@given(argdown(20))
def test_whatever_the_text_nothing_is_said_differently(text: str) -> None:
    with TemporaryDirectory() as folder:
        text = text.encode("utf-8", "replace").decode()
        ignored = added(Path(folder), text, ALL)
        assert meaning(graph_of(ignored.text)) == meaning(graph_of(text))

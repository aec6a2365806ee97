"""A baseline knows findings by file, rule, title and text, and how many there are."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.checks import Selection
from argmap.checks.baseline import BaselineError, KnownFinding, read_baseline, write_baseline
from argmap.checks.identity import identity
from argmap.linting import Linter, Request
from argmap.linting.baselines import Baselines
from argmap.pipeline import check, loads

TEXT = "[A]: One thing.\n\n[B]: Two things.\n\n[T]: It is so.\n  - <R>: r {soruce: x}\n"
Check = Callable[..., list[str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "known.json"


@pytest.fixture
def run(tmp_path: Path, file: Path) -> Check:
    def call(text: str, name: str = "map.argdown", **wishes: object) -> list[str]:
        """Check a text under the baseline; with `renews=True` write that."""
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        request = Request(baseline=str(file), **wishes)  # type: ignore[arg-type]
        linter = Linter(request)
        checked = linter.check(str(path))
        if request.renews:
            ((target, written, _),) = linter.baselines.renewed()
            target.write_text(written, "utf-8")
        return [f"{d.code} {d.title or ''}".strip() for d in checked.diagnostics]

    return call


def outdated(file: Path, *paths: Path, selection: Selection | None = None) -> int:
    linter = Linter(Request(selection or Selection(), baseline=str(file)))
    assert len(list(linter.check_all(map(str, paths)))) == len(paths)
    return sum(count for _, count in linter.baselines.outdated())


def test_what_is_listed_is_not_reported(run: Check) -> None:
    assert run(TEXT, renews=True) == []
    assert run(TEXT) == []
    assert run(TEXT.replace("[B]", "[C]")) == ["SUP009 C"]


def test_a_baseline_is_sorted_and_has_a_line_for_each_entry(run: Check, file: Path) -> None:
    run(TEXT, renews=True)
    assert file.read_text("utf-8") == (
        '{"version": 1, "findings": [\n'
        ' {"path": "map.argdown", "code": "SUP001", "title": "T", "text": "[T]", "count": 1},\n'
        ' {"path": "map.argdown", "code": "SUP009", "title": "A", "text": "[A]", "count": 1},\n'
        ' {"path": "map.argdown", "code": "SUP009", "title": "B", "text": "[B]", "count": 1},\n'
        ' {"path": "map.argdown", "code": "SYN005", "title": "R", "text": "soruce", "count": 1}\n'
        "]}\n"
    )
    before = file.read_text("utf-8")
    run(TEXT, renews=True)
    assert file.read_text("utf-8") == before


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "# Heading\n\nA note.\n\n" + text,
        lambda text: "\n\n\n" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "[T]\n\n" + text.replace("[T]: It", "[T]:   It"),
        lambda text: "\n\n".join(reversed(text.strip().split("\n\n"))),
    ],
)
def test_moving_lines_does_not_matter(run: Check, change: Callable[[str], str]) -> None:
    run(TEXT, renews=True)
    assert run(change(TEXT)) == []


def test_untitled_statements_are_known_by_their_text(run: Check) -> None:
    text = "Trams are good.\n  - [N]: No.\n"
    run(text, renews=True)
    assert run("Buses are good.\n  + <Y>: Yes.\n\n" + text) == []
    assert run("Buses are good.\n  - [M]: They smell.\n\n" + text) == ["SUP001 Untitled 1"]


def test_more_of_the_same_is_new(run: Check, file: Path) -> None:
    text = "[T]: t {soruce: a}\n  + [R]: r\n\n[T]: t {soruce: b}\n"
    run(text, renews=True)
    assert read_baseline(file).total() == 2
    assert run(text) == []
    assert run(text + "\n[T]: t {soruce: c}\n") == ["SYN005 T"]


def test_a_finding_belongs_to_its_file(run: Check, tmp_path: Path, file: Path) -> None:
    run(TEXT, renews=True)
    assert len(run(TEXT, "other.argdown")) == 4
    run(TEXT, "folder/other.argdown", renews=True)
    known = read_baseline(file)
    assert {finding.path for finding in known} == {"map.argdown", "folder/other.argdown"}
    assert run(TEXT) == run(TEXT, "folder/other.argdown") == []


def test_renewing_keeps_what_was_not_checked(run: Check, tmp_path: Path, file: Path) -> None:
    run(TEXT, renews=True)
    run(TEXT, "other.argdown", renews=True)
    run(TEXT, renews=True, selection=Selection(select=("SUP001",)))
    assert read_baseline(file).total() == 8
    run(TEXT.replace("[B]", "[C]"), renews=True, selection=Selection(select=("SUP009",)))
    known = read_baseline(file)
    assert sorted(f.title for f in known if f.path == "map.argdown") == ["A", "C", "R", "T"]
    (tmp_path / "other.argdown").unlink()
    run(TEXT, renews=True)
    assert {finding.path for finding in read_baseline(file)} == {"map.argdown"}


def test_entries_that_are_found_no_more_are_counted(
    run: Check, tmp_path: Path, file: Path
) -> None:
    one, other = tmp_path / "map.argdown", tmp_path / "other.argdown"
    run(TEXT, renews=True)
    run(TEXT, "other.argdown", renews=True)
    assert outdated(file, one) == outdated(file, one, other) == 0
    one.write_text("[A]: One thing.\n", "utf-8")
    assert outdated(file, one) == 3
    assert outdated(file, other) == 0
    assert outdated(file, one, selection=Selection(select=("SUP009",))) == 1
    assert outdated(file, one, selection=Selection(ignore=("SUP",))) == 1
    other.unlink()
    assert outdated(file, one) == 3 + 4


def test_included_files_are_known_once(run: Check, tmp_path: Path) -> None:
    (tmp_path / "part.argdown").write_text("[P]: p\n", "utf-8")
    run("@include(part.argdown)\n\n[A]: a\n", renews=True)
    assert run("@include(part.argdown)\n\n[A]: a\n") == []
    assert run("[P]: p\n", "part.argdown") == []


def test_a_map_that_is_checked_again_counts_once(run: Check, tmp_path: Path, file: Path) -> None:
    run(TEXT, renews=True)
    linter = Linter(Request(baseline=str(file)))
    for _ in range(3):
        assert linter.check(str(tmp_path / "map.argdown")).diagnostics == ()


def test_what_is_announced_is_no_matter_of_baselines(run: Check, file: Path) -> None:
    text = f"===\nexpect: SUP009 [A]\n===\n\n{TEXT}"
    assert run(text, renews=True) == ["SUP009 A"]
    assert read_baseline(file).total() == 3
    assert run(text) == ["SUP009 A"]


def test_the_project_names_a_baseline_beside_its_settings(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('[check]\nbaseline = "known.json"\n', "utf-8")
    (tmp_path / "maps").mkdir()
    path = tmp_path / "maps/map.argdown"
    path.write_text(TEXT, "utf-8")
    with pytest.raises(BaselineError, match=r"known\.json: there is no such baseline"):
        Linter(Request()).check(str(path))
    linter = Linter(Request(renews=True))
    linter.check(str(path))
    ((target, written, count),) = linter.baselines.renewed()
    assert (target, count) == (tmp_path / "known.json", 4)
    target.write_text(written, "utf-8")
    assert {finding.path for finding in read_baseline(target)} == {"maps/map.argdown"}
    assert Linter(Request()).check(str(path)).diagnostics == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"{}",
        b'{"version": 2, "findings": []}',
        b'{"version": 1}',
        b'{"version": 1, "findings": {}}',
        b'{"version": 1, "findings": ["SUP001"]}',
        b'{"version": 1, "findings": [{"path": "a"}]}',
        b'{"version": 1, "findings": [{"path": "a", "code": "S", "title": null, "text": ""}]}',
        b'{"version": 1, "findings": [{"path": "a", "code": "S", "title": "", "text": "", "count": 0}]}',
        b'{"version": 1, "findings": [{"path": "a", "code": "S", "title": "", "text": "", "count": true}]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_refused_in_one_line(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(BaselineError) as refused:
        read_baseline(file)
    assert str(refused.value).startswith(f"{file}: ")
    assert "\n" not in str(refused.value) and "--write-baseline" in str(refused.value)


FINDINGS = st.builds(
    KnownFinding, st.text(), st.sampled_from(["SUP001", "X"]), st.text(), st.text()
)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(FINDINGS, st.integers(1, 9)))
def test_what_is_written_is_read(known: dict[KnownFinding, int]) -> None:
    from tempfile import TemporaryDirectory

    text = write_baseline(known)
    assert json.loads(text)["version"] == 1
    assert text == write_baseline(dict(reversed(known.items())))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "known.json"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        assert read_baseline(path) == known


def test_identity_has_no_place_and_no_made_up_title() -> None:
    graph = loads("[N]: n\n\nA  long\n sentence.\n  - [M]: m\n")
    found = [identity(graph.document.source, d) for d in check(graph)]
    assert found == [("SUP009", "N", "[N]"), ("SUP001", "", "A long sentence.")]


def test_without_a_baseline_nothing_is_known() -> None:
    baselines = Baselines()
    assert list(baselines.outdated()) == list(baselines.renewed()) == []

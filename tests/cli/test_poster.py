"""`argmap poster`: what users do wrong is told in one line, and exit 2."""

import pytest

MAP = "[T]: The city should build trams.\n  + <A>: They are quiet.\n  - <B>: They are dear.\n"


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trams.argdown").write_text(MAP, "utf-8")
    return "trams.argdown"


def test_a_poster_is_written_beside_you(run, file, tmp_path):
    pytest.importorskip("typst")
    done = run("poster", file, "--paper", "a4", "--tiles", "2x1")
    assert done.code == 0 and "wrote trams-poster.pdf" in done.err
    assert (tmp_path / "trams-poster.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--paper", "A9"), "unknown paper 'A9': choose A0"),
        (("--tiles", "0x0"), "at least one sheet"),
        (("--tiles", "1000x1000"), "at most 200"),
        (("--tiles", "two"), "columns x rows"),
        (("--overlap", "much"), "--overlap"),
        (("--margin", "0"), "5 to 50 mm"),
        (("--turn", "sideways"), "best, portrait, landscape"),
        (("--theme", "pink"), "paper"),
        (("-o", "trams.argdown/x.pdf"), "written"),
    ],
)
def test_what_users_do_wrong(run, file, options, told):
    pytest.importorskip("typst")
    done = run("poster", file, *options)
    assert done.code == 2
    assert done.err.startswith("argmap: ") and done.err.count("\n") == 1
    assert told in done.err and not done.out


def test_words_too_small_to_read_are_refused(run, file, tmp_path):
    branches = "".join(f"  + <A{n}>: {'words and ' * 30}\n" for n in range(120))
    (tmp_path / "large.argdown").write_text("[T]: t\n" + branches, "utf-8")
    done = run("poster", "large.argdown", "--paper", "A5")
    assert done.code == 2 and "it needs at least" in done.err
    assert not list(tmp_path.glob("*.pdf"))


def test_a_map_that_is_not_there(run, file):
    done = run("poster", "nowhere.argdown")
    assert done.code == 2 and "nowhere.argdown" in done.err


def test_the_ending_mmd_is_mermaid(run, file, tmp_path):
    done = run("render", file, "-o", "x.mmd")
    assert done.code == 0
    assert (tmp_path / "x.mmd").read_text("utf-8").startswith("flowchart BT\n")

"""`argmap check --fix`, `--unsafe-fixes` and `--diff`: files, standard input, exit codes."""

import json

DOUBLED = "[A]: Cats purr.\n  + [B]: They rest.\n  + [B]\n"
MENDED = "[A]: Cats purr.\n  + [B]: They rest.\n"
LOST = "\n[Lost]: Nobody needs this.\n"


def test_a_file_is_fixed_in_place(run, write):
    path = write("a.argdown", DOUBLED)
    result = run("check", "a.argdown", "--fix")
    assert (result.code, result.out) == (0, "")
    assert result.err == "Fixed 1 finding in 1 file; none are left.\n"
    assert path.read_text() == MENDED
    before = path.stat()
    result = run("check", "a.argdown", "--fix")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_is_left_is_printed_as_it_is_then(run, write):
    write("a.argdown", DOUBLED + LOST)
    write("b.argdown", DOUBLED)
    result = run("check", "a.argdown", "b.argdown", "--fix", "--output-format", "concise")
    assert result.code == 1
    assert result.out.startswith("a.argdown:4:1: ") and result.out.count("\n") == 1
    assert result.err == "Fixed 2 findings in 2 files; 1 is left.\n"
    assert run("check", "a.argdown", "--fix").err == "Nothing was fixed; 1 is left.\n"
    assert run("check", "a.argdown", "--fix", "--fail-on", "never").code == 0


def test_bytes_that_are_not_edited_stay_what_they_are(run, write):
    path = write("a.argdown", "\ufeff" + DOUBLED.replace("\n", "\r\n") + "  - <漢>: 😀 no\t")
    assert run("check", "a.argdown", "--fix").code == 0
    assert (
        path.read_bytes()
        == ("\ufeff" + MENDED.replace("\n", "\r\n") + "  - <漢>: 😀 no\t").encode()
    )


def test_permissions_and_links_are_kept(run, write, tmp_path):
    path = write("real.argdown", DOUBLED)
    path.chmod(0o640)
    (tmp_path / "link.argdown").symlink_to(path)
    assert run("check", "--fix", "link.argdown").code == 0
    assert path.read_text() == MENDED and path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "link.argdown").is_symlink()


def test_a_read_only_file_is_left(run, write):
    path = write("a.argdown", DOUBLED)
    path.chmod(0o444)
    result = run("check", "--fix", "a.argdown")
    assert result.code == 2 and "read-only" in result.err and path.read_text() == DOUBLED


def test_diff_changes_nothing(run, write):
    path = write("a.argdown", DOUBLED + LOST)
    result = run("check", "a.argdown", "--diff")
    assert result.code == 1 and path.read_text() == DOUBLED + LOST
    assert result.out == (
        "--- a.argdown\n+++ a.argdown\n@@ -1,5 +1,4 @@\n"
        " [A]: Cats purr.\n   + [B]: They rest.\n-  + [B]\n \n [Lost]: Nobody needs this.\n"
    )
    assert result.err == "Would fix 1 finding in 1 file.\n"
    write("a.argdown", MENDED + LOST)
    for words in (["--diff"], ["--diff", "--fix"]):
        result = run("check", "a.argdown", *words)
        assert (result.code, result.out, result.err) == (0, "", "")


def test_what_can_be_fixed_is_told_and_nothing_done(run, write):
    path = write("a.argdown", DOUBLED)
    assert run("check", "a.argdown").out.endswith("1 finding, 1 fixable with --fix\n")
    result = run("check", "a.argdown", "--unsafe-fixes")
    assert result.err == "1 finding can be fixed with `--fix`.\n"
    write("b.argdown", MENDED)
    words = ["a.argdown", "b.argdown", "--extend-select", "SUP003"]
    assert run("check", *words, "--unsafe-fixes").err == (
        "3 findings can be fixed with `--fix --unsafe-fixes`.\n"
    )
    told = run("check", *words, "--fix").err
    assert told == "Fixed 1 finding in 1 file; 2 are left; `--unsafe-fixes` would fix 2 more.\n"
    write("a.argdown", DOUBLED)
    assert run("check", *words, "--fix", "--unsafe-fixes").err == (
        "Fixed 3 findings in 2 files; none are left.\n"
    )
    path = write("a.argdown", DOUBLED)
    assert path.read_text() == DOUBLED
    result = run("check", "a.argdown", "--output-format", "json")
    assert result.err == "" and json.loads(result.out)[0]["fix"]["safe"] is True


def test_only_selected_rules_fix(run, write):
    path = write("a.argdown", DOUBLED)
    assert run("check", "a.argdown", "--fix", "--ignore", "REL").code == 0
    assert path.read_text() == DOUBLED


def test_standard_input_is_printed_fixed(run):
    result = run("check", "-", "--fix", text=DOUBLED + LOST)
    assert result.code == 1 and result.out == MENDED + LOST
    assert "<stdin>:4:1" in result.err and "Fixed 1 finding in 1 file; 1 is left." in result.err
    assert run("check", "-", "--fix", text=MENDED).out == MENDED
    assert run("check", "-", "--diff", text=DOUBLED).out.startswith("--- <stdin>\n")


class TestFilesThatAreIncluded:
    INNER = "[A]\n  + [B]\n  + [B]\n\n[B]: They rest.\n"
    OUTER = "[A]: Cats purr.\n\n@include(inner.argdown)\n"

    def test_one_that_was_not_named_is_left(self, run, write):
        outer, inner = write("outer.argdown", self.OUTER), write("inner.argdown", self.INNER)
        result = run("check", "outer.argdown", "--fix")
        assert result.code == 1 and inner.read_text() == self.INNER
        assert outer.read_text() == self.OUTER
        assert "inner.argdown: 1 finding can be fixed here; name the file to fix it" in result.err

    def test_one_that_was_named_is_fixed_once(self, run, write):
        outer = write("outer.argdown", self.OUTER)
        inner = write("inner.argdown", "\ufeff" + self.INNER)
        result = run("check", "outer.argdown", "inner.argdown", "--fix", "--select", "REL004")
        assert result.code == 0 and outer.read_text() == self.OUTER
        assert inner.read_text() == "\ufeff" + self.INNER.replace("  + [B]\n  + [B]", "  + [B]")
        assert result.err == "Fixed 1 finding in 1 file; none are left.\n"

    def test_maps_that_include_each_other_come_to_rest(self, run, write):
        first = write("a.argdown", DOUBLED + "\n@include(b.argdown)\n")
        second = write("b.argdown", "[A]\n  + [B]\n\n@include(a.argdown)\n")
        result = run("check", ".", "--fix", "--select", "REL004")
        assert "Traceback" not in result.err
        texts = first.read_text(), second.read_text()
        assert run("check", ".", "--fix", "--select", "REL004").code == result.code
        assert (first.read_text(), second.read_text()) == texts


def test_one_that_cannot_be_read_does_not_stop_the_others(run, write):
    write("latin.argdown", "").write_bytes(b"[A]: sch\xf6n\n")
    path = write("a.argdown", DOUBLED)
    for words in (["--fix", "."], ["--diff", "."]):
        result = run("check", *words)
        assert result.code == 2 and "latin.argdown:1" in result.err
    assert path.read_text() == MENDED


def test_output_formats_get_what_is_left(run, write):
    write("a.argdown", DOUBLED + LOST)
    result = run("check", "a.argdown", "--fix", "--output-format", "json")
    assert [found["code"] for found in json.loads(result.out)] == ["SUP009"]

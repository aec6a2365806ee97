"""`argmap fmt`: what it writes, prints and leaves alone."""

MESSY = "[A]:a\n +<B>: b\n"
TIDY = "[A]: a\n  + <B>: b\n"
BROKEN = "[A]:a\n\n[B]:b {x: : 1,\n  y: 2}\n"


def test_files_are_written_in_place(run, write):
    messy, tidy = write("messy.argdown", MESSY), write("tidy.argdown", TIDY)
    before = tidy.stat()
    result = run("fmt", "messy.argdown", "tidy.argdown")
    assert (result.code, result.err) == (0, "")
    assert result.out == "formatted messy.argdown\n1 file formatted, 1 file unchanged\n"
    assert messy.read_text() == TIDY
    after = tidy.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert run("fmt", "messy.argdown").out == "1 file unchanged\n"


def test_check_writes_nothing(run, write):
    path = write("messy.argdown", MESSY)
    result = run("fmt", "--check", "messy.argdown")
    assert result.code == 1 and path.read_text() == MESSY
    assert result.out == "would format messy.argdown\n1 file would be formatted\n"
    path.write_text(TIDY)
    result = run("fmt", "--check", "messy.argdown")
    assert (result.code, result.out) == (0, "1 file unchanged\n")


def test_diff_prints_nothing_but_the_diff(run, write):
    path = write("messy.argdown", MESSY)
    result = run("fmt", "--diff", "messy.argdown")
    assert result.code == 1 and path.read_text() == MESSY
    assert result.out == (
        "--- messy.argdown\n+++ messy.argdown\n@@ -1,2 +1,2 @@\n"
        "-[A]:a\n- +<B>: b\n+[A]: a\n+  + <B>: b\n"
    )
    path.write_text(TIDY)
    assert (run("fmt", "--diff", "messy.argdown").code, run("fmt", "--diff").code) == (0, 2)


def test_standard_input(run):
    result = run("fmt", "-", text=MESSY)
    assert (result.code, result.out, result.err) == (0, TIDY, "")
    assert run("fmt", "-", text=TIDY).out == TIDY
    assert run("fmt", "--check", "-", text=MESSY).out == "would format <stdin>\n"
    assert run("fmt", "--check", "-", text=MESSY).code == 1
    assert run("fmt", "--check", "-", text=TIDY).code == 0
    assert "--- <stdin>\n" in run("fmt", "--diff", "-", text=MESSY).out
    broken = run("fmt", "-", text=BROKEN)
    assert broken.code == 1 and broken.out == "[A]: a\n\n[B]:b {x: : 1,\n  y: 2}\n"
    assert broken.err.startswith("<stdin>:3:11: left as it is: This data is not valid YAML: ")


def test_standard_input_and_files(run, write):
    path = write("messy.argdown", MESSY)
    result = run("fmt", "-", "messy.argdown", text="[C]:c\n")
    assert result.code == 0 and result.out == "[C]: c\n" and path.read_text() == TIDY
    assert "formatted messy.argdown" in result.err


def test_line_ends_and_bytes_stay_what_they_are(run, write):
    path = write("crlf.argdown", "[A]:漢字 😀\r\n +<B>\r\n")
    assert run("fmt", "crlf.argdown").code == 0
    assert path.read_bytes() == "[A]: 漢字 😀\r\n  + <B>\r\n".encode()


def test_a_folder(run, write):
    write("maps/one.argdown", MESSY)
    write("maps/two.ad", TIDY)
    write("maps/notes.txt", MESSY)
    result = run("fmt")
    assert result.code == 0 and "formatted maps/one.argdown" in result.out
    assert result.out.endswith("1 file formatted, 1 file unchanged\n")
    assert (write("maps/one.argdown", MESSY).parent / "notes.txt").read_text() == MESSY


def test_a_faulty_block_is_left_and_told(run, write):
    path = write("broken.argdown", BROKEN)
    result = run("fmt", "broken.argdown")
    assert result.code == 1
    assert path.read_text() == "[A]: a\n\n[B]:b {x: : 1,\n  y: 2}\n"
    assert "broken.argdown:3:11: left as it is: This data is not valid YAML" in result.err
    assert "\n  help: write `{key" in result.err
    again = run("fmt", "broken.argdown")
    assert again.code == 1 and "left as it is" in again.err
    assert run("fmt", "--check", "broken.argdown").code == 1


def test_includes_are_not_followed(run, write):
    text = "[A]: a\n\n@include(nowhere.argdown)\n"
    path = write("map.argdown", text + "\n\n[B]:b")
    result = run("fmt", "map.argdown")
    assert (result.code, result.err) == (0, "")
    assert path.read_text() == text + "\n[B]: b\n"


def test_a_read_only_file_stays_what_it_is(run, write):
    other, path = write("a.argdown", MESSY), write("b.argdown", MESSY)
    path.chmod(0o444)
    result = run("fmt", "a.argdown", "b.argdown")
    assert result.code == 2 and "b.argdown" in result.err and "read-only" in result.err
    assert result.err.count("\n") == 1
    assert path.read_text() == MESSY and other.read_text() == MESSY
    assert run("fmt", "--check", "b.argdown").code == 1
    path.chmod(0o644)
    path.write_text(TIDY)
    path.chmod(0o444)
    assert run("fmt", "b.argdown").code == 0


def test_permissions_and_links_are_kept(run, write, tmp_path):
    path = write("real.argdown", MESSY)
    path.chmod(0o640)
    (tmp_path / "link.argdown").symlink_to(path)
    assert run("fmt", "link.argdown").code == 0
    assert path.read_text() == TIDY and path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "link.argdown").is_symlink()


def test_one_file_that_cannot_be_read_does_not_stop_the_others(run, write):
    write("latin.argdown", "").write_bytes(b"[A]: sch\xf6n\n")
    for name in ("nowhere.argdown", "latin.argdown"):
        path = write("messy.argdown", MESSY)
        result = run("fmt", name, "messy.argdown")
        assert result.code == 2 and result.err.count("\n") == 1 and name in result.err
        assert path.read_text() == TIDY
    assert run("fmt", "nowhere.argdown").out == ""


def test_in_python():
    import argmap

    formatted = argmap.format_text(MESSY, "map.argdown")
    assert formatted.text == TIDY and formatted.left == ()

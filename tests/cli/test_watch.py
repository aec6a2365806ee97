"""`argmap check --watch` as a process: files are edited, and its answers read.

Each step waits until an answer comes, however busy the machine is; how long it takes is measured
in `bench/watch.py`.
"""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds
CLEAN = "[A]: Cats purr.\n  + [B]: They rest.\n"
DOUBLED = CLEAN + "  + [B]\n"


class Watcher:
    """A running `argmap check --watch`, and what it has printed so far."""

    def __init__(self, folder, *words):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "argmap", "check", "--watch", *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "dumb"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # A shell in the background has its children ignore the signal that ends a watch.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        self.text = ""
        self.read = 0
        self.lock = threading.Condition()
        self.thread = threading.Thread(target=self._gather, daemon=True)
        self.thread.start()

    def _gather(self):
        for line in self.process.stdout:
            with self.lock:
                self.text += line.decode()
                self.lock.notify_all()
        with self.lock:
            self.lock.notify_all()

    def until(self, pattern):
        """Return what was printed since the last answer, up to the one that has a pattern."""
        deadline = time.monotonic() + PATIENCE
        with self.lock:
            while True:
                if match := re.compile(pattern).search(self.text, self.read):
                    answer = self.text[self.read : match.end()]
                    self.read = match.end()
                    return answer
                left = deadline - time.monotonic()
                assert left > 0, f"no {pattern!r} in {self.text[self.read :]!r}"
                assert self.thread.is_alive(), f"it ended: {self.text!r}"
                self.lock.wait(min(left, 1.0))

    def end(self):
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self.thread.join(PATIENCE)
        return code


@pytest.fixture
def watch(tmp_path):
    started = []

    def start(*words):
        started.append(Watcher(tmp_path, *words))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
        each.process.wait()


def replace(path, text):
    """Write a file as editors do: another one is renamed to it."""
    other = path.with_name(f".{path.name}.swp")
    other.write_text(text)
    other.replace(path)


def test_a_map_is_checked_again_when_it_changes(watch, write):
    path = write("a.argdown", CLEAN)
    running = watch("a.argdown")
    first = running.until(r"\(\d+ ms\)\n")
    assert re.fullmatch(r"\d\d:\d\d:\d\d  a\.argdown: 0 findings \(\d+ ms\)\n", first)
    write("a.argdown", DOUBLED)
    answer = running.until("a.argdown: 1 finding ")
    assert "a.argdown:3:3: warning REL004" in answer
    replace(path, CLEAN)
    running.until("a.argdown: 0 findings ")
    replace(path, DOUBLED)
    running.until("a.argdown: 1 finding ")
    assert running.end() == 0
    assert "Traceback" not in running.text and "Abort" not in running.text


def test_only_what_changed_is_checked_again(watch, write):
    write("maps/a.argdown", DOUBLED)
    write("maps/b.argdown", CLEAN)
    running = watch("maps")
    running.until("2 maps: 1 finding ")
    write("maps/b.argdown", DOUBLED)
    answer = running.until(r"maps/b.argdown: 1 finding, 2 in all 2 maps ")
    assert "maps/a.argdown:" not in answer


def test_maps_come_and_go(watch, write, tmp_path):
    path = write("maps/a.argdown", DOUBLED)
    running = watch("maps")
    running.until("maps/a.argdown: 1 finding ")
    write("maps/new/deep/b.argdown", DOUBLED)
    running.until(r"maps/new/deep/b.argdown: 1 finding, 2 in all 2 maps ")
    write("maps/new/deep/b.argdown", CLEAN)
    running.until(r"maps/new/deep/b.argdown: 0 findings, 1 in all 2 maps ")
    path.unlink()
    running.until("0 findings in 1 map ")
    (tmp_path / "maps/new/deep/b.argdown").unlink()
    running.until(r"no map \(\*.argdown\) is in this folder")
    write("maps/a.argdown", DOUBLED)
    running.until("maps/a.argdown: 1 finding ")


def test_a_named_map_that_vanishes_comes_back(watch, write):
    path = write("a.argdown", CLEAN)
    running = watch("a.argdown")
    running.until("0 findings")
    path.unlink()
    assert "a.argdown: there is no such file" in running.until("1 cannot be read")
    write("a.argdown", DOUBLED)
    running.until("a.argdown: 1 finding ")


def test_a_file_that_is_half_written_or_not_text(watch, write):
    write("a.argdown", CLEAN)
    running = watch("a.argdown")
    running.until("0 findings")
    write("a.argdown", b"[A]: sch\xf6")
    assert "UTF-8" in running.until("1 cannot be read")
    write("a.argdown", '===\ntitle: "')
    running.until(r"a.argdown: [1-9]\d* findings? ")
    write("a.argdown", CLEAN)
    running.until("a.argdown: 0 findings")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_becomes_unreadable(watch, write):
    path = write("a.argdown", CLEAN)
    running = watch("a.argdown")
    running.until("0 findings")
    path.chmod(0)
    running.until("1 cannot be read")
    path.chmod(0o644)
    running.until("a.argdown: 0 findings")


def test_what_a_map_includes(watch, write):
    write("a.argdown", "[A]: Cats purr.\n\n@include(parts/b.argdown)\n")
    write("argmap.toml", "")
    write("other.argdown", CLEAN)
    running = watch("a.argdown", "other.argdown", "--select", "SYN001,REL004")
    running.until("2 maps: 1 finding ")  # the file is not there yet
    write("parts/b.argdown", "[A]\n  + [B]: They rest.\n")
    running.until("a.argdown: 0 findings, 0 in all 2 maps")
    write("parts/b.argdown", "[A]\n  + [B]: They rest.\n  + [B]\n")
    answer = running.until("a.argdown: 1 finding, 1 in all 2 maps")
    assert "parts/b.argdown:3:3" in answer


def test_what_a_map_quotes(watch, write):
    write(
        "a.argdown",
        "===\nsources:\n  S: {file: texts/s.txt}\n===\n\n"
        '[A]: Cats purr. {source: "S", quote: "cats purr"}\n  + [B]: They rest.\n',
    )
    write("texts/s.txt", "Dogs bark.")
    running = watch("a.argdown", "--select", "SRC002")
    running.until("1 finding ")
    write("texts/s.txt", "Well, cats purr.")
    running.until("0 findings ")
    write("texts/s.txt", "Nothing.")
    running.until("1 finding ")


def test_the_settings(watch, write, tmp_path):
    write("maps/a.argdown", DOUBLED)
    write("argmap.toml", "")
    running = watch("maps")
    running.until("1 finding ")
    write("argmap.toml", '[check]\nignore = ["REL004"]\n')
    running.until("0 findings ")
    write("argmap.toml", "[check\n")
    assert "this is not TOML" in running.until("1 cannot be read")
    write("argmap.toml", "")
    running.until("1 finding ")
    write("maps/argmap.toml", '[check]\nignore = ["REL004"]\n')  # nearer
    running.until("0 findings ")
    (tmp_path / "maps/argmap.toml").unlink()
    running.until("1 finding ")


def test_programs_get_nothing_but_the_format(watch, write):
    write("a.argdown", DOUBLED)
    running = watch("a.argdown", "--output-format", "json")
    assert '"code": "REL004"' in running.until("a.argdown: 1 finding ")


def test_what_cannot_be_watched(run, trams):
    for words, told in (
        (["-"], "standard input"),
        ([trams, "--fix"], "--watch only looks"),
        ([trams, "--diff"], "--watch only looks"),
    ):
        result = run("check", "--watch", *words)
        assert result.code == 2 and told in result.err and result.out == ""
    assert run("check", "--watch", trams, "--select", "NOPE").code == 2
    assert run("check", "--watch", trams, "nowhere.argdown").code == 2

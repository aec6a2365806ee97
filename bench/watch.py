"""How soon `argmap check --watch` answers: from a file's being written to the printed answer.

A map of 1,000 statements is edited by one line, 20 times, while the process runs. Times are of the
clock on the wall: what is felt, and what depends on the machine; the check alone, as the process
itself counts it, stands beside them.
"""

import argparse
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated import SHAPES, generate

_STATUS = re.compile(rb"\((\d+) ms\)\n$")
_AIM = 0.2  # seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="statements")
    parser.add_argument("--edits", type=int, default=20)
    options = parser.parse_args()
    print(f"{options.edits} edits of one line, {options.size} statements; the aim is 200 ms")
    print(f"{'shape':<12}{'median':>9}{'worst':>9}{'check':>9}")
    slow = False
    for shape in SHAPES:
        answers, checks = measure(generate(shape, options.size), options.edits)
        middle, worst = statistics.median(answers), max(answers)
        slow |= middle > _AIM
        print(
            f"{shape:<12}{middle * 1000:>6.0f} ms{worst * 1000:>6.0f} ms"
            f"{statistics.median(checks):>6.0f} ms"
        )
    return int(slow)


def measure(text: str, edits: int) -> tuple[list[float], list[int]]:
    """Return for each edit the seconds to the answer, and the milliseconds of the check."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "map.argdown")
        path.write_text(text, "utf-8")
        command = [sys.executable, "-m", "argmap", "check", "--watch", path.name]
        process = subprocess.Popen(
            [*command, "--output-format", "concise"], cwd=folder, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        try:
            _answer(process.stdout)
            answers, checks = [], []
            for number in range(edits):
                time.sleep(0.3)  # as a person would, who does not write on at once
                started = time.perf_counter()
                path.write_text(f"{text}\n[Edit]: Edit {number} says something new.\n", "utf-8")
                checks.append(_answer(process.stdout))
                answers.append(time.perf_counter() - started)
            return answers, checks
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _answer(lines) -> int:
    """Read until the line on what was done; return the milliseconds that it tells."""
    while line := lines.readline():
        if match := _STATUS.search(line):
            return int(match[1])
    raise SystemExit("the process ended")


if __name__ == "__main__":
    sys.exit(main())

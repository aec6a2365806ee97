"""argmap and the reference implementation side by side: processor time and memory.

Three measures, on documents of several shapes and sizes: whole processes that write Argdown's
JSON, parsing and modelling inside one process, and how argmap's own time grows with the text.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from generated import SHAPES, generate

PROCESS_SIZES = (10, 100, 1000, 10_000, 50_000)
INSIDE_SIZE = 10_000
GROWTH_SIZES = (12_500, 25_000, 50_000, 100_000)
AIM_SMALL, AIM_LARGE = 6.0, 1.5

PEER = """
const { createRequire } = require("module");
const fs = require("fs");
const core = createRequire(process.argv[2])("@argdown/core");
const { ArgdownApplication, ParserPlugin, ModelPlugin } = core;
const app = new ArgdownApplication();
app.addPlugin(new ParserPlugin(), "parse-input");
app.addPlugin(new ModelPlugin(), "build-model");
const times = [];
const input = fs.readFileSync(process.argv[3], "utf8");
for (let run = 0; run < Number(process.argv[4]); run++) {
  const start = process.cpuUsage();
  app.run({ input, process: ["parse-input", "build-model"], throwExceptions: true });
  const used = process.cpuUsage(start);
  times.push((used.user + used.system) / 1e6);
}
console.log(JSON.stringify(times));
"""


class Usage(NamedTuple):
    """What a process took: seconds of processor time, and mebibytes at its peak."""

    seconds: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="nothing above 10,000 statements")
    options = parser.parse_args()
    argmap = str(Path(sys.executable).with_name("argmap"))
    if not Path(argmap).exists():
        sys.exit("bench: install argmap into this environment first (pip install .)")
    reference = os.environ.get("ARGDOWN") or shutil.which("argdown")
    if not reference:
        print("argdown is not there: set ARGDOWN to compare with the reference\n")
    most = 10_000 if options.quick else 100_000
    with tempfile.TemporaryDirectory() as folder:
        _whole_processes(argmap, reference, Path(folder), most)
        _inside(reference, Path(folder))
    _growth(most)


def _whole_processes(argmap: str, reference: str | None, folder: Path, most: int) -> None:
    print(
        "whole processes, Argdown to its JSON\n"
        f"  aim: {AIM_SMALL:.0f} × less processor time up to 1,000 statements, {AIM_LARGE} × "
        "above; less than half the memory"
    )
    for shape in SHAPES:
        for size in (size for size in PROCESS_SIZES if size <= most):
            path = folder / f"{shape}-{size}.argdown"
            path.write_text(generate(shape, size), encoding="utf-8")
            runs = 5 if size <= 1000 else 3
            ours = _usage([argmap, "convert", str(path), "--to", "argdown-json"], runs)
            line = f"  {shape:<10} {size:>6}  {ours.seconds:6.2f} s {ours.memory:5.0f} MiB"
            if reference:
                theirs = _usage([reference, "json", str(path), str(folder / "out")], runs)
                aim = AIM_SMALL if size <= 1000 else AIM_LARGE
                ratio = theirs.seconds / ours.seconds
                share = ours.memory / theirs.memory
                line += (
                    f"   reference {theirs.seconds:6.2f} s {theirs.memory:5.0f} MiB"
                    f"   {ratio:5.1f} × less{_missed(ratio >= aim)}"
                    f"   {share:.2f} of the memory{_missed(share < 0.5)}"
                )
            print(line, flush=True)


def _inside(reference: str | None, folder: Path) -> None:
    print(f"\ninside one process, parse and model, {INSIDE_SIZE:,} statements; aim: no slower")
    for shape in SHAPES:
        text = generate(shape, INSIDE_SIZE)
        ours = [_seconds(lambda text=text: _model(text)) for _ in range(5)]
        line = f"  {shape:<10} first {ours[0] * 1000:5.0f} ms, best {min(ours) * 1000:5.0f} ms"
        if reference:
            path = folder / f"{shape}-{INSIDE_SIZE}.argdown"
            theirs = _peer_times(reference, path, 5)
            first, best = theirs[0] / ours[0], min(theirs) / min(ours)
            line += (
                f"   reference first {theirs[0] * 1000:5.0f} ms, best {min(theirs) * 1000:5.0f} ms"
                f"   {first:.2f} × and {best:.2f} ×{_missed(best >= 1)}"
            )
        print(line, flush=True)


def _growth(most: int) -> None:
    print("\ntime for each statement, parse and model, against that at the first size; aim: equal")
    for shape in SHAPES:
        sizes = [size for size in GROWTH_SIZES if size <= max(most, GROWTH_SIZES[1])]
        each = [
            min(_seconds(lambda text=text: _model(text)) for _ in range(2)) / size
            for size in sizes
            for text in [generate(shape, size)]
        ]
        parts = (f"{size:,}: {time / each[0]:.2f}" for size, time in zip(sizes, each, strict=True))
        print(f"  {shape:<10} {'  '.join(parts)}", flush=True)


def _missed(is_met: bool) -> str:
    return "" if is_met else " (missed)"


def _model(text: str) -> object:
    from argmap.model import build_graph
    from argmap.source import Source
    from argmap.syntax import parse

    return build_graph(parse(Source.of(text)))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _peer_times(reference: str, path: Path, runs: int) -> list[float]:
    base = Path(reference).resolve().parents[1] / "package.json"  # resolves its own core
    command = ["node", "-", str(base), str(path), str(runs)]
    done = subprocess.run(command, input=PEER, capture_output=True, text=True, check=True)
    times = json.loads(done.stdout)
    assert isinstance(times, list)
    return times


def _usage(command: Sequence[str], runs: int) -> Usage:
    """Return the least that a command took over some runs."""
    usages = [_once(command) for _ in range(runs)]
    return Usage(min(usage.seconds for usage in usages), min(usage.memory for usage in usages))


def _once(command: Sequence[str]) -> Usage:
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, descriptor) for descriptor in (0, 1, 2)]
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    os.close(null)
    if status:
        sys.exit(f"bench: `{' '.join(command)}` failed")
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()

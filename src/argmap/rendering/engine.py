"""The one place that runs Graphviz.

The `graphviz` package puts the command together and the embedded engine of `graphviz-pure` runs
it. The order is: what the caller names (`--engine`, `ARGMAP_DOT`), the embedded engine, and
whatever `dot` the system has.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from functools import lru_cache
from pathlib import Path

from argmap.rendering.errors import EngineError

EMBEDDED = "graphviz-pure"
VARIABLE = "ARGMAP_DOT"
_TIME_LIMIT = 120.0


def run_engine(
    dot: str, output_format: str, *, layout: str = "dot", engine: str | None = None
) -> str:
    """Lay out a graph in the DOT language and return what the engine writes.

    `engine` is the path or name of a Graphviz `dot`; None finds one. A complaint on standard
    error counts as a refusal even if the exit code is 0, for the engine then leaves things out.
    EngineError if there is no engine, or if it refuses.
    """
    from graphviz.backend import dot_command

    dot_command.DOT_BINARY = find_engine(engine)
    command = [*map(str, dot_command.command(layout, output_format)), "-q"]
    try:
        done = subprocess.run(
            command,
            input=dot.encode("utf-8"),
            capture_output=True,
            timeout=_TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as slow:
        raise EngineError(f"{command[0]} took more than {_TIME_LIMIT:.0f} seconds") from slow
    except OSError as failure:
        raise EngineError(f"cannot run {command[0]}: {failure.strerror or failure}") from failure
    complaint = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode != 0 or complaint:
        first = complaint.splitlines()[0] if complaint else f"exit code {done.returncode}"
        raise EngineError(f"{command[0]} refused the graph: {first}")
    return done.stdout.decode("utf-8", "replace")


def find_engine(engine: str | None = None) -> Path:
    """Return the engine to run; EngineError says what to do if there is none."""
    named = engine or os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if found is None:
            raise EngineError(f"there is no layout engine '{named}': give the path of a `dot`")
        return Path(found)
    found_engine = _embedded() or _system()
    if found_engine is None:
        raise EngineError(
            f"no layout engine found: pip install {EMBEDDED}, or name a `dot` in {VARIABLE}"
        )
    return found_engine


@lru_cache(maxsize=1)
def _embedded() -> Path | None:
    """Return the engine that came with the wheel: beside this Python, or in the user's scheme."""
    name = EMBEDDED + (".exe" if os.name == "nt" else "")
    folders = [sysconfig.get_path("scripts"), str(Path(sys.executable).parent)]
    folders.append(sysconfig.get_path("scripts", f"{os.name}_user"))
    for folder in folders:
        path = Path(folder) / name
        if path.is_file():
            return path
    found = shutil.which(EMBEDDED)
    return Path(found) if found else None


def _system() -> Path | None:
    found = shutil.which("dot")
    return Path(found) if found else None

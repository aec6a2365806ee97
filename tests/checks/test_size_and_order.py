"""Large maps are checked in time, and nothing depends on the order of hashes."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from random_maps import graph_of

from argmap.checks import Selection, Subject, check

ALL = Selection(select=("ALL",))
MANY = 2000


def unsupported(count: int) -> str:
    return "".join(
        f"[S{n}]: s {n}. #conclusion\n\n[T{n}]: t.\n  + [S{n}]\n\n" for n in range(count)
    )


def staircase(count: int) -> str:
    """Every step has a premise of its own that lacks support."""
    return "".join(
        f"<A{n}>\n\n(1) [P{n}]: p. #conclusion\n(2) [C{n}]\n----\n(3) [C{n + 1}]\n\n"
        for n in range(count)
    )


def undefined(count: int) -> str:
    return (
        "[T]: t.\n"
        + "".join(f"  + [Statement {n}]\n" for n in range(count))
        + "".join(f"\n[Statemend {n}]: s.\n  +> [T]\n" for n in range(count))
    )


def circles(count: int) -> str:
    return "".join(f"[A{n}]: a.\n  + [B{n}]: b.\n    + [A{n}]\n\n" for n in range(count))


def one_circle(count: int) -> str:
    return "".join(f"[A{n}]: a.\n  + [A{(n + 1) % count}]\n\n" for n in range(count))


def one_title(count: int) -> str:
    return "[T]\n  + [P]\n\n" + "".join(f"[T]: word{n}.\n\n" for n in range(count))


def duplicates(count: int) -> str:
    return "[T]: t.\n" + "  + [P]\n" * count


def quotes(count: int) -> str:
    return "[T]: t.\n" + "".join(
        f'  + [P{n}]: p. {{speaker: s, source: x, quote: "one two three four {n} five"}}\n'
        for n in range(count)
    )


def alternatives(count: int) -> str:
    """A chain in which each link has two reasons, with a leaf of its own each."""
    return "".join(
        f"<{name}{n}>\n\n(1) [C{n}]\n(2) [{name}{n}]: l.\n----\n(3) [C{n + 1}]\n\n"
        for n in range(count)
        for name in "LM"
    )


def attack_ring(count: int) -> str:
    return "".join(f"[A{n}]: a.\n  - [A{(n + 1) % count}]\n\n" for n in range(count))


def many_theses_on_many_leaves(count: int) -> str:
    leaves = "".join(f"({n + 1}) [L{n}]: l.\n" for n in range(count))
    theses = "".join(f"[T{n}]: t.\n  + [C]\n\n" for n in range(count))
    return f"<A>\n\n{leaves}----\n({count + 1}) [C]: c.\n\n{theses}"


def against_one_argument(count: int) -> str:
    leaves = "".join(f"({n + 1}) [L{n}]: l.\n" for n in range(count))
    against = "".join(f"[X{n}]: x.\n  -> <A>\n  +> <A>\n\n" for n in range(count))
    return f"<A>\n\n{leaves}----\n({count + 1}) [C]: c.\n\n{against}"


MAPS = [
    unsupported, staircase, undefined, circles, one_circle, one_title, duplicates, quotes,
    alternatives, attack_ring, many_theses_on_many_leaves, against_one_argument
]  # fmt: skip


@pytest.mark.parametrize("make", MAPS, ids=lambda make: make.__name__)
def test_size_is_no_obstacle(make) -> None:
    subject = Subject(graph_of(make(MANY)), {"x": "one two three four five. " * 1000})
    began = time.perf_counter()
    check(subject, ALL)
    assert time.perf_counter() - began < 10


PROGRAM = """
import sys
from pathlib import Path
from argmap.checks import Selection, Subject, check
from argmap.evaluation import evaluate, report_labels
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse
for path in sorted(Path(sys.argv[1]).glob("*.argdown")):
    subject = Subject(build_graph(parse(Source.of(path.read_text(encoding="utf-8")))))
    print(check(subject, Selection(select=("ALL",))))
    print(report_labels(evaluate(subject.steps), subject.theses.titles))
for name in ("networkx", "yaml", "difflib", "importlib.resources"):
    print(name, name in sys.modules)
"""


@pytest.mark.parametrize("folder", ["examples", "fixtures"])
def test_hash_seeds_change_nothing(folder: str) -> None:
    here = Path(__file__).parent
    outputs = set()
    for seed in ("0", "1", "2"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(here.parents[1] / "src"),
            "PYTHONIOENCODING": "utf-8",
        }
        command = [sys.executable, "-c", PROGRAM, str(here / folder)]
        outputs.add(
            subprocess.run(command, env=environment, check=True, capture_output=True).stdout
        )
    (output,) = outputs
    assert b"networkx False" in output


def test_a_check_imports_nothing_heavy() -> None:
    here = Path(__file__).parent
    program = (
        "import sys\nfrom argmap.checks import Subject, check\n"
        "from argmap.model import build_graph\n"
        "from argmap.source import Source\nfrom argmap.syntax import parse\n"
        "check(Subject(build_graph(parse(Source.of('[T]: t.\\n  + [P]: p.\\n')))))\n"
        "print([name for name in ('networkx', 'yaml', 'difflib', 'typing_extensions', 'inspect')"
        " if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(here.parents[1] / "src")}
    command = [sys.executable, "-c", program]
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert "networkx" not in output.stdout
    assert "yaml" not in output.stdout
    assert "difflib" not in output.stdout

"""What checking costs beside parsing, and how it grows with the map.

All rules run, whatever the profile. SYN010 is left out: it reads the text a second time as the
reference implementation does, and is on only for those who ask for it; it has a line of its own.
"""

import argparse
import gc
import time

from generated import SHAPES, generate
from processes import best_time

from argmap.checks import RULES, Selection, Subject, check
from argmap.model import ArgumentGraph, build_graph
from argmap.source import Source
from argmap.syntax import parse

SIZE = 10_000
GROWTH_SIZES = (12_500, 25_000, 50_000, 100_000)
AIM = 2.0
RUNS = 5
SECOND_READING = "SYN010"
ALL = Selection(select=("ALL",), ignore=(SECOND_READING,))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="nothing above 10,000 statements")
    parser.add_argument("--rules", action="store_true", help="the dearest rules of each shape too")
    options = parser.parse_args()
    gc.set_threshold(100_000, 50, 100)  # as the command line does
    _beside_parsing(options.rules)
    if not options.quick:
        _growth()


def _beside_parsing(with_rules: bool) -> None:
    print(f"checking {SIZE:,} statements with all rules, beside parsing them (aim: under {AIM} ×)")
    for shape in SHAPES:
        text = generate(shape, SIZE)
        parsing = best_time(lambda text=text: parse(Source.of(text)), RUNS)
        building = best_time(lambda text=text: build_graph(parse(Source.of(text))), RUNS) - parsing
        graph = build_graph(parse(Source.of(text)))
        checking = best_time(lambda graph=graph: check(Subject(graph), ALL), RUNS)
        strict = Selection(select=(SECOND_READING,))
        second = best_time(lambda graph=graph, strict=strict: check(Subject(graph), strict), RUNS)
        print(
            f"  {shape:10}{checking / parsing:6.2f} × parsing"
            f"{checking / (parsing + building):8.2f} × parsing and building"
            f"   ({SECOND_READING} besides: {second / parsing:.2f} ×)"
        )
        if with_rules:
            _dearest(graph, parsing)


def _dearest(graph: ArgumentGraph, parsing: float) -> None:
    check(Subject(graph), ALL)
    subject = Subject(graph)
    times: list[tuple[float, str]] = []
    facts = ("steps", "theses", "outgoing", "incoming")
    for name, work in (
        *((fact, lambda fact=fact: getattr(subject, fact)) for fact in facts),
        *((rule.code, lambda rule=rule: list(rule.find(subject))) for rule in RULES),
    ):
        start = time.process_time()
        work()
        if name != SECOND_READING:
            times.append((time.process_time() - start, name))
    for seconds, name in sorted(times, reverse=True)[:12]:
        print(f"      {name:10}{seconds / parsing:6.2f} × parsing")


def _growth() -> None:
    print(f"time for a statement, against that at {GROWTH_SIZES[0]:,} (aim: the same)")
    for shape in SHAPES:
        per_statement = []
        for size in GROWTH_SIZES:
            graph = build_graph(parse(Source.of(generate(shape, size))))
            seconds = best_time(lambda graph=graph: check(Subject(graph), ALL), runs=2)
            per_statement.append(seconds / size)
            gc.collect()
        ratios = "  ".join(
            f"{size:,}: {one / per_statement[0]:.2f}"
            for size, one in zip(GROWTH_SIZES, per_statement, strict=True)
        )
        print(f"  {shape:10}{ratios}")


if __name__ == "__main__":
    main()

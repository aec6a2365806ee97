"""What a brief costs: processor seconds for planning its pages, and for each format of them."""

import argparse
import random
from collections.abc import Iterator

from processes import timed

import argmap
from argmap.debate.brief import Request, brief_pages
from argmap.debate.case import Case
from argmap.publishing import WRITERS, Heading, publish

ARGUMENTS = 200
_WORDS = (
    "state",
    "city",
    "school",
    "tax",
    "road",
    "water",
    "cost",
    "trade",
    "farm",
    "wage",
    "plan",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the arguments")
    count = ARGUMENTS // (10 if parser.parse_args().quick else 1)
    graph = argmap.loads("\n".join(_map(count)) + "\n")
    case = Case.of(argmap.evaluate(graph), "pro")
    svg = argmap.render(argmap.loads("[A]: a.\n"))
    assert isinstance(svg, str)
    request = Request(case, svg, "Made", "made.argdown")
    publish(brief_pages(request), "docx")  # what is imported once is not counted
    seconds, pages = timed(lambda: brief_pages(request), runs=1)
    headings = sum(isinstance(block, Heading) and block.level == 3 for block in pages.blocks)
    print(
        f"a brief of {count} arguments, {headings} headings of pages and cards: processor seconds"
    )
    print(f"  planning  {seconds:6.2f}")
    for name in WRITERS:
        seconds, _ = timed(lambda name=name: publish(pages, name), runs=1)
        print(f"  {name:9} {seconds:6.2f}")


def _map(count: int) -> Iterator[str]:
    """Yield the lines of a map: arguments with evidence, and as many objections to them."""
    drawn = random.Random(7)

    def said(words: int) -> str:
        return " ".join(drawn.choice(_WORDS) for _ in range(words)).capitalize() + "."

    yield from ("===", "thesis: T", "sources:")
    for number in range(20):
        yield f"  s{number}: {{author: Ann Lee{number}, title: {said(9)}, date: {2000 + number}}}"
    yield from ("===", "", "[T]: The plan is good.", "")
    for number in range(0, count, 2):
        target = "[T]" if number < count // 10 else f"[P{drawn.randrange(0, number, 2)}]"
        quote = f'{{source: s{number % 20}, quote: "{said(40)}"}}'
        yield from (f"<A{number}>: {said(12)}", "")
        yield from (f"(1) [P{number}]: {said(14)} {quote}", f"(2) {said(12)} #unstated")
        yield from ("----", f"(3) {target}", "")
        yield from (f"[P{number}]", f"  - <A{number + 1}>: {said(15)}", "")


if __name__ == "__main__":
    main()

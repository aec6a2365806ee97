"""Files of megabytes, and data that is made to explode: time and memory stay in proportion.

`bench/hostile.py --megabytes 50` reads the same texts at ten times their size.
"""

import tracemalloc

import pytest
from hostile_texts import FILES, MANY_OF, laughs, merges
from spelled_out import read
from time_limits import in_time

import argmap
from argmap.rendering.markdown_outline import write_markdown_outline
from argmap.rendering.terminal import write_tree
from argmap.source import Source
from argmap.syntax import ARGMAP, REFERENCE, parse
from argmap.syntax.strict import find_refused

MEGABYTE = 1_000_000
LIMIT = 60.0  # seconds of processor time; ten times what is needed


WITH_LINE_ENDS = [
    (name, line_end)
    for name in FILES
    for line_end in (["\n", "\r\n"] if "\n" in FILES[name](100) else ["\n"])
]


@pytest.mark.parametrize(("name", "line_end"), WITH_LINE_ENDS, ids=ascii)
def test_a_file_of_five_megabytes_is_read(name, line_end):
    text = FILES[name](5 * MEGABYTE).replace("\n", line_end)
    with in_time(LIMIT, of_processor=True):
        document = read(text)
    assert len(document.items) <= len(text) / 20 + 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", MANY_OF)
def test_a_hundred_thousand_of_one_thing_are_read(name, line_end):
    text = MANY_OF[name](100_000).replace("\n", line_end)
    with in_time(LIMIT, of_processor=True):
        argmap.loads(text)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", MANY_OF)
def test_two_thousand_of_one_thing_go_all_the_way(name, line_end):
    text = MANY_OF[name](2_000).replace("\n", line_end)
    with in_time(LIMIT, of_processor=True):
        graph = argmap.loads(text)
        argmap.check(graph, select=["ALL"])
        argmap.evaluate(graph)
        argmap.draw_map(graph)
        write_tree(graph, width=80)
        write_markdown_outline(graph)
        for to in ("argdown-json", "graphml", "node-link"):
            argmap.convert(graph, to)
        argmap.format_text(text)
        argmap.loads(text, shorthand=True)


@pytest.mark.parametrize("shorthand", [False, True], ids=["Argdown", "shorthand"])
@pytest.mark.parametrize("name", [*FILES, *MANY_OF])
def test_memory_stays_in_proportion(name, shorthand):
    """Four times the text takes about four times the memory; quadratic would be sixteen."""
    make = FILES.get(name) or (lambda size: MANY_OF[name](size // 20))
    small, large = (peak_of(make(size), shorthand) for size in (20_000, 80_000))
    assert large < 7 * small + 500_000


def peak_of(text, shorthand):
    tracemalloc.start()
    try:
        argmap.loads(text, shorthand=shorthand)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


# -- data ----------------------------------------------------------------------------------------

BOMBS = {
    "front matter": f"===\n{laughs(12, end=chr(10))}\n===\n\n[A]: a\n",
    "a block": f"[A]: a\n{{\n{laughs(12, end=chr(10))}\n}}\n",
    "data": f"[A]: a {{{laughs(12)}}}\n  + b\n",
    "an inference": f"<A>\n\n(1) p\n-- r {{{laughs(12)}, uses: *l11}} --\n(2) c\n",
    "settings": f"===\n{laughs(12, end=chr(10))}\nselection: {{selectedTags: *l11}}\nsources: *l11\n===\n\n[A]\n",
    "merges": f"===\n{merges(14, end=chr(10))}\ngroup: {{regroup: [*l13]}}\n===\n\n[A]: a\n",
    "merges in data": f"[A]: a {{{merges(14)}}}\n",
    "an alias in itself": "[A]: a {a: &a [*a]}\n",
    "a mapping in itself": "===\na: &a\n  b: *a\n===\n\n[A]\n",
    "a long text": f"[A]: a {{a: &a {'x' * 20_000}, b: [{'*a, ' * 20_000}]}}\n",
    "a long key": f"[A]: a {{a: &a {'x' * 20_000}, ? [{'*a, ' * 20_000}] : 1}}\n",
    "many blocks": f"[A]: a {{a: &a [{'x, ' * 300}], b: [{'*a, ' * 300}]}}\n\n" * 100,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_aliases_do_not_explode(text):
    """Argmap refuses them; the reference repeats what they name, and argmap follows it so far."""
    longest = 30 * len(text) + 200_000
    with in_time(LIMIT, of_processor=True):
        for dialect in (ARGMAP, REFERENCE):
            assert len(repr(parse(Source.of(text), dialect).items)) < longest
        graph = argmap.loads(text)
        assert len(argmap.convert(graph, "argdown-json")) < longest
        assert any(d.code == "SYN004" for d in argmap.check(graph, select=["ALL"]))
        assert len(repr(find_refused(text))) < longest
        argmap.format_text(text)


def test_an_alias_is_followed_where_the_reference_is():
    graph = argmap.loads("[A]: a {a: &a [x, y], b: *a}\n")
    assert '"b": ["x", "y"]' in argmap.convert(graph, "argdown-json").replace("\n", "")

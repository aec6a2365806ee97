"""No regular expression takes more than about linear time, whatever text it meets.

Each is run on its own worst cases: what it repeats, over and over, in front of what does not
match. One that is searched for has to be quick over all the starts together, for a text may be
one long line; one that is only tried in one place has to be quick there.
"""

import random
import time
from contextlib import suppress

import pytest
from regular_expressions import all_expressions, pumped, recipes, uncalled
from time_limits import in_time

import argmap
from argmap.analysis.figures import find_figure
from argmap.source import Source
from argmap.syntax.shorthand import expand_shorthand

SHORT = 2_000  # characters; a scan from each start takes 2 million steps
LONG = 4 * SHORT
NOTICED = 0.004  # seconds of processor time: many times what a linear scan of SHORT takes
LIMIT = 3.0
MOST = 500
QUADRATIC = 9  # the ratio of times for a ratio of lengths of 4; linear is 4, quadratic 16

TRIED = {  # through a variable, with `match` at one offset of a line
    "drafting.chinese_speech:23",  # searched for in the last 60 characters of a text
    "syntax.braces._DOUBLE",
    "syntax.braces._SINGLE",
    "syntax.common_lines.common_line",
    "syntax.content._TITLE",
    "syntax.scanner._line_start",
    "syntax.strict.elements._TITLE",  # searched for in a token with one, at the most, in front
    "syntax.reference.lexer._HEADING",
    "syntax.reference.lexer._NEWLINE",
    "syntax.reference.stretches._BELOW_EMPTY_LINE",
    "syntax.reference.stretches._BELOW_LINE_END",
}
PROMISED = {  # with what the texts end in which it is looked for
    "exchange.argdown_members._TAG": ")"
}

SAMPLE = (
    "===\ntitle: t\nother: &a 1\n===\n[A]: a {b: 'c''d'}\n  + <B>: *b* // c\n\n1. x\n2. y (1)\n"
)

for _format in ("argdown-json", "graphml", "node-link"):  # calls what makes expressions
    argmap.convert(argmap.loads(SAMPLE), _format)
expand_shorthand(Source.of(SAMPLE))
find_figure("80 %")
argmap.check(
    argmap.loads("===\nlang: zh\n===\n\n<A>\n\n(1) 雨。\n----\n(2) 湿。\n"), select=["INF"]
)
argmap.check(argmap.loads("[A]: It rains, and it is cold.\n"), select=["STY"])


@pytest.mark.parametrize("expression", all_expressions(), ids=lambda e: e.name)
def test_the_hardest_texts_take_linear_time(expression):
    pattern, draw = expression.pattern, random.Random(expression.name)
    end = PROMISED.get(expression.name, "")
    for found in recipes(pattern, MOST, draw):
        recipe = found._replace(suffix=found.suffix + end)
        if seconds(expression, pumped(recipe, SHORT)) > NOTICED:
            ratio = growth(expression, recipe)
            if ratio > QUADRATIC:
                ratio = growth(expression, recipe)
            assert ratio <= QUADRATIC, f"{pattern.pattern} takes {ratio:.0f} × for 4 × {recipe}"


def test_the_exceptions_are_such():
    names = {expression.name for expression in all_expressions()}
    assert {*TRIED, *PROMISED} <= names


def test_every_expression_is_found():
    assert uncalled() == []
    names = {expression.name for expression in all_expressions()}
    assert {"syntax.content._TITLE[1]", "syntax.scanner._line_start"} <= names


def growth(expression, recipe):
    """Return how many times longer a text takes that is four times as long."""
    short, long = (
        min(seconds(expression, pumped(recipe, length)) for _ in range(2))
        for length in (SHORT, LONG)
    )
    return long / max(short, 0.001)  # which some clocks cannot measure


def seconds(expression, text):
    """Return the processor time that an expression takes for a text; at most about `LIMIT`."""

    start = time.process_time()
    with suppress(TimeoutError), in_time(LIMIT, of_processor=True):
        run(expression, text)
    return time.process_time() - start


def run(expression, text):
    """Use an expression on a text as argmap does."""
    pattern = expression.pattern
    if expression.name.split("[")[0] in TRIED:
        pattern.match(text)
        return
    if expression.methods - {"match", "fullmatch"}:
        for _ in pattern.finditer(text):
            pass
    if "match" in expression.methods:
        pattern.match(text)
    if "fullmatch" in expression.methods:
        pattern.fullmatch(text)

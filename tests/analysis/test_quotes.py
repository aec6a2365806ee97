"""Looking up quotes: what is normalised, where they stand, what is nearest."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_maps import graph_of

from argmap.analysis.passages import Passages
from argmap.analysis.quotes import check_quotes, report_quotes
from argmap.source import Span

TEXT = (
    "He said: “We hope  the world\r\nis built on\u00a0our stack… perhaps.” It's ‘ours’, he said."
)


@pytest.mark.parametrize(
    ("quote", "held"),
    [
        ("the world is built", "the world\r\nis built"),
        ("We hope the world", "We hope  the world"),
        ('"We hope', "“We hope"),
        ("built on our stack... perhaps", "built on\u00a0our stack… perhaps"),
        ("We hope … stack", "We hope  the world\r\nis built on\u00a0our stack"),
        ("hope [...] our (…) perhaps.", "hope  the world\r\nis built on\u00a0our stack… perhaps."),
        ("It’s 'ours'", "It's ‘ours’"),
        ("we hope", None),
        ("We hope the  word", None),
        ("stack … We hope", None),
    ],
)
def test_what_counts_as_the_same_words(quote: str, held: str | None) -> None:
    span = Passages(TEXT).find(quote)
    assert (TEXT[span.start : span.end] if span else None) == held
    if span:
        assert Passages(TEXT).stands_at(quote, span)
        assert not Passages(TEXT).stands_at(quote, Span(span.start + 1, span.end))


def test_the_place_nearest_to_the_declared_one() -> None:
    text = "a cat. " * 5
    assert Passages(text).find("a cat", near=15) == Span(14, 19)
    assert Passages(text).find("a cat") == Span(0, 5)


def test_the_shortest_stretch_with_an_omission() -> None:
    assert Passages("one one two two").find("one … two") == Span(4, 11)


@given(st.text(alphabet="ab \n“.…'’", max_size=40), st.data())
def test_every_stretch_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    span = Passages(text).find(quote, near=start)
    if quote.strip() and (quote.strip() == quote and "." not in quote and "…" not in quote):
        assert span is not None
        assert Passages(text).stands_at(quote, span)


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_text_raises(text: str, quote: str) -> None:
    passages = Passages(text)
    passages.find(quote, near=3)
    passages.nearest(quote)
    passages.stands_at(quote, Span(-3, 99))


def test_one_changed_letter_shows_the_passage() -> None:
    passage = Passages("It is so. The staff agree with the mayor. So it is.").nearest(
        "The staff agrees with the mayor"
    )
    assert passage is not None
    assert passage.text == "The staff agree with the mayor"
    assert 0.95 < passage.similarity < 1


def test_a_changed_first_word_belongs_to_the_passage() -> None:
    passage = Passages("It is so. All staff agree with the mayor.").nearest(
        "The staff agree with the mayor"
    )
    assert passage is not None
    assert passage.text == "All staff agree with the mayor"


def test_chinese_is_compared_by_characters() -> None:
    passage = Passages("今天下雨。读者都给了好评。明天晴。").nearest("读者都给好评")
    assert passage is not None
    assert passage.text == "读者都给了好评"


def test_a_long_source_is_no_obstacle() -> None:
    text = " ".join(f"word{n % 5000} of the story" for n in range(60_000))
    began = time.perf_counter()
    passages = Passages(text)
    for n in range(0, 5000, 250):
        passage = passages.nearest(f"word{n} of the tale word{n + 1} of the story")
        assert passage is not None
        assert passage.text == f"word{n} of the story word{n + 1} of the story"
    assert time.perf_counter() - began < 5


MAP = """[P]: p. {source: s, quote: "two words", span: [0, 9]}

[Q]: q. {source: s, quote: "two words", span: [4, 13]}

[R]: r. {source: s, quote: "two wards"}

[S]: s. {source: lost, quote: "two words"}

[T]: t. {quote: "two words"}
"""


def test_the_report() -> None:
    graph = graph_of(MAP)
    quotes = check_quotes(graph, {"s": "two words two words", "lost": None})
    report = report_quotes(graph, quotes)
    assert [entry["line"] for entry in report] == [1, 3, 5, 7, 9]
    assert [entry["found"] for entry in report] == [True, True, False, False, False]
    assert [entry["searched"] for entry in report] == [True, True, True, False, False]
    assert report[0]["span"] == report[0]["declared_span"] == [0, 9]
    assert report[1] == {
        "title": "Q",
        "source": "s",
        "quote": "two words",
        "found": True,
        "searched": True,
        "span": [0, 9],
        "declared_span": [4, 13],
        "nearest": None,
        "line": 3,
    }
    assert [quote.is_misplaced for quote in quotes] == [False, True, False, False, False]
    nearest = report[2]["nearest"]
    assert isinstance(nearest, dict)
    assert nearest["text"] == "two words"

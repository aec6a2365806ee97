"""Passages are found where `str` finds them, whatever they are made of."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.analysis import word_places
from argmap.analysis.passages import Passages
from argmap.analysis.word_places import WordPlaces

TEXTS = st.text(alphabet="ab .…'漢é\u0301_1", max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, TEXTS, st.integers(0, 60), st.booleans())
def test_find_is_that_of_str(
    before: str, passage: str, after: str, place: int, is_there: bool
) -> None:
    text = before + (passage if is_there else "") + after
    places = WordPlaces(text)
    for few in (1, word_places._FEW):
        places._most = len(text) // few
        assert places.find(passage) == text.find(passage)
        assert places.find(passage, place) == text.find(passage, place)
        assert places.rfind(passage, place) == text.rfind(passage, 0, place)


def test_the_many_are_found_as_the_few() -> None:
    text = " ".join(f"word{n % 70} and {n} … end" for n in range(400))
    quotes = [f"and {n} … end word{n % 50} and" for n in range(400)]
    quotes += [f"word{n}… and 3{n} … end" for n in range(60)]
    passages = Passages(text)
    together = [passages.find(quote) for quote in quotes]
    assert together == [Passages(text).find(quote) for quote in quotes]
    assert None in together and any(together)


def test_of_a_long_quote_the_piece_is_shown_that_is_not_there() -> None:
    words = [f"word{n}" for n in range(3000)]
    passages = Passages(" ".join(words))
    words[1500] = "other"
    nearest = passages.nearest(" ".join(words[500:2500]))
    assert nearest is not None
    assert "word1499 word1500 word1501" in nearest.text
    assert 0.9 < nearest.similarity < 1

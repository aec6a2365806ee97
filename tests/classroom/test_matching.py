"""Who is who in two maps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.classroom.comparing.assignment import assign
from argmap.classroom.comparing.candidates import candidates
from argmap.classroom.comparing.claims import Claims
from argmap.classroom.comparing.decisions import (
    CannotUse,
    Decisions,
    Question,
    read_decisions,
    write_decisions,
)
from argmap.classroom.comparing.likeness import Caution, WordingReader, caution, likeness
from argmap.classroom.comparing.matching import How, match

COSTS = st.lists(st.dictionaries(st.integers(0, 4), st.integers(0, 12), max_size=5), max_size=5)


def claims(text):
    return Claims(argmap.loads(text), "map")


def cost_of(costs, taken, alone):
    return sum(
        alone if column is None else row[column] for row, column in zip(costs, taken, strict=True)
    )


@given(COSTS)
@settings(max_examples=150, deadline=None)
def test_no_assignment_is_cheaper(costs):
    alone = 7
    taken = assign(costs, alone)
    used = [column for column in taken if column is not None]
    assert len(used) == len(set(used))
    assert cost_of(costs, taken, alone) == brute(costs, alone)


def brute(costs, alone):
    """The cheapest by trying all, row by row."""

    def rest(row, used):
        if row == len(costs):
            return 0
        ways = [alone + rest(row + 1, used)]
        ways += [
            cost + rest(row + 1, used | {column})
            for column, cost in costs[row].items()
            if column not in used
        ]
        return min(ways)

    return rest(0, frozenset())


WORDS = st.lists(
    st.sampled_from(["sun", "moon", "star", "rain", "wind", "snow", "leaf", "tree"]), max_size=8
)


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6), st.sampled_from([0.3, 0.5, 0.7]))
@settings(max_examples=80, deadline=None)
def test_no_pair_that_is_alike_is_passed_over(lefts, rights, least):
    reader = WordingReader()
    rows = [reader.read(" ".join(words)) for words in lefts]
    columns = [reader.read(" ".join(words)) for words in rights]
    wanted = {
        (r, c)
        for r, row in enumerate(rows)
        for c, column in enumerate(columns)
        if row.words and column.words and likeness(row, column) >= least
    }
    found = list(candidates(rows, columns, least))
    assert len(found) == len(set(found))
    assert set(found) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cars are LOUD.", "cars are loud"),
        ("Ｃａｒｓ are loud!", "Cars — are loud"),
        ("经济发展了。", "经济发展了"),
    ],
)
def test_case_punctuation_and_width_do_not_count(one, other):
    reader = WordingReader()
    assert likeness(reader.read(one), reader.read(other)) == 1


def test_synonyms_are_one_word():
    reader = WordingReader([[["car", "motor vehicle"]]])
    assert likeness(reader.read("A motor vehicle is loud"), reader.read("A car is loud")) == 1
    assert (
        likeness(WordingReader().read("A motor vehicle is loud"), reader.read("A car is loud")) < 1
    )


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Cars are loud in towns", "Cars are not loud in towns", Caution.NEGATION),
        ("Cars are loud in towns", "Cars aren’t loud in towns", Caution.NEGATION),
        ("Autos sind in Städten laut", "Autos sind in Städten nicht laut", Caution.NEGATION),
        ("Half of 20 cars are loud", "Half of 80 cars are loud", Caution.NUMBER),
        ("Nobody is never loud", "All are loud", None),
    ],
)
def test_a_not_and_a_number_ask_for_a_person(one, other, why):
    reader = WordingReader()
    assert caution(reader.read(one), reader.read(other)) is why


def test_a_denial_is_never_taken_for_what_it_denies():
    left = claims("[A]: Cars are loud in all towns.\n")
    right = claims("[B]: Cars are not loud in all towns.\n")
    matching = match(left, right)
    assert not matching.matches
    assert [(d.why, d.is_counted) for d in matching.doubts] == [
        ("only one of them says not", False)
    ]


def test_a_changed_title_with_the_same_text_is_still_matched():
    matching = match(claims("[A]: Cars are loud.\n"), claims("[Noise]: cars are loud!\n"))
    assert [m.how for m in matching.matches] == [How.TEXT]


def test_signs_without_words_are_told_apart():
    matching = match(claims("[A]: !!!\n[B]: ☂☂\n"), claims("[C]: ???\n[D]: ☂☂\n"))
    assert [(m.left, m.right) for m in matching.matches] == [(1, 1)]
    yes = Decisions((Question("-", "??", same=True), Question("+", "??", same=False)))
    assert (yes.same("??", "-"), yes.same("+", "??")) == (True, False)


def test_one_title_with_other_words_is_asked_about():
    matching = match(claims("[A]: Cars are loud.\n"), claims("[A]: Roses smell sweet.\n"))
    assert not matching.matches
    assert [doubt.why for doubt in matching.doubts] == ["same title, other words"]


def test_same_as_in_the_data_of_either_map_wins():
    left = claims("[A]: Cars are loud.\n[B]: Cars smell.\n")
    right = claims(
        '[X]: Traffic stinks. {same_as: "B"}\n[Y]: Noise everywhere. {same_as: "[A]"}\n'
    )
    assert [(m.left, m.right, m.how) for m in match(left, right).matches] == [
        (0, 1, How.DECIDED),
        (1, 0, How.DECIDED),
    ]
    assert len(match(right, left).matches) == 2


def test_decisions_win_in_both_directions_and_for_whoever_wrote_the_words():
    left = claims("[A]: Cars are loud in towns.\n")
    right = claims("[A]: Cars are loud in villages.\n")
    no = Decisions((Question("cars are LOUD in towns", "Cars are loud in villages", same=False),))
    assert match(left, right).matches
    assert not match(left, right, no).matches
    assert not match(right, left, no).matches
    far = claims("[Z]: Noise is everywhere.\n")
    yes = Decisions((Question("Noise is everywhere.", "Cars are loud in towns.", same=True),))
    assert [m.how for m in match(left, far, yes).matches] == [How.DECIDED]
    assert not match(left, far, yes).doubts


@given(
    st.lists(
        st.tuples(
            st.text(min_size=1).filter(str.strip),
            st.text(min_size=1).filter(str.strip),
            st.text(),
            st.sampled_from([None, True, False]),
        ),
        max_size=4,
    )
)
@settings(max_examples=80, deadline=None)
def test_the_file_of_decisions_says_what_was_written(tmp_path_factory, entries):
    asked = Decisions(tuple(Question(a, b, place, "why", same) for a, b, place, same in entries))
    place = tmp_path_factory.mktemp("decisions") / "same.toml"
    place.write_text(write_decisions(asked), encoding="utf-8", newline="")
    assert read_decisions(str(place)) == asked


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pair = 3", "[[pair]]"),
        ("[[pair]]\nreference = 'a'", "needs the texts"),
        ("[[pair]]\nreference = 'a'\nother = 'b'\nsame = 'yes'", "true, false"),
        ("[[pair", "not TOML"),
    ],
)
def test_a_wrong_file_of_decisions_says_what_is_wrong(tmp_path, text, told):
    place = tmp_path / "same.toml"
    place.write_text(text)
    with pytest.raises(CannotUse) as error:
        read_decisions(str(place))
    assert told in str(error.value)
    assert str(place) in str(error.value)


def test_a_file_of_decisions_in_another_encoding_is_refused(tmp_path):
    place = tmp_path / "same.toml"
    place.write_bytes(b"[[pair]]\nreference = '\xe4'\n")
    with pytest.raises(CannotUse, match="not UTF-8"):
        read_decisions(str(place))

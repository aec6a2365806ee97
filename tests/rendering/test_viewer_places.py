"""The viewer's outline: everything stands once in full, near to a root, and says what it is."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from random_maps import maps

import argmap
from argmap.drawing import make_report
from argmap.rendering.viewer.entities import gather_entities
from argmap.rendering.viewer.places import DEEPEST, Part, lay_out_places
from argmap.rendering.viewer.spoken import Speaker
from argmap.rendering.viewer.tongues import tongue_of


def laid_out(text):
    report = make_report(argmap.loads(text))
    entities = gather_entities(report.map, report.graph)
    return entities, lay_out_places(entities)


def said(text):
    entities, places = laid_out(text)
    speaker = Speaker(entities, {})
    return {
        (entities.all[place.branch.entity].called, place.is_again): speaker.say(place)
        for place in places
    }


@settings(max_examples=150, deadline=None)
@given(maps())
def test_everything_stands_once_in_full(text):
    entities, places = laid_out(text)
    full = Counter(place.branch.entity for place in places if not place.is_again)
    assert full == Counter(range(len(entities.all)))
    assert len({entity.id for entity in entities.all}) == len(entities.all)
    above = []
    for place in places:
        assert place.depth <= len(above) and place.depth <= DEEPEST + 1
        del above[place.depth :]
        assert place.above == (above[-1] if above else None)
        assert (place.branch.part is Part.ROOT) == (place.depth == 0)
        above.append(place.branch.entity)


@settings(max_examples=150, deadline=None)
@given(maps())
def test_every_relation_of_the_picture_is_told(text):
    entities, places = laid_out(text)
    told = {(place.above, place.branch.part.value, place.branch.entity) for place in places}
    for tie in entities.ties:
        here = (tie.target, tie.kind.value, tie.source)
        back = (tie.source, tie.kind.value, tie.target)
        assert here in told or (tie.kind.is_symmetric and back in told)


def test_a_place_is_as_near_to_a_root_as_it_can_be():
    entities, places = laid_out("[A]: a.\n  + [B]: b.\n    + [C]: c.\n      + [D]: d.\n  + [D]\n")
    depth = {
        entities.all[place.branch.entity].title: place.depth
        for place in places
        if not place.is_again
    }
    assert depth == {"A": 0, "B": 1, "C": 2, "D": 1}


def test_circles_end_and_cuts_go_on():
    _, places = laid_out("[A]: a. #thesis\n  + [B]: b.\n    + [A]\n")
    assert len(places) == 3
    chain = "\n".join("  " * n + ("+ " if n else "") + f"[D{n}]: d." for n in range(60))
    entities, places = laid_out(chain)
    roots = [place for place in places if place.depth == 0]
    assert [entities.all[place.branch.entity].title for place in roots] == ["D0", "D24", "D48"]
    assert [place.continues for place in roots] == [False, True, True]


def test_what_is_said():
    found = said(
        "[Top]: t. #thesis\n  - <Doubt>: d.\n  >< [Other]: o.\n\n<Why>\n\n"
        "(1) [One]: 1. #fact {cited: false}\n(2) [Two]: 2. #unstated\n----\n(3) [Half]: h.\n"
        "(4) [Four]: 4. #fact\n----\n(5) [Top]\n\n<Cut>: c.\n  _> <Why>\n"
    )
    assert found["Top", False] == "Main claim. Supported by 1. Attacked by 2."
    assert found["One", False] == "Premise 1 of 2 supporting Half. Uncited fact."
    assert found["Two", False] == "Premise 2 of 2 supporting Half. Unstated."
    assert found["Four", False].startswith("Premise 2 of 2 supporting Top. Given as a fact.")
    assert found["Half", False] == "Conclusion 3 of Why."
    assert found["Doubt", False] == "Attacks Top. Argument."
    assert found["Other", False] == "Contradicts Top. Attacked by 1."
    assert re.match(r"Undercuts the step to (Why|Top)\. Argument\.", found["Cut", False])


def test_untitled_claims_are_called_by_their_words():
    found = said("A claim without a title.\n  + Its reason.\n")
    assert found["Its reason.", False] == "Supports A claim without a title."


@pytest.mark.parametrize(
    ("text", "said_in", "page", "expected"),
    [
        ("plain words", None, "en", ""),
        ("白马非马", None, "en", "zh"),
        ("白马非马", None, "zh", ""),
        ("plain words", None, "zh-Hant", "en"),
        ("これは馬", None, "zh", "ja"),
        ("שלום", None, "en", "he"),
        ("bonjour", "fr", "en", "fr"),
        ("bonjour", 7, "en", ""),
        ("größer", None, "en", ""),
    ],
)
def test_tongues(text, said_in, page, expected):
    assert tongue_of(text, said_in, page) == expected


def test_a_page_that_is_handed_on_tells_no_path_of_its_writers_machine(tmp_path):
    path = tmp_path / "my.argdown"
    path.write_text("[T]: t. #conclusion\n", "utf-8")
    page = argmap.render(argmap.load(path), "html")
    assert "my.argdown:1:1" in page and str(tmp_path) not in page

"""Which hue a node gets: by speaker, side, finding, label and tag."""

import argmap
from argmap.mapping.colouring import finding_hues, side_hues, speaker_hues, tag_order
from argmap.model.steps import build_steps


def named(hues):
    return {ref.title: (hue.name, hue.tag) for ref, hue in hues.items()}


def test_speakers_have_their_places_in_the_order_of_the_table():
    graph = argmap.loads(
        "===\nspeakers: {Zoe: {aliases: [Z]}, Ann: {}}\n===\n\n"
        "[A]: a {speaker: Bob}\n\n[B]: b {speaker: Ann}\n\n[C]: c {speaker: [Z, Ann]}\n\n[D]: d\n"
    )
    hues = speaker_hues(graph)
    assert named(hues) == {"A": ("Bob", "Bob"), "B": ("Ann", "Ann"), "C": ("Zoe", "Zoe, Ann")}
    assert {hue.name: hue.swatch for hue in hues.values()} == {"Zoe": 0, "Ann": 1, "Bob": 2}


def test_a_gloss_is_still_said_of_its_speaker():
    graph = argmap.loads("[A]: a {speaker: Ann, voice: gloss}\n")
    assert named(speaker_hues(graph)) == {"A": ("Ann", "Ann")}


def sides(text):
    hues = side_hues(build_steps(argmap.loads(text)))
    return {ref.title: hue.name for ref, hue in hues.items()}


def test_sides_are_counted_by_the_attacks_on_the_way():
    text = "[T]: t #thesis\n  + <A>: a\n    - <B>: b\n      - <C>: c\n  - <D>: d\n\n[E]: e\n  + [F]: f\n"
    found = sides(text)
    assert found == {"T": "pro", "A": "pro", "B": "con", "C": "pro", "D": "con"}


def test_what_speaks_for_and_against_is_on_both_sides():
    text = "[T]: t #thesis\n  + <A>: a\n  - <B>: b\n\n[X]: x\n  +> <A>\n  +> <B>\n"
    assert sides(text)["X"] == "both sides"


def test_a_written_side_counts_first_and_may_have_any_name():
    text = (
        "===\nspeakers: {Ann: {side: government}}\n===\n\n"
        "[T]: t #thesis\n  + <A>: a {side: con}\n  - <B>: b {speaker: Ann}\n  + <C>: c {side: [pro, con]}\n"
    )
    assert sides(text) == {"T": "pro", "A": "con", "B": "government", "C": "both sides"}


def test_a_thesis_against_an_earlier_one_is_no_measure():
    text = "[T]: t #thesis\n  - <A>: a\n    + [U]\n\n[U]: u #thesis\n  + <B>: b\n"
    assert sides(text) == {"T": "pro", "A": "con", "U": "con", "B": "con"}


def test_the_gravest_finding_gives_the_hue_and_all_codes_are_named():
    graph = argmap.loads("[A]: a #conclusion\n  - <B>: b\n\n<B>\n\n[A]: a\n")
    found = argmap.check(graph)
    hues = {ref.title: hue for ref, hue in finding_hues(graph, found).items()}
    assert hues["A"].name == "error"
    assert "SUP001" in hues["A"].tag


def test_more_codes_than_fit_are_counted():
    graph = argmap.loads("[A]: a #conclusion\n")
    (first, *_) = argmap.check(graph)
    many = [first._replace(code=f"X{number}") for number in range(5)]
    (hue,) = finding_hues(graph, many).values()
    assert hue.tag == "X0, X1, X2 +2"


def test_tags_stand_in_the_order_in_which_they_are_written():
    graph = argmap.loads("# H #third\n\n[A]: a #first\n\n<B>: b #second #first\n\n[A]: x #last\n")
    assert tag_order(graph) == ["third", "first", "second", "last"]


def test_hues_do_not_change_with_what_is_shown():
    text = "[A]: a {speaker: Ann}\n  + <B>: b {speaker: Bob}\n\n# Part\n\n<C>: c {speaker: Cid}\n  +> [A]\n"
    whole = argmap.draw_map(argmap.loads(text), colour_by="speaker")
    part = argmap.draw_map(
        argmap.loads(f"===\nselection: {{excludeArguments: [B]}}\n===\n\n{text}"),
        colour_by="speaker",
    )
    places = {box.title: box.hue.swatch for box in whole.boxes}
    left = {box.title: box.hue.swatch for box in part.boxes}
    assert left == {title: places[title] for title in left}
    assert [hue.name for hue in part.hues] == ["Ann", "Cid"]


def test_a_map_without_speakers_says_why_it_is_grey():
    graph = argmap.loads("[A]: a\n  - <B>: b\n")
    (notice,) = argmap.draw_map(graph, colour_by="speaker").notices
    assert "no speaker named" in notice
    assert argmap.draw_map(graph, colour_by="finding").notices == ()


def test_labels_colour_what_stands_and_falls():
    drawn = argmap.draw_map(argmap.loads("[A]: a\n  - <B>: b\n"), colour_by="label")
    assert {box.title: box.hue.name for box in drawn.boxes} == {"A": "out", "B": "in"}
    assert [hue.name for hue in drawn.hues] == ["in", "out"]

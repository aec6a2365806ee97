"""Maps for a lesson: bars that say what they do, premises side by side, edges at the right cell."""

from pathlib import Path

import pytest

import argmap
from argmap.mapping.argument_map import EdgeKind, Row
from argmap.rendering.layout import find_layout
from argmap.rendering.lesson import for_lesson
from argmap.rendering.svg import write_svg
from argmap.rendering.theme import CLASSROOM

ROOT = Path(__file__).parents[2]
MAPS = sorted((ROOT / "maps").glob("*.argdown"))


def picture(argument_map):
    lesson = for_lesson(argument_map)
    layout = find_layout(lesson, CLASSROOM)
    return lesson, layout, write_svg(lesson, layout, CLASSROOM)


def words_of(box):
    return [words for *_, words in box.texts]


LESSON = """[Thesis]: We should act. #thesis
  + <Reason>: It helps.
    _> <Proof>
  - [Doubt]: Does it?

<Proof>

(1) [Fact]: Something is so.
(2) Somebody must act. #unstated
-- practical reasoning --
(3) [Thesis]
"""


def test_bars_say_what_boxes_do(make_map, read):
    drawing = read(picture(make_map(LESSON))[2])
    said = {box: words_of(found) for box, found in drawing.boxes.items()}
    assert any("however" in words for words in said.values())
    assert any("because · practical reasoning" in words for words in said.values())
    proof = next(words for words in said.values() if "because · practical reasoning" in words)
    assert "+" in proof
    assert "unstated" in proof


def test_an_undercut_says_that_it_does_not_follow(make_map, read):
    drawing = read(picture(make_map("[A]: a\n  + <B>: b\n    _ <C>: c\n"))[2])
    assert ["but that does not follow", "C", "c"] in [
        words_of(box) for box in drawing.boxes.values()
    ]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_words_of_shipped_maps_are_in_their_boxes(path, read):
    _, layout, svg = picture(argmap.draw_map(argmap.load(str(path))))
    assert_tidy(layout, read(svg))


@pytest.mark.parametrize("seed", range(4))
def test_words_of_random_maps_are_in_their_boxes(seed, make_map, read, random_text):
    lesson, layout, svg = picture(make_map(random_text(seed, 14)))
    drawing = read(svg)
    assert_tidy(layout, drawing)
    assert_sides(lesson, layout, drawing)


def assert_tidy(layout, drawing):
    boxes = list(drawing.boxes.values())
    for index, box in enumerate(boxes):
        assert not any(box.overlaps(other, 0.5) for other in boxes[index + 1 :])
        for left, right, baseline, size, words in box.texts:
            assert box.x <= left and right <= box.right, words
            assert box.y <= baseline - 0.7 * size and baseline + 0.2 * size <= box.bottom, words
    for figure in layout.figures.values():
        cells = [shape for shape in figure.shapes if shape.radius == 12.0]
        for line in figure.lines:
            if any(cell.y < line.y < cell.y + cell.height for cell in cells) and line.text != "+":
                assert any(
                    cell.x <= line.x and line.x + line.width <= cell.x + cell.width
                    for cell in cells
                ), line.text


def assert_sides(lesson, layout, drawing):
    """An edge about a cell ends at the side on which that cell is."""
    for edge, found in zip(lesson.edges, drawing.edges, strict=True):
        if edge.target.port is None:
            continue
        port = layout.figures[edge.target.box].port(edge.target.port)
        area = layout.area(edge.target.box)
        is_left = abs(found.points[-1][0] - area.x) < area.width / 2
        assert port.side in ("", "w" if is_left else "e")


PREMISES = """[T]: t

<A>

(1) [P]: First premise.
(2) [Q]: Second premise.
  - <Against>: no
(3) [R]: Third premise.
----
(4) [T]
"""


def test_a_cell_that_is_attacked_is_never_between_two_others(make_map, read):
    lesson, layout, svg = picture(make_map(PREMISES))
    assert_sides(lesson, layout, read(svg))
    card = next(box for box in lesson.boxes if box.parts)
    figure = layout.figures[card.id]
    ports = [figure.port(part.port) for part in card.parts if isinstance(part, Row)]
    assert [port.side for port in ports] == ["w", "e", ""]
    free = PREMISES.replace("  - <Against>: no\n", "")
    lesson, layout, _ = picture(make_map(free))
    card = next(box for box in lesson.boxes if box.parts)
    tops = {layout.figures[card.id].port(part.port).top for part in card.parts[1:]}
    assert len(tops) == 1


def test_large_maps_keep_to_the_sides_too(make_map, read, random_text):
    lesson, layout, svg = picture(make_map(random_text(5, 90)))
    assert len(lesson.boxes) > 60
    assert_sides(lesson, layout, read(svg))


def test_a_chain_of_inferences_has_a_bar_for_each(make_map, read):
    text = "<A>\n\n(1) P\n(2) Q\n-- first --\n(3) R\n(4) S\n-- second --\n(5) [T]: t\n"
    drawing = read(picture(make_map(text))[2])
    card = next(box for box in drawing.boxes.values() if "because · second" in words_of(box))
    assert "(3) because · first" in words_of(card)
    assert {"(1)", "(2)", "(3)", "(4)"} <= set(words_of(card))


def test_a_statement_with_two_roles_has_no_bar(make_map):
    text = "[A]: a\n  + [B]: b\n\n[C]: c\n  - [B]\n"
    lesson, _, _ = picture(make_map(text))
    assert {box.title: box.role for box in lesson.boxes} == {"A": None, "B": None, "C": None}
    assert {edge.kind for edge in lesson.edges} == {EdgeKind.SUPPORT, EdgeKind.ATTACK}

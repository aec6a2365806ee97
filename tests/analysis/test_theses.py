"""What a map argues for (readings 15 and 16)."""

import pytest
from random_maps import graph_of

from argmap.analysis import Theses, find_theses
from argmap.model.steps import build_steps


def theses(text: str) -> Theses:
    return find_theses(build_steps(graph_of(text)))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("[T]\n  + [P]\n", ("T",)),
        ("[T]\n  - [P]\n", ("T",)),
        ("[T]\n  >< [N]\n\n[T]\n  + [P]\n", ("T",)),
        ("[T]\n  >< [N]\n", ("T", "N")),
        ("[T]\n  + [P]\n  >< [N]\n    + [Q]\n", ("T", "N")),
        ("[Alone]: a.\n", ()),
        ("<A>: a.\n  - <B>: b.\n", ()),
        ("[P]: p.\n  _ <U>: u.\n", ("P",)),
        ("===\nmodel: {mode: strict}\n===\n\n[T]\n  + [P]\n  - [N]\n", ("T",)),
        ("<A>\n\n(1) p\n----\n(2) q\n", ("Untitled 2",)),
        ("[T] #thesis\n\n[U]\n  + [P]\n", ("T",)),
        ("===\nthesis: [U, '[T]']\n===\n\n[T]\n\n[U]\n  + [P]\n", ("T", "U")),
        ("===\nthesis: 2024\n===\n\n[2024]\n  + [P]\n", ("2024",)),
        ("<T> #thesis\n  + [P]\n\n[U]\n  + [P]\n", ("U",)),
    ],
)
def test_theses(text: str, titles: tuple[str, ...]) -> None:
    assert theses(text).titles == titles


def test_declared_titles_that_are_missing() -> None:
    found = theses("===\nthesis: [Nowhere]\n===\n\n[T]\n  + [P]\n")
    assert found.missing == ("Nowhere",)
    assert not found.is_declared
    assert found.titles == ("T",)


def test_rivals_in_one_component_share_a_group() -> None:
    assert len(theses("[T]\n  >< [N]\n\n[U]\n  + [P]\n").groups) == 2

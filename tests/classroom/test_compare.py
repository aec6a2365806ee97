"""Maps held against a reference: what differs, and what it costs."""

import json
import random
import re
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import argmap
from argmap.classroom.comparing.claims import Claims
from argmap.classroom.comparing.closure import Change
from argmap.classroom.comparing.differences import Aspect
from argmap.classroom.comparing.matching import match
from argmap.classroom.comparing.picture import draw_differences
from argmap.classroom.comparing.report import compare_pages, missed_by_most
from argmap.classroom.comparing.score import compare_claims
from argmap.cli import app
from argmap.publishing import publish

sys.path.insert(0, str(Path(__file__).parents[1]))
from random_maps import maps

CALM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
CHAIN = "[A]: Ants work.\n  + [B]: Bees dance.\n    + [C]: Cats sleep.\n"


def claims(text):
    return Claims(argmap.loads(text), "map.argdown")


def compare(left, right):
    return compare_claims(claims(left), claims(right))


def changes(comparison):
    return [d.change for d in comparison.compared.differences]


def part(comparison, aspect):
    return next(p for p in comparison.score.parts if p.aspect is aspect)


@pytest.mark.parametrize(
    "path", ["maps/huang.argdown", "maps/school_uniform.argdown", "maps/broken.argdown"]
)
def test_a_map_is_like_itself(path):
    whole = Claims(argmap.load(path), path)
    comparison = compare_claims(whole, whole)
    assert comparison.score.value == comparison.score.least == comparison.score.most == 1
    assert not comparison.compared.differences
    assert not comparison.compared.matching.doubts


@given(maps())
@CALM
def test_any_map_is_like_itself(text):
    comparison = compare(text, text)
    assert comparison.score.value == 1
    assert not comparison.compared.differences


@given(maps(), maps())
@CALM
def test_the_score_is_the_same_when_the_maps_change_places(one, other):
    here, there = compare(one, other), compare(other, one)
    assert here.score.value == there.score.value
    assert (here.score.least, here.score.most) == (there.score.least, there.score.most)
    assert {(m.left, m.right) for m in here.compared.matching.matches} == {
        (m.right, m.left) for m in there.compared.matching.matches
    }
    for mine, theirs in zip(here.score.parts, there.score.parts, strict=True):
        assert (mine.found, mine.in_reference) == (theirs.sound, theirs.in_other)
    assert 0 <= here.score.least <= here.score.value <= here.score.most <= 1


@given(maps(), st.randoms(use_true_random=False))
@CALM
def test_every_lost_point_has_a_difference(text, dice):
    """Take one block away: what is lost is told, and nothing is told where nothing is lost."""
    blocks = text.split("\n\n")
    other = "\n\n".join(block for block in blocks if dice.random() > 0.2)
    comparison = compare(text, other)
    lost = any(p.found < p.in_reference or p.sound < p.in_other for p in comparison.score.parts)
    assert lost == bool(comparison.compared.differences)


def test_a_missing_and_an_extra_claim():
    comparison = compare(CHAIN, CHAIN.replace("    + [C]: Cats sleep.", "  - [D]: Dogs bark."))
    assert sorted(changes(comparison)) == [Change.EXTRA, Change.MISSING]
    assert part(comparison, Aspect.CLAIMS)[2:] == (2, 3, 2, 3)
    extra = next(d for d in comparison.compared.differences if d.change is Change.EXTRA)
    assert "not an error" in extra.told


def test_a_flipped_sign_is_worth_half_and_told_once():
    comparison = compare(CHAIN, CHAIN.replace("    + [C]", "    - [C]"))
    assert changes(comparison) == [Change.SIGN]
    assert comparison.compared.differences[0].told == (
        "[C] supports [B] in the reference; in this map it speaks against it."
    )
    assert part(comparison, Aspect.SUPPORTS).found == 1.5


def test_a_flipped_direction_is_worth_nothing():
    text = "[A]: Ants work.\n\n[B]: Bees dance.\n  +> [A]\n\n[C]: Cats sleep.\n  +> [A]\n"
    turned = text.replace("[C]: Cats sleep.\n  +> [A]", "[C]: Cats sleep.\n  <+ [A]")
    comparison = compare(text, turned)
    assert Change.DIRECTION in changes(comparison)
    assert part(comparison, Aspect.SUPPORTS).found == 1


def test_a_step_that_is_skipped_is_worth_half():
    flat = "[A]: Ants work.\n  + [B]: Bees dance.\n  + [C]: Cats sleep.\n"
    comparison = compare(CHAIN, flat)
    assert changes(comparison) == [Change.SKIPPED]
    assert comparison.compared.differences[0].lost == 0.5
    assert "[C] supports [B]" in comparison.compared.differences[0].told


def test_a_step_that_is_spelled_out_is_found():
    comparison = compare("[A]: Ants work.\n  + [C]: Cats sleep.\n", CHAIN)
    assert part(comparison, Aspect.SUPPORTS).found == 1
    assert changes(comparison) == [Change.EXTRA]


def test_a_shortcut_beside_the_way_is_no_difference():
    comparison = compare(CHAIN, CHAIN + "[C]\n  +> [A]\n")
    assert comparison.score.value == 1


def test_an_attack_on_an_attack_speaks_for_it():
    chain = "[A]: Ants work.\n  - [B]: Bees dance.\n    - [C]: Cats sleep.\n"
    comparison = compare(chain, chain + "[C]\n  +> [A]\n")
    assert not comparison.compared.differences
    assert Change.TIED not in changes(comparison)
    wrong = compare(chain, chain + "[C]\n  -> [A]\n")
    assert changes(wrong) == [Change.SIGN]


def test_another_place_on_the_same_side_is_worth_half_on_the_other_side_nothing():
    text = "[A]: Ants work.\n  + [B]: Bees dance.\n    + [C]: Cats sleep.\n  + [D]: Dogs bark.\n  - [E]: Eels swim.\n"
    moved = text.replace("    + [C]: Cats sleep.\n", "").replace(
        "  + [D]: Dogs bark.\n", "  + [D]: Dogs bark.\n    + [C]: Cats sleep.\n"
    )
    far = text.replace("    + [C]: Cats sleep.\n", "") + "    + [C]: Cats sleep.\n"
    assert changes(compare(text, moved)) == [Change.MOVED]
    assert compare(text, moved).compared.differences[0].lost == 0.5
    assert changes(compare(text, far)) == [Change.MOVED]
    assert compare(text, far).compared.differences[0].lost == 1


LINKED = "[A]: Ants work. {linked: true}\n  + [B]: Bees dance.\n  + [C]: Cats sleep.\n"


def test_linked_premises_drawn_separate_and_the_reverse():
    separate = LINKED.replace(" {linked: true}", "")
    assert changes(compare(LINKED, separate)) == [Change.SEPARATE]
    assert changes(compare(separate, LINKED)) == [Change.LINKED]
    numbered = "<P>\n\n(1) [B]: Bees dance.\n(2) [C]: Cats sleep.\n----\n(3) [A]: Ants work.\n"
    assert compare(LINKED, numbered).score.value == 1


def test_two_claims_in_one_are_half_found():
    two = "[A]: Ants work.\n  + [B]: Busy bees dance in summer evenings.\n  + [C]: Lazy cats sleep on warm roofs.\n"
    one = "[A]: Ants work.\n  + [B]: Busy bees dance in summer evenings and lazy cats sleep on warm roofs.\n"
    comparison = compare(two, one)
    assert Change.MERGED in changes(comparison)
    assert part(comparison, Aspect.CLAIMS).found == 2.5
    assert Change.SPLIT in changes(compare(one, two))


SPELLED = """\
<Why>: Animals with six legs never rest, and ants have six.

(1) [I]: All insects work.
(2) [J]: Ants are insects.
----
(3) [A]: Ants work.
"""


def test_a_sketch_of_what_the_reference_spells_out_is_no_extra_claim():
    for sketch in ("<Why>", "<Other>: Animals with six legs never rest, ants have six."):
        comparison = compare(SPELLED, f"[A]: Ants work.\n  + {sketch}\n")
        assert Change.SKETCHED in changes(comparison)
        assert Change.EXTRA not in changes(comparison)
        assert part(comparison, Aspect.SUPPORTS).sound == 1
        assert ">SKETCHED</text>" in draw_differences(comparison.compared)
    back = compare(f"[A]: Ants work.\n  + {sketch}\n", SPELLED)
    assert Change.SPELLED_OUT in changes(back)
    assert Change.MISSING not in changes(back)


def test_what_weighs_more_on_the_main_claim_comes_first():
    other = "[A]: Ants work. #thesis\n"
    found = compare(CHAIN, other).compared.differences
    assert [d.left for d in found] == [(1,), (2,)]
    assert found[0].weight > found[1].weight


def test_doubtful_pairs_give_the_score_a_range():
    comparison = compare(
        "[A]: Ants work hard in the garden.\n", "[B]: Ants work fast in our garden.\n"
    )
    score = comparison.score
    assert score.least < score.most
    assert score.value in (score.least, score.most)
    assert len(comparison.compared.matching.doubts) == 1


def test_the_same_claim_twice_is_matched_by_what_stands_around_it():
    left = "[A]: Ants work.\n  + Yes indeed.\n\n[B]: Bees dance.\n  - Yes indeed.\n\n"
    right = "[B]: Bees dance.\n  - Yes indeed.\n\n[A]: Ants work.\n  + Yes indeed.\n"
    assert compare(left, right).score.value == 1


def test_a_picture_tells_differences_by_words_and_lines():
    comparison = compare(CHAIN, "[A]: Ants work.\n  - [B]: Bees dance.\n  + [D]: Dogs bark.\n")
    svg = draw_differences(comparison.compared)
    for word in ("MISSING", "EXTRA", "other sign"):
        assert f">{word}</text>" in svg
    assert svg.count('stroke-dasharray="5 3.5"') == 1
    assert svg.count('stroke-opacity="0.3"') == 1
    assert draw_differences(compare(CHAIN, CHAIN).compared).count("other sign") == 0


@given(maps(), maps())
@settings(CALM, max_examples=12)
def test_words_on_lines_stay_inside_the_picture(one, other):
    svg = draw_differences(compare(one, other).compared)
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    graph = re.search(r'class="differences" transform="translate\(([\d.]+) ([\d.]+)\)', svg)
    marks = svg[graph.end() :]
    for x, width in re.findall(r'<rect x="(-?[\d.]+)" y="[-\d.]+" width="([\d.]+)"', marks):
        assert float(graph[1]) + float(x) >= 0
        assert float(graph[1]) + float(x) + float(width) <= float(size[1])


def test_hostile_words_do_no_harm_in_the_pages():
    hostile = '[A]: <script>alert(1)</script> & "x" \u202e\n  + [<b>]: </svg>&lt;\n'
    comparison = compare(CHAIN, hostile)
    pages = compare_pages([comparison], [draw_differences(comparison.compared)], "<i>")
    html = publish(pages, "html").content
    assert isinstance(html, str)
    assert "<script>alert" not in html
    assert publish(pages, "docx").content[:2] == b"PK"


def test_an_empty_map_has_no_score_against_a_full_one_and_is_like_itself():
    assert compare(CHAIN, "").score.value == 0
    assert compare("", "").score.value == 1
    assert draw_differences(compare("", "").compared).startswith("<svg")


def test_a_large_map_is_matched_in_seconds():
    dice = random.Random(3)
    said = [" ".join(f"w{dice.randrange(900)}" for _ in range(9)) for _ in range(1500)]
    left = "".join(["[T]: top.\n", *(f"  + [N{n}]: {words}.\n" for n, words in enumerate(said))])
    right = left.replace("[N", "[M").replace(".\n", " indeed.\n")
    started = time.perf_counter()
    assert len(match(claims(left), claims(right)).matches) == 1501
    assert time.perf_counter() - started < 20


def test_what_most_missed_counts_maps():
    whole = claims(CHAIN)
    found = missed_by_most(
        [
            compare_claims(whole, claims(text))
            for text in (CHAIN, "[A]: Ants work.\n", "[A]: Ants work.\n  + [B]: Bees dance.\n")
        ]
    )
    assert found[0] == ("[C]", Change.MISSING, 2)


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def files(tmp_path):
    (tmp_path / "ref.argdown").write_text(CHAIN)
    (tmp_path / "other.argdown").write_text(
        "[A]: Ants work.\n  + [X]: Bees all dance and sing.\n    - [C]: Cats sleep.\n"
    )
    return tmp_path


def test_the_command_prints_parts_and_json(files):
    printed = run("compare", files / "ref.argdown", files / "other.argdown")
    assert printed.exit_code == 0
    assert "linked" not in printed.output
    assert "made of these parts" in printed.output
    report = json.loads(
        run("compare", files / "ref.argdown", files / "other.argdown", "-f", "json").output
    )
    assert report["maps"][0]["file"] == "other.argdown"
    assert report["maps"][0]["to_settle"][0]["other"] == "Bees all dance and sing."
    assert "meaning" in report["limits"]


def test_decisions_are_written_kept_and_used(files):
    place = files / "same.toml"
    arguments = ["compare", files / "ref.argdown", files / "other.argdown", "--decisions", place]
    first = json.loads(run(*arguments, "-f", "json").stdout)
    assert 'same = "?"' in place.read_text()
    place.write_text(place.read_text().replace('same = "?"', "same = true"))
    second = json.loads(run(*arguments, "-f", "json").stdout)
    assert second["maps"][0]["score"]["value"] > first["maps"][0]["score"]["least"]
    assert not second["maps"][0]["to_settle"]
    assert "same = true" in place.read_text()


def test_several_maps_make_one_report(files):
    result = run(
        "compare",
        files / "ref.argdown",
        files / "other.argdown",
        files / "ref.argdown",
        "-o",
        files / "report.html",
    )
    assert result.exit_code == 0
    html = (files / "report.html").read_text()
    assert "What most of them missed" in html
    assert "ref.argdown" in html


def test_a_map_that_is_not_there_is_told(files):
    result = run("compare", files / "ref.argdown", files / "none.argdown")
    assert "none.argdown" in str(result.exception)

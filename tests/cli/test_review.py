"""`argmap review`: what it writes, what it leaves alone, and what users do wrong."""

import re

import pytest
from hypothesis import given, settings
from random_maps import maps

import argmap
from argmap.analysis.fingerprints import fingerprint
from argmap.analysis.reviewing import CannotReview
from argmap.model.steps import build_steps

MAP = """[Open]: The library opens on Sundays. #thesis // yes
  + [Readers]: Readers have time. {source: survey} /* then */
  + <Staff>: The staff
    is for it.
      {
        speaker: Ann
      }
"""
STAMP = re.compile(r'reviewed: "[0-9a-f]{12}"')


def suspects(text):
    return [d.title for d in argmap.check(argmap.loads(text), select=["SRC005"])]


def stamped(text, *titles, **options):
    return argmap.review_text(text, titles=titles, **options).text


def test_it_writes_into_the_data_and_nowhere_else():
    text = stamped(MAP, every=True)
    assert STAMP.sub('reviewed: "…"', text) == (
        '[Open]: The library opens on Sundays. #thesis {reviewed: "…"} // yes\n'
        '  + [Readers]: Readers have time. {source: survey, reviewed: "…"} /* then */\n'
        "  + <Staff>: The staff\n    is for it.\n      {\n"
        '        reviewed: "…"\n        speaker: Ann\n      }\n'
    )
    assert suspects(text) == []
    assert stamped(text, every=True) == text


@pytest.mark.parametrize(
    ("old", "new", "suspect"),
    [
        ("have time", "have no time", ["Open", "Readers"]),
        ("opens on", "closes on", ["Open"]),
        ("survey, ", 'survey, quote: "we have", ', ["Readers"]),
        ("#thesis ", "#thesis #other ", []),
        ("Readers have time", "Readers  have\n    time", []),
        ("[Readers]", "[People]", []),
        ("+ <Staff>", "- <Staff>", ["Open"]),
        ("survey", "letter", []),
    ],
)
def test_what_makes_a_review_suspect(old, new, suspect):
    text = stamped(MAP, every=True)
    assert suspects(text.replace(old, new)) == suspect
    renewed = stamped(text.replace(old, new))
    assert suspects(renewed) == []


def test_a_fingerprint_is_what_the_documentation_says():
    import hashlib

    text = '<A>\n\n(1) [P]: One  and #tag two. {quote: "q"}\n(2) Three.\n----\n(3) [C]: Four.\n'
    steps = build_steps(argmap.loads(text))
    said = {
        "A": "text\tA\nstep\tOne and two.\tThree.\tFour.",
        "P": "text\tOne and two.\nquote\tq",
        "C": "text\tFour.\nstep\tOne and two.\tThree.",
    }
    for title, expected in said.items():
        node = steps.graph.statements.get(title) or steps.graph.arguments[title]
        digest = hashlib.sha256(expected.encode()).hexdigest()
        assert fingerprint(steps, node.ref) == digest[:12]


@pytest.mark.parametrize("written", ["yesterday", "true", "123456789012", '"00"', "1e5", "[a]"])
def test_a_stamp_that_somebody_typed_is_reported_and_renewed(written):
    text = f"[A]: a. {{reviewed: {written}}}\n  + [B]: b.\n"
    assert suspects(text) == ["A"]
    assert suspects(stamped(text, "A")) == []
    assert stamped(text, "A").count("reviewed") == 1


@pytest.mark.parametrize("written", ["2024-05-01", "yesterday", "true", "[Ann, Bob]"])
def test_what_is_no_stamp_gives_way_only_where_it_is_named(run, tmp_path, written):
    text = f"[A]: a. {{reviewed: {written}}}\n  + [B]: b.\n"
    path = tmp_path / "map.argdown"
    path.write_text(text, "utf-8")
    for words in ([], ["--all"], ["B"]):
        done = run("review", "map.argdown", *words)
        assert done.code == 0
        assert f"[A]: a. {{reviewed: {written}}}" in path.read_text("utf-8")
        assert (f"[A] keeps `reviewed: {written}`" in done.err) is (words != ["B"])
    done = run("review", "map.argdown", "A")
    assert (done.code, done.err) == (0, "")
    assert f"stamped [A] in place of `reviewed: {written}`" in done.out
    assert written not in path.read_text("utf-8")
    assert run("review", "map.argdown", "--check").code == 0


def test_a_stamp_is_renewed_beside_what_is_none():
    text = '[A]: a. {reviewed: "000000000000"}\n  + [B]: b.\n\n[A]: a. {reviewed: 2024-05-01}\n'
    renewed = stamped(text)
    assert STAMP.search(renewed) and "000000000000" not in renewed
    assert renewed.endswith("[A]: a. {reviewed: 2024-05-01}\n")
    assert suspects(renewed) == []


def test_without_a_stamp_it_says_how_to_begin(run, trams):
    done = run("review", trams)
    assert done.code == 0
    assert "name what you have reviewed, or say --all" in done.err


@pytest.mark.parametrize("written", ["", "null", "false", '""'])
def test_a_stamp_without_a_value_is_none(written):
    text = f"[A]: a. {{reviewed: {written}}}\n  + [B]: b.\n"
    assert suspects(text) == []
    assert stamped(text) == text


def test_a_stamp_of_digits_alone_is_one():
    for number in range(2000):
        steps = build_steps(argmap.loads(f"[A]: a {number}.\n  + [B]: b.\n"))
        stamp = fingerprint(steps, steps.nodes[0].ref)
        if not re.search(r"[a-df]", stamp) and re.fullmatch(r"\d+(e\d+)?", stamp):
            for written in (stamp, f'"{stamp}"', stamp.upper()):
                assert suspects(f"[A]: a {number}. {{reviewed: {written}}}\n  + [B]: b.\n") == []
            return
    raise AssertionError("there are such stamps among the first 2000")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_stay(line_end):
    text = "\ufeff" + MAP.replace("\n", line_end)
    assert STAMP.sub("", stamped(text, every=True)).replace(" {}", "").count(line_end) == (
        MAP.count("\n") + 1
    )
    assert stamped(text, every=True).startswith("\ufeff[Open]")
    assert stamped(text, every=True).replace(line_end, "\n").count("\r") == 0
    assert suspects(stamped(text, every=True)) == []


@pytest.mark.parametrize("title", ["Opne", "<Open>", "[Staff]", "[]", "Open sundays"])
def test_an_unknown_title_is_refused(title):
    with pytest.raises(CannotReview, match="nothing is called"):
        stamped(MAP, title)


def test_an_empty_title_is_explained():
    with pytest.raises(CannotReview, match="a title is empty"):
        stamped(MAP, "")


def test_titles_may_have_brackets_or_none():
    text = "[A]: a.\n  + <A>: g.\n"
    assert stamped(text, "A").count("reviewed") == 2
    assert stamped(text, "<A>").count("reviewed") == 1
    assert stamped(text, " [A] ").startswith("[A]: a. {reviewed:")


def test_only_what_the_caller_names_is_stamped():
    text = stamped(MAP, "Readers")
    assert text.count("reviewed") == 1
    changed = text.replace("have time", "have none").replace("is for it", "is against it")
    assert stamped(changed, "Staff").count("reviewed") == 2
    assert suspects(stamped(changed, "Staff")) == ["Readers"]


def test_shorthand_is_stamped_where_it_is_typed_or_left_alone():
    text = "===\nshorthand: true\n===\n\n1. Readers have time.\n2. So it opens. (1)\n"
    new = stamped(text, every=True)
    before, after = (build_steps(argmap.loads(each)) for each in (text, new))
    assert [n.ref for n in before.nodes] == [n.ref for n in after.nodes]
    assert suspects(new) == []


@settings(max_examples=60, deadline=None)
@given(maps())
def test_stamps_change_nothing_else(text):
    stamping = argmap.review_text(text, every=True)
    before, after = argmap.loads(text), argmap.loads(stamping.text)
    assert before.order == after.order
    assert [r[:3] for r in before.relations] == [r[:3] for r in after.relations]
    for ref in before.order:
        old, new = before.node(ref), after.node(ref)
        assert (old.text, old.tags) == (new.text, new.tags)
        assert {**new.data, "reviewed": 0} == {**old.data, "reviewed": 0}
    assert not stamping.refused
    assert suspects(stamping.text) == []


def test_the_command_writes_renews_and_checks(run, tmp_path):
    path = tmp_path / "map.argdown"
    path.write_bytes(MAP.replace("\n", "\r\n").encode())
    done = run("review", "map.argdown", "--all")
    assert (done.code, done.out.splitlines()[-1]) == (0, "map.argdown: 3 stamps written")
    assert path.read_bytes().count(b"\r\n") == MAP.count("\n") + 1
    path.write_bytes(path.read_bytes().replace(b"have time", b"have none"))
    written = path.read_bytes()
    done = run("review", "map.argdown", "--check")
    assert done.code == 1 and "would stamp [Readers]" in done.out
    assert path.read_bytes() == written
    assert run("review", "map.argdown").code == 0
    assert run("review", "map.argdown", "--check").code == 0


def test_standard_input_is_printed(run):
    done = run("review", "-", "Open", text=MAP)
    assert done.code == 0
    assert STAMP.search(done.out) and "stamped" not in done.out
    assert "stamped [Open]" in done.err


def test_what_is_included_stays_as_it_is(run, tmp_path):
    (tmp_path / "part.argdown").write_text("[Part]: From another file.\n", "utf-8")
    (tmp_path / "map.argdown").write_text(
        "@include(part.argdown)\n\n[Whole]: All of it.\n  + [Part]\n", "utf-8"
    )
    done = run("review", "map.argdown", "--all")
    assert done.code == 0
    assert "[Part] cannot be stamped here: it stands in part.argdown" in done.err
    assert "reviewed" not in (tmp_path / "part.argdown").read_text("utf-8")
    text = (tmp_path / "map.argdown").read_text("utf-8")
    assert text.startswith("@include(part.argdown)\n\n[Whole]: All of it. {reviewed:")
    assert run("check", "map.argdown", "--select", "SRC005").code == 0
    assert run("review", "map.argdown", "Part").code == 1
    (tmp_path / "part.argdown").write_text("[Part]: From yet another file.\n", "utf-8")
    assert run("check", "map.argdown", "--select", "SRC005").code == 1


def test_what_cannot_run(run, tmp_path):
    (tmp_path / "map.argdown").write_text(MAP, "utf-8")
    done = run("review", "map.argdown", "Reeders")
    assert (done.code, done.out) == (2, "")
    assert "did you mean [Readers]?" in done.err
    assert (tmp_path / "map.argdown").read_text("utf-8") == MAP
    assert run("review", "nowhere.argdown").code == 2

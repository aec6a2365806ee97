"""Drafts of texts as maps: every sentence once, every quote exact, nothing invented."""

import hashlib
import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_limits import in_time

import argmap
from argmap.analysis.indicators import Shows, find_indicators
from argmap.analysis.quotes import check_quotes
from argmap.drafting import CannotDraft, draft
from argmap.drafting.writing import escaped, quoted

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
HUANG = (ROOT / "seeds/huang.txt").read_text("utf-8")


def checked(text, made):
    """Read a draft back and return its graph, after looking up its quotes in the text."""
    graph = argmap.loads(made.argdown("text.txt"))
    assert not graph.problems
    quotes = check_quotes(graph, {"text": text})
    assert len(quotes) == len(graph.statements) == len(made.items)
    for quote, item in zip(quotes, made.items, strict=True):
        assert quote.is_found and quote.span == quote.declared_span == item.span
    return graph


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_seeds(path):
    text = path.read_text("utf-8")
    made = draft(text)
    graph = checked(text, made)
    assert not graph.relations  # nothing is invented
    sentences = [item.sentence for item in made.items]
    assert all(one.end <= two.start for one, two in pairwise(sentences))
    blocks = [part.block for part in made.parts if part.items]
    told = "".join(text[slice(*span)] for span in sentences)
    assert "".join(told.split()) == "".join(
        "".join(text[slice(*block.span)].split()) for block in blocks
    )
    found = argmap.check(graph)
    assert all(diagnostic.severity is not argmap.Severity.ERROR for diagnostic in found)
    unused = [diagnostic for diagnostic in found if diagnostic.code == "SUP009"]
    assert len(unused) == len(made.items)  # what is left to do, one by one


def test_huang():
    made = draft(HUANG)
    assert len(made.items) == 18
    words = {(i.word, tuple(i.span)): i.shows for i in made.indicators}
    assert words["Therefore", (1429, 1438)] is Shows.CONCLUSION
    assert words["Because", (2413, 2420)] is Shows.REASON
    assert words["which actually means", (2355, 2375)] is Shows.GLOSS
    assert made.headline and made.headline.endswith("it must be allowed for China to use")
    told = {item.number: (item.voice, item.speaker) for item in made.items if item.voice}
    assert told == {
        1: ("headline", None),
        3: ("indirect", "Huang Renxun"),
        4: ("direct", "Huang Renxun"),
        7: ("indirect", "Huang Renxun"),
        16: ("indirect", "Huang Renxun"),
    }
    assert made.items[3].span == (481, 607)
    assert made.items[2].span.start == 291


def test_a_claim_of_the_shipped_map_stands_in_one_sentence_of_the_draft():
    spans = [item.span for item in draft(HUANG).items]
    quotes = argmap.quotes(argmap.load(ROOT / "maps/huang.argdown"))
    assert len(quotes) > 20
    for quote in quotes:
        start, end = quote.span
        assert sum(span.start <= start and end <= span.end for span in spans) == 1, quote.text


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("It is late, so we go.", "en", ["so"]),
        ("It is so late that we did so, so to speak, and so on.", "en", []),
        ("Since 1999 it rains; since it rains we stay.", "en", ["since"]),
        ("Es regnet, denn es ist Herbst; daher bleiben wir.", "de", ["denn", "daher"]),
        ("因为下雨，所以不去。之所以如此，不但因此。", "zh", ["因为", "所以", "因此"]),
        ("Because.", "fr", []),
    ],
)
def test_indicators(text, language, words):
    found = find_indicators(text, language)
    assert [indicator.word for indicator in found] == words
    assert all(text[slice(*indicator.span)] == indicator.word for indicator in found)


HOSTILE = [
    "[Title]: A claim #tag @[x] {a: 1} with // and /* and */ in it.",
    "=== \n\nIt is ***so*** _here_ :smile: .smile. and \\ there.",
    "(1) One. (2) Two.\n\n---- \n\n(3) Three.",
    "+ <A>: b.\n\n  - [C]: d. >< e",
    "A \x00 null, a \x1b escape, a \x85 line, a \u2028 separator, a \ufeff mark.",
    'He said: “it ends */ here " and \\ there {x}.” So be it.',
    "Emoji 😀 beyond the plane. 𠀀 too.\r\nWindows\r\rold Mac.",
    "A sentence … with an omission ... and [ … ] another. … … Then more.",
    "- - - a\n* * *\n1. 2. 3.\n\n###### h",
    "x" * 5000,
    "「引用」と言う。",
    "<script>alert(1)</script> & so on. ]]> ends.",
    "key: value\n- list: [1, 2]\n? what",
    "''' \"\"\" ‘a’ ’b‘ «c» »d« „e“.",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_quoted_to_the_letter(text):
    made = draft(text)
    graph = checked(text, made)
    for statement, item in zip(graph.statements.values(), made.items, strict=True):
        said = " … ".join(" ".join(text[slice(*part)].split()) for part in item.quotes)
        assert statement.text == said
        assert not statement.tags


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.sampled_from("aB1. \n,:;!?\"“”‘’'()[]<>{}#@*_/\\|=+-~。！，：“”曰说他😀\x00\x85…"),
        max_size=80,
    )
)
def test_whatever_the_text_a_draft_can_be_read_back(text):
    try:
        made = draft(text)
    except CannotDraft:
        return
    checked(text, made)


@given(st.text(max_size=40))
def test_quoted_is_read_back_to_the_letter(text):
    text = text.encode("utf-8", "ignore").decode()
    graph = argmap.loads(f"[A]: a.\n  {{note: {quoted(text)}}}\n")
    assert graph.statements["A"].data["note"] == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=40))
def test_escaped_is_read_back_to_the_letter(text):
    words = " ".join(text.split())
    if words:
        graph = argmap.loads(f"[A]: {escaped(text)}\n")
        assert graph.statements["A"].text == words


@pytest.mark.parametrize("text", ["", " \n\n ", "=====\n", "www.example.org"])
def test_nothing_to_draft(text):
    with pytest.raises(CannotDraft, match="no sentence"):
        draft(text)


@pytest.mark.parametrize(
    "unit",
    [
        '"a b c," he said. ',
        "“",
        '"',
        "He said that ",
        "a, ",
        "U.S. ",
        "1. ",
        "他说：“好。”",
        "文学曰：好。",
        "Ann Lee ",
        "\n",
        "- a\n",
        "x",
        "said ",
        "because ",
        '?" ',
        "……",
    ],
)
def test_large_texts_take_time_in_proportion(unit):
    text = unit * (30_000 // len(unit)) + "A word."
    with in_time(4, of_processor=True):
        draft(text).argdown("text.txt")


def test_the_language_is_found_out():
    assert draft("Der Hund ist nicht im Haus, weil er es nicht will.").language == "de"
    assert draft("The dog is not in the house.").language == "en"
    assert draft("白马非马。").language == "zh"
    assert draft("Der Hund.", language="en-GB").language == "en"


# -- the command ---------------------------------------------------------------------------------


def test_new_draft_verifies(run, write, tmp_path):
    write("texts/article.txt", HUANG)
    (tmp_path / "argmap.toml").write_text("")
    done = run("new", "--from", "texts/article.txt", "-o", "maps/article.argdown")
    assert done.code == 0 and "made by rule, without network or model" in done.err
    assert "Therefore [1429, 1438)" in done.err and "Because [2413, 2420)" in done.err
    text = (tmp_path / "maps/article.argdown").read_text("utf-8")
    assert hashlib.sha256(HUANG.encode()).hexdigest() in text
    assert "MADE BY RULE" in text and 'file: "../texts/article.txt"' in text
    found = run("quotes", "maps/article.argdown", "--format", "json")
    assert found.code == 0 and found.err == ""
    assert all(q["found"] and q["span"] == q["declared_span"] for q in json.loads(found.out))


def test_new_lesson_is_clean(run, tmp_path):
    assert run("new", "-o", "my_lesson.argdown").code == 0
    assert run("check", "my_lesson.argdown").code == 0
    assert 'title: "my lesson"' in (tmp_path / "my_lesson.argdown").read_text()
    assert "[Main Claim]" in run("new").out


def test_new_overwrites_nothing(run, write, tmp_path):
    write("a.argdown", "mine")
    done = run("new", "-o", "a.argdown")
    assert done.code == 2 and "--force" in done.err
    assert (tmp_path / "a.argdown").read_text() == "mine"
    assert run("new", "-o", "a.argdown", "--force").code == 0
    write("t.txt", "It is so.")
    done = run("new", "--from", "t.txt", "-o", "t.txt", "--force")
    assert done.code == 2 and "text itself" in done.err
    assert (tmp_path / "t.txt").read_text() == "It is so."
    assert run("new", "-o", ".").code == 2


def test_new_says_what_is_wrong(run, write):
    write("latin.txt", "schön".encode("latin-1"))
    write("empty.txt", "")
    for name, said in (
        ("latin.txt", "UTF-8"),
        ("empty.txt", "no sentence"),
        ("no.txt", "no such"),
    ):
        done = run("new", "--from", name, "-o", "x.argdown")
        assert done.code == 2 and said in done.err and "Traceback" not in done.err


def test_new_from_standard_input(run):
    done = run("new", "--from", "-", text="It rains. So we stay.")
    assert done.code == 0 and "[S2]: So we stay." in done.out
    assert "was not read from a file" in done.out


def test_new_warns_of_a_text_out_of_reach(run, write):
    write("texts/t.txt", "It is so.")
    done = run("new", "--from", "texts/t.txt", "-o", "maps/t.argdown")
    assert done.code == 0 and "--allow" in done.err


def test_crlf_and_byte_order_mark(run, write):
    write("t.txt", b"\xef\xbb\xbfA title\r\n\r\nIt rains\r\nagain. So it goes.\r\n")
    assert run("new", "--from", "t.txt", "-o", "t.argdown").code == 0
    assert run("quotes", "t.argdown").code == 0


def test_the_same_text_gives_the_same_draft():
    texts = [random.Random(3).choice(HOSTILE) for _ in range(3)]
    assert [draft(t).argdown("a") for t in texts] == [draft(t).argdown("a") for t in texts]

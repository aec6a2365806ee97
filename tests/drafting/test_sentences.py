"""Where sentences end, and where they do not."""

from itertools import pairwise

import pytest

from argmap.drafting.blocks import Kind, find_blocks
from argmap.drafting.sentences import split_sentences
from argmap.source import Span


def split(text, language="en"):
    found = split_sentences(text, Span(0, len(text)), language)
    return [text[slice(*span)] for span in found]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. Congress voted.", "It lost."],
        ["He lives in the U.S.", "Therefore he votes."],
        ["Dr. Smith, e.g. in Fig. 3, met Mr. Brown vs. St. Paul.", "They spoke."],
        ["It rose by 3.5 percent.", "Then it fell to 2.25."],
        ["See No. 10 and J. R. Smith, pp. 3 to 5.", "Both are old."],
        ['"Nobody walks home any more."', "She thanked them."],
        ["He wrote: “It is late.”", "We left."],
        ["“Really?” asked Ann.", "Nobody knew."],
        ['"Stop!" John Miller said.', "He ran."],
        ['"Stop!"', "John ran away from all of them."],
        ["It was silent... or was it?", "Yes!", "It was."],
        ["What?!", "No.", "Yes it is."],
        ["They met at 5 p.m.", "The hall was full."],
        ["It ended (as it began.)", "Nobody cared."],
        ["Is it so; or not: who knows?", "I do not."],
    ],
)
def test_english(sentences):
    assert split(" ".join(sentences)) == sentences
    assert split("\n".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Am 3. Oktober kam Herr Dr. Klein, z. B. mit Frau Prof. Weber.", "Alle lachten."],
        ["„Das ist falsch.“", "Sie ging."],
        ["Sie ist 30.", "Er auch."],
    ],
)
def test_german(sentences):
    assert split(" ".join(sentences), "de") == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["白马非马。", "何故？", "可乎！", "不可。"],
        ["他说：“我们走。", "你们留下。”", "然后走了。"],
        ["增长3.5%。", "很好……", "但是不够。"],
        ["（一）先看。", "再说！？", "好"],
    ],
)
def test_chinese(sentences):
    assert split("".join(sentences), "zh") == sentences


@pytest.mark.parametrize(
    "text",
    [
        "one",
        "no stop at the end",
        "A. B. C. D.",
        "1. 2. 3.",
        "... ...",
        "?!?!",
        "“”",
        "x. \n\n y.",
    ],
)
def test_no_word_is_lost_or_told_twice(text):
    found = split_sentences(text, Span(0, len(text)), "en")
    covered = "".join(text[slice(*span)] for span in found)
    assert covered.split() == text.split() or "".join(covered.split()) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_blocks_tell_headline_headings_paragraphs_items_and_notes():
    text = """\ufeffTrams for the town

The first part

It is loud. It
is full.
- one thing
- another
  that goes on
1) a third

# The second part
Cars are louder.
-----
Original: www.example.org/trams

Signed
"""
    told = [(block.kind, text[slice(*block.span)]) for block in find_blocks(text)]
    assert told == [
        (Kind.HEADLINE, "Trams for the town"),
        (Kind.HEADING, "The first part"),
        (Kind.PARAGRAPH, "It is loud. It\nis full."),
        (Kind.ITEM, "one thing"),
        (Kind.ITEM, "another\n  that goes on"),
        (Kind.ITEM, "a third"),
        (Kind.HEADING, "The second part"),
        (Kind.PARAGRAPH, "Cars are louder."),
        (Kind.NOTE, "Original: www.example.org/trams"),
        (Kind.NOTE, "Signed"),
    ]


def test_long_lines_are_paragraphs_without_empty_lines_between():
    line = (
        "A sentence that is long enough to fill a line by itself, and that nobody broke by hand. "
    )
    text = "\n".join((line * 3, line * 2, "Short."))
    assert len(find_blocks(text)) == 3
    wrapped = "A line of a text that was\nbroken by hand is\nno paragraph."
    assert len(find_blocks(wrapped)) == 1

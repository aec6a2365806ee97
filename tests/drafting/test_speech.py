"""Who says what: quotation marks, verbs of saying, pronouns."""

import pytest

from argmap.drafting import draft


def told(text, language="en"):
    """Return voice, speaker and words of each statement."""
    made = draft(text, language=language)
    words = made.source.text
    return [
        (item.voice, item.speaker, " … ".join(words[slice(*part)] for part in item.quotes))
        for item in made.items
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ('The driver said: "The road is dark now."', "driver", "The road is dark now."),
        ('"The road is dark now," Ann Lee said.', "Ann Lee", "The road is dark now"),
        ('"The road is dark now," said Ann Lee.', "Ann Lee", "The road is dark now"),
        ("Mr. Tom Brown wrote, “The road is dark.”", "Mr. Tom Brown", "The road is dark."),
        ("Dr. Ann Lee added: «The road is dark.»", "Dr. Ann Lee", "The road is dark."),
        ('"We must act," said Ann Lee, "before dawn."', "Ann Lee", "We must act … before dawn."),
        ('In Paris Ann Lee, then mayor, said "we will stay here".', None, "we will stay here"),
    ],
)
def test_direct(text, speaker, said):
    assert told(text) == [("direct", speaker, said)]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Ann Lee said that it rains.", "Ann Lee", "it rains."),
        ("Ann Lee has repeatedly told reporters that it rains.", "Ann Lee", "it rains."),
        ("The chair of the council warned that it rains.", "chair of the council", "it rains."),
        ("Critics say that it rains.", "Critics", "it rains."),
        ("Rain is on its way, Ann Lee said on Monday.", "Ann Lee", "Rain is on its way"),
        ("According to the ministry, it rains.", "ministry", "it rains."),
        ("It says that it rains.", None, "it rains."),
        ("NVIDIA CEO Jensen Huang pointed out that it rains.", "Jensen Huang", "it rains."),
    ],
)
def test_indirect(text, speaker, said):
    assert told(text) == [("indirect", speaker, said)]


@pytest.mark.parametrize(
    "text",
    [
        "I say that it rains.",
        "We think that it rains.",
        "It is in vain to say that it rains.",
        "Let me add that it rains.",
        "It may be remarked that it rains.",
        "Reporters were told that it rains.",
        "Therefore Ann Lee said that it rains.",
        "The man who said that is gone.",
        "Ann Lee denied that it rains.",
        "Ann Lee called it “a disaster” and left.",
        'He is 5" taller than the state of things.',
        "A majority is found in a county, rather than an entire State.",
        "The rule states of the union.",
    ],
)
def test_what_only_looks_like_it_stays_whole(text):
    assert told(text) == [(None, None, text)]


def test_a_pronoun_is_whoever_was_named_last_and_that_is_a_guess():
    made = draft("Ann Lee came. He met Tom Brown in the United States. She said that it rains.")
    assert made.items[-1].speaker == "Tom Brown"  # by rule: no rule knows more
    assert made.items[-1].pronoun == "She"
    assert '// guess: "She" is Tom Brown' in made.argdown()


def test_a_pronoun_without_a_name_before_it_is_nobody():
    made = draft("They said that it rains.")
    assert made.items[0].voice == "indirect" and made.items[0].speaker is None
    assert "who says this?" in made.argdown()


def test_a_quotation_of_several_sentences_is_all_one_speakers():
    found = told('Ann Lee said: "It rains. It pours. Go home." Nobody went.')
    assert [speaker for _, speaker, _ in found] == ["Ann Lee"] * 3 + [None]
    assert [words for *_, words in found] == ["It rains.", "It pours.", "Go home.", "Nobody went."]


def test_who_goes_on_in_quotation_marks_is_a_guess():
    made = draft('"It rains today," said Ann Lee. "It will rain tomorrow."')
    assert [item.speaker for item in made.items] == ["Ann Lee", "Ann Lee"]
    assert "guess: still Ann Lee" in made.argdown()


def test_german():
    text = (
        "Gestern sagte der Minister, dass es regnet. „Das ist falsch“, sagte Anna Weber."
        " Laut Anna Weber, der Chefin, regnet es nicht."
    )
    assert told(text, "de") == [
        ("indirect", "Minister", "es regnet."),
        ("direct", "Anna Weber", "Das ist falsch"),
        ("indirect", "Anna Weber", "der Chefin, regnet es nicht."),
    ]


def test_chinese():
    text = "李明说：“下雨了，路很黑。”“这是错的，”王芳说。他表示，明天还会下雨。天晴了。"
    assert told(text, "zh") == [
        ("direct", "李明", "下雨了，路很黑。"),
        ("direct", "王芳", "这是错的"),
        ("indirect", None, "明天还会下雨。"),
        (None, None, "天晴了。"),
    ]


def test_a_chinese_speaker_goes_on_to_the_end_of_the_paragraph():
    text = "文学曰：民侈则饥寒生。孔子曰：“不患寡而患不均。”愿罢盐铁。\n\n大夫曰：罢之，不便也。\n\n今年。"
    speakers = [speaker for _, speaker, _ in told(text, "zh")]
    assert speakers == ["文学", "孔子", "文学", "大夫", None]

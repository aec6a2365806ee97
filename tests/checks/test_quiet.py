"""A plain debate is silent, whatever its sentences look like: no rule of the default profile nags.

The sentences are put together of parts that rules might stumble over: quotes, brackets, links,
figures, questions inside, words of certainty, of duty and of scope.
"""

import itertools
import random

import pytest

import argmap

WHO = [
    "The council",
    "A night bus",
    "Nobody under 18",
    'The so-called "last mile"',
    "Every second driver (62 % of them)",
    "The [hotel](https://example.org/a_b?c=1#d)",
    "Perhaps the school",
    "Whoever asks",
    "The tram's depot — the old one —",
    "According to many studies, the road",
]
WHAT = [
    "must not be forgotten",
    "is, of course, cheap",
    "will never pay for itself; that is known",
    "asks: who pays? That is the point",
    "should wait until 2040",
    "cannot and should not cost $5 a head",
    "is worse than \\(see above\\) anything else",
    "has been closed since May",
    "may help, e.g. at night",
    "says what everybody says: \"Why not?\"",
    "is loud because it is old",
    "hums...and that is all",
]  # fmt: skip
WHERE = ["in the north", "near the lake", "behind the mill", "at the school", "in all towns"]
SENTENCES = [f"{who} {what} {where}." for who, what, where in itertools.product(WHO, WHAT, WHERE)]
FORMS = {"untitled": "{text}", "statements": "[{n}]: {text}", "arguments": "<{n}>: {text}"}


def debate(seed: int, form: str, data: str, size: int = 300) -> str:
    """Return a tree of reasons and objections; its thesis has a reason."""
    rng = random.Random(seed)
    texts = rng.sample(SENTENCES, size)
    lines = [f"[Thesis]: {texts[0]}{data}"]
    depth = 0
    for n, text in enumerate(texts[1:], 1):
        depth = 1 if n == 1 else rng.randint(1, min(depth + 1, 9))
        sign = "+" if n == 1 else rng.choice("+-")
        lines.append(f"{'  ' * depth}{sign} {FORMS[form].format(n=n, text=text)}{data}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", range(4))
def test_a_plain_debate_is_silent(seed, form):
    graph = argmap.loads(debate(seed, form, ""))
    assert len(graph.order) == 300
    assert [finding.finding.message for finding in argmap.check(graph)] == []


@pytest.mark.parametrize("seed", range(4))
def test_with_speakers_only_the_rules_about_wording_speak(seed):
    """They read word lists, and so each says only what is possible, and softly."""
    graph = argmap.loads(debate(seed, "statements", " {speaker: A, source: the minutes}"))
    found = argmap.check(graph)
    assert {finding.code[:3] for finding in found} == {"WRD"}
    assert {str(finding.severity) for finding in found} == {"info"}
    assert all(finding.finding.message.startswith("Possible ") for finding in found)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("[Thesis]: ", "[Thesis]: @[Thesys] ", "SYN002"),
        ("\n  + ", "\n  - ", "SUP001"),
        (".\n", ". {soruce: a}\n", "SYN005"),
        (".\n", "?\n", "STY001"),
    ],
)
def test_a_fault_in_such_a_debate_is_found(old, new, code):
    """The silence is not that of a checker that does not look."""
    text = debate(0, "statements", "")
    assert old in text
    codes = {finding.code for finding in argmap.check(argmap.loads(text.replace(old, new)))}
    assert codes == {code}

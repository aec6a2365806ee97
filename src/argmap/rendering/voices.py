"""How pages say in whose words a claim is given: `voice:` in the data of a claim."""

_WORDS = {
    "direct": "in their own words",
    "indirect": "as reported",
    "gloss": "as somebody else puts it",
    "headline": "in a headline",
    "author": "as the author's own claim",
}


def say_voice(voice: object) -> str:
    """Return words to stand behind a speaker's name; what is no voice is said as it is."""
    return "" if voice is None else _WORDS.get(str(voice), str(voice))

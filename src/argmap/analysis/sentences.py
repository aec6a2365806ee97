"""Where a text that should say one thing says a second."""

import re
from functools import cache

from argmap.analysis.lexicon import Lexicon

_END = re.compile(
    r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘„«(\[]?[^\W\d_a-z])|[。！？][”’」』）]*(?=\s*\w)|[;；]\s*(?=\w)"
)
_WORD_BEFORE = re.compile(r"(?<![\w.])[\w.]++\Z")
_LONGEST_WORD = 20
_MAY_HOLD_TWO = re.compile(r"[.!?;。！？；,，]")


def second_claim(text: str, lexicon: Lexicon) -> int | None:
    """Return the offset at which a second sentence or clause begins, or None.

    It begins behind the end of a sentence, a semicolon, or a comma with `and` (or its like) that
    is followed by a word with which clauses begin, unless an earlier comma shows a list.
    """
    if not _MAY_HOLD_TWO.search(text, 0, len(text.rstrip()) - 1):
        return None
    places = [place for place in (_sentence(text, lexicon), _clause(text, lexicon)) if place]
    return min(places, default=None)


def is_sentence_end(text: str, place: int) -> bool:
    """Tell whether what begins at an offset is a sentence, not only a clause."""
    return text[:place].rstrip()[-1:] in tuple(".!?。！？\"'”’»)]")


def _sentence(text: str, lexicon: Lexicon) -> int | None:
    for match in _END.finditer(text):
        if match[0][0] != "." or not _is_abbreviation(text, match.start(), lexicon):
            return match.end()
    return None


def _is_abbreviation(text: str, stop: int, lexicon: Lexicon) -> bool:
    before = _WORD_BEFORE.search(text[max(0, stop - _LONGEST_WORD) : stop])
    word = before[0].casefold() if before else ""
    is_initial = len(word) == 1 and word.isalpha()
    return word in lexicon.abbreviations or is_initial or bool(re.fullmatch(r"(\w\.)+\w", word))


def _clause(text: str, lexicon: Lexicon) -> int | None:
    pattern = _joint(lexicon.joints, lexicon.openings)
    match = pattern.search(text) if pattern else None
    if match is None or "," in text[: match.start()]:
        return None
    return match.start() + 1


@cache
def _joint(joints: tuple[str, ...], openings: tuple[str, ...]) -> re.Pattern[str] | None:
    if not joints:
        return None
    either = "|".join(map(re.escape, joints))
    if not openings:
        return re.compile(either)
    return re.compile(rf"(?:{either})\s+(?:{'|'.join(openings)})(?!\w)", re.IGNORECASE)

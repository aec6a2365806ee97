"""Where sentences begin and end.

Rules, not a model: a stop ends a sentence unless it belongs to an abbreviation, an initial or a
number, or unless what follows goes on in small letters (compare Kiss and Strunk, Unsupervised
Multilingual Sentence Boundary Detection, 2006, whose kinds of full stops these are).
"""

import re
from collections.abc import Iterator
from functools import cache

from argmap.analysis.indicators import find_indicators
from argmap.analysis.lexicon import lexicon
from argmap.drafting.reporting import reporting_words
from argmap.source import Span

_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closers>[\"'”’»«“)\]]*+)(?=(?P<gap>\s++)|\Z)"
    r"|(?<![。！？｡])[。！？｡]++[…!?]*+[”’」』）》\")\]]*+"
    r"|(?<!…)…{2}[”’」』）]*+(?=\s*+[^\s，。！？、；：…])"
)
_WORD_BEFORE = re.compile(r"[^\s\"'“”„«»(\[]{0,30}\Z")
_NEXT = re.compile(r"[\"'“„«‘(\[»¿¡]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTER = re.compile(r"\w")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}")
_CAN_END = frozenset(
    ("etc", "inc", "ltd", "co", "jr", "sr", "al", "usw", "etc", "a.m", "p.m", "corp", "bros")
)
_MORE_ABBREVIATIONS = frozenset(
    (
        "rev", "hon", "gen", "col", "capt", "lt", "sgt", "gov", "sen", "rep", "pres", "messrs",
        "mme", "mlle", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct",
        "nov", "dec", "dept", "univ", "est", "eds", "ed", "trans", "viz", "figs", "eq", "ibid",
        "op", "cit", "corp", "bros", "ph.d", "ave", "mt", "ft", "resp", "n.b",
    )
)  # fmt: skip
_LONGEST_WORD = 30


def split_sentences(text: str, block: Span, language: str) -> tuple[Span, ...]:
    """Return the sentences of a block; together they hold all of its words.

    language: its ISO 639-1 code, which decides the abbreviations
    """
    sentences: list[Span] = []
    start = looked = block.start
    for end in _ends(text, block, language):
        says_something = _LETTER.search(text, looked, end)
        looked = end
        if says_something and not _is_marker_only(text[start:end]):
            sentences.append(_tight(text, start, end))
            start = end
        elif sentences and not says_something:  # … and stops of its own
            sentences[-1] = Span(sentences[-1].start, end)
            start = end
    rest = _tight(text, start, block.end)
    if rest.start < rest.end:
        if sentences and not _LETTER.search(text, *rest):
            sentences[-1] = Span(sentences[-1].start, rest.end)
        else:
            sentences.append(rest)
    return tuple(sentences)


def _ends(text: str, block: Span, language: str) -> Iterator[int]:
    for match in _END.finditer(text, block.start, block.end):
        if match["stop"] is None or _ends_here(text, match, block, language):
            yield match.end()


def _ends_here(text: str, match: re.Match[str], block: Span, language: str) -> bool:
    if match["gap"] is None:
        return match.end() == block.end
    opening = _NEXT.match(text, match.end("gap"), block.end)
    begin = opening.end() if opening else match.end("gap")
    if begin >= block.end:
        return True
    following = text[begin]
    if following.islower():
        return False
    word = _WORD.match(text, begin, block.end)
    if match["stop"] != ".":
        is_told = match["closers"] and word and _goes_on_telling(text, begin, block.end, language)
        return not is_told
    if match["closers"] and match["closers"] not in ")]":
        return True
    return not _is_within(text, match.start(), block.start, word[0] if word else "", language)


def _is_within(text: str, stop: int, start: int, following: str, language: str) -> bool:
    """Tell whether a full stop belongs to the word before it and ends no sentence."""
    before = _WORD_BEFORE.search(text, max(start, stop - _LONGEST_WORD), stop)
    word = before[0].casefold() if before else ""
    begins = following.casefold() in _openers(language)
    if _ACRONYM.fullmatch(word) or (len(word) == 1 and word.isalpha()) or word in _CAN_END:
        return not begins
    if word in lexicon(language).abbreviations:
        return word != "no" or not following
    if word in _MORE_ABBREVIATIONS and language == "en":
        return not begins
    return language == "de" and word.isdigit() and len(word) < 3 and not begins


@cache
def _openers(language: str) -> frozenset[str]:
    """Return words that begin a sentence more often than they go on with a name."""
    words = lexicon(language)
    return frozenset(words.openings) | words.empty | _conclusions(language)


def _conclusions(language: str) -> frozenset[str]:
    told = "However therefore because thus hence so but since; aber daher deshalb also denn weil"
    return frozenset(i.word.casefold() for i in find_indicators(told, language))


def _goes_on_telling(text: str, begin: int, end: int, language: str) -> bool:
    """Tell whether `"Really?"` is followed by who said it: `John asked`."""
    words = [match[0].casefold() for match in _some_words(text, begin, end)]
    known = reporting_words(language)
    for place, word in enumerate(words):
        if word in known.all_verbs:
            behind = text[begin : min(end, begin + 100)].split(maxsplit=place + 1)
            told = behind[place] if place < len(behind) else ""
            return not told.endswith((":", "：")) and word not in ("that", "dass")
    return False


def _some_words(text: str, begin: int, end: int) -> list[re.Match[str]]:
    stop = re.compile(r"[.!?:;,\"“”]").search(text, begin, end)
    limit = min(stop.start() if stop else end, begin + 100)
    return list(_WORD.finditer(text, begin, limit))[:4]


def _is_marker_only(words: str) -> bool:
    """Tell whether what would be a sentence is only the number of what follows."""
    plain = words.strip().rstrip(".)").lstrip("(")
    return not _LETTER.search(plain) or (
        _NUMBER.fullmatch(plain) is not None and words.strip().endswith(".")
    )


def _tight(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(min(start + left, end), max(start + len(words.rstrip()), min(start + left, end)))

"""Words in quotation marks, and who says them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from argmap.drafting.chinese_speech import ChineseSpeech
from argmap.drafting.quotations import Quotation, find_quotations
from argmap.drafting.reporting import ReportingWords
from argmap.drafting.tellers import MOST_WORDS, Teller, Tellers
from argmap.drafting.words import around, size, tight, tokens_in
from argmap.source import Span

_FEWEST_WORDS = 3
_NEAR = 300
_COLONS = (":", "：")
_LETTER = re.compile(r"\w")
_SIGNS = ' \t\n.。!?！？,，”"’」』»“«)'


class Told(NamedTuple):
    """A quotation that somebody is said to have said."""

    quotation: Quotation
    teller: Teller


class DirectSpeech:
    """Finds the quotations of a block that are speech; others are words that are only quoted."""

    def __init__(
        self, text: str, words: ReportingWords, tellers: Tellers, chinese: ChineseSpeech | None
    ) -> None:
        self._text, self._words = text, words
        self._tellers, self._chinese = tellers, chinese

    def find(self, block: Span, sentences: Sequence[Span]) -> tuple[Told, ...]:
        """Return the speech in a block, in its order; where nothing is said there is none."""
        told: list[Told] = []
        if not sentences:
            return ()
        previous: Quotation | None = None
        index = 0
        for quotation in find_quotations(self._text, block):
            while index + 1 < len(sentences) and sentences[index].end <= quotation.span.start:
                index += 1
            last = index
            while last + 1 < len(sentences) and sentences[last].end < quotation.span.end:
                last += 1
            begin = max(sentences[index].start, previous.span.end if previous else 0)
            lead = Span(min(begin, quotation.span.start), quotation.span.start)
            tail = Span(quotation.span.end, max(sentences[last].end, quotation.span.end))
            follows = told[-1] if told and told[-1].quotation == previous else None
            is_same = follows is not None and lead.start == follows.quotation.span.end
            has_words = _LETTER.search(self._text, *lead) is not None
            if follows and is_same and has_words and not self._has_colon(lead):
                # "…," she said, "…"
                teller: Teller | None = follows.teller
            else:
                teller = self._teller(lead, tail, quotation, follows)
            if teller:
                told.append(Told(quotation, teller))
            previous, index = quotation, last
        return tuple(told)

    def parts(
        self, sentence: Span, told: Sequence[Told]
    ) -> tuple[tuple[Span, ...], Teller] | None:
        """Return what is said in a sentence and by whom; None if all of it is the writer's."""
        first = bisect_left(told, sentence.start, key=lambda each: each.quotation.span.end)
        parts: list[Span] = []
        teller: Teller | None = None
        is_long = False
        for quotation, by in told[first:]:
            if quotation.span.start >= sentence.end:
                break
            start = max(sentence.start, quotation.words.start)
            part = tight(self._text, start, min(sentence.end, quotation.words.end))
            if part:
                parts.append(_without_comma(self._text, part))
                teller = teller or by
                is_long = is_long or self._is_long(quotation)
        if not parts or teller is None:
            return None
        said = Span(parts[0].start, parts[-1].end)
        return (
            (tuple(parts), teller) if is_long or not around(self._text, sentence, said) else None
        )

    def _teller(
        self, lead: Span, tail: Span, quotation: Quotation, follows: Told | None
    ) -> Teller | None:
        before = self._text[slice(*lead)].strip().lstrip(_SIGNS)
        has_colon = self._has_colon(lead)
        if before and (has_colon or before.endswith((",", "，")) or self._ends_in_verb(before)):
            found = self._before(lead)
            if found is None and has_colon and self._is_long(quotation):
                found = self._tellers.pronoun_in(lead)
            if found:
                return found
        if found := self._behind(tail):
            return found
        near = min(tail.end, tail.start + _NEAR)
        is_alone = not before and not _LETTER.search(self._text, tail.start, near)
        if is_alone and self._is_long(quotation):
            return Teller(follows.teller.speaker, "…") if follows else Teller(None)
        return None

    def _has_colon(self, lead: Span) -> bool:
        return self._text[slice(*lead)].rstrip().endswith(_COLONS)

    def _is_long(self, quotation: Quotation) -> bool:
        return size(self._text, quotation.words) >= _FEWEST_WORDS

    def _before(self, lead: Span) -> Teller | None:
        """Return who speaks by the words before a quotation, if a verb of saying is there."""
        if self._chinese:
            return self._chinese.before(lead)
        near = Span(max(lead.start, lead.end - _NEAR), lead.end)
        for token in reversed(tokens_in(self._text, near, self._words, 100)):
            if token.word in self._words.all_verbs:
                is_participle = not token.word.endswith("ing")
                before = Span(lead.start, token.span.start)
                return self._tellers.before(before, is_participle=is_participle) or Teller(None)
        return None

    def _behind(self, tail: Span) -> Teller | None:
        """Return who speaks by the words behind it: `, he said` or `, said Huang`."""
        if self._chinese:
            return self._chinese.behind(tail)
        near = Span(tail.start, min(tail.end, tail.start + _NEAR))
        tokens = tokens_in(self._text, near, self._words, MOST_WORDS + 4)
        while tokens and not tokens[0].is_word:
            tokens = tokens[1:]
        for place, token in enumerate(tokens):
            if not token.is_word:
                return None
            if token.word not in self._words.all_verbs:
                continue
            if place:
                return self._tellers.within(Span(tokens[0].span.start, token.span.start))
            stop = re.search(r"[,.;:!?\"“”]", self._text[token.span.end : near.end])
            end = token.span.end + (stop.start() if stop else near.end - token.span.end)
            return self._tellers.within(Span(token.span.end, end)) or Teller(None)
        return None

    def _ends_in_verb(self, before: str) -> bool:
        if self._chinese:
            return before.endswith(tuple(self._words.all_verbs))
        words = re.findall(r"[^\W\d_]+", before[-60:].casefold())
        while words and self._words.stands_behind(words[-1]):
            words = words[:-1]
        return bool(words) and (
            words[-1] in self._words.all_verbs or " ".join(words[-2:]) in self._words.all_verbs
        )


def _without_comma(text: str, part: Span) -> Span:
    return Span(part.start, part.end - 1) if text[part.end - 1] in ",，" else part

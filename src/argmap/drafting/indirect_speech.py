"""Reported words: `X said that …`, `…, X said`, `according to X, …`."""

import re
from typing import NamedTuple

from argmap.analysis.indicators import find_indicators
from argmap.drafting.chinese_speech import ChineseSpeech
from argmap.drafting.reporting import ReportingWords
from argmap.drafting.tellers import MOST_WORDS, Teller, Tellers
from argmap.drafting.words import tight, tokens_in
from argmap.source import Span

_ACCORDING = {
    "en": re.compile(r"according to ([^,.;:]{2,60}), (?=\S)", re.IGNORECASE),
    "de": re.compile(r"(?:laut|nach angaben von) ([^,.;:]{2,60}), (?=\S)", re.IGNORECASE),
    "zh": re.compile(r"(?:据|據|按照)([^，。；：]{2,20}?)的?(?:说法|說法|看法)，(?=\S)"),
}
_MOST_BEHIND = 6  # words between a verb and `that`
_MOST_OF_LEAD = 40
_MOST_OF_TAIL = 120  # characters


class Clause(NamedTuple):
    """A verb of saying that joins a clause, and where that begins."""

    verb: Span
    start: int


class IndirectSpeech:
    """Finds reported words in sentences without quotation marks of their own."""

    def __init__(
        self,
        text: str,
        language: str,
        words: ReportingWords,
        tellers: Tellers,
        chinese: ChineseSpeech | None,
    ) -> None:
        self._text, self._language, self._words = text, language, words
        self._tellers, self._chinese = tellers, chinese

    def find(self, sentence: Span) -> tuple[Span, Teller] | None:
        """Return what is reported in a sentence and whose words it is, or None."""
        found = self._according(sentence)
        clause = None if found else self.clause(sentence)
        if clause:
            teller = self._teller_of(sentence, clause)
            if teller is None or not self._is_bare(Span(sentence.start, clause.verb.start)):
                return None
            found = Span(clause.start, sentence.end), teller
        found = found or self._said_behind(sentence)
        part = tight(self._text, *found[0]) if found else None
        return (part, found[1]) if found and part else None

    def clause(self, sentence: Span) -> Clause | None:
        """Return the verb of saying that joins a clause in a sentence, if there is one."""
        if self._chinese:
            found = self._chinese.clause(sentence)
            return Clause(found[1], found[2]) if found else None
        tokens = tokens_in(self._text, sentence, self._words, _MOST_OF_LEAD)
        is_german = self._language == "de"
        for place, token in enumerate(tokens):
            if token.word not in self._words.verbs:
                continue
            for behind in tokens[place + 1 : place + 2 + _MOST_BEHIND]:
                if behind.word in self._words.that:
                    return Clause(token.span, behind.span.end)
                may_be_subject = is_german and (behind.is_word or behind.word == ",")
                if not (self._words.stands_behind(behind.word) or may_be_subject):
                    break
        return None

    def _according(self, sentence: Span) -> tuple[Span, Teller] | None:
        pattern = _ACCORDING.get(self._language)
        match = pattern.match(self._text, *sentence) if pattern else None
        teller = self._tellers.named(match[1].strip(), sentence.start) if match else None
        return (Span(match.end(), sentence.end), teller) if match and teller else None

    def _teller_of(self, sentence: Span, clause: Clause) -> Teller | None:
        if self._chinese:
            found = self._chinese.clause(sentence)
            return self._chinese.subject(found[0]) if found else None
        if self._language == "de":  # Gestern sagte der Minister, dass …
            comma = self._text.find(",", clause.verb.end, clause.start)
            behind = Span(clause.verb.end, comma)
            if comma > 0 and re.search(r"\w", self._text[slice(*behind)]):
                return self._tellers.within(behind)
        verb = self._text[slice(*clause.verb)].casefold()
        lead = Span(sentence.start, clause.verb.start)
        teller = self._tellers.before(lead, is_participle=not verb.endswith("ing"))
        if teller and teller.speaker and verb in self._words.bare and not verb.endswith("s"):
            is_plural = teller.pronoun is not None or teller.speaker.endswith("s")
            return teller if is_plural else None
        return teller

    def verb(self, sentence: Span) -> Span | None:
        """Return a verb of saying in a sentence, wherever it stands."""
        clause = self.clause(sentence)
        if clause or self._chinese:
            return clause.verb if clause else None
        tokens = tokens_in(self._text, sentence, self._words, _MOST_OF_LEAD)
        finite = self._words.verbs - self._words.bare
        return next((token.span for token in tokens if token.word in finite), None)

    def _is_bare(self, lead: Span) -> bool:
        """Tell whether the words before a verb say no more than who speaks.

        If not ("Therefore he said that …"), the sentence as a whole is the writer's.
        """
        if find_indicators(self._text[slice(*lead)], self._language):
            return False
        tokens = tokens_in(self._text, lead, self._words, _MOST_OF_LEAD)
        return all(token.is_word for token in tokens) or len(tokens) <= MOST_WORDS

    def _said_behind(self, sentence: Span) -> tuple[Span, Teller] | None:
        """Return what is reported in `…, Huang said`."""
        if self._chinese:
            return None
        near = max(sentence.start, sentence.end - _MOST_OF_TAIL)
        comma = self._text.rfind(",", near, sentence.end)
        if comma <= sentence.start or re.search('["“”„«»]', self._text[slice(*sentence)]):
            return None
        tail = Span(comma + 1, sentence.end)
        tokens = tokens_in(self._text, tail, self._words, MOST_WORDS + 1)
        finite = self._words.verbs - self._words.bare
        verbs = [place for place, token in enumerate(tokens) if token.word in finite]
        if not verbs or verbs[-1] == 0 or len(tokens) > MOST_WORDS:
            return None
        place = verbs[-1]
        if tokens[0].word in self._words.breaks | self._words.that or not all(
            self._words.stands_behind(token.word) for token in tokens[place + 1 :]
        ):
            return None
        teller = self._tellers.within(Span(tail.start, tokens[place].span.start))
        return (Span(sentence.start, comma), teller) if teller and teller.speaker else None

"""Who stands before a verb of saying, or behind it."""

import re
from dataclasses import dataclass

from argmap.drafting.names import People, person
from argmap.drafting.reporting import ReportingWords
from argmap.drafting.words import Token, tokens_in
from argmap.source import Span

MOST_WORDS = 8  # of a subject
_NEAR = 200  # characters
_MOST_TOKENS = 60
_ARTICLE = re.compile(r"\A(?:the|a|an|der|die|das|ein|eine)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Teller:
    """Who says something; None if the text does not tell.

    pronoun: the word for which the speaker was put in, if so: that is a guess
    """

    speaker: str | None
    pronoun: str | None = None


class Tellers:
    """Finds subjects in one text."""

    def __init__(self, text: str, sentences: tuple[Span, ...], words: ReportingWords) -> None:
        self._text, self._words = text, words
        self._people = People(text, sentences, words)
        if words.names_are_capitalised:
            for sentence in sentences:
                self._note_speaker(sentence)

    def before(self, lead: Span, *, is_participle: bool = False) -> Teller | None:
        """Return the subject at the end of a stretch, before a verb; None if there is none.

        is_participle: whether the verb is one that makes a passive with "was"
        """
        start = max(lead.start, lead.end - _NEAR)
        tokens = tokens_in(self._text, Span(start, lead.end), self._words, _MOST_TOKENS)
        if tokens and tokens[-1].word in self._words.never:
            return None
        if any(token.word in self._words.passive for token in tokens[-2:]) and is_participle:
            return None  # they were told that …
        while tokens and (self._words.stands_before(tokens[-1].word) or not tokens[-1].is_word):
            tokens = tokens[:-1]
        if tokens and tokens[-1].word in self._words.never:
            return None
        first = len(tokens)
        while (
            first
            and tokens[first - 1].is_word
            and tokens[first - 1].word not in self._words.breaks
        ):
            first -= 1
        if first == len(tokens) and tokens:  # She thanked them, and said …
            return self._first(tokens)
        return self._subject(tokens[first:], lead.end)

    def within(self, span: Span) -> Teller | None:
        """Return whom a short stretch names as a whole."""
        tokens = tokens_in(self._text, span, self._words, MOST_WORDS + 1)
        return self._subject([token for token in tokens if token.is_word], span.end)

    def pronoun_in(self, span: Span) -> Teller:
        """Return who is meant by the first pronoun of a stretch."""
        start = max(span.start, span.end - _NEAR)
        tokens = tokens_in(self._text, Span(start, span.end), self._words, _MOST_TOKENS)
        for token in tokens:
            if token.word in self._words.pronouns:
                return self._meant(token)
        return Teller(None)

    def named(self, written: str, place: int) -> Teller | None:
        """Return who is meant by a subject as it is written; None for the writer."""
        lowered = written.casefold()
        first = lowered.split(maxsplit=1)[0]
        if lowered in self._words.pronouns:
            return Teller(self._people.before(place), written)
        if first in self._words.self:
            return None
        if lowered in self._words.nobody:
            return Teller(None)
        capitalised = _capitalised_end(written) if self._words.names_are_capitalised else ""
        if name := person(capitalised, self._words):
            return Teller(name)
        return Teller(_ARTICLE.sub("", written, count=1))

    def _subject(self, tokens: list[Token], end: int) -> Teller | None:
        while len(tokens) > 1 and self._words.stands_before(tokens[0].word):
            tokens = tokens[1:]
        if not tokens or len(tokens) > MOST_WORDS or not self._is_subject(tokens):
            return None
        words = self._text[tokens[0].span.start : tokens[-1].span.end]
        return self.named(" ".join(words.split()), tokens[0].span.start)

    def _is_subject(self, tokens: list[Token]) -> bool:
        first, last = tokens[0], tokens[-1]
        words = self._words
        if len(tokens) == 1 and first.word in words.pronouns | words.nobody | words.self:
            return True
        if last.word in words.nobody:
            return False  # the man who …
        if any(token.word in words.nobody | words.never for token in tokens[:2]):
            return first.word in words.subjects and len(tokens) > 1
        if first.word in words.subjects:
            return True
        if len(tokens) == 1 and first.word.endswith("s"):
            return True  # critics
        return self._text[last.span.start].isupper()

    def _first(self, tokens: list[Token]) -> Teller | None:
        """Return the pronoun or name with which a sentence begins."""
        token = tokens[0]
        if token.word in self._words.pronouns:
            return self._meant(token)
        named = [token]
        for token in tokens[1:]:
            if not (token.is_word and self._text[token.span.start].isupper()):
                break
            named.append(token)
        written = self._text[named[0].span.start : named[-1].span.end]
        name = person(written, self._words, may_begin=True)
        return Teller(name) if name else Teller(None)

    def _meant(self, token: Token) -> Teller:
        written = self._text[token.span.start : token.span.end]
        return Teller(self._people.before(token.span.start), written)

    def _note_speaker(self, sentence: Span) -> None:
        """Remember who is the subject of the first verb of saying, for pronouns that follow."""
        tokens = tokens_in(self._text, sentence, self._words, _MOST_TOKENS)
        for token in tokens:
            if token.word in self._words.all_verbs - self._words.bare:
                lead = Span(sentence.start, token.span.start)
                teller = self.before(lead, is_participle=not token.word.endswith("ing"))
                if teller and teller.speaker and not teller.pronoun:
                    self._people.note(teller.speaker, sentence.start)
                return


def _capitalised_end(written: str) -> str:
    """Return the words with capitals at the end of a subject."""
    kept: list[str] = []
    for word in reversed(written.split()):
        if not word[0].isupper():
            break
        kept.append(word)
    return " ".join(reversed(kept))

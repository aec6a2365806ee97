"""Who speaks in a Chinese text: subject, verb of saying, comma or colon, without blanks."""

import re
from collections.abc import Iterable

from argmap.drafting.reporting import ReportingWords
from argmap.drafting.tellers import Teller
from argmap.source import Span

_NEAR = 60  # characters
_RUN_ON = re.compile(r"([^，。；：！？“”]{1,12}?)[对對]?曰：(?![“「『])")


class ChineseSpeech:
    """The forms of reported speech in Chinese."""

    def __init__(self, text: str, words: ReportingWords) -> None:
        self._text, self._words = text, words
        verbs, every = _either(words.verbs), _either(words.all_verbs)
        self._clause = re.compile(
            rf"([^，。；：]{{1,16}}?)(?P<verb>{verbs})(?:，|：(?![“「『]))(?=\S)"
        )
        self._lead = re.compile(
            rf"([^，。；：！？“”]{{0,16}}?)(?:{every})[^，。；：]{{0,4}}[：，,:]?\Z"
        )
        self._tail = re.compile(rf"[，,]?([^，。；：！？]{{1,12}}?)(?:{every})")

    def run_on(self, sentence: Span) -> tuple[Teller, int] | None:
        """Read `X曰：…` without quotation marks: who speaks, and where it begins."""
        match = _RUN_ON.match(self._text, *sentence)
        return (Teller(match[1]), match.end()) if match else None

    def before(self, lead: Span) -> Teller | None:
        """Return who speaks by the words before a quotation."""
        near = self._text[max(lead.start, lead.end - _NEAR) : lead.end]
        match = self._lead.search(near.rstrip())
        return self._teller(match[1]) if match else None

    def behind(self, tail: Span) -> Teller | None:
        """Return who speaks by the words behind a quotation."""
        match = self._tail.match(self._text[tail.start : min(tail.end, tail.start + _NEAR)])
        return self._teller(match[1]) if match else None

    def clause(self, sentence: Span) -> tuple[Span, Span, int] | None:
        """Return the subject and the verb of `X表示，…`, and where the clause begins."""
        match = self._clause.match(self._text, *sentence)
        if match is None:
            return None
        return Span(*match.span(1)), Span(*match.span("verb")), match.end()

    def subject(self, span: Span) -> Teller | None:
        """Return who is meant by a stretch before a verb."""
        return self._teller(self._text[slice(*span)])

    def _teller(self, written: str) -> Teller | None:
        subject = re.split(r"[，。；：、\s]", written)[-1]
        while aside := next(filter(subject.endswith, sorted(self._words.before)), None):
            subject = subject.removesuffix(aside)
        if subject in self._words.self:
            return None
        if not subject or subject in self._words.nobody or subject in self._words.pronouns:
            return Teller(None)
        return Teller(subject)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"

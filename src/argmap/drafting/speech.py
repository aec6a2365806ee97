"""Who says a sentence: what quotation marks and reporting verbs tell.

A sentence is cut only where the form is plain: words in quotation marks with a verb of saying
before or behind them, `X said that …`, `…, X said`, `according to X, …`. What merely looks like it
stays the writer's sentence, and is pointed out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.drafting.names import People, person
from argmap.drafting.quotations import Quotation, find_quotations
from argmap.drafting.reporting import ReportingWords, reporting_words
from argmap.source import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?:\.(?=[^\W\d_]\.|\s[^\W\d_a-z]))?|[,;:，；：]")
_HAN = "[\u3400-\u9fff]"
_ACCORDING = {
    "en": re.compile(r"according to ([^,.;:]{2,60}), (?=\S)", re.IGNORECASE),
    "de": re.compile(r"(?:laut|nach angaben von) ([^,.;:]{2,60}), (?=\S)", re.IGNORECASE),
    "zh": re.compile(r"(?:据|據|按照)([^，。；：]{2,20}?)(?:的?(?:说法|說法|看法))，(?=\S)"),
}
_MOST_WORDS_OF_SUBJECT = 8
_MOST_ASIDES = 6
_FEWEST_WORDS = 3
_MOST_WORDS_OF_LEAD = 40


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody else than the writer says in a sentence.

    voice:     `direct` or `indirect`
    parts:     the words said, in their order; more than one where the writer comes between
    speaker:   who says them, as written; None if the text does not tell by its form
    pronoun:   the word for which the speaker was put in, if so: that is a guess
    frame:     the words around them that tell who speaks
    """

    voice: str
    parts: tuple[Span, ...]
    speaker: str | None
    pronoun: str | None
    frame: str

    @property
    def span(self) -> Span:
        """From the first word said to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(frozen=True, slots=True)
class _Teller:
    speaker: str | None
    pronoun: str | None = None


class SpeechReader:
    """Reads the sentences of one text, block by block."""

    def __init__(self, text: str, sentences: tuple[Span, ...], language: str) -> None:
        self._text, self._language = text, language
        self._words = reporting_words(language)
        self._people = People(text, sentences, self._words)

    def read(self, block: Span, sentences: tuple[Span, ...]) -> tuple[Speech | None, ...]:
        """Return for each sentence of a block what is said in it, or None if it is the writer's."""
        told = self._told_quotations(block, sentences)
        speeches: list[Speech | None] = []
        running: _Teller | None = None
        for sentence in sentences:
            speech = self._direct(sentence, told)
            if speech is None:
                speech, opened = self._run_on(sentence, running)
                running = opened or running
            speeches.append(speech or self._indirect(sentence))
        return tuple(speeches)

    def mentions(self, sentence: Span) -> str | None:
        """Return the verb of saying of a sentence that was not cut, if it joins a clause."""
        found = self._clause_verb(sentence)
        return self._text[slice(*found[0])] if found else None

    # Words in quotation marks

    def _told_quotations(
        self, block: Span, sentences: tuple[Span, ...]
    ) -> tuple[tuple[Quotation, _Teller], ...]:
        told: list[tuple[Quotation, _Teller]] = []
        previous: Quotation | None = None
        index = 0
        for quotation in find_quotations(self._text, block):
            while index + 1 < len(sentences) and sentences[index].end <= quotation.span.start:
                index += 1
            last = index
            while last + 1 < len(sentences) and sentences[last].end < quotation.span.end:
                last += 1
            begin = sentences[index].start
            if previous:
                begin = max(begin, previous.span.end)
            lead = Span(min(begin, quotation.span.start), quotation.span.start)
            end = max(sentences[last].end, quotation.span.end)
            tail = Span(quotation.span.end, end)
            teller = self._teller(lead, tail, quotation, told, previous)
            if teller:
                told.append((quotation, teller))
                if teller.speaker and not teller.pronoun:
                    self._people.note(teller.speaker, lead.start)
            previous = quotation
        return tuple(told)

    def _teller(
        self,
        lead: Span,
        tail: Span,
        quotation: Quotation,
        told: list[tuple[Quotation, _Teller]],
        previous: Quotation | None,
    ) -> _Teller | None:
        before = self._text[slice(*lead)].strip().lstrip("”\"’」』»")
        after = self._text[slice(*tail)].strip()
        opens = before.endswith((":", "：", ",", "，")) or self._ends_in_verb(before)
        if before.strip(" ,，.。") and opens:
            found = self._saying(lead)
            if found:
                return found
            if before.endswith((":", "：")) and self._is_long(quotation):
                return _Teller(None)
        found = self._said_by(tail)
        if found:
            return found
        if not before and not after.strip(" .。!?！？,") and self._is_long(quotation):
            is_next = previous is not None and bool(told) and told[-1][0] == previous
            return _Teller(told[-1][1].speaker, "") if is_next else _Teller(None)
        return None

    def _is_long(self, quotation: Quotation) -> bool:
        words = self._text[slice(*quotation.words)]
        size = len(re.findall(rf"{_HAN}|[^\W\d_]+", words))
        return size >= _FEWEST_WORDS

    def _direct(
        self, sentence: Span, told: tuple[tuple[Quotation, _Teller], ...]
    ) -> Speech | None:
        parts: list[Span] = []
        teller: _Teller | None = None
        for quotation, by in told:
            start = max(sentence.start, quotation.words.start)
            end = min(sentence.end, quotation.words.end)
            part = self._tight(start, end)
            if part and re.search(r"\w", self._text[slice(*part)]):
                parts.append(part)
                teller = teller or by
        if not parts or teller is None:
            return None
        frame = self._around(sentence, Span(parts[0].start, parts[-1].end))
        size = sum(len(re.findall(rf"{_HAN}|\w+", self._text[slice(*part)])) for part in parts)
        if size < _FEWEST_WORDS and frame:
            return None
        return Speech("direct", tuple(parts), teller.speaker, teller.pronoun, frame)

    def _run_on(
        self, sentence: Span, running: _Teller | None
    ) -> tuple[Speech | None, _Teller | None]:
        """Read `X曰：…`, which needs no quotation marks and reaches to the end of the block."""
        if self._language != "zh":
            return None, None
        opening = re.compile(r"([^，。；：！？“”]{1,12}?)(?:对|對)?曰：(?![“「『])").match(
            self._text, *sentence
        )
        if opening:
            part = Span(opening.end(), sentence.end)
            teller = _Teller(opening[1])
            return self._speech("direct", sentence, part, teller), teller
        if running:
            return Speech("direct", (sentence,), running.speaker, None, ""), None
        return None, None

    # Reported words

    def _indirect(self, sentence: Span) -> Speech | None:
        pattern = _ACCORDING.get(self._language)
        according = pattern.match(self._text, *sentence) if pattern else None
        if according:
            subject = according[1].strip()
            if subject.casefold() not in self._words.nobody | self._words.self:
                part = Span(according.end(), sentence.end)
                return self._speech("indirect", sentence, part, self._named(subject, sentence))
        clause = self._clause_verb(sentence)
        if clause:
            verb, start = clause
            lead = Span(sentence.start, verb.start)
            teller = self._teller_of(lead, verb.end, start)
            if teller and self._is_bare(lead):
                return self._speech("indirect", sentence, Span(start, sentence.end), teller)
            return None
        return self._said_behind(sentence)

    def _speech(self, voice: str, sentence: Span, part: Span, teller: _Teller) -> Speech | None:
        tight = self._tight(*part)
        if tight is None or not re.search(r"\w", self._text[slice(*tight)]):
            return None
        if teller.speaker and not teller.pronoun:
            self._people.note(teller.speaker, sentence.start)
        frame = self._around(sentence, tight)
        return Speech(voice, (tight,), teller.speaker, teller.pronoun, frame)

    def _clause_verb(self, sentence: Span) -> tuple[Span, int] | None:
        """Return the verb that joins a clause, `said … that`, and where the clause begins."""
        if self._language == "zh":
            return self._chinese_clause(sentence)
        tokens = self._tokens(sentence, _MOST_WORDS_OF_LEAD)
        for place, (word, span) in enumerate(tokens):
            if word not in self._words.verbs:
                continue
            for (other, joint), after in zip(
                tokens[place + 1 : place + 2 + _MOST_ASIDES], range(_MOST_ASIDES + 1), strict=False
            ):
                if other in self._words.that:
                    return span, joint.end
                is_comma_before_that = other == "," and self._language == "de"
                is_subject = self._language == "de" and after < 4 and other.isalpha()
                if not (self._words.is_aside(other) or is_comma_before_that or is_subject):
                    break
        return None

    def _chinese_clause(self, sentence: Span) -> tuple[Span, int] | None:
        verbs = "|".join(sorted(self._words.verbs, key=lambda verb: (-len(verb), verb)))
        pattern = re.compile(rf"[^，。；：]{{1,16}}?(?P<verb>{verbs})(?:，|：(?![“「『]))(?=\S)")
        match = pattern.match(self._text, *sentence)
        return (Span(*match.span("verb")), match.end()) if match else None

    def _teller_of(self, lead: Span, verb_end: int, clause: int) -> _Teller | None:
        teller = self._subject(lead)
        if teller is None and self._language == "de":  # Gestern sagte der Minister, dass …
            teller = self._subject(Span(verb_end, clause))
        return teller

    def _said_behind(self, sentence: Span) -> Speech | None:
        """Read `…, Huang said.`"""
        if self._language == "zh":
            return None
        start = max(sentence.start, sentence.end - 120)
        comma = self._text.rfind(",", start, sentence.end)
        if comma <= sentence.start or '"' in self._text[comma : sentence.end]:
            return None
        tail = Span(comma + 1, sentence.end)
        tokens = self._tokens(tail, _MOST_WORDS_OF_SUBJECT + 4)
        verbs = [place for place, (word, _) in enumerate(tokens) if word in self._words.verbs]
        if not verbs or len(tokens) > _MOST_WORDS_OF_SUBJECT:
            return None
        place = verbs[-1]
        if not all(self._words.is_aside(word) for word, _ in tokens[place + 1 :]):
            return None
        if tokens[place][0].endswith("ing") or place == 0:
            return None
        teller = self._subject(Span(tail.start, tokens[place][1].start))
        if teller is None:
            return None
        first = self._tokens(tail, 1)[0][0]
        if first in self._words.breaks or first in self._words.that:
            return None
        return self._speech("indirect", sentence, Span(sentence.start, comma), teller)

    # Subjects

    def _saying(self, lead: Span) -> _Teller | None:
        """Return who speaks by the words before a quotation, if a verb of saying is there."""
        if self._language == "zh":
            return self._chinese_saying(lead)
        tokens = self._tokens(Span(max(lead.start, lead.end - 300), lead.end), 60)
        for place in range(len(tokens) - 1, -1, -1):
            word, span = tokens[place]
            if word in self._words.all_verbs:
                return self._subject(Span(lead.start, span.start)) or _Teller(None)
        return None

    def _chinese_saying(self, lead: Span) -> _Teller | None:
        verbs = "|".join(
            sorted(self._words.all_verbs, key=lambda verb: (-len(verb), verb))
        )
        words = self._text[max(lead.start, lead.end - 60) : lead.end]
        match = re.search(rf"([^，。；：！？“”]{{0,16}}?)(?:{verbs})[^，。；]{{0,4}}[：，,:]?\s*\Z", words)
        return self._chinese_subject(match[1], lead.start) if match else None

    def _said_by(self, tail: Span) -> _Teller | None:
        """Return who speaks by the words behind a quotation: `, he said` or `, said Huang`."""
        if self._language == "zh":
            words = self._text[tail.start : min(tail.end, tail.start + 40)]
            verbs = "|".join(sorted(self._words.all_verbs, key=lambda verb: (-len(verb), verb)))
            match = re.match(rf"[，,]?([^，。；：！？]{{1,12}}?)(?:{verbs})", words)
            return self._chinese_subject(match[1], tail.start) if match else None
        near = Span(tail.start, min(tail.end, tail.start + 160))
        tokens = self._tokens(near, _MOST_WORDS_OF_SUBJECT + 4)
        while tokens and not tokens[0][0].isalpha():
            tokens = tokens[1:]
        for place, (word, span) in enumerate(tokens):
            if not word[0].isalpha():
                return None
            if word not in self._words.all_verbs:
                continue
            if place:
                return self._subject(Span(tokens[0][1].start, span.start))
            rest = [token for token in tokens[1:] if token[0][0].isalpha()]
            behind = self._text[span.end : near.end]
            stop = re.search(r"[,.;:!?]", behind)
            subject = Span(span.end, span.end + (stop.start() if stop else len(behind)))
            return self._subject(subject) or (_Teller(None) if rest else None)
        return None

    def _subject(self, lead: Span) -> _Teller | None:
        """Return who stands before a verb, at the end of a stretch; None if nobody does."""
        tokens = self._tokens(Span(max(lead.start, lead.end - 200), lead.end), 60)
        while tokens and (self._words.is_aside(tokens[-1][0]) or not tokens[-1][0][0].isalpha()):
            tokens = tokens[:-1]
        first = len(tokens)
        while first > 0:
            word = tokens[first - 1][0]
            if not word[0].isalpha() or word in self._words.breaks:
                break
            first -= 1
        tokens = tokens[first:]
        while tokens and self._words.is_aside(tokens[0][0]) and tokens[0][0] not in _ARTICLES:
            tokens = tokens[1:]
        if not tokens or len(tokens) > _MOST_WORDS_OF_SUBJECT:
            return None
        words = self._text[tokens[0][1].start : tokens[-1][1].end]
        return self._named(" ".join(words.split()), Span(tokens[0][1].start, lead.end))

    def _named(self, subject: str, place: Span) -> _Teller | None:  # type: ignore[return]
        lowered = subject.casefold()
        first = lowered.split()[0] if lowered.split() else ""
        if lowered in self._words.pronouns:
            return _Teller(self._people.before(place.start), subject)
        if first in self._words.self or lowered in self._words.nobody:
            return None if first in self._words.self else _Teller(None, subject)
        if self._words.names_are_capitalised:
            behind = re.search(r"(?:[^\W\d_a-z][\w.'’-]*\s*)+\Z", subject)
            name = person(behind[0], self._words) if behind else None
            if name:
                return _Teller(name)
        if lowered in self._words.breaks:
            return None
        return _Teller(re.sub(r"^(?:the|a|an|der|die|das)\s+", "", subject, flags=re.IGNORECASE))

    def _chinese_subject(self, written: str, place: int) -> _Teller | None:
        subject = re.split(r"[，。；：、\s]", written)[-1]
        asides = "|".join(sorted(self._words.asides, key=lambda word: (-len(word), word)))
        subject = re.sub(rf"(?:{asides})+\Z", "", subject)
        if subject in self._words.pronouns:
            return _Teller(self._people.before(place), subject)
        if not subject or subject in self._words.nobody:
            return _Teller(None)
        return None if subject in self._words.self else _Teller(subject)

    # Words and stretches

    def _is_bare(self, lead: Span) -> bool:
        """Tell whether the words before a verb say no more than who speaks."""
        tokens = self._tokens(lead, _MOST_WORDS_OF_LEAD)
        from argmap.analysis.indicators import find_indicators

        if find_indicators(self._text[slice(*lead)], self._language):
            return False
        commas = sum(word in ",;:，；：" for word, _ in tokens)
        return commas == 0 or len(tokens) <= _MOST_WORDS_OF_SUBJECT

    def _ends_in_verb(self, before: str) -> bool:
        if self._language == "zh":
            return before.endswith(tuple(self._words.all_verbs))
        words = re.findall(r"[^\W\d_]+", before[-60:].casefold())[-4:]
        while words and self._words.is_aside(words[-1]):
            words = words[:-1]
        return bool(words) and words[-1] in self._words.all_verbs

    def _tokens(self, span: Span, most: int) -> list[tuple[str, Span]]:
        """Return words in small letters, and commas and colons; two-word verbs are one."""
        tokens: list[tuple[str, Span]] = []
        for match in self._matches(span):
            word = match[0].casefold().rstrip(".")
            if tokens and f"{tokens[-1][0]} {word}" in self._words.all_verbs:
                last, place = tokens.pop()
                tokens.append((f"{last} {word}", Span(place.start, match.end())))
            else:
                tokens.append((word, Span(*match.span())))
            if len(tokens) >= most:
                break
        return tokens

    def _matches(self, span: Span) -> Iterator[re.Match[str]]:
        return _WORD.finditer(self._text, span.start, max(span.start, span.end))

    def _tight(self, start: int, end: int) -> Span | None:
        words = self._text[start : max(start, end)]
        if not words.strip():
            return None
        left = len(words) - len(words.lstrip())
        return Span(start + left, start + len(words.rstrip()))

    def _around(self, sentence: Span, said: Span) -> str:
        before = self._text[sentence.start : said.start]
        after = self._text[said.end : sentence.end]
        joined = f"{before.strip()} … {after.strip()}" if after.strip() else before.strip()
        plain = " ".join(joined.split())
        return plain if re.search(r"\w", plain) else ""


_ARTICLES = frozenset(("the", "a", "an"))

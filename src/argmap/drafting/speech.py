"""Who says a sentence: what quotation marks and reporting verbs tell.

A sentence is cut only where the form is plain: words in quotation marks with a verb of saying
before or behind them, or one of a few forms of reported speech. What merely looks like it stays
the writer's sentence, and is pointed out.
"""

from dataclasses import dataclass
from typing import Literal

from argmap.drafting.chinese_speech import ChineseSpeech
from argmap.drafting.direct_speech import DirectSpeech, Told
from argmap.drafting.indirect_speech import IndirectSpeech
from argmap.drafting.reporting import reporting_words
from argmap.drafting.tellers import Teller, Tellers
from argmap.drafting.words import around, tight
from argmap.source import Span


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody else than the writer says in a sentence.

    parts:  the words said, in their order; more than one where the writer comes between
    teller: who says them
    frame:  the words around them, which tell who speaks
    """

    voice: Literal["direct", "indirect"]
    parts: tuple[Span, ...]
    teller: Teller
    frame: str


class SpeechReader:
    """Reads the sentences of one text, block by block.

    sentences: all of them but headlines, in their order; language: an ISO 639-1 code
    """

    def __init__(self, text: str, sentences: tuple[Span, ...], language: str) -> None:
        self._text = text
        words = reporting_words(language)
        tellers = Tellers(text, sentences, words)
        self._chinese = ChineseSpeech(text, words) if language == "zh" else None
        self._direct = DirectSpeech(text, words, tellers, self._chinese)
        self._indirect = IndirectSpeech(text, language, words, tellers, self._chinese)

    def read(self, block: Span, sentences: tuple[Span, ...]) -> tuple[Speech | None, ...]:
        """Return what is said in each sentence of a block; None for what the writer says."""
        told = self._direct.find(block, sentences)
        speeches: list[Speech | None] = []
        running: Teller | None = None
        for sentence in sentences:
            opened = self._chinese.run_on(sentence) if self._chinese else None
            running = opened[0] if opened else running
            begin = opened[1] if opened else sentence.start
            speeches.append(self._speech(sentence, told, running, begin))
        return tuple(speeches)

    def verb_in(self, sentence: Span) -> str | None:
        """Return a verb of saying of a sentence that was not cut, if it has one."""
        verb = self._indirect.verb(sentence)
        return self._text[slice(*verb)] if verb else None

    def _speech(
        self, sentence: Span, told: tuple[Told, ...], running: Teller | None, begin: int
    ) -> Speech | None:
        """Read a sentence; `running` speaks from `begin` on, to the end of the block (X曰：…)."""
        if direct := self._direct.parts(sentence, told):
            parts, teller = direct
            frame = around(self._text, sentence, Span(parts[0].start, parts[-1].end))
            return Speech("direct", parts, teller, frame)
        part = tight(self._text, begin, sentence.end) if running else None
        if running and part:
            return Speech("direct", (part,), running, around(self._text, sentence, part))
        if indirect := self._indirect.find(sentence):
            part, teller = indirect
            return Speech("indirect", (part,), teller, around(self._text, sentence, part))
        return None

"""The draft of a text: its sentences, who says them, and its indicator words.

It is made by rule, without network or model, and invents nothing: no relation is drawn, and every
word is the text's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from argmap.analysis.indicators import Indicator, find_indicators
from argmap.analysis.languages import guessed_language, language_code
from argmap.analysis.lexicon import lexicon
from argmap.drafting.blocks import Block, Kind, find_blocks
from argmap.drafting.sentences import split_sentences
from argmap.drafting.speech import Speech, SpeechReader
from argmap.errors import ArgmapError
from argmap.source import Source, Span

_LOOKED_AT = 20_000  # characters, to tell German from English


class CannotDraft(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A text has nothing that a draft could be made of."""


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence, as one statement of the draft.

    number:     of the sentence, from 1
    sentence:   where it stands in the text, in code points
    quotes:     the words that the statement quotes: the sentence, or what is said in it; more
                than one where the writer comes between
    voice:      `direct`, `indirect`, `headline`, or None for the writer's own words
    speaker:    who says it; None for the writer, or if the text does not tell
    pronoun:    the word for which the speaker was put in; that is a guess
    frame:      the words of the sentence that are not quoted
    indicators: the words in it that show a reason, a conclusion or an objection
    hint:       a verb of saying that was left alone
    """

    number: int
    sentence: Span
    quotes: tuple[Span, ...]
    voice: Literal["direct", "indirect", "headline"] | None = None
    speaker: str | None = None
    pronoun: str | None = None
    frame: str = ""
    indicators: tuple[Indicator, ...] = ()
    hint: str | None = None

    @property
    def span(self) -> Span:
        """From the first quoted word to the last."""
        return Span(self.quotes[0].start, self.quotes[-1].end)


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text, and the statements made of it; headings and notes have none."""

    block: Block
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of a text. `source` is the text, `language` its ISO 639-1 code."""

    source: Source
    language: str
    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All statements, in the order of the text."""
        return tuple(item for part in self.parts for item in part.items)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicator words, in the order of the text."""
        return tuple(indicator for item in self.items for indicator in item.indicators)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks, in the order of the text."""
        return tuple(dict.fromkeys(item.speaker for item in self.items if item.speaker))

    @property
    def headline(self) -> str | None:
        """The words of the headline, if the text has one."""
        found = (item for item in self.items if item.voice == "headline")
        item = next(found, None)
        return " ".join(self.source.text[slice(*item.span)].split()) if item else None

    def argdown(self, file: str | None = None, sha256: str = "") -> str:
        """Return the draft as a map in Argdown.

        file:   the path of the text, seen from the map; without it quotes cannot be looked up
        sha256: of the bytes of that file
        """
        from argmap.drafting.writing import write_draft

        return write_draft(self, file, sha256)


def draft(text: str, path: str = "<text>", *, language: str | None = None) -> Draft:
    """Make the draft of a text: every sentence once, with its place and who says it.

    path:     what the text is called in messages
    language: its ISO 639-1 code; without it Chinese, German and English are told apart
    raises:   `CannotDraft` if there is no sentence in it
    """
    code = language_code(language) or _language(text)
    blocks = find_blocks(text)
    sentences = [_sentences(text, block, code) for block in blocks]
    flat = tuple(
        sentence
        for block, found in zip(blocks, sentences, strict=True)
        if block.kind is not Kind.HEADLINE
        for sentence in found
    )
    if not any(sentences):
        raise CannotDraft(f"{path}: there is no sentence in it")
    reader = SpeechReader(text, flat, code)
    parts: list[Part] = []
    number = 1
    for block, found in zip(blocks, sentences, strict=True):
        items = tuple(_items(text, block, found, number, reader, code))
        number += len(items)
        parts.append(Part(block, items))
    return Draft(Source.of(text, path), code, tuple(parts))


def _sentences(text: str, block: Block, language: str) -> tuple[Span, ...]:
    if block.kind in (Kind.HEADING, Kind.NOTE):
        return ()
    if block.kind is Kind.HEADLINE:
        return (block.span,)
    return split_sentences(text, block.span, language)


def _items(  # noqa: PLR0913, PLR0917 (one step of the function above)
    text: str,
    block: Block,
    sentences: tuple[Span, ...],
    number: int,
    reader: SpeechReader,
    language: str,
) -> Iterator[Item]:
    if block.kind is Kind.HEADLINE:
        yield Item(number, block.span, (block.span,), "headline")
        return
    speeches = reader.read(block.span, sentences)
    for offset, (sentence, speech) in enumerate(zip(sentences, speeches, strict=True)):
        words = text[slice(*sentence)]
        found = tuple(
            i._replace(span=Span(i.span.start + sentence.start, i.span.end + sentence.start))
            for i in find_indicators(words, language)
        )
        yield _item(number + offset, sentence, speech, found, reader)


def _item(
    number: int,
    sentence: Span,
    speech: Speech | None,
    indicators: tuple[Indicator, ...],
    reader: SpeechReader,
) -> Item:
    if speech is None:
        hint = reader.verb_in(sentence)
        return Item(number, sentence, (sentence,), indicators=indicators, hint=hint)
    return Item(
        number,
        sentence,
        speech.parts,
        speech.voice,
        speech.teller.speaker,
        speech.teller.pronoun,
        speech.frame,
        indicators,
    )


def _language(text: str) -> str:
    """Return the language of a text: by its script, else by its small words."""
    guessed = guessed_language(text)
    if guessed != "en":
        return guessed
    words = text[:_LOOKED_AT].casefold().split()
    counts = {code: sum(word in lexicon(code).empty for word in words) for code in ("en", "de")}
    return "de" if counts["de"] > counts["en"] else "en"

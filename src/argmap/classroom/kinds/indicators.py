"""Words that mark reasons and conclusions; pupils find them in the text."""

from typing import NamedTuple

from argmap.analysis.languages import guessed_language, language_code
from argmap.analysis.lexicon import lexicon
from argmap.classroom.exercise import Exercise, answer_lines, letter, said
from argmap.classroom.gaps import Answer, CannotAsk, Gap, Mistake, Request, choose, lettered
from argmap.classroom.lesson import Lesson
from argmap.classroom.source_text import line_at, numbered_lines
from argmap.publishing import Block
from argmap.source import Span

_WHAT = "indicator words in its text"
_TASK = (
    "Underline in the text the words that say that a reason or a conclusion follows. Write {count}"
    " of them below with their lines, and what stands behind each: a reason or a conclusion."
)


class Word(NamedTuple):
    """An indicator in a source text."""

    source: str
    span: Span
    text: str
    is_reason: bool


def make(lesson: Lesson, request: Request) -> Exercise:
    """Ask for the indicator words of the source texts.

    raises: `CannotAsk` if no text is at hand, or it has no such words
    """
    texts = {key: text for key, text in lesson.texts.items() if text}
    if not texts:
        raise CannotAsk(
            "this map has no text at hand to underline words in: name its file in the front"
            " matter, `sources: {article: {file: article.txt}}`, or choose another kind"
        )
    found = [word for key, text in texts.items() for word in find_words(lesson, key, text)]
    chosen = lettered(choose(found, request, _WHAT), request)
    gaps = tuple(_gap(name, word, texts[word.source]) for name, word in chosen)
    marked: dict[str, tuple[Span, ...]] = {}
    for word in found:
        marked[word.source] = (*marked.get(word.source, ()), word.span)
    more = "all" if len(gaps) == len(found) else str(len(gaps))
    return Exercise(
        _TASK.format(count=more),
        gaps,
        None,
        None,
        _lines(gaps),
        (),
        marked=marked,
    )


def find_words(lesson: Lesson, key: str, text: str) -> list[Word]:
    """Return the indicators of a text in order, by the word lists of its language."""
    table = lesson.graph.settings.get("sources")
    about = table.get(key) if isinstance(table, dict) else None
    declared = language_code(about.get("lang")) if isinstance(about, dict) else None
    lists = lexicon(declared or guessed_language(text))
    reasons = {match.start() for match in lists.reason.find_all(text)}
    return [
        Word(key, Span(*match.span()), match[0], match.start() in reasons)
        for match in lists.inference.find_all(text)
    ]


def _gap(name: str, word: Word, text: str) -> Gap:
    line = line_at(numbered_lines(text), word.span.start)
    told = f"{word.text} (line {line})"
    behind, other = "a reason", "a conclusion"
    if not word.is_reason:
        behind, other = other, behind
    return Gap(
        letter=name,
        node=None,
        kind=Answer.INDICATOR,
        answer=told,
        accepted=(told, f"{word.text} {line}", word.text),
        reason=f"Behind it stands {behind}.",
        is_exact=True,
        mistake=Mistake(f"{word.text}: {other}", "turns reason and conclusion round"),
    )


def _lines(gaps: tuple[Gap, ...]) -> tuple[Block, ...]:
    rows = [(letter(gap), said(""), said("")) for gap in gaps]
    heads = ("", "The word, and its line", "Behind it stands a reason, or a conclusion?")
    return answer_lines(heads, rows, (0.06, 0.4, 0.54), 12.0)

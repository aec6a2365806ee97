"""A draft, written as Argdown."""

import re
import unicodedata
from collections.abc import Iterator

from argmap.drafting.blocks import Kind
from argmap.drafting.draft import Draft, Item, Part
from argmap.syntax.shortcodes import SHORTCODES

_MARKUP = re.compile(r"([\[\]<>{}#@*_\\|]|//|/\*|\*/)")
_SHORTCODE = re.compile("|".join(re.escape(code) for code in SHORTCODES))
_OMISSION = " … "
_TOP = """\
/*
THIS IS A DRAFT, MADE BY RULE: without network, without model. Nothing is invented in it, and
nothing is understood: every sentence of the text stands here once, in the order of the text.
Sentences, speakers and headings are told by punctuation and by lists of words, so look them over.

WHAT IS LEFT TO DO
1. Choose the main claim, and name it above: `thesis: [S1]`. Give it a telling title.
2. Drop what nobody argues about; split what says two things; write out "this" and "they".
3. Say what speaks for what: `  + [S2]` below a claim for a reason, `  - [S3]` for an objection.
   No relation is drawn yet. Lines that begin with `// reason`, `// conclusion` or `// objection`
   point at words that often show one.
4. Check each speaker, above all where a line says `guess`.
`argmap check` lists what is not in use yet, `argmap quotes` compares every quote with the text.
{more}*/
"""
_NO_FILE = """\
The text was not read from a file, so its quotes cannot be looked up: save it, and name it above
as `file:`.
"""


def write_draft(draft: Draft, file: str | None, sha256: str) -> str:
    """Return a draft as a map; see `Draft.argdown`."""
    key = _key(file)
    lines = ["===", *_front_matter(draft, key, file, sha256), "===", ""]
    lines.append(_TOP.format(more="" if file else _NO_FILE))
    for part in draft.parts:
        lines.extend(_part(draft, part, key))
    return "\n".join(lines).rstrip("\n") + "\n"


def summary(draft: Draft) -> str:
    """Say in a few lines what was found, for the person at the terminal."""
    items = draft.items
    told = [item for item in items if item.voice in ("direct", "indirect")]
    guesses = sum(item.pronoun is not None and item.speaker is not None for item in told)
    unknown = sum(item.speaker is None for item in told)
    lines = [
        "a draft made by rule, without network or model: look it over before you use it",
        f"{_count(len(items), 'sentence')}, {len(told)} of them somebody's words"
        + (f" ({', '.join(draft.speakers)})" if draft.speakers else ""),
    ]
    if guesses or unknown:
        lines.append(f"speakers: {guesses} guessed from a pronoun, {unknown} not told by the text")
    lines.append(_indicator_summary(draft))
    lines.append("no relation is drawn: that is yours to do")
    return "\n".join(lines)


def _indicator_summary(draft: Draft) -> str:
    found = draft.indicators
    if not found:
        return "indicator words: none"
    listed = ", ".join(f"{i.word} [{i.span.start}, {i.span.end})" for i in found[:_MOST_LISTED])
    more = f", and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
    return f"{_count(len(found), 'indicator word')}: {listed}{more}"


_MOST_LISTED = 40


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _front_matter(draft: Draft, key: str, file: str | None, sha256: str) -> Iterator[str]:
    headline = draft.headline
    if headline:
        yield f"title: {quoted(headline)}"
    if draft.language != "en":
        yield f"lang: {quoted(draft.language)}"
    yield "sources:"
    yield f"  {key}:"
    if file:
        yield f"    file: {quoted(file)}"
    if headline:
        yield f"    title: {quoted(headline)}"
    elif not file:
        yield '    title: "a text that was not read from a file"'
    if sha256:
        yield f"    sha256: {sha256}"
    if draft.speakers:
        yield "speakers:"
        for speaker in draft.speakers:
            yield f"  {quoted(speaker)}: {{aliases: []}}"


def _part(draft: Draft, part: Part, key: str) -> Iterator[str]:
    text, block = draft.source.text, part.block
    words = " ".join(text[slice(*block.span)].split())
    line = draft.source.locate(block.span.start).line
    if block.kind is Kind.HEADING:
        yield f"{'#' * block.level} {escaped(words)}\n"
        return
    if block.kind is Kind.NOTE:
        yield f"// line {line}, no sentence: {_remark(words)}\n"
        return
    if part.items:
        yield f"// {_KINDS[block.kind]}, line {line}\n"
    for item in part.items:
        yield from _item(text, item, key)


_KINDS = {
    Kind.HEADLINE: "headline",
    Kind.PARAGRAPH: "paragraph",
    Kind.ITEM: "item of a list",
}


def _item(text: str, item: Item, key: str) -> Iterator[str]:
    for indicator in item.indicators:
        start, end = indicator.span
        yield f'// {indicator.shows}? "{_remark(indicator.word)}" [{start}, {end})'
    if item.frame:
        yield f"// around it: {_remark(item.frame)}"
    if item.pronoun == "…" and item.speaker:
        yield f"// guess: still {_remark(item.speaker)}, who spoke just before"
    elif item.pronoun and item.speaker:
        yield f'// guess: "{_remark(item.pronoun)}" is {_remark(item.speaker)}, who was named last'
    elif item.voice in ("direct", "indirect") and item.speaker is None:
        yield "// who says this? the text does not tell by its form"
    if item.hint:
        yield f'// somebody\'s words? "{_remark(item.hint)}"'
    quote = _OMISSION.join(" ".join(text[slice(*part)].split()) for part in item.quotes)
    data = [f"speaker: {quoted(item.speaker)}"] if item.speaker else []
    if item.voice:
        data.append(f"voice: {item.voice}")
    data += [f"source: {key}", f"span: [{item.span.start}, {item.span.end}]"]
    yield f"[S{item.number}]: {escaped(quote)}"
    yield f"  {{{', '.join(data)},"
    yield f"   quote: {quoted(quote)}}}\n"


def escaped(words: str) -> str:
    """Return words as they may stand in Argdown: on one line, with nothing that is markup."""
    told = _MARKUP.sub(r"\\\1", " ".join(words.split()))
    return _SHORTCODE.sub(lambda code: f"\\{code[0]}", told)


def quoted(words: str) -> str:
    """Return words as YAML's double-quoted string, on one line; every character is kept."""
    return '"' + "".join(_yaml(character) for character in words) + '"'


def _yaml(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if unicodedata.category(character)[0] == "C" or character in "\u2028\u2029\ufeff":
        code = ord(character)
        return (
            f"\\x{code:02x}"
            if code < 256
            else f"\\u{code:04x}"
            if code < 65536
            else f"\\U{code:08x}"
        )
    return character


def _remark(words: str) -> str:
    """Return words as they may stand in a comment of one line."""
    plain = " ".join(words.split())
    return "".join(c for c in plain if unicodedata.category(c) != "Cc")


def _key(file: str | None) -> str:
    stem = re.split(r"[/\\]", file)[-1].split(".")[0].casefold() if file else ""
    return re.sub(r"[^a-z0-9]+", "-", stem).strip("-") or "text"

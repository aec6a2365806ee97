"""The words of a text, for rules that compare texts."""

import re
import unicodedata

from argmap.model.graph import Argument, Occurrence, Statement
from argmap.syntax import MarkKind, Text

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Kana and ideographs, as the inside of a regular expression's brackets."""

WORD = re.compile(rf"[{CJK}]|[^\W{CJK}]+")
"""A run of letters and digits; Chinese and Japanese put no blanks, so each character is a word."""

_BETWEEN_WORDS = re.compile(r"\W+")

_ENGLISH = """a an the this that these those is are was were be been being
    to of in on at by for with as and or it its"""
_GERMAN = """der die das den dem des ein eine einer eines einem einen ist sind war waren sein
    zu in im am an auf von vom mit für und oder es"""
_CHINESE = "的 了 是 在 和 与"

STOP_WORDS = frozenset(" ".join((_ENGLISH, _GERMAN, _CHINESE)).split())
"""Words without content; negations and modals are never among them."""


def words(text: str) -> list[str]:
    """Return the words of a text: NFKC, case folded, punctuation left out."""
    return words_of_folded(folded(text))


def folded(text: str) -> str:
    """Return a text in NFKC, case folded, with a blank for everything that is not of a word."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).casefold()
    return _BETWEEN_WORDS.sub(" ", text.lower() if text.isascii() else text)


def words_of_folded(text: str) -> list[str]:
    """Return the words of a text that is folded already."""
    return text.split() if text.isascii() else WORD.findall(text)


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text without stop words."""
    return frozenset(words(text)) - STOP_WORDS


def canonical_occurrence(node: Statement | Argument) -> Occurrence | None:
    """Return the place where the wording stands that counts for all of them, if there is one."""
    for occurrence in reversed(node.occurrences):
        text = occurrence.text
        if text and not occurrence.is_reference and text.plain.strip() == node.text:
            return occurrence
    return None


def untagged(node: Statement | Argument) -> str:
    """Return the canonical text of a node without its tags; empty if it has none."""
    text = node.text or ""
    if "#" not in text:
        return text
    occurrence = canonical_occurrence(node)
    return without_tags(occurrence.text) if occurrence and occurrence.text else text


def without_tags(text: Text) -> str:
    """Return what a reader sees of a text, without its tags."""
    plain, end = [], 0
    for mark in sorted(text.marks, key=lambda mark: mark.start):
        if mark.kind is MarkKind.TAG and mark.start >= end:
            plain.append(text.plain[end : mark.start])
            end = mark.stop
    return "".join([*plain, text.plain[end:]]).strip()

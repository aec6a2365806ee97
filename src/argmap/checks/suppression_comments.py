"""Reads comments that speak to the checker: `// argmap: ignore SUP001 -- reason`.

    // argmap: ignore CODE, CODE -- reason     the element below, or the one it stands behind
    // argmap: ignore-file CODE                all of the file
    // argmap: off CODE … // argmap: on CODE   what stands between them

What cannot be understood becomes a finding; a sentence that begins with the word is just one.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from argmap.analysis.spelling import Speller
from argmap.checks.comment_lines import PlacedComment, place_comments
from argmap.checks.rule import Rule
from argmap.diagnostic import Finding
from argmap.source import Source, Span
from argmap.syntax import Document

_MARKS = ("argmap:", "Argmap:", "ARGMAP:")
_START = re.compile(
    r"(?://[/\s]*+|/\*[*\s]*+|<!--\s*+)argmap:\s*+(?P<word>\w++(?:-\w++)*+)?+", re.IGNORECASE
)
_REASON = re.compile(r"--|/[/*]|[—–(]")
_TOKEN = re.compile(r"[^\s,:\[\]]+")
_CLOSINGS = {"/*": "*/", "<!": "-->"}
_SHORTEST_BEGINNING = 3
"""Letters of a code that mean its group; a word of a reason hardly ever is one."""


class Kind(StrEnum):
    """What a comment asks for."""

    IGNORE = "ignore"
    IGNORE_FILE = "ignore-file"
    OFF = "off"
    ON = "on"


_ELSEWHERE = {
    Kind.IGNORE: "noqa nolint skip suppress silence ignore-line ignore-next ignore-next-line "
    "disable-line disable-next disable-next-line allow",
    Kind.IGNORE_FILE: "disable-file ignore-all file-ignore noqa-file",
    Kind.OFF: "disable",
    Kind.ON: "enable",
}
_MEANT = {word: kind for kind, words in _ELSEWHERE.items() for word in words.split()}
"""What other tools call it."""


class Selector(NamedTuple):
    """One code, beginning of codes, name or `ALL` as it is written, and the codes it means."""

    span: Span
    written: str
    codes: frozenset[str]

    @property
    def is_all(self) -> bool:
        """Whether it stands for all rules."""
        return self.written.casefold() == "all"


class Directive(NamedTuple):
    """A comment that speaks to the checker.

    code_end:   where one more code can be written
    is_bare:    nothing is written behind the word, but for a reason
    is_clear:   all that is written names rules
    has_reason: a reason is given
    """

    kind: Kind
    comment: PlacedComment
    selectors: tuple[Selector, ...]
    code_end: int
    is_bare: bool
    is_clear: bool
    has_reason: bool


def may_hold_directives(source: Source) -> bool:
    """Tell whether a text may hold such comments: nearly none does, and that is soon known."""
    return any(mark in source.text for mark in _MARKS)


def read_directives(
    document: Document, rules: Iterable[Rule]
) -> tuple[list[Directive], list[tuple[PlacedComment, Finding]]]:
    """Return the comments that speak to the checker, in order, and what is wrong with them."""
    reader = _Reader(document.source.text, tuple(rules))
    for comment in place_comments(document.source.text, document.comments):
        reader.read(comment)
    return reader.directives, reader.faults


class _Reader:
    def __init__(self, text: str, rules: tuple[Rule, ...]) -> None:
        self._text = text
        self._known = _selectors(rules)
        self._speller = Speller(name for rule in rules for name in (rule.code, rule.name))
        self._kinds = Speller(Kind)
        self.directives: list[Directive] = []
        self.faults: list[tuple[PlacedComment, Finding]] = []

    def read(self, comment: PlacedComment) -> None:
        start, end = comment.span
        match = _START.match(self._text, start, end)
        if match is None or match["word"] is None:
            return
        closing = _CLOSINGS.get(self._text[start : start + 2], "")
        end = max(match.end(), end - len(closing))
        reason = _REASON.search(self._text, match.end(), end)
        tokens = list(_TOKEN.finditer(self._text, match.end(), reason.start() if reason else end))
        word = match["word"].casefold()
        if word not in list(Kind):
            self._read_unknown(comment, Span(*match.span("word")), word, tokens)
            return
        kind = Kind(word)
        selectors = self._selectors_in(comment, kind, tokens)
        if not tokens and kind is not Kind.ON:
            self._report(
                comment,
                comment.span,
                f"`{kind}` names no rule here, and so nothing is silenced.",
                f"write the code, `{kind} SUP001`, or `{kind} ALL`.",
            )
        self.directives.append(
            Directive(
                kind,
                comment,
                selectors,
                selectors[-1].span.end if selectors else match.end(),
                not tokens,
                len(selectors) == len(tokens),
                reason is not None,
            )
        )

    def _selectors_in(
        self, comment: PlacedComment, kind: Kind, tokens: list[re.Match[str]]
    ) -> tuple[Selector, ...]:
        found: list[Selector] = []
        for index, token in enumerate(tokens):
            codes = self._known.get(token[0].casefold())
            if codes is not None:
                found.append(Selector(Span(*token.span()), token[0], codes))
                continue
            span = Span(*token.span())
            if found and "," not in self._text[found[-1].span.end : span.start]:
                rest = Span(span.start, tokens[-1].end())
                said = _shortened(self._text[rest.start : rest.end])
                self._report(
                    comment,
                    rest,
                    f"`{said}` names no rule.",
                    f"write ` -- ` in front of a reason, `{kind} {found[0].written} -- {said}`.",
                )
                break
            nearest = self._speller.nearest(token[0])
            self._report(
                comment,
                span,
                f"`{_shortened(token[0])}` names no rule, and so it silences nothing.",
                f"did you mean {nearest}?" if nearest else "`argmap rules` lists them all.",
            )
            if index + 1 < len(tokens) and not self._is_listed(token, tokens[index + 1]):
                break  # a sentence: its first word is enough
        return tuple(found)

    def _is_listed(self, token: re.Match[str], following: re.Match[str]) -> bool:
        return "," in self._text[token.end() : following.start()]

    def _read_unknown(
        self, comment: PlacedComment, span: Span, word: str, tokens: list[re.Match[str]]
    ) -> None:
        written = self._text[span.start : span.end]
        if word in self._known:
            help = f"write `argmap: ignore {written}`."
        elif guess := _MEANT.get(word.replace("_", "-")) or self._kinds.nearest(word):
            help = f"did you mean `{guess}`?"
        elif any(token[0].casefold() in self._known for token in tokens):
            help = f"write one of {', '.join(f'`{kind}`' for kind in Kind)}."
        else:
            return  # a sentence about argmap
        message = f"`{_shortened(written)}` is nothing that a comment can ask of argmap."
        self._report(comment, span, message, help)

    def _report(self, comment: PlacedComment, span: Span, message: str, help: str) -> None:
        self.faults.append((comment, Finding(span, message, help)))


def _selectors(rules: tuple[Rule, ...]) -> Mapping[str, frozenset[str]]:
    """Return all that can be written for rules, in lower case, with the codes that it means."""
    known: dict[str, set[str]] = {"all": {rule.code for rule in rules}}
    for rule in rules:
        code = rule.code.casefold()
        for length in range(_SHORTEST_BEGINNING, len(code) + 1):
            known.setdefault(code[:length], set()).add(rule.code)
    known.update({rule.name.casefold(): {rule.code} for rule in rules})
    return {written: frozenset(codes) for written, codes in known.items()}


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39] + "…"

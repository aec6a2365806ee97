"""What comments silence: findings that are left out, and comments that silence nothing (SYN009).

A comment silences findings of the file that it stands in, not of files that this one includes.
Where several comments of one kind name the same rule for the same place, the first one counts.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from argmap.checks.comment_lines import PlacedComment
from argmap.checks.elements import Elements
from argmap.checks.rule import Rule
from argmap.checks.rules import missing_expected_finding, unused_suppression
from argmap.checks.suppression_comments import (
    Directive,
    Kind,
    Selector,
    may_hold_directives,
    read_directives,
)
from argmap.checks.unused_suppressions import describe_unclosed, describe_unused
from argmap.diagnostic import Diagnostic, Finding
from argmap.syntax import Document

_OWN = unused_suppression.RULE.code
_AFTERWARDS = missing_expected_finding.RULE.code
"""Found only after comments were judged, so that one that names it is never unused."""


@dataclass(eq=False, slots=True)
class _Entry:
    """One code of a comment, and whether it has silenced something."""

    directive: Directive
    selector: Selector
    is_used: bool = False


class _Region(NamedTuple):
    start: int
    end: int
    entry: _Entry


_Scope = dict[frozenset[str], _Entry]


class Suppressions:
    """The comments of a map that speak to the checker, and which of them were of use."""

    def __init__(self, document: Document, rules: Iterable[Rule]) -> None:
        self._document, self._source = document, document.source
        self._faults: list[tuple[PlacedComment, Finding]] = []
        self._entries: list[_Entry] = []
        self._unclosed: list[tuple[Directive, list[Selector]]] = []
        self._by_file: dict[str, _Scope] = {}
        self._by_element: dict[int, _Scope] = {}
        self._regions: dict[tuple[str, str], list[_Region]] = {}
        if document.comments and may_hold_directives(document.source):
            directives, self._faults = read_directives(document, rules)
            self._sort_out(directives)

    @cached_property
    def _elements(self) -> Elements:
        return Elements(self._document)

    def kept(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the diagnostics that no comment silences."""
        if not self._entries:
            return list(diagnostics)
        return [found for found in diagnostics if not self._silence(found.code, found.span.start)]

    def undecided(self, ran: frozenset[str]) -> frozenset[str]:
        """Return the codes of rules that were not run, and that a whole group stands or falls by.

        Those are the rules of groups (`SUP`) that have silenced nothing yet. To show what they
        find to `kept` keeps groups that are of use in another profile from blame. `ALL` means
        whatever is run.
        """
        return frozenset(
            code
            for entry in self._entries
            if not (entry.is_used or entry.selector.is_all) and entry.selector.codes & ran
            for code in entry.selector.codes - ran - {_AFTERWARDS}
        )

    def complaints(self, ran: frozenset[str], *, is_whole: bool) -> list[Finding]:
        """Return findings about comments that cannot be read or silence nothing.

        To be asked when all that is to be silenced was shown to `kept`.

        ran:      the codes of the rules that were run; nothing can be said about others
        is_whole: whether that is all that the map's settings ask for; otherwise a group of rules
                  is judged only if all of them were run
        """
        found = [
            finding
            for comment, finding in self._faults
            if not self._is_silenced(comment.span.start, self._element_of(comment))
        ]
        for directive, selectors in self._unclosed:
            if not self._is_silenced(directive.comment.span.start, None):
                found.append(describe_unclosed(directive, selectors))
        judged = [
            entry
            for entry in self._entries
            if not entry.is_used and _can_be_judged(entry.selector, ran - {_AFTERWARDS}, is_whole)
        ]
        names_own = [entry for entry in judged if _OWN in entry.selector.codes]
        found += self._unused([entry for entry in judged if _OWN not in entry.selector.codes])
        unused = [entry for entry in names_own if not entry.is_used]  # may be of use by now
        return found + self._unused(unused, are_final=True)

    def _sort_out(self, directives: list[Directive]) -> None:
        open_ones: dict[str, dict[str, _Entry]] = {}
        for directive in directives:
            place = directive.comment.span.start
            path = self._source.piece_at(place).path
            entries = [_Entry(directive, selector) for selector in directive.selectors]
            match directive.kind:
                case Kind.ON:
                    self._close(directive, path, open_ones.setdefault(path, {}))
                    continue
                case Kind.OFF:
                    begun = open_ones.setdefault(path, {})
                    for entry in entries:
                        for code in entry.selector.codes:
                            begun.setdefault(code, entry)
                case Kind.IGNORE | Kind.IGNORE_FILE:
                    for entry in entries:
                        scope = self._scope(directive, path)
                        scope.setdefault(entry.selector.codes, entry)
            self._entries += entries
        for path, begun in open_ones.items():
            for code, entry in begun.items():
                self._end(path, code, entry, len(self._source.text) + 1)

    def _scope(self, directive: Directive, path: str) -> _Scope:
        if directive.kind is Kind.IGNORE_FILE:
            return self._by_file.setdefault(path, {})
        element = self._elements.of_comment(directive.comment)
        return {} if element is None else self._by_element.setdefault(element, {})

    def _close(self, directive: Directive, path: str, begun: dict[str, _Entry]) -> None:
        """End the stretches that an `on` names; all of them, if it names no rule."""
        place = directive.comment.span.start
        if directive.is_bare:
            if not begun:
                self._unclosed.append((directive, []))
            for code, entry in begun.items():
                self._end(path, code, entry, place)
            begun.clear()
            return
        without: list[Selector] = []
        for selector in directive.selectors:
            codes = [code for code in selector.codes if code in begun]
            for code in codes:
                self._end(path, code, begun.pop(code), place)
            if not codes:
                without.append(selector)
        if without:
            self._unclosed.append((directive, without))

    def _end(self, path: str, code: str, entry: _Entry, end: int) -> None:
        region = _Region(entry.directive.comment.span.start, end, entry)
        self._regions.setdefault((path, code), []).append(region)

    def _silence(self, code: str, place: int) -> bool:
        """Tell whether a comment silences a rule at a place, and note that it was of use."""
        return self._use(code, place, self._elements.at(place) if self._by_element else None)

    def _is_silenced(self, place: int, element: int | None) -> bool:
        """Tell whether a finding about a comment, which speaks of an element, is silenced."""
        return self._use(_OWN, place, element)

    def _use(self, code: str, place: int, element: int | None) -> bool:
        path = self._source.piece_at(place).path
        scopes = [self._by_file.get(path)]
        if element is not None and self._path(element) == path:
            scopes.append(self._by_element.get(element))
        entries = [
            next((entry for codes, entry in scope.items() if code in codes), None)
            for scope in scopes
            if scope is not None
        ]
        regions = self._regions.get((path, code), ())
        index = bisect_right(regions, place, key=lambda region: region.start) - 1
        if index >= 0 and place < regions[index].end:
            entries.append(regions[index].entry)
        found = [entry for entry in entries if entry is not None]
        for entry in found:
            entry.is_used = True
        return bool(found)

    def _element_of(self, comment: PlacedComment) -> int | None:
        return self._elements.of_comment(comment) if self._by_element else None

    def _path(self, element: int) -> str:
        return self._source.piece_at(self._elements.start(element)).path

    def _unused(self, entries: list[_Entry], *, are_final: bool = False) -> list[Finding]:
        """Describe entries that silence nothing, all of one comment together.

        are_final: whether they name the rule itself, and so cannot be silenced by themselves
        """
        by_comment: dict[int, list[_Entry]] = {}
        for entry in entries:
            by_comment.setdefault(entry.directive.comment.span.start, []).append(entry)
        found: list[Finding] = []
        for place, unused in by_comment.items():
            directive = unused[0].directive
            element = None
            if directive.kind is Kind.IGNORE:
                element = self._elements.of_comment(directive.comment)
            if not are_final and self._is_silenced(place, element):
                continue
            selectors = [entry.selector for entry in unused]
            is_stray = directive.kind is Kind.IGNORE and element is None
            found.append(describe_unused(directive, selectors, is_stray=is_stray))
        return found


def _can_be_judged(selector: Selector, ran: frozenset[str], is_whole: bool) -> bool:
    codes = selector.codes - {_AFTERWARDS}
    return bool(codes & ran) if is_whole else bool(codes) and codes <= ran

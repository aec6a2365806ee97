"""What a map announces in `expect:`: with it, the map is a test of itself.

Announced findings are marked as expected. An announced one that is missing is a finding (EXP001),
and so is an entry that cannot be read (EXP002).
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.checks.rule import Rule, Subject
from argmap.checks.selectors import UnknownRule, matching, speller_of
from argmap.diagnostic import Diagnostic, Finding
from argmap.model.written_names import listed
from argmap.source import Span

_ENTRY = re.compile(
    r"\s*+(?P<rule>[\w-]++)\s*+"
    r'(?:\[(?P<statement>.+)\]|<(?P<argument>.+)>|["“](?P<text>.+)["”])?\s*+',
    re.DOTALL,
)
_FORMS = '`CODE`, `CODE [Title]`, `CODE <Title>` or `CODE "text"`'
_MOST_DETAILED = 100  # missing ones with which it is told what the rule does speak about


@dataclass(frozen=True, slots=True)
class Expectation:
    """One entry: which rule is to find something, and about what (nothing named: the file)."""

    span: Span
    written: str
    rule: Rule
    statement: str | None
    argument: str | None
    text: str | None


def read_expectations(
    subject: Subject, rules: tuple[Rule, ...]
) -> tuple[list[Expectation], list[Finding]]:
    """Return the entries of `expect:`, and findings about those that cannot be read."""
    value = subject.settings.get("expect")
    entries = value if isinstance(value, list) else [] if value is None else [value]
    whole = front_matter_span(subject, "expect")
    read: list[Expectation] = []
    faults: list[Finding] = []
    start = whole.start
    speller = speller_of(rules) if entries else None
    for entry in entries:
        span = whole
        if isinstance(entry, str):
            found = subject.document.source.text.find(entry, start, whole.end)
            if found >= 0:
                span = Span(found, found + len(entry))
                start = span.end
        match = _ENTRY.fullmatch(entry) if isinstance(entry, str) else None
        if match is None:
            message = f"`expect:` has an entry that cannot be read: {entry!r}."
            faults.append(Finding(span, message, f"write {_FORMS}, in quotes where YAML asks."))
            continue
        try:
            rule, *others = matching(match["rule"], rules, speller)
        except UnknownRule as error:
            faults.append(Finding(span, f"`expect:` cannot be kept: {_lowered(error)}"))
            continue
        if others:
            message = f"`expect:` names more than one rule with {match['rule']!r}."
            faults.append(
                Finding(span, message, "write the whole code, such as `SUP001 [Title]`.")
            )
            continue
        about = (match["statement"], match["argument"], match["text"])
        read.append(Expectation(span, str(entry).strip(), rule, *about))
    return read, faults


def compare(
    subject: Subject,
    diagnostics: Sequence[Diagnostic],
    expectations: Sequence[Expectation],
    judged: frozenset[str],
) -> tuple[list[Diagnostic], list[Finding]]:
    """Mark the announced diagnostics, one for each entry; return findings about missing ones.

    judged: the codes of the rules that were run; entries about others are passed over
    """
    marked = list(diagnostics)
    found = _Found(subject, marked)
    missing: list[Finding] = []
    for expectation in expectations:
        code = expectation.rule.code
        index = found.take(expectation)
        if index is not None:
            marked[index] = marked[index]._replace(expected=True)
        elif code in judged:
            others = marked if len(missing) < _MOST_DETAILED else ()
            titles = [d.title for d in others if d.code == code and d.title and not d.expected]
            missing.append(_missing(expectation, titles))
    return marked, missing


class _Found:
    """The diagnostics that no entry has announced yet, by their rules and what they are about."""

    def __init__(self, subject: Subject, diagnostics: Sequence[Diagnostic]) -> None:
        self._graph = subject.graph
        self._open: dict[tuple[str, str | None], deque[int]] = {}
        for index, diagnostic in enumerate(diagnostics):
            self._open.setdefault((diagnostic.code, diagnostic.title), deque()).append(index)

    def take(self, expectation: Expectation) -> int | None:
        """Return the index of the first open one that an entry announces; it is open no more."""
        code = expectation.rule.code
        open_ones = [
            indexes
            for title in self._titles(expectation)
            if (indexes := self._open.get((code, title)))
        ]
        return min(open_ones, key=lambda indexes: indexes[0]).popleft() if open_ones else None

    def _titles(self, expectation: Expectation) -> Sequence[str | None]:
        statements, arguments = self._graph.statements, self._graph.arguments
        if (title := expectation.statement) is not None:
            return (title,) if title in statements or title not in arguments else ()
        if (title := expectation.argument) is not None:
            return (title,) if title in arguments or title not in statements else ()
        return (None,) if expectation.text is None else self._that_say(expectation.text)

    def _that_say(self, text: str) -> Sequence[str]:
        wanted = " ".join(text.split())
        if not wanted.endswith("…"):
            return self._untitled.get(wanted, ())
        texts, start = self._texts, wanted[:-1]
        titles = list(self._untitled.get(wanted, ()))
        for at in range(bisect_left(texts, start), len(texts)):
            if not texts[at].startswith(start):
                break
            titles += self._untitled[texts[at]]
        return titles

    @cached_property
    def _untitled(self) -> Mapping[str, list[str]]:
        """What statements and arguments without a title say: in words → the titles they got."""
        titles: dict[str, list[str]] = {}
        for nodes in (self._graph.statements, self._graph.arguments):
            for title, node in nodes.items():
                if not node.is_titled:
                    titles.setdefault(" ".join((node.text or "").split()), []).append(title)
        return titles

    @cached_property
    def _texts(self) -> list[str]:
        return sorted(self._untitled)


def front_matter_span(subject: Subject, key: str) -> Span:
    """Return where the front matter gives a value, or else where it begins."""
    front = subject.document.front_matter
    if front is None:
        return Span(0, 0)
    return front.spans.get(key, Span(front.span.start, front.span.start + 3))


def _missing(expectation: Expectation, titles: list[str]) -> Finding:
    message = f"The map expects {expectation.written}, and the check does not find it."
    found = f" ({expectation.rule.code} speaks about {listed(titles)})" if titles else ""
    help = f"delete the entry if the map has been mended, or correct it{found}."
    about = expectation.statement or expectation.argument
    return Finding(expectation.span, message, help, (about,) if about else ())


def _lowered(error: Exception) -> str:
    text = str(error)
    return text[:1].lower() + text[1:]

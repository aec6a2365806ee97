"""What a map announces in `expect:`: with it, the map is a test of itself.

Announced findings are marked as expected. An announced one that is missing is a finding (EXP001),
and so is an entry that cannot be read (EXP002).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.checks.rule import Rule, Subject
from argmap.checks.selectors import UnknownRule, matching
from argmap.diagnostic import Diagnostic, Finding
from argmap.model.written_names import listed
from argmap.source import Span

_ENTRY = re.compile(
    r"\s*+(?P<rule>[\w-]++)\s*+"
    r'(?:\[(?P<statement>.+)\]|<(?P<argument>.+)>|["“](?P<text>.+)["”])?\s*+',
    re.DOTALL,
)
_FORMS = '`CODE`, `CODE [Title]`, `CODE <Title>` or `CODE "text"`'


@dataclass(frozen=True, slots=True)
class Expectation:
    """One entry: which rule is to find something, and about what (nothing named: the file)."""

    span: Span
    written: str
    rule: Rule
    statement: str | None
    argument: str | None
    text: str | None

    def fits(self, subject: Subject, diagnostic: Diagnostic) -> bool:
        """Tell whether a diagnostic is the announced one."""
        title = diagnostic.title
        if diagnostic.code != self.rule.code:
            return False
        graph = subject.graph
        if self.statement is not None:
            known = title in graph.statements or title not in graph.arguments
            return title == self.statement and known
        if self.argument is not None:
            known = title in graph.arguments or title not in graph.statements
            return title == self.argument and known
        if self.text is not None:
            return title is not None and self._says(subject, title)
        return title is None

    def _says(self, subject: Subject, title: str) -> bool:
        wanted = " ".join((self.text or "").split())
        for nodes in (subject.graph.statements, subject.graph.arguments):
            node = nodes.get(title)
            said = " ".join((node.text or "").split()) if node and not node.is_titled else None
            if said is not None and (
                said == wanted or (wanted.endswith("…") and said.startswith(wanted[:-1]))
            ):
                return True
        return False


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
            rule, *others = matching(match["rule"], rules)
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
    by_code: dict[str, list[int]] = {}
    for index, diagnostic in enumerate(marked):
        by_code.setdefault(diagnostic.code, []).append(index)
    missing: list[Finding] = []
    for expectation in expectations:
        open_ones = [i for i in by_code.get(expectation.rule.code, ()) if not marked[i].expected]
        fitting = next((i for i in open_ones if expectation.fits(subject, marked[i])), None)
        if fitting is not None:
            marked[fitting] = marked[fitting]._replace(expected=True)
        elif expectation.rule.code in judged:
            titles = [title for i in open_ones if (title := marked[i].title)]
            missing.append(_missing(expectation, titles))
    return marked, missing


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

"""A key in data or front matter that is nearly one that argmap reads."""

import re
from collections.abc import Iterator

from argmap.analysis.spelling import distance, tolerance
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Edit, Finding, Fix, Severity
from argmap.source import Span
from argmap.syntax import Argument, Data, Heading, Inference, Statement

_ON_NODES = """
    source quote span speaker voice status cited standard scheme roles cq strength impact side
    formalization declarations formal where uses from reviewed step lang note url date owner
    color images isInMap isInGroup isGroup isClosed isCanonical proponent same_as
    linked ignore open
"""
_IN_FRONT_MATTER = """
    title subTitle author date abstract model selection map group color graphviz dot images
    argumentLabelMode statementLabelMode thesis sources speakers expect check assume synonyms
    lang declarations shorthand webComponent
"""
_KNOWN = frozenset((_ON_NODES + _IN_FRONT_MATTER).split())
_PLAIN_WORDS = """
    id page name link code file role state line site size sites city cite form format schema rule
    rules node here there were used user users rate data update lower order other place time scope
    quota space spans states stats notes dates sides steps owners authors topic theme hosts tags
    kind type text label liked answer slot
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
"""Words that people use for their own purposes, though they resemble a known key."""

_INSIDE = {"mode": "model"}
"""Settings that Argdown reads inside another one, and that look like a slip of it on their own."""

_REACH = 200  # characters between a key and its value, blanks and comments as a rule


def find(subject: Subject) -> Iterator[Finding]:
    """Report unknown keys within one slip (from 7 letters: two) of a known one."""
    on_nodes = _ON_NODES.split()
    front = subject.document.front_matter
    if front is not None:
        yield from _misspelt(subject, front, _IN_FRONT_MATTER.split(), ())
    for item in subject.document.items:
        if isinstance(item, Statement | Argument | Heading | Inference) and item.data is not None:
            title = getattr(item, "title", None)
            yield from _misspelt(subject, item.data, on_nodes, (title,) if title else ())


def _misspelt(
    subject: Subject, data: Data, known: list[str], titles: tuple[str, ...]
) -> Iterator[Finding]:
    for key in data.value:
        if key in _KNOWN or key.casefold() in _PLAIN:
            continue
        limit = tolerance(key)
        near = [
            (slips, place, word)
            for place, word in enumerate(known)
            if len(word) > 3 and limit and (slips := distance(key, word, limit)) <= limit
        ]
        if near:
            word = min(near)[2]
            span = _key_span(subject, data, key)
            is_inner = _INSIDE.get(key) == word
            can_rename = not is_inner and word not in data.value
            fix = (
                Fix(True, (Edit(span, word),))
                if can_rename and subject.document.source.slice(span) == key
                else None
            )
            yield Finding(
                span,
                f"`{key}` is no key that argmap knows{' here' * is_inner}, and so it has no "
                "effect.",
                f"write it inside, `{word}: {{{key}: …}}`."
                if is_inner
                else f"did you mean `{word}`?",
                titles,
                fix=fix,
            )


def _key_span(subject: Subject, data: Data, key: str) -> Span:
    """Return where a key stands: just before its value."""
    value = data.spans.get(key, data.span)
    first = max(data.span.start, value.start - len(key) - _REACH)
    before = subject.document.source.text[first : value.start]
    places = [match.start(1) for match in re.finditer(rf"(?<!\w)({re.escape(key)})(?!\w)", before)]
    if not places:
        return value
    start = first + places[-1]
    return Span(start, start + len(key))


RULE = Rule(
    "SYN005",
    "misspelt-key",
    Severity.WARNING,
    "A data key is nearly one that argmap reads.",
    find,
)

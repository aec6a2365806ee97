"""Conditions about a node alone: what it is, what it says, and what its author wrote at it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import assert_never

from argmap.checks.contracts.condition import Condition, Fit, Words
from argmap.checks.contracts.pattern import Pattern
from argmap.checks.rule import Subject
from argmap.evaluation import Label
from argmap.model.front_titles import bare_title
from argmap.model.graph import Argument, NodeKind, Statement
from argmap.model.status import Assumed, Status, standing_of

Element = Statement | Argument


class Kind(StrEnum):
    """What authors give titles to."""

    STATEMENT = "statement"
    ARGUMENT = "argument"


class Part(StrEnum):
    """The part that a node plays in the map."""

    LEAF = "leaf"
    PREMISE = "premise"
    CONCLUSION = "conclusion"
    THESIS = "thesis"
    DECLARED_THESIS = "declared-thesis"


def tagged(tags: Sequence[str]) -> Condition:
    """Return the condition of having one of some tags, with or without `#`."""
    names = [tag.removeprefix("#") for tag in tags]
    patterns = [Pattern.of(name) for name in names]

    def holds(element: Element) -> bool:
        return bool(element.tags) and _fits(patterns, element.tags)

    return _of_elements(_is(f"tagged {_either(f'#{name}' for name in names)}"), holds)


def titled(titles: Sequence[str]) -> Condition:
    """Return the condition of having one of some titles, with or without brackets."""
    names = [bare_title(title) for title in titles]
    patterns = [Pattern.of(name) for name in names]

    def holds(element: Element) -> bool:
        return element.is_titled and _fits(patterns, (element.title,))

    return _of_elements(_is(f"called {_quoted(names)}"), holds)


def saying(texts: Sequence[str]) -> Condition:
    """Return the condition of having one of some texts."""
    patterns = [Pattern.of(text) for text in texts]
    words = Words(f"says {_quoted(texts)}", f"does not say {_quoted(texts)}")
    return _of_elements(words, lambda element: _fits(patterns, (element.text or "",)))


def in_section(titles: Sequence[str]) -> Condition:
    """Return the condition of standing below one of some headings, at any depth."""
    patterns = [Pattern.of(title) for title in titles]

    def find(subject: Subject) -> Fit:
        inside: list[bool] = []
        for section in subject.graph.sections:  # those around it come before a section
            around = section.parent is not None and inside[section.parent]
            inside.append(around or _fits(patterns, (section.title,)))
        found = enumerate(subject.ties.nodes)
        return _fit(i for i, e in found if e.section is not None and inside[e.section])

    place = f"in the section {_quoted(titles)}"
    return Condition(Words(f"stands {place}", f"does not stand {place}"), find)


def said_by(names: Sequence[str]) -> Condition:
    """Return the condition of having one of some speakers, by name or alias."""
    patterns = [Pattern.of(name) for name in names]

    def find(subject: Subject) -> Fit:
        def is_said(element: Element) -> bool:
            if "speaker" not in element.data:
                return False
            written = [
                str(value)
                for occurrence in element.occurrences
                for value in _values(occurrence.data.get("speaker"))
            ]
            return _fits(patterns, (*written, *map(subject.speakers.name, written)))

        return _fit(i for i, element in enumerate(subject.ties.nodes) if is_said(element))

    return Condition(_is(f"said by {_either(names)}"), find)


def of_kind(kinds: Sequence[Kind]) -> Condition:
    """Return the condition of being a statement, or an argument."""
    wanted = {NodeKind(kind.value) for kind in kinds}
    articles = {Kind.STATEMENT: "a statement", Kind.ARGUMENT: "an argument"}

    def find(subject: Subject) -> Fit:
        return _fit(i for i, ref in enumerate(subject.ties.refs) if ref.kind in wanted)

    return Condition(_is(_either(articles[kind] for kind in kinds)), find)


def in_part(parts: Sequence[Part]) -> Condition:
    """Return the condition of playing one of some parts in the map."""

    def find(subject: Subject) -> Fit:
        steps = subject.steps
        found = {node for part in parts for node in _playing(subject, part)}
        return _fit(subject.ties.vertices[steps.nodes[node].ref] for node in found)

    return Condition(_is(_either(f"a {part.replace('-', ' ')}" for part in parts)), find)


def _playing(subject: Subject, part: Part) -> Iterable[int]:
    steps, theses = subject.steps, subject.theses
    match part:
        case Part.LEAF:
            return (node for node, steps_into in enumerate(steps.into) if not steps_into)
        case Part.PREMISE:
            used = enumerate(zip(steps.nodes, steps.using, strict=True))
            return (node for node, (it, using) in used if using and it.is_statement)
        case Part.CONCLUSION:
            concluded = enumerate(zip(steps.nodes, steps.into, strict=True))
            return (node for node, (it, into) in concluded if into and it.is_statement)
        case Part.THESIS:
            return theses.nodes
        case Part.DECLARED_THESIS:
            return theses.nodes if theses.is_declared else ()
        case _:
            assert_never(part)


def with_status(statuses: Sequence[Status]) -> Condition:
    """Return the condition of being taken in one of some ways."""
    wanted = frozenset(statuses)

    def find(subject: Subject) -> Fit:
        ties, steps = subject.ties, subject.steps
        found = [ties.vertices[node.ref] for node in steps.nodes if node.status in wanted]
        assumed = Assumed.of(subject.settings)
        for whole in ties.wholes:
            if standing_of(ties.nodes[whole], is_leaf=False, assumed=assumed).status in wanted:
                found.append(whole)
        return _fit(found)

    return Condition(_is(_either(statuses)), find)


def labelled(labels: Sequence[Label]) -> Condition:
    """Return the condition of standing, falling or being open, as the map is drawn."""
    wanted = frozenset(labels)

    def find(subject: Subject) -> Fit:
        verdict = subject.labelling.of
        return _fit(i for i, ref in enumerate(subject.ties.refs) if verdict(ref).label in wanted)

    return Condition(_is(f"labelled {_either(labels)}"), find)


def giving(keys: Sequence[str]) -> Condition:
    """Return the condition of having a value for one of some data keys."""
    given = _either(f"`{key}`" for key in keys)

    def holds(element: Element) -> bool:
        return any(any(True for _ in _values(element.data.get(key))) for key in keys)

    return _of_elements(Words(f"gives {given}", f"does not give {given}"), holds)


def with_data(wanted: Mapping[str, object]) -> Condition:
    """Return the condition of having certain data: each key one of the values given for it.

    Texts are patterns; true, false and numbers are what they are; a mapping is looked into.
    """
    given = " and ".join(f"`{key}: {_written(value)}`" for key, value in wanted.items())
    agrees = _agreement(wanted)
    words = Words(f"gives {given}", f"does not give {given}")
    return _of_elements(words, lambda element: bool(element.data) and agrees(element.data))


def _agreement(wanted: object) -> Callable[[object], bool]:
    match wanted:
        case Mapping():
            parts = {str(key): _agreement(value) for key, value in wanted.items()}
            return lambda value: (
                isinstance(value, Mapping)
                and all(
                    any(agrees(one) for one in _values(value.get(key)))
                    for key, agrees in parts.items()
                )
            )
        case list():
            choices = [_agreement(value) for value in wanted]
            return lambda value: any(agrees(value) for agrees in choices)
        case str():
            pattern = Pattern.of(wanted)
            return lambda value: isinstance(value, str | int | float) and pattern.fits(str(value))
        case bool():
            return lambda value: value is wanted
        case _:
            return lambda value: value == wanted and not isinstance(value, bool)


def _written(value: object) -> str:
    match value:
        case list():
            return " or ".join(map(_written, value))
        case bool():
            return str(value).lower()
        case Mapping():
            inner = ", ".join(f"{key}: {_written(each)}" for key, each in value.items())
            return f"{{{inner}}}"
        case _:
            return str(value)


def _values(value: object) -> Iterator[object]:
    """Yield a value, or those of a list; nothing for what is left empty."""
    for each in value if isinstance(value, list) else (value,):
        if each is not None and each not in ("", [], ()):
            yield each


def _of_elements(words: Words, holds: Callable[[Element], bool]) -> Condition:
    def find(subject: Subject) -> Fit:
        return _fit(i for i, element in enumerate(subject.ties.nodes) if holds(element))

    return Condition(words, find)


def _fit(vertices: Iterable[int]) -> Fit:
    return Fit(frozenset(vertices))


def _fits(patterns: Iterable[Pattern], texts: Sequence[str]) -> bool:
    return any(pattern.fits(text) for pattern in patterns for text in texts)


def _is(what: str) -> Words:
    return Words(f"is {what}", f"is not {what}")


def _either(names: Iterable[str]) -> str:
    return " or ".join(names)


def _quoted(texts: Iterable[str]) -> str:
    return _either(f'"{text}"' for text in texts)

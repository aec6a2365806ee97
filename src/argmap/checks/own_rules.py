"""What a project's own rules have to keep to, whether contracts or rules in Python."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding
from argmap.errors import ArgmapError
from argmap.severity import Severity
from argmap.source import Span

_CODE = re.compile(r"(?P<group>[A-Z]{2,10})[0-9]{1,5}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_GROUP = re.compile(r"[A-Z]+")
_KEPT = ("ALL", "LOG", "SCH", "STY", "WRD")  # the selector of all rules, and groups to come


class BadRule(ArgmapError):  # noqa: N818 - it names what is wrong
    """An own rule cannot be taken among the others."""


class RuleFailed(ArgmapError):  # noqa: N818 - it says what happened
    """An own rule did not do its work on a map."""


class Owned(NamedTuple):
    """An own rule, and what it comes from, for messages: `contract OWN001`."""

    rule: Rule
    origin: str


def with_own(rules: tuple[Rule, ...], own: Iterable[Owned]) -> tuple[Rule, ...]:
    """Return argmap's rules and the project's, in this order.

    Codes have a group of letters that is not one of argmap's, so that selecting a group never
    means rules of both; codes and names are given once.

    raises: `BadRule`
    """
    groups = {match[0] for rule in rules if (match := _GROUP.match(rule.code))}
    groups.update(_KEPT)
    taken = {word.casefold(): "argmap" for rule in rules for word in (rule.code, rule.name)}
    joined = list(rules)
    for rule, origin in own:
        _check_form(rule, origin)
        code = _CODE.fullmatch(rule.code)
        assert code is not None, "the form was looked at"
        group = code["group"]
        if near := [known for known in sorted(groups) if _overlap(known, group)]:
            raise BadRule(
                f"{origin}: the code {rule.code} looks like one of argmap's own, {near[0]}…; "
                "choose other letters, such as OWN001"
            )
        for what, word in (("code", rule.code), ("name", rule.name)):
            if (owner := taken.get(word.casefold())) is not None:
                raise BadRule(f"{origin}: the {what} {word} is taken by {owner}")
            taken[word.casefold()] = origin
        joined.append(rule)
    return tuple(joined)


def _overlap(one: str, other: str) -> bool:
    """Tell whether selecting the one group may select the other."""
    return one.startswith(other) or other.startswith(one)


def _check_form(rule: Rule, origin: str) -> None:
    if not isinstance(rule.code, str) or not _CODE.fullmatch(rule.code):
        raise BadRule(
            f"{origin}: the code {rule.code!r} has to be 2 to 10 capital letters and a number, "
            "such as OWN001"
        )
    if not isinstance(rule.name, str) or not _NAME.fullmatch(rule.name):
        raise BadRule(
            f"{origin}: the name {rule.name!r} has to be two or more words in small letters with "
            "hyphens between them, such as thesis-without-source"
        )
    for what, value, kind in (
        ("severity", rule.severity, Severity),
        ("default", rule.default, Default),
        ("summary", rule.summary, str),
        ("page", rule.page, str),
    ):
        if not isinstance(value, kind):
            raise BadRule(f"{origin}: the {what} of {rule.code} is no {kind.__name__}: {value!r}")
    if not callable(rule.find):
        raise BadRule(f"{origin}: `find` of {rule.code} cannot be called")


def guarded(rule: Rule, origin: str) -> Rule:
    """Return a rule that raises `RuleFailed`, and nothing else, when its own code fails."""
    if not callable(rule.find):
        return rule  # `with_own` will say so

    def find(subject: Subject) -> Iterator[Finding]:
        length = len(subject.document.source.text)
        for found in _run(rule.find, subject, _failure(rule, origin, subject)):
            if not isinstance(found, Finding):
                reason = f"it found a {type(found).__name__}, and no Finding"
            elif not isinstance(found.span, Span) or not (
                0 <= found.span.start <= found.span.end <= length
            ):
                reason = f"it found something at {found.span!r}, which is no place in the text"
            else:
                yield found
                continue
            raise RuleFailed(f"{_failure(rule, origin, subject)}: {reason}")

    return replace(rule, find=find)


def _run(
    find: Callable[[Subject], Iterable[object]], subject: Subject, failure: str
) -> Iterator[object]:
    try:
        yield from find(subject)
    except Exception as error:
        raise RuleFailed(f"{failure}: {last_line(error)}") from error


def _failure(rule: Rule, origin: str, subject: Subject) -> str:
    path = subject.document.source.path
    return (
        f"{path}: the rule {rule.code} of {origin} failed (`--ignore {rule.code}` leaves it out)"
    )


def last_line(error: BaseException) -> str:
    """Return what an error says on one line, and the place in the code where it was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    said = " ".join(f"{type(error).__name__}: {error}".removesuffix(": ").split())
    if trace is None:
        return said
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
    return f"{said} ({file}, line {trace.tb_lineno})"

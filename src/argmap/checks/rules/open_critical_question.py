"""What may be asked of an argument, and nobody has dealt with."""

from collections.abc import Iterator
from itertools import islice

from argmap.analysis.open_questions import NamedQuestions, named_questions, open_questions
from argmap.analysis.scheme_uses import SchemeUse, entries
from argmap.analysis.schemes import CriticalQuestion, QuestionKind, kebab
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.scheme_stubs import Stubs
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Argument, NodeKind
from argmap.model.status import Assumed, Status, standing_of

_MOST_NOTES = 5
_NOTHING_ASSUMED = Assumed(leaves=False, statements=frozenset(), arguments=frozenset())


def find(subject: Subject) -> Iterator[Finding]:
    """Report each argument or inference with a scheme some of whose questions are open."""
    stubs: Stubs | None = None
    named: NamedQuestions | None = None
    for use in subject.scheme_uses:
        if use.scheme is None or use.node.kind is not NodeKind.ARGUMENT:
            continue
        if _is_set_aside(subject.graph.arguments[use.node.title]):
            continue
        named = named_questions(subject.graph) if named is None else named
        questions = open_questions(subject.graph, use, named)
        if questions:
            stubs = stubs or Stubs(subject)
            yield _finding(subject, use, questions, stubs)


def _finding(
    subject: Subject, use: SchemeUse, questions: tuple[CriticalQuestion, ...], stubs: Stubs
) -> Finding:
    assert use.scheme is not None
    name = subject.name(use.node)
    count = len(questions)
    some = "One critical question" if count == 1 else f"{count} critical questions"
    first = questions[0].key
    return Finding(
        use.span,
        f"{some} of {name} ({use.scheme.title}) {'is' if count == 1 else 'are'} open.",
        f"name what deals with it, `cq: {{{first}: Title}}`, or write `cq: {first}` behind a "
        "premise or an objection below it.",
        (use.node.title,),
        notes=(
            *(f"{_sign(question)} {question.key}: {question.text}" for question in questions),
            *islice(_idle(use, questions), _MOST_NOTES),
        ),
        fix=stubs.for_questions(use, questions),
    )


def _sign(question: CriticalQuestion) -> str:
    return "+" if question.kind is QuestionKind.ASSUMPTION else "-"


def _is_set_aside(argument: Argument) -> bool:
    """Tell whether its author rejects the argument, or knows that something is missing."""
    status = standing_of(argument, is_leaf=False, assumed=_NOTHING_ASSUMED).status
    return status in (Status.REJECTED, Status.TODO)


def _idle(use: SchemeUse, questions: tuple[CriticalQuestion, ...]) -> Iterator[str]:
    """Say which entries of `cq:` do not help."""
    assert use.scheme is not None
    given = use.data.get("cq")
    known = {question.key for question in use.scheme.questions}
    still_open = {question.key for question in questions}
    for key, answer in given.items() if isinstance(given, dict) else ():
        if kebab(key) not in known:
            yield f"`cq:` has `{key}`, and this scheme has no such question."
        elif kebab(key) in still_open and (names := entries(answer)):
            yield f'`cq:` answers `{key}` with "{names[0]}", which is not in the map.'


RULE = Rule(
    "SCH003",
    "open-critical-question",
    Severity.INFO,
    "A critical question of an argument's scheme is not dealt with.",
    find,
    Default.DEBATE,
)

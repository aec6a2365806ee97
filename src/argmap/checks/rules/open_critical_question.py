"""What may be asked of an argument, and nobody has dealt with."""

from collections.abc import Iterator

from argmap.analysis.open_questions import open_questions
from argmap.analysis.scheme_uses import SchemeUse
from argmap.analysis.schemes import CriticalQuestion, QuestionKind
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.scheme_stubs import Stubs
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Argument, NodeKind, NodeRef, Relation
from argmap.model.status import Assumed, Status, standing_of

_NOTHING_ASSUMED = Assumed(leaves=False, statements=frozenset(), arguments=frozenset())


def find(subject: Subject) -> Iterator[Finding]:
    """Report each argument or inference with a scheme some of whose questions are open."""
    stubs: Stubs | None = None
    for use in subject.scheme_uses:
        if use.scheme is None or use.node.kind is not NodeKind.ARGUMENT:
            continue
        argument = subject.graph.arguments[use.node.title]
        if _is_set_aside(argument):
            continue
        questions = open_questions(subject.graph, use, _incoming(subject, argument))
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
        notes=tuple(
            f"{_sign(question)} {question.key}: {question.text}" for question in questions
        ),
        fix=stubs.for_questions(use, questions),
    )


def _sign(question: CriticalQuestion) -> str:
    return "+" if question.kind is QuestionKind.ASSUMPTION else "-"


def _is_set_aside(argument: Argument) -> bool:
    """Tell whether its author rejects the argument, or knows that something is missing."""
    status = standing_of(argument, is_leaf=False, assumed=_NOTHING_ASSUMED).status
    return status in (Status.REJECTED, Status.TODO)


def _incoming(subject: Subject, argument: Argument) -> Iterator[Relation]:
    """Return what relates to an argument, to its inferences and to its statements."""
    yield from subject.incoming.get(argument.ref, ())
    for title in dict.fromkeys(line.title for line in argument.pcs):
        yield from subject.incoming.get(NodeRef(NodeKind.STATEMENT, title), ())


RULE = Rule(
    "SCH003",
    "open-critical-question",
    Severity.INFO,
    "A critical question of an argument's scheme is not dealt with.",
    find,
    Default.DEBATE,
)

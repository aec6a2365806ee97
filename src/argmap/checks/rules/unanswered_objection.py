"""What is said against a claim waits for an answer."""

from collections.abc import Iterator

from argmap.analysis import unanswered_objections
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.written_names import listed


def find(subject: Subject) -> Iterator[Finding]:
    """Report each target of objections that nothing is directed at, once."""
    for target, objections in unanswered_objections(subject.steps).items():
        sources = list(dict.fromkeys(objection.source for objection in objections))
        names = listed([subject.name(source) for source in sources])
        speak = "speak" if len(sources) > 1 else "speaks"
        first = subject.name(sources[0])
        yield Finding(
            objections[0].span,
            f"Nothing answers {names}, which {speak} against {subject.name(target)}.",
            f"answer it, `<- <Reply>: …` below {first}, or mark it `#todo`.",
            titles=tuple(dict.fromkeys((target.title, *(source.title for source in sources)))),
        )


RULE = Rule(
    "VOI005",
    "unanswered-objection",
    Severity.INFO,
    "Nothing answers an objection.",
    find,
    Default.DEBATE,
)

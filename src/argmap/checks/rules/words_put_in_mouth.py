"""Somebody else's wording should not carry the argument."""

from collections.abc import Iterator

from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Argument, Statement

_VOICES = {
    "gloss": "is the writer's reading of {}",
    "headline": "is a headline's wording of {}",
}


def find(subject: Subject) -> Iterator[Finding]:
    """Report glosses and headlines that are a thesis, a conclusion or a premise."""
    if "voice" not in subject.data_keys:
        return
    steps = subject.steps
    theses = frozenset(subject.theses.nodes)
    for index, node in enumerate(steps.nodes):
        element = subject.graph.node(node.ref)
        voice = _VOICES.get(str(element.data.get("voice")))
        if voice is None:
            continue
        if index in theses:
            weight = "a thesis"
        elif steps.into[index]:
            weight = "a conclusion"
        elif steps.using[index]:
            weight = "a premise"
        else:
            continue
        yield Finding(
            element.span,
            f"{subject.name(index)} {voice.format(_whom(element))}, and it is used as {weight}.",
            "quote the speaker's own words, or name the writer, `{speaker: …, voice: author}`.",
            (node.title,),
        )


def _whom(element: Statement | Argument) -> str:
    speaker = element.data.get("speaker")
    return str(speaker) if speaker else "what was said"


RULE = Rule(
    "VOI001",
    "words-put-in-mouth",
    Severity.WARNING,
    "A gloss or a headline carries weight as if the speaker had said it.",
    find,
    Default.DATA,
)

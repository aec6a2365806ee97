"""What a slide says of its thought: what it is, what it is about, and who says so."""

from typing import NamedTuple, assert_never

from argmap.mapping.talk.thoughts import Thought, Tie
from argmap.rendering.voices import say_voice


class Kicker(NamedTuple):
    """The line above a thought, a sign, and the class of its colours."""

    words: str
    sign: str
    role: str


def write_kicker(thought: Thought, part: str, *, is_thesis: bool) -> Kicker:
    """Say what a thought is; `part` is what `name_part` says of the thought that it is about."""
    match thought.tie:
        case Tie.CLAIM:
            return Kicker("Main claim" if is_thesis else "Another claim", "", "claim")
        case Tie.SUPPORT | Tie.ENTAILS:
            return Kicker(f"Reason for {part}" if part else "Reason", "+", "support")
        case Tie.ATTACK | Tie.CONFLICT:
            return Kicker("Objection" if thought.is_against else "Answer", "−", "attack")
        case Tie.UNDERCUT:
            words = "Objection" if thought.is_against else "Answer"
            return Kicker(f"{words}: that does not follow", "×", "undercut")
        case Tie.PREMISE:
            return Kicker(f"Premise {thought.number}", _number(thought), "line")
        case Tie.CONCLUSION:
            return Kicker("Therefore", _number(thought), "line")
        case _:
            assert_never(thought.tie)


def write_about(thought: Thought) -> str:
    """Return the words before what a thought is about; empty where there is nothing to say."""
    match thought.tie:
        case Tie.CLAIM:
            return ""
        case Tie.SUPPORT | Tie.ENTAILS:
            return "for"
        case Tie.ATTACK | Tie.UNDERCUT:
            return "against"
        case Tie.CONFLICT:
            return "not together with"
        case Tie.PREMISE | Tie.CONCLUSION:
            return "in"
        case _:
            assert_never(thought.tie)


def write_speaker(name: str, voice: object) -> str:
    """Say who claims something, and how the source gives it."""
    how = "" if voice == "author" else say_voice(voice)  # the name says so already
    return f"{name}, {how}" if name and how else name


def name_part(thought: Thought, above: str) -> str:
    """Name the part of the talk that a thought is in; empty where it belongs to the claim itself.

    above: the part of the thought that it is about
    """
    if thought.tie.is_against:
        return "the objection" if thought.is_against else "the answer"
    return above


def _number(thought: Thought) -> str:
    return "" if thought.number is None else str(thought.number)

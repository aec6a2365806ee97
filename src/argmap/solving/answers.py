"""Answers as the competition writes them."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.solving.framework import Extension, Framework


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a problem.

    accepted:   of DC and DS
    count:      of CE
    extensions: those asked for, or the certificate of DC (YES) and DS (NO)
    """

    accepted: bool | None = None
    count: int | None = None
    extensions: tuple[Extension, ...] = ()


def write_answer(framework: Framework, answer: Answer) -> str:
    """Return an answer as text: `YES` or `NO`, a number, and `w NAME …` for each extension."""
    lines: list[str] = []
    if answer.accepted is not None:
        lines.append("YES" if answer.accepted else "NO")
    elif answer.count is not None:
        lines.append(str(answer.count))
    elif not answer.extensions:
        lines.append("NO")
    lines += [_witness(framework, extension) for extension in answer.extensions]
    return "\n".join(lines) + "\n"


def _witness(framework: Framework, extension: Iterable[int]) -> str:
    return " ".join(["w", *(framework.names[member] for member in sorted(extension))])

"""Answers as the competition writes them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.solving.framework import Extension, Framework


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a problem.

    accepted:   of DC and DS
    count:      of CE
    extensions: those asked for, or the certificate of DC (YES) and DS (NO): an extension that has
                the argument, or lacks it. Of preferred semantics a complete one is enough, if it
                has the argument, or attacks it, for a preferred one grows from it
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


def write_answer_json(framework: Framework, problem: str, answer: Answer) -> str:
    """Return an answer as JSON: `problem`; `accepted` if asked; `count`, or `extensions`."""
    record: dict[str, object] = {"problem": problem.strip().upper()}
    if answer.accepted is not None:
        record["accepted"] = answer.accepted
    if answer.count is not None:
        record["count"] = answer.count
    else:
        record["extensions"] = [
            [framework.names[member] for member in sorted(extension)]
            for extension in answer.extensions
        ]
    return json.dumps(record, ensure_ascii=False) + "\n"


def _witness(framework: Framework, extension: Iterable[int]) -> str:
    return " ".join(["w", *(framework.names[member] for member in sorted(extension))])

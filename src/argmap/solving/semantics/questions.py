"""What a semantics answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.solving.framework import Extension, Framework


@dataclass(frozen=True, slots=True)
class Semantics:
    """A semantics as four questions; None where no extension answers.

    some:       one extension
    every:      all of them, each once
    containing: one with an argument (credulous acceptance)
    lacking:    one without an argument (against sceptical acceptance)
    """

    name: str
    some: Callable[[Framework], Extension | None]
    every: Callable[[Framework], Iterator[Extension]]
    containing: Callable[[Framework, int], Extension | None]
    lacking: Callable[[Framework, int], Extension | None]


def of_one(name: str, find: Callable[[Framework], Extension]) -> Semantics:
    """Make a semantics that has exactly one extension for every framework."""

    def every(framework: Framework) -> Iterator[Extension]:
        yield find(framework)

    def containing(framework: Framework, argument: int) -> Extension | None:
        extension = find(framework)
        return extension if argument in extension else None

    def lacking(framework: Framework, argument: int) -> Extension | None:
        extension = find(framework)
        return None if argument in extension else extension

    return Semantics(name, find, every, containing, lacking)

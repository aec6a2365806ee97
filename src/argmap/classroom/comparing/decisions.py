"""What a person has said of doubtful pairs: a TOML file that is read and written again.

A decision is about two wordings, not about one file: once a teacher has said that two sentences
are the same claim, that holds for everybody who wrote them, and in both directions.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from argmap.classroom.comparing.likeness import plain_words
from argmap.errors import ArgmapError

_HEAD = """\
# Is it the same claim? Write `same = true` or `same = false` in the place of `same = "?"`, and
# give this file to the command again (--decisions). What you decide wins from then on.
"""


class CannotUse(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """A file of decisions cannot be read as one."""


class Question(NamedTuple):
    """Two wordings of which a person should say whether they are the same claim.

    place: where they were met, for the person; `why` it is asked
    """

    reference: str
    other: str
    place: str = ""
    why: str = ""
    same: bool | None = None

    @property
    def key(self) -> frozenset[str]:
        """The two wordings, folded, in no order."""
        return _key(self.reference, self.other)


def _key(one: str, other: str) -> frozenset[str]:
    return frozenset((plain_words(one), plain_words(other)))


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of wordings with what was said of them."""

    questions: tuple[Question, ...] = ()
    _known: Mapping[frozenset[str], bool] = field(init=False, repr=False, compare=False)
    _same: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        known = {q.key: q.same for q in self.questions if q.same is not None}
        same: dict[str, list[str]] = {}
        for key, is_same in known.items():
            if is_same:
                one, *others = sorted(key)
                other = others[0] if others else one
                same.setdefault(one, []).append(other)
                same.setdefault(other, []).append(one)
        object.__setattr__(self, "_known", known)
        object.__setattr__(self, "_same", {one: tuple(others) for one, others in same.items()})

    def same(self, one: str, other: str) -> bool | None:
        """Return what was decided of two wordings; None if nothing was."""
        return self._known.get(_key(one, other)) if self._known else None

    def same_as(self, plain: str) -> tuple[str, ...]:
        """Return the wordings, folded, that were decided to be the same as one, folded."""
        return self._same.get(plain, ())

    def with_questions(self, asked: Iterable[Question]) -> "Decisions":
        """Return these with the questions that are not among them yet."""
        known = {question.key for question in self.questions}
        new = []
        for question in asked:
            if question.key not in known:
                known.add(question.key)
                new.append(question)
        return Decisions((*self.questions, *new))


def read_decisions(path: str) -> Decisions:
    """Return the decisions in a file, none if there is no such file.

    raises: `CannotUse`
    """
    place = Path(path)
    if not place.exists():
        return Decisions()
    try:
        data = tomllib.loads(place.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CannotUse(f"{path}: cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError:
        raise CannotUse(f"{path}: it is not UTF-8; save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CannotUse(f"{path}: not TOML: {error}") from None
    pairs = data.get("pair", [])
    if not isinstance(pairs, list):
        raise CannotUse(f"{path}: `pair` must be written as [[pair]]")
    return Decisions(tuple(_question(pair, path, n) for n, pair in enumerate(pairs, 1)))


def _question(pair: object, path: str, number: int) -> Question:
    if not isinstance(pair, dict):
        raise CannotUse(f"{path}: pair {number} must be written as [[pair]]")
    texts = [pair.get(key) for key in ("reference", "other")]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise CannotUse(f"{path}: pair {number} needs the texts `reference` and `other`")
    same = pair.get("same", "?")
    if same != "?" and not isinstance(same, bool):
        raise CannotUse(f'{path}: pair {number}: `same` is true, false or "?", not {same!r}')
    return Question(
        str(texts[0]),
        str(texts[1]),
        str(pair.get("place", "")),
        str(pair.get("why", "")),
        same if isinstance(same, bool) else None,
    )


def write_decisions(decisions: Decisions) -> str:
    """Return the text of the file."""
    parts = [_HEAD]
    for question in decisions.questions:
        lines = ["[[pair]]", f"reference = {_quoted(question.reference)}"]
        lines.append(f"other = {_quoted(question.other)}")
        if question.place:
            lines.append(f"place = {_quoted(question.place)}")
        if question.why:
            lines.append(f"why = {_quoted(question.why)}")
        lines.append("same = " + {None: '"?"', True: "true", False: "false"}[question.same])
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _quoted(text: str) -> str:
    """Return a basic string of TOML; half surrogate pairs, which it forbids, become U+FFFD."""
    made = []
    for sign in text:
        code = ord(sign)
        if sign in '"\\':
            made.append("\\" + sign)
        elif code < 0x20 or code == 0x7F:
            made.append(f"\\u{code:04x}")
        else:
            made.append("\ufffd" if 0xD800 <= code <= 0xDFFF else sign)
    return '"' + "".join(made) + '"'

"""The argumentation schemes that argmap knows.

A scheme is a named pattern of inference with roles for its premises and *critical questions*
(Walton, Reed and Macagno 2008). A question is an *assumption* or an *exception*, after who has to
show something once it is asked (Gordon, Prakken and Walton 2007, the model of Carneades). The
schemes themselves stand in `schemes.toml`, which is read when the first of them is asked for.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from argmap.analysis.spelling import Speller
from argmap.errors import ArgmapError

TABLE = Path(__file__).with_name("schemes.toml")

_NOT_IN_NAMES = re.compile(r"[\W_]+")
_BEGINNINGS = ("argument-from-", "argument-to-", "argument-by-", "argument-", "appeal-to-")
_ENDINGS = ("-argument", "-scheme")
_ARTICLES = ("the-", "an-", "a-")


class UnknownScheme(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """There is no scheme of that name."""


class QuestionKind(StrEnum):
    """Who has to show something once the question is asked."""

    ASSUMPTION = "assumption"  # granted until asked; then whoever argues has to show it
    EXCEPTION = "exception"  # whoever asks has to show that it holds


@dataclass(frozen=True, slots=True)
class Role:
    """A part that a premise plays; `text` is what a premise in that part says."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CriticalQuestion:
    """What may be asked of an argument; `key` is its name in `cq:`.

    The answer yes helps an argument where it is an assumption, and stops it where an exception.
    """

    key: str
    kind: QuestionKind
    text: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A named pattern of inference.

    name:   what `scheme:` calls it
    title:  what such an argument is called in a sentence, without an article
    source: where the literature has it
    """

    name: str
    title: str
    aliases: tuple[str, ...]
    source: str
    premises: tuple[Role, ...]
    conclusion: str
    questions: tuple[CriticalQuestion, ...]

    @property
    def called(self) -> str:
        """What such an argument is called, with its article."""
        return f"{'an' if self.title[0] in 'aeiou' else 'a'} {self.title}"

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The keys of its assumptions: roles, too, for premises that state one."""
        return tuple(q.key for q in self.questions if q.kind is QuestionKind.ASSUMPTION)

    @property
    def roles(self) -> tuple[str, ...]:
        """The names that `roles:` may use: those of the premises, then the assumptions."""
        return (*(role.name for role in self.premises), *self.assumptions)

    def as_data(self) -> dict[str, object]:
        """Return the scheme for programs."""
        return {
            "name": self.name,
            "title": self.title,
            "aliases": list(self.aliases),
            "source": self.source,
            "premises": [{"role": role.name, "text": role.text} for role in self.premises],
            "conclusion": self.conclusion,
            "questions": [
                {"key": q.key, "kind": str(q.kind), "text": q.text} for q in self.questions
            ],
        }


@cache
def schemes() -> Mapping[str, Scheme]:
    """Return all schemes by name, in the order of their table."""
    with TABLE.open("rb") as file:
        table = tomllib.load(file)
    return MappingProxyType({name: _scheme(name, entry) for name, entry in table.items()})


@lru_cache(maxsize=1024)
def find_scheme(name: str) -> Scheme | None:
    """Return the scheme of that name or alias, or None.

    `Expert Opinion`, `expert_opinion` and `Argument from expert opinion` all name
    `expert-opinion`.
    """
    known = _by_any_name()
    return next((known[form] for form in _forms(name) if form in known), None)


def named_scheme(name: str) -> Scheme:
    """Return the scheme of that name or alias; raise `UnknownScheme` if there is none."""
    if found := find_scheme(name):
        return found
    nearest = nearest_scheme(name)
    guess = f"; did you mean {nearest}?" if nearest else "; `argmap schemes` lists them all."
    raise UnknownScheme(f"No scheme is called {name!r}{guess}")


def scheme_speller() -> Speller:
    """Return what knows all names and aliases; whoever asks often makes it once."""
    return Speller(_by_any_name())


def nearest_scheme(name: str, speller: Speller | None = None) -> str | None:
    """Return the name of the scheme that a misspelt name may mean, or None."""
    known = _by_any_name()
    speller = speller or scheme_speller()
    for form in _forms(name):
        if nearest := speller.nearest(form):
            return known[nearest].name
    return None


def kebab(name: str) -> str:
    """Return a name in small letters, with one hyphen for all that stands between its words."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _NOT_IN_NAMES.sub("-", folded).strip("-")


def _forms(name: str) -> tuple[str, ...]:
    """Return the name as it may stand in the table: itself, and without `argument from` and so on.

    The whole name comes first, for some schemes are called `… argument`.
    """
    form = kebab(name)
    forms = [form]
    for beginnings in (_BEGINNINGS, _ARTICLES):
        form = next((form[len(b) :] for b in beginnings if form.startswith(b)), form)
        forms.append(form)
    forms.append(next((form[: -len(e)] for e in _ENDINGS if form.endswith(e)), form))
    return tuple(dict.fromkeys(filter(None, forms)))


@cache
def _by_any_name() -> Mapping[str, Scheme]:
    known = dict(schemes())
    for scheme in schemes().values():
        for alias in (scheme.title, *scheme.aliases):
            known.setdefault(kebab(alias), scheme)
    return MappingProxyType(known)


def _scheme(name: str, entry: Mapping[str, object]) -> Scheme:
    def text(key: str) -> str:
        value = entry[key]
        assert isinstance(value, str), f"{name}: `{key}` has to be a text"
        return value

    def texts(key: str) -> Mapping[str, str]:
        value = entry.get(key, {})
        assert isinstance(value, dict), f"{name}: `{key}` has to be a table"
        return value

    aliases = entry["aliases"]
    assert isinstance(aliases, list), f"{name}: `aliases` has to be a list"
    kinds = ((QuestionKind.ASSUMPTION, "assumptions"), (QuestionKind.EXCEPTION, "exceptions"))
    return Scheme(
        name=name,
        title=text("title"),
        aliases=tuple(aliases),
        source=text("source"),
        premises=tuple(Role(role, says) for role, says in texts("premises").items()),
        conclusion=text("conclusion"),
        questions=tuple(
            CriticalQuestion(key, kind, question)
            for kind, table in kinds
            for key, question in texts(table).items()
        ),
    )

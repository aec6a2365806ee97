"""The words that say that somebody speaks, by language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """The lists of one language; `lexicon/reporting.toml` says what each is for."""

    verbs: frozenset[str] = frozenset()
    direct: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    adverb_ending: str = ""
    pronouns: frozenset[str] = frozenset()
    self: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    names_are_capitalised: bool = False

    @property
    def all_verbs(self) -> frozenset[str]:
        """The verbs before quotation marks."""
        return self.verbs | self.direct

    def is_aside(self, word: str) -> bool:
        """Tell whether a word may stand between a subject and its verb, or behind the verb."""
        ending = self.adverb_ending
        return word in self.asides or bool(ending and len(word) > 4 and word.endswith(ending))


@cache
def reporting_words(language: str) -> ReportingWords:
    """Return the lists of a language, by its code; those of an unknown one are empty."""
    entry = _lists().get(language)
    if entry is None:
        return ReportingWords()
    lists = {key: frozenset(value) for key, value in entry.items() if isinstance(value, list)}
    others = {key: value for key, value in entry.items() if not isinstance(value, list)}
    return ReportingWords(**lists, **others)  # type: ignore[arg-type]


@cache
def _lists() -> Mapping[str, Mapping[str, object]]:
    import tomllib

    path = files("argmap.analysis.lexicon").joinpath("reporting.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))

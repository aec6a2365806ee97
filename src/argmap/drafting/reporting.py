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
    bare: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
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

    def stands_before(self, word: str) -> bool:
        """Tell whether a word may stand between a subject and its verb."""
        return word in self.before or self._is_adverb(word)

    def stands_behind(self, word: str) -> bool:
        """Tell whether a word may stand between a verb and what is reported."""
        return word in self.behind or self._is_adverb(word)

    def _is_adverb(self, word: str) -> bool:
        ending = self.adverb_ending
        return bool(ending and len(word) > 4 and word.endswith(ending))


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

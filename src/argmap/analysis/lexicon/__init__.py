"""Which words say that something is possible, certain, to be done …: one file for each language.

The lists are data (`en.toml`, `de.toml`, `zh.toml`), read when a rule first asks for them.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from argmap.analysis.lexicon.word_list import WordList

__all__ = ["LANGUAGES", "Lexicon", "WordList", "lexicon", "lowered"]

LANGUAGES = ("de", "en", "zh")
"""Those that have lists, by their ISO 639-1 codes."""

_WITHOUT_BLANKS = ("zh",)
_NONE = WordList()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of one language; all are empty for a language that has none.

    possible, certain: how sure a claim is
    assurance:         what stands in for a reason
    ought, norms:      what is to be done; also what is good or right
    universal, sweeping: about all or everywhere; also what is as wide without saying so
    inference, reason: what joins a reason to a claim; of these, what the reason stands behind
    because:          of these, where a claim can be cut in two
    joints, openings:  what joins two clauses, and what may begin the second
    abbreviations:     words with a full stop that ends no sentence
    empty:             words without a topic
    """

    possible: WordList = _NONE
    certain: WordList = _NONE
    assurance: WordList = _NONE
    ought: WordList = _NONE
    norms: WordList = _NONE
    universal: WordList = _NONE
    sweeping: WordList = _NONE
    inference: WordList = _NONE
    because: WordList = _NONE
    reason: WordList = _NONE
    joints: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    abbreviations: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()


_SEARCHED = (
    "possible",
    "certain",
    "assurance",
    "ought",
    "norms",
    "universal",
    "sweeping",
    "inference",
    "because",
    "reason",
)


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lists of a language, by its code; those of an unknown one are empty."""
    if language not in LANGUAGES:
        return Lexicon()
    import tomllib

    data = tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8"))
    lists = {
        name: WordList(
            tuple(data[name]["words"]),
            tuple(data[name].get("except", ())),
            language not in _WITHOUT_BLANKS,
        )
        for name in _SEARCHED
    }
    return Lexicon(
        **lists,
        joints=tuple(data["clauses"]["joints"]),
        openings=tuple(data["clauses"]["openings"]),
        abbreviations=frozenset(data["abbreviations"]["words"]),
        empty=frozenset(data["empty"]["words"]),
    )

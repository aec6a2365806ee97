"""The language of each text, so that a voice reads it and a font draws it as it is meant."""

import re

from argmap.analysis.languages import guessed_language, language_code

_SCRIPTS = (
    ("ar", re.compile("[\u0620-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
)
_LATIN = re.compile("[A-Za-z]{3}")


def tongue_of(text: str, said: object, page: str) -> str:
    """Return the `lang` of a text where it is not that of the page; else an empty string.

    said: the value of `lang:` in the data of the text's node
    page: the language of the page, such as `en`
    """
    if isinstance(said, str) and language_code(said):
        return "" if said == page else said
    if text.isascii():
        is_foreign = language_code(page) in ("zh", "ja", "ko", "ar", "he")
        return "en" if is_foreign and _LATIN.search(text) else ""
    found = guessed_language(text)
    if found == "en":
        found = next((code for code, letters in _SCRIPTS if letters.search(text)), "")
    return "" if found == language_code(page) else found

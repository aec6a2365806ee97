"""In which language a text is written: as its author says, else by its script."""

import re

_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")


def language_code(value: object) -> str | None:
    """Return the primary code of a `lang:` value (`zh-Hant` → `zh`), or None if it is none."""
    if not isinstance(value, str):
        return None
    return re.split("[-_]", value.strip(), maxsplit=1)[0].casefold() or None


def guessed_language(text: str) -> str:
    """Return `zh` for a text with Chinese characters, `ja` if it has kana as well, else `en`."""
    if text.isascii() or not _HAN.search(text):
        return "en"
    return "ja" if _KANA.search(text) else "zh"

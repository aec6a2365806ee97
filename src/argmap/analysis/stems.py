"""Words without their endings, so that forms of one word meet.

Much lighter than a stemmer for search (Porter 1980): it serves prompts and comparisons, where it
is better that two words too many meet than that `ban` and `banned` do not.
"""

_ENGLISH = """ations ation ities ity ments ment ness ions ion ings ing ingly edly ed ies ied es s
    ly ers er ors or est ful als al y e"""
_GERMAN = "ungen ung heiten heit keiten keit ischen ische isch lichen liche lich ern em en et n"
_ENDINGS = tuple(sorted(f"{_ENGLISH} {_GERMAN}".split(), key=lambda end: (-len(end), end)))
_LEAST = 3  # letters that have to be left
_LEAST_OF_LONG = 4  # and before one that makes another word, such as `-ment`
_LONG = 3


def stem(word: str) -> str:
    """Cut the common English and German endings of a word in lower case, and doubled letters."""
    while True:
        shorter = _cut(word)
        if shorter == word:
            return word
        word = shorter


def _cut(word: str) -> str:
    if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "aeiou":
        return word[:-1]
    for ending in _ENDINGS:
        left = len(word) - len(ending)
        if left >= (_LEAST_OF_LONG if len(ending) > _LONG else _LEAST) and word.endswith(ending):
            return word[:left]
    return word


class Stems(dict[str, str]):
    """The stems of the words of a map; each is worked out once."""

    def __missing__(self, word: str) -> str:
        """Work out the stem of a new word."""
        self[word] = found = stem(word)
        return found

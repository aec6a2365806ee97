"""Which texts both readers are known to read alike, so that the quicker one will do.

Ordinary is what has only statements, arguments, relations, structures and one-line headings, with
plain words, tags and data at the end of a line. Whether the lines make sense together is not asked
here: where they do not, the forgiving reader says so.
"""

import re

_WORDS = r"(?:[^\\@#*_\[\]<>{}/:.\n]++|[:.](?=[ \n]|\Z))"
_TAGS = r"(?:(?<= )\#[A-Za-z0-9-]++(?=[ \n]|\Z)[ ]*+)"
_DATA = r"(?:(?<= )\{[^{}<>&*\\/:\n]*+:[^{}<>&*\\/\n]*+\}[ ]*+)"
_TITLE = r"(?:\[(?!-)[^\[\]<>{}/\\@*#\n]++\]|<(?![-!])[^\[\]<>{}/\\@*#\n]++>)"
_LINE = (
    r"(?:"
    r"[ ]*+\n"
    rf"|\#++[ ](?=[^ \n]){_WORDS}++\n(?=\n|\Z)"  # a heading of one line
    r"|-{4,}+\n"
    rf"|--[ ](?=[^ \n-])(?:[^\\@#*_\[\]<>{{}}/:.,\n-]++|,(?=[ ][^ ,-]))*+{_DATA}?+--\n"
    r"|[ ]*+(?>(?:\+>|->|<\+|\+|<-|-|><|_>|<_|_|\([0-9]++\))[ ]++|(?=[^\W\d_]|[\"\[<]))"
    rf"(?:{_TITLE}:?+(?:(?=\n|\Z)|[ ]++))?+{_WORDS}*+{_TAGS}*+{_DATA}?+(?:\n|\Z)"
    r")"
)
_ORDINARY = re.compile(rf"{_LINE}*+\Z")


def is_ordinary(text: str) -> bool:
    """Tell whether a text is ordinary. Takes a fraction of the time of reading it."""
    return text.replace("\n", "").isprintable() and _ORDINARY.match(text) is not None

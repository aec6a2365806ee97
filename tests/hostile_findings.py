"""Maps in which something is found, with texts in them that break careless writers."""

from hypothesis import strategies as st

import argmap
from argmap.checks.verdict import Checked

PIECES = (
    "a", "Ban", "%", "%0A", ":", "::", "::error::", "##[error]", ",", "--", "]]>", "<!--", "&amp;",
    '"', "'", "`", "\\", "{0}", "{", "}", "](", "(http://x)", "&", "#", "/", "..", " ", "\t",
    "\x00", "\x07", "\x0b", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe",
    "花火", "😀", "👩‍👩‍👧", "e\u0301", "\ud800", "\U0010ffff", "long " * 200,
)  # fmt: skip

words = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
titles = words.map(lambda text: text.strip() or "T")


@st.composite
def texts(draw):
    """Draw a map. Most have findings: with fixes, announced, about what has no title."""
    parts = draw(
        st.lists(
            st.one_of(
                st.builds("[{}]: {}\n  - <{}>: {}\n  - <{}>".format, *[titles, words] * 2, titles),
                st.builds("[{}]: {} {{sorce: a}}".format, titles, words),
                st.builds("<{0}>: {1}\n\n[{0}]\n  + <{0}>\n  + <{0}>".format, titles, words),
                st.builds("{}".format, words),
                st.builds("(1) {}\n(2) {}\n----\n(3) {}".format, words, words, words),
                st.builds("[{0}]: {1}\n  + [{0}]".format, titles, words),
            ),
            min_size=1,
            max_size=4,
        )
    )
    front = draw(st.sampled_from(("", "===\nexpect: ['SUP001 [Ban]']\n===\n\n", "\ufeff")))
    end = draw(st.sampled_from(("\n", "\r\n", "\r")))
    return (front + "\n\n".join(parts) + "\n").replace("\n", end)


def check(text, path="<text>", **options):
    """Return what is found in a text, as the formats are given it."""
    graph = argmap.loads(text, path)
    found = argmap.check(graph, **(options or {"select": ["ALL"], "strict_syntax": True}))
    return Checked(graph.document.source, found)

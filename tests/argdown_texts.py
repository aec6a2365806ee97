"""Texts for hypothesis: fragments of Argdown glued together, mostly into something faulty."""

from hypothesis import strategies as st

FRAGMENTS = (
    "\n", "\n\n", "\r\n", " ", "  ", "    ", "\t", "'", "[A]", "[A]: ", "[B]: b", "<A>", "<B>: ",
    "word", "two words", "漢字", "😀", "e\u0301", "\ufeff", "\n  + ", "\n  - ", "\n    <_ ", "\n  +> ",
    "\n  -> ", "\n >< ", "\n      + ", "\n\n(1) ", "\n(2) ", "\n----\n", "\n-- rule, other --\n",
    "\n-- r {uses: [1, 2]} --\n", "\n---\n", "--", "# H\n", "\n\n# H #t {a: 1}\n\n", "\n\n* ", "\n* ",
    "\n1. ", "*", "**", "_", "__", "#tag", "#(long tag)", "#(", "@[A]", "@<B>", "@[", "[t](u)", "[",
    "]", "](", "<", ">", "{", "}", "{a: 1}", '{a: "x', "{isGroup: true}", "{source: s, quote: w}",
    "{\n  a: 1\n}", "{uses: [1]}", "// c\n", "//", "/* c */", "/*", "<!-- c -->", "<!--", "===\n",
    "\n===\n", "===\ntitle: t\n===\n\n", "===\nmodel: {mode: strict}\n===\n\n", ".A.", ":x:",
    "http://x.y/z", "\\", "\\*", "&", "*x", "\x00", "\u2028", "\x85", "@include(x)", "(1)", ":", ",",
)  # fmt: skip


def argdown(longest: int = 40) -> st.SearchStrategy[str]:
    """Make texts of up to some fragments, with arbitrary characters among them."""
    pieces = st.one_of(*[st.sampled_from(FRAGMENTS)] * 5, st.text(max_size=5))
    return st.lists(pieces, max_size=longest).map("".join)

"""What an author wrote looks in Markdown as it was meant, and nothing else is markup."""

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.rendering.display_text import printable
from argmap.rendering.markdown_text import (
    at_line_start,
    in_heading,
    markdown_of,
    plain_markdown,
    without_last_tags,
)
from argmap.source import Source
from argmap.syntax import Argument, MarkKind, Statement, parse

markdown_it = pytest.importorskip("markdown_it")
PARSER = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
RISKY = "ab 1*_`[]()<>&;#~!\\\"'.,-+=|:/\n\t漢é…“”€\u00a0\u200b"
words = st.one_of(st.text(alphabet=RISKY, max_size=30), st.text(max_size=20))


def text_of(words):
    """Return what the first statement says, read as Argdown."""
    document = parse(Source.of(f"[T]: {words}"))
    item = next(item for item in document.items if isinstance(item, Statement))
    return item.text


def as_written(mark):
    brackets = "[]" if mark.kind is MarkKind.STATEMENT_MENTION else "<>"
    return plain_markdown(f"@{brackets[0]}{mark.target}{brackets[1]}")


def written(words):
    return markdown_of(text_of(words), as_written)


def seen(tokens):
    """Return the words of inline tokens, and what is marked: kind and words."""
    said, marked, open_ = "", [], []
    for token in tokens:
        if token.type in ("text", "text_special"):
            said += token.content
        elif token.nesting == 1:
            open_.append((token.tag, token.attrs.get("href"), len(said)))
        elif token.nesting == -1:
            tag, address, start = open_.pop()
            marked.append((tag, said[start:], address))
        else:
            raise AssertionError(token)
    return said, sorted(marked, key=str)


def only_block(markdown, kind):
    opening, inline, closing = PARSER.parse(markdown)
    assert (opening.type, closing.type) == (f"{kind}_open", f"{kind}_close")
    return seen(inline.children)


def inside(markdown):
    """Return what is seen of Markdown that does not begin its line."""
    said, marked = only_block(f"1.1 {markdown} (x)", "paragraph")
    assert said.startswith("1.1 ") and said.endswith(" (x)")
    return said[4:-4], marked


@settings(max_examples=400, deadline=None)
@given(words)
def test_plain_words_stay_plain(text):
    expected = printable(text)
    if not expected:
        return
    assert inside(plain_markdown(text)) == (expected, [])
    assert only_block(at_line_start(plain_markdown(text)), "paragraph") == (expected, [])
    assert only_block(f"## {in_heading(plain_markdown(text))}", "heading") == (expected, [])
    assert inside(f"**{plain_markdown(text)}**, see 1") == (
        f"{expected}, see 1",
        [("strong", expected, None)],
    )


@settings(max_examples=600, deadline=None)
@given(st.one_of(words, argdown(12)))
def test_markup_is_the_authors_or_none(text):
    text = text_of(text)
    if text is None or not printable(text.plain):
        return
    said, marked = inside(markdown_of(text, as_written))
    assert said == printable(text.plain)
    meant = [(_tag(mark), printable(text.plain[mark.start : mark.stop])) for mark in text.marks]
    for tag, inner, _ in marked:
        meant.remove((tag, inner.strip()))


def _tag(mark):
    return {MarkKind.BOLD: "strong", MarkKind.ITALIC: "em", MarkKind.LINK: "a"}.get(mark.kind, "")


@settings(max_examples=200, deadline=None)
@given(argdown())
def test_every_text_of_a_document_is_itself(document):
    for item in parse(Source.of(document)).items:
        if isinstance(item, Statement | Argument) and item.text and printable(item.text.plain):
            assert inside(markdown_of(item.text, as_written))[0] == printable(item.text.plain)


@pytest.mark.parametrize(
    ("argdown", "markdown"),
    [
        ("a *b* **c** _d_ __e__", "a *b* **c** *d* **e**"),
        ("**a *b* c**", "**a *b* c**"),
        ("***a* b**", "***a* b**"),
        ("**a *b***", "**a *b***"),
        ("x*y*z 2 * 3 snake_case", "x\\*y\\*z 2 \\* 3 snake\\_case"),
        ('"*q*" and (**r**).', '"*q*" and (**r**).'),
        ("漢*字*漢", "漢*字*漢"),
        ("[a b](http://x.y/z?a=b&amp;c)", "[a b](http://x.y/z?a=b&amp;amp;c)"),
        ("[*a*](../b c)", "[\\*a\\*](../b%20c)"),
        ("[a](javascript:x)", "a"),
        (
            "1. <b> [x] & &amp; `c` ~~d~~ \\\\",
            "1. \\<b> \\[x\\] & \\&amp; \\`c\\` \\~\\~d\\~\\~ \\\\",
        ),
    ],
)
def test_usual_markup(argdown, markdown):
    assert written(argdown) == markdown
    assert inside(markdown)[0] == printable(text_of(argdown).plain)


def test_emphasis_that_markdown_cannot_express_leaves_the_words():
    assert written("漢*「字」*漢") == "漢「字」漢"
    assert written("漢 *「字」* 漢") == "漢 *「字」* 漢"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# a", "\\# a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("- a", "\\- a"),
        ("+ a", "\\+ a"), ("> a", "\\> a"), ("===", "\\==="), ("1.1 a", "1.1 a"), ("a - b", "a - b"),
        ("2024", "2024"), ("3.", "3\\."),
    ],
)  # fmt: skip
def test_no_line_becomes_a_block(text, shown):
    assert at_line_start(plain_markdown(text)) == shown
    assert only_block(shown, "paragraph") == (text, [])


def test_tags_at_the_end_are_taken_off():
    text, left = without_last_tags(text_of("a #b *c #(d e)* #f"))
    assert (text.plain, left) == ("a #b c", ("b",))
    text, left = without_last_tags(text_of("#a #b"))
    assert (text.plain, left) == ("", ())

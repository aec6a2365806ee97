"""A finding is the same one after the text around it has changed."""

import argmap
from argmap.checks.identity import identity


def identities(text, select="ALL"):
    graph = argmap.loads(text)
    found = argmap.check(graph, select=[select])
    return [identity(graph.document.source, diagnostic) for diagnostic in found]


def test_code_title_and_text():
    text = "[Ban]: The city should ban fireworks.\n  - <Tradition>: They are old.\n"
    assert identities(text, "SUP001") == [("SUP001", "Ban", "[Ban]")]


def test_lines_above_and_blanks_do_not_matter():
    text = "[Ban]: Fireworks.\n  - <Old>: They are old.\n  -    <Old>\n"
    moved = "Prose.\n\n// a comment\n\n" + text.replace("-    <", "- <")
    assert identities(text, "REL004") == identities(moved, "REL004") != []
    assert identities(text, "SUP001") == identities(moved, "SUP001")


def test_line_ends_do_not_matter():
    text = "[Ban]: Fireworks.\n  - <Old>: They\n    are old.\n  - <Old>\n"
    assert identities(text) == identities(text.replace("\n", "\r\n")) != []


def test_a_title_that_was_made_up_does_not_count():
    fault = "The city is rich. {sorce: a}\n"
    [(code, title, text)] = identities(fault, "SYN005")
    assert (code, title, text) == ("SYN005", "", "sorce")
    assert identities("Another claim. {note: b}\n\n" + fault, "SYN005") == [(code, title, text)]


def test_another_title_is_another_finding():
    one = "[A]: a\n  - <Old>: They are old.\n"
    assert identities(one, "SUP001") != identities(one.replace("[A]", "[B]"), "SUP001")


def test_an_empty_span_takes_its_line():
    from argmap.diagnostic import Diagnostic, Finding, Severity
    from argmap.source import Source, Span

    source = Source.of("first\n  second   line\n")
    found = Diagnostic("X", "x", Severity.INFO, Finding(Span(8, 8), "m"))
    assert identity(source, found) == ("X", "", "second line")


def test_of_a_very_long_line_the_beginning_counts():
    from argmap.diagnostic import Diagnostic, Finding, Severity
    from argmap.source import Source, Span

    source = Source.of("word " * 100_000)
    for span in (Span(0, 500_000), Span(400_000, 400_000)):
        found = Diagnostic("X", "x", Severity.INFO, Finding(span, "m"))
        code, title, text = identity(source, found)
        assert (code, title) == ("X", "") and text.startswith("word word") and len(text) < 2000

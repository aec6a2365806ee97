"""Each kind of refusal: the place that is to blame, what is said, and the text that both accept."""

import re

import pytest

from argmap.source import Source
from argmap.syntax import parse
from argmap.syntax.strict import find_refused

# what is refused | the place to blame | a part of the message | the text as the help asks for it
CASES = [
    ("", "", "without any block", "a\n"),
    ("// note\n", "/", "without any block", "a // note\n"),
    ("\ufeff[A]: a\n", "[A]:", "byte order mark", "[A]: a\n"),
    ("a\\\nb\n", "\\", "backslash", "a\\\\\nb\n"),
    ("a b*c d\n", "*", "never ends", "a b\\*c d\n"),
    ("so **bold\n", "**", "never ends", "so \\*\\*bold\n"),
    ("*a* or snake_case\n\nx\n", "_", "never ends", "*a* or snake\\_case\n\nx\n"),
    ('say "*x*"\n', '*"', "because of what follows", 'say *"x"*\n'),
    ("see [a\nb](u) so\n", "[a\nb](u) ", "several lines", "see [a b](u) so\n"),
    ("he [sic] said\n", "[sic]", "`[sic]` for a title", "he \\[sic] said\n"),
    ("if x < 5 and y > 3\n", "< 5 and y >", "for a title", "if x \\< 5 and y > 3\n"),
    ("as in [A]: b\n", "[A]:", "for a title", "as in \\[A]: b\n"),
    ("as in @[A] [A]\n", "[A]", "for a title", "as in @[A] @[A]\n"),
    ("[A]\n  _<B>: b\n", "_", "only if a blank follows", "[A]\n  _ <B>: b\n"),
    ("[A]: a {\r\n  b: [c]\r\n}\r\n", "[c]", "end as in Windows", "[A]: a {b: [c]}\r\n"),
    ("[A] and more\n", "[A]", "for a reference", "[A]: and more\n"),
    ("[A]\nand more\n", "[A]", "for a reference", "[A]:\nand more\n"),
    ("the set {a, b} is\n", "{a, b}", "for data", "the set \\{a, b} is\n"),
    ("[A]: a {b: 1} #c\n", "{b: 1}", "for data", "[A]: a #c {b: 1}\n"),
    ("[A]: a {b: 1} {c: 1}\n", "{c: 1}", "second `{…}`", "[A]: a {b: 1, c: 1}\n"),
    ("[A]: a {b: {c: 1 } d}\n", "}", "ends the data with this", "[A]: a {b: {c: 1}, d}\n"),
    ("{a: 1}\n", "{a: 1}", "without a text or title", "\\{a: 1}\n"),
    ("[A]: a\n[B]: b\n", "[B]:", "without an empty line", "[A]: a\n\n[B]: b\n"),
    ("# H\n[B]: b\n", "[B]:", "without an empty line", "# H\n\n[B]: b\n"),
    ("[A]\n# H\n", "# ", "without an empty line", "[A]\n\n# H\n"),
    ("[A]:\n\nb\n", "[A]:", "without a text behind it", "[A]: a\n\nb\n"),
    ("# \n\nb\n", "# ", "without a text behind it", "# H\n\nb\n"),
    ("a\n\n===\nb: 1\n===\n\nc\n", "===", "rows of `===`", "===\nb: 1\n===\n\na\n\nc\n"),
    ("===\nb: 1\n===\nc\n", "===\nc", "front matter without", "===\nb: 1\n===\n\nc\n"),
    ("[A]\n\n  + b\n", "+", "begins with the relation `+`", "[A]\n  + b\n"),
    ("- a\n", "-", "begins with the relation `-`", "\\- a\n"),
    ("[A]\n+ b\n", "+", "without a blank in front", "[A]\n + b\n"),
    ("# H\n\n[A]\n\n# I\n  + b\n", "+", "below a heading", "# H\n\n[A]\n\n# I\n\n[B]\n  + b\n"),
    ("(1) a\n----\n  + b\n(2) c\n", "+", "but undercuts", "(1) a\n----\n  <_ b\n(2) c\n"),
    ("[A]\n  + {a: 1}\n", "+", "without something behind it", "[A]\n  + b {a: 1}\n"),
    ("[A]\n    + b\n  + c\n", "+ c", "with this indentation", "[A]\n    + b\n    + c\n"),
    ("[A]\n  >< <B>\n", "<B>", "behind `><`", "[A]\n  >< [B]\n"),
    ("(1) <B>\n----\n(2) c\n", "<B>", "as a premise", "(1) [B]\n----\n(2) c\n"),
    ("a\n(2) b\n", "(2)", "inside a block", "a\n\\(2) b\n"),
    ("<A>\n(1) b\n----\n(2) c\n", "(1)", "inside a block", "<A>\n\n(1) b\n----\n(2) c\n"),
    ("a\n* b\n", "*", "list item `*`", "a\n\\* b\n"),
    ("a\n1. b\n", "1.", "list item `1.`", "a\n1\\. b\n"),
    ("* a\n  * b\n", "* b", "lists in lists", "* a\n* b\n"),
    ("* a\n1. b\n", "1.", "several kinds", "* a\n* b\n"),
    ("a\n\n---\n\nb\n", "---", "no numbered premises", "a\n\n\\---\n\nb\n"),
    ("a\n--\nb\n", "--", "no numbered premises", "a\n\\--\nb\n"),
    ("(1) a\n---\n(2) b\n", "--", "no end of this inference", "(1) a\n----\n(2) b\n"),
    ("(1) a\n-- r, --\n(2) b\n", ",", "without a rule", "(1) a\n-- r --\n(2) b\n"),
    ("(1) a\n---- r\n(2) b\n", "r", "line of an inference", "(1) a\n-- r --\n(2) b\n"),
    ("(1) a\n(2) b\n", "(2)", "no inference", "(1) a\n----\n(2) b\n"),
    ("(1) a\n----\n(2) b\n(3) c\n", "(3)", "no inference", "(1) a\n----\n(2) b\n----\n(3) c\n"),
    ("(1) a\n----\n\nb\n", "--", "without a conclusion", "(1) a\n----\n(2) b\n"),
    ("(1) a\n\n----\n\n(2) b\n", "----", "empty line inside", "(1) a\n----\n(2) b\n"),
    ("[toString]: a\n", "[toString]:", "JavaScript has a meaning", "[to string]: a\n"),
    (
        "<A>\n\n(1) a\n----\n(2) b\n\n<A>\n\n(3) c\n----\n(4) d\n",
        "(3)",
        "second premise-conclusion structure",
        "<A>\n\n(1) a\n----\n(2) b\n\n<B>\n\n(3) c\n----\n(4) d\n",
    ),
    ("[A]: a {b: [1}\n", "}", "as YAML", "[A]: a {b: [1]}\n"),
    ("[A]: a {b: 1, b: 2}\n", "b: 2", "given twice", "[A]: a {b: 2}\n"),
    ('===\na: "b\n===\n\nc\n', '"b', "never closed", '===\na: "b"\n===\n\nc\n'),
    (
        "===\nmodel: {explodeArguments: true}\n===\n\n(1) a\n-- {uses: [3]} --\n(2) b\n",
        "uses",
        "no statement 3",
        "===\nmodel: {explodeArguments: true}\n===\n\n(1) a\n-- {uses: [1]} --\n(2) b\n",
    ),
    (
        "===\nselection: {selectedTags: 1}\n===\n\n[A]: a #b\n",
        "selectedTags",
        "this value of `selectedTags:`",
        "===\nselection: {selectedTags: [b]}\n===\n\n[A]: a #b\n",
    ),
    (
        "===\ngroup: {regroup: [{title: G, statements: 1}]}\n===\n\n[A]: a\n",
        "statements",
        "this value of `statements:`",
        "===\ngroup: {regroup: [{title: G, statements: [A]}]}\n===\n\n[A]: a\n",
    ),
    (
        '===\nmodel: {shortcodes: {":x:": {}}}\n===\n\na :x: b\n',
        ":x: ",
        "without a sign",
        '===\nmodel: {shortcodes: {":x:": {unicode: "x"}}}\n===\n\na :x: b\n',
    ),
    ("[A]: a {type: relation}\n", "{type", "fails when it exports it", "[A]: a {type: link}\n"),
    ("[A]: a {b: &c [*c]}\n", "{b", "fails when it exports it", "[A]: a {b: [1]}\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place", "said", "mended"), CASES, ids=lambda part: ascii(part)[:40]
)
def test_a_refusal(text, place, said, mended):
    (finding,) = find_refused(text)
    assert text[finding.span.start :].startswith(place)
    assert said in finding.message
    assert finding.message.startswith("The reference implementation ")
    assert finding.message.endswith(".") and "\n" not in finding.message
    assert finding.help.endswith(".") and not re.search(r"\{(it|first|signs)", finding.help)
    assert find_refused(mended) == ()
    assert not parse(Source.of(mended)).problems


def test_a_relation_whose_text_stands_below_is_accepted():
    assert find_refused("[A]\n  +\n    b\n\nc\n") == ()


def test_several_faults_are_told_in_one_run():
    text = (
        "[A]: snake_case\n\n"
        "[B]: b [sic]\n  + c\n\n"
        "[C]: fine\n\n"
        "(1) a\n\n(2) b\n\n----\n\n(3) c*d\n\n"
        "[D]: d {a: [}\n\n"
        "[E] e\n"
    )
    places = [Source.of(text).locate(finding.span.start).line for finding in find_refused(text)]
    assert places == [1, 3, 10, 16, 18]


def test_a_paragraph_is_read_afresh_below_a_fault():
    assert len(find_refused("*a\n\n*b* c\n\n-- a\n\n(1) a\n----\n(2) b\n")) == 2
    assert len(find_refused("(1) a\n-- r\n\n[B]: b\n  + c\n")) == 1


@pytest.mark.parametrize(
    ("levels", "emphases", "accepted"),
    [(256, 0, True), (257, 0, False), (0, 299, True), (0, 301, False), (128, 200, False)],
)
def test_the_stack_of_the_reference_ends_somewhere(levels, emphases, accepted):
    lines = ["[A]: a", *(f"{' ' * level}+ [B{level}]: b" for level in range(1, levels + 1))]
    marks = "_*" * (emphases // 2) + "_" * (emphases % 2)
    text = "\n".join(lines) + f" {marks}x{marks[::-1]}\n"
    assert (find_refused(text) == ()) == accepted


def test_sections_too_deep():
    text = "\n\n".join("#" * level + " h" for level in range(1, 1100))
    (finding,) = find_refused(text)
    assert text[finding.span.start : finding.span.end] == "#" * 1097
    assert "1096 deep" in finding.message


def test_data_may_be_refused_only_where_it_is_put_together():
    text = "[A]: a {x: {to: b}}\n\n[A]: b {x: {type: relation}}\n\n[A]: c {x: {to: ~}}\n"
    places = [text[finding.span.start : finding.span.end] for finding in find_refused(text)]
    assert places == ["{x: {type: relation}}"]
    text = "[A]: a {x: {type: relation, to: b}}\n\n[A]: c {x: {to: ~}}\n"
    places = [text[finding.span.start : finding.span.end] for finding in find_refused(text)]
    assert places == ["{x: {to: ~}}"]


def test_a_brace_with_very_much_behind_it():
    text = "[A]: x { " + "a" * 2_097_140
    assert find_refused(text + "\n") == ()
    (finding,) = find_refused(text + "aa\n")
    assert text[finding.span.start :].startswith("{")

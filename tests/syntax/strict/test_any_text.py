"""Whatever a text holds: nothing raises, and findings lie inside it and in order."""

from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.syntax.reference.lexer import Lexer
from argmap.syntax.reference.stream import TokenStream
from argmap.syntax.reference.tokens import Kind
from argmap.syntax.strict import find_refused
from argmap.syntax.strict.js_yaml import YamlRefusal, load_yaml

TEXTS = st.one_of(argdown(), st.text(max_size=200))
SIGNS = "{}[],:?-|>&*!%@`#'\"\\ \t\n\rab01<=.~\x85\u2028\ufeff\x00"


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_findings_lie_inside_the_text_and_in_order(text):
    findings = find_refused(text)
    assert [finding.span for finding in findings] == sorted(finding.span for finding in findings)
    for finding in findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.message and finding.help and "\n" not in finding.message
    assert findings == find_refused(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_tokens_follow_one_another_to_the_end(text):
    lexer = TokenStream(Lexer(text))
    at = 0
    while (token := lexer.next()).kind is not Kind.END:
        assert at <= token.start <= token.end <= len(text)
        assert token.end > token.start or token.kind in (Kind.INDENT, Kind.DEDENT)
        at = token.end
    assert token.start == len(text)
    assert lexer.next().kind is Kind.END


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_a_fault_does_not_hide_what_stands_below_an_empty_line(above, below):
    """A refused text stays refused with other blocks around it, whatever they are."""
    refused = "[A] text that no reader of references takes"
    found = find_refused(f"{refused}\n\n{below}")
    assert found and found[0].span.start == 0


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(SIGNS), max_size=60))
def test_any_yaml_is_read_or_refused_at_a_place(text):
    try:
        load_yaml(text)
    except YamlRefusal as refusal:
        assert 0 <= refusal.at <= len(text) + 1 and refusal.reason

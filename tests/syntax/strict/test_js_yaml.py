"""YAML as js-yaml takes it: values, and what it refuses and where."""

import math

import pytest

from argmap.syntax.strict.js_yaml import YamlRefusal, key_of, load_yaml

READ = [
    ("{a: 1, b: x}", {"a": 1, "b": "x"}),
    ("{a, b: , 'c': \"d\\x41\"}", {"a": None, "b": None, "c": "dA"}),
    ("[a, b: c, ? d]", ["a", {"b": "c"}, {"d": None}]),
    ("{\"a\":1, [b]: 2, {c: d}: 3}", {"a": 1, "b": 2, "[object Object]": 3}),
    ("a: 1\nb:\n  c: d\n  e:\n  - f\n  -\n  - - g\n", {"a": 1, "b": {"c": "d", "e": ["f", None, ["g"]]}}),
    ("a:\n- b\n- c: d\n  e: f\n", {"a": ["b", {"c": "d", "e": "f"}]}),
    ("? a\n: b\n? c\n", {"a": "b", "c": None}),
    ("a: b\n  c\n\n  d # e\n", {"a": "b c\nd"}),
    ("a: 'b\n\n  c''s'\n", {"a": "b\nc's"}),
    ('a: "b\\\n   c\\n"\n', {"a": "bc\n"}),
    ("a: |\n  b\n   c\n\nd: >-\n  e\n  f\n\n  g\n", {"a": "b\n c\n", "d": "e f\ng"}),
    ("a: |+\n  b\n\n", {"a": "b\n\n"}),
    ("a: &x [1]\nb: *x\n", {"a": [1], "b": [1]}),
    ("a: {<<: {b: 1}, b: 2}\n", {"a": {"b": 2}}),
    ("[1, -0x1f, 0o17, 0b11, 1.5, 1e3, 010, 1_0]", [1, -31, 15, 3, 1.5, 1000, 10, "1_0"]),
    ("[~, null, true, False, yes, on, .inf]", [None, None, True, False, "yes", "on", math.inf]),
    ("!!str 1", "1"),
    ("!!set {a, b}", {"a": None, "b": None}),
    ("!!pairs [a: 1, a: 2]", [["a", 1], ["a", 2]]),
    ("%TAG !y! tag:yaml.org,2002:\n---\n!y!int 3\n", 3),
    ("--- a\n...\n", "a"),
    ("\ufeffa", "a"),
    ("a: x:y\nb: http://c.d/#e\n", {"a": "x:y", "b": "http://c.d/#e"}),
    ("a:\tb\n", {"a": "b"}),
    ("a: &x b: c", {"a": {"b": "c"}}),
]  # fmt: skip

REFUSED = [
    ("{a: 1", "{", "never closed"),
    ("{a: : 1}", ": 1", "missing before"),
    ("[a b: c, , d]", ", d", "missing before this comma"),
    ("{a: 1, a: 2}", "a: 2", "given twice"),
    ("{1: a, 0x1: b}", "0x1", "given twice"),
    ("{[a, [b]]: c}", "[a", "lists in a list"),
    ("a: b: c", ": c", "belong to the mapping"),
    ("a: 1\n b: 2", ": 2", "belong to the mapping"),
    ("a: 1\nb\n", "", "`:` is missing"),
    ("- a\nb: c", "b", "nothing more may follow"),
    ("a:\n\tb: c", "", "tab"),
    ("a: 'b", "'b", "never closed"),
    ('a: "b\\q"', '\\q"', "no escape"),
    ("a: *b", "*b", "alias"),
    ("a: !c d", "", "not known"),
    ("!!int x", "", "not known"),
    ("a: @b", "@b", "belong to the mapping"),
    ("a: %b", "%b", "belong to the mapping"),
    ("--- a\n--- b\n", "--- b", "second YAML document"),
    ("%YAML 2.0\n--- a\n", "%YAML", "version"),
    ("a: |x\n b", "x", "line must end"),
    ("a: \x00", "\x00", "null character"),
    ("a: \x07", "\x07", "U+0007"),
    ("<<: 1", "<<", "merge mappings only"),
    ("[" * 101 + "]" * 101, "", "100 levels"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), READ)
def test_values(text, value):
    assert load_yaml(text) == value


@pytest.mark.parametrize(("text", "place", "reason"), REFUSED)
def test_refusals(text, place, reason):
    with pytest.raises(YamlRefusal) as raised:
        load_yaml(text)
    assert reason in raised.value.reason
    assert text[raised.value.at :].startswith(place)


def test_a_value_may_hold_itself():
    value = load_yaml("&a [*a]")
    assert value[0] is value


def test_nodes_are_nested_a_hundred_levels_deep_at_most():
    """A key counts as a node, and so does the list that might have been one."""
    assert load_yaml("[" * 99 + "]" * 99)
    assert load_yaml("{a: " * 98 + "1" + "}" * 98)
    with pytest.raises(YamlRefusal):
        load_yaml("[" * 100 + "]" * 100)


@pytest.mark.parametrize(
    ("text", "key"),
    [("1.0", "1"), ("1e-7", "1e-7"), ("0.00001", "0.00001"), ("1e21", "1e+21"), (".nan", "NaN"),
     ("[1, ~, {}]", "1,,[object Object]"), ("true", "true"), ("~", "null")],
)  # fmt: skip
def test_keys_are_those_of_javascript(text, key):
    assert key_of(load_yaml(text)) == key

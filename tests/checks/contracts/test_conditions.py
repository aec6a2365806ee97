"""Conditions about nodes alone, and what is said when one cannot be read."""

import pytest

from argmap.checks import Subject
from argmap.checks.contracts import Misread, read_contracts
from argmap.checks.contracts.condition_reader import read_condition
from argmap.checks.contracts.pattern import Pattern
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

MAP = """===
speakers: {Jensen Huang: {aliases: [Huang, "J. H."]}}
assume: [Cheap]
===

# Streets

[Trams]: The city should build trams. #thesis
  + <Quiet>: They are quiet. {speaker: Huang}
    - <Curves>: They squeal in curves. {status: rejected}
  + [Clean]: They need no petrol. #fact {source: [A, B], year: 2024, about: {town: Bern}}

## Rails

[Cheap]: Rails are cheap. {cited: false, note: ""}

<Whole>: The whole argument. #todo

(1) [Clean]
(2) [Cheap]
----
(3) [Good]: Trams are good.

# Prose

A plain paragraph.

Another one, with a mark. #mark
"""


def fitting(value, text=MAP):
    subject = Subject(build_graph(parse(Source.of(text))))
    fit = read_condition(value, ("test",)).find(subject)
    return [subject.ties.refs[vertex].title for vertex in sorted(fit.nodes)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("#thesis", ["Trams"]),
        ({"tag": "fact"}, ["Clean"]),
        ({"tag": ["fact", "#Thesis"]}, ["Trams", "Clean"]),
        ("#*", ["Trams", "Clean", "Whole", "Untitled 2"]),
        ("argument", ["Quiet", "Curves", "Whole"]),
        ({"kind": "statement", "title": "C*"}, ["Clean", "Cheap"]),
        ("[C*]", ["Clean", "Cheap"]),
        ("<C*>", ["Curves"]),
        ({"title": "<curves>"}, ["Curves"]),
        ("conclusion", ["Trams", "Good"]),
        ("premise", ["Clean", "Cheap"]),
        ({"all": ["leaf", "statement", {"title": "*"}]}, ["Clean", "Cheap"]),
        ({"role": "leaf", "kind": "argument"}, ["Quiet", "Curves"]),
        ({"role": ["thesis", "premise"]}, ["Trams", "Clean", "Cheap"]),
        ("declared-thesis", ["Trams"]),
        ({"text": "*PETROL*"}, ["Clean"]),
        ({"text": ["they are quiet.", "*curves"]}, ["Quiet"]),
        ({"section": "rails"}, ["Cheap", "Whole", "Good"]),
        ({"section": "Streets", "kind": "argument"}, ["Quiet", "Curves", "Whole"]),
        ({"speaker": "Jensen *"}, ["Quiet"]),
        ({"speaker": "huang"}, ["Quiet"]),
        ({"speaker": "J. H."}, []),
        ("rejected", ["Curves"]),
        ({"status": ["todo", "declared"]}, ["Cheap", "Whole"]),
        ("sourced", ["Clean"]),
        ("out", ["Curves"]),
        ({"data": "source"}, ["Clean"]),
        ({"data": "note"}, []),
        ({"data": ["note", "cited", "speaker"]}, ["Quiet", "Cheap"]),
        ({"data": {"cited": False}}, ["Cheap"]),
        ({"data": {"cited": "false"}}, ["Cheap"]),
        ({"data": {"cited": 0}}, []),
        ({"data": {"source": "b"}}, ["Clean"]),
        ({"data": {"source": ["X", "A"], "year": 2024}}, ["Clean"]),
        ({"data": {"year": [2023, "202*"]}}, ["Clean"]),
        ({"data": {"about": {"town": "Bern"}}}, ["Clean"]),
        ({"data": {"about": "Bern"}}, []),
        ({"not": {"any": ["argument", "#*", {"title": "*"}]}}, ["Untitled 1"]),
        (["<Quiet>", "[Good]"], ["Quiet", "Good"]),
    ],
    ids=str,
)
def test_what_fits(value, expected):
    assert fitting(value) == expected


@pytest.mark.parametrize("text", ["", "A note.\n", "===\ntitle: x\n===\n", "# Only\n"])
def test_maps_with_nothing_in_them(text):
    for value in (
        "thesis",
        "in",
        {"label": "out"},
        {"path": {"to": "*"}},
        "[x]",
        {"section": "*"},
    ):
        assert fitting(value, text) in ([], ["Untitled 1"])


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("a*c", "abc", True),
        ("a*c", "ac", True),
        ("a*c", "acb", False),
        ("aba", "ABA", True),
        ("ab*ba", "aba", False),
        ("*a*a*", "a", False),
        ("*a*a*", "bab a", True),
        ("**", "", True),
        ("", "x", False),
        ("two  words", " Two\nwords ", True),
        ("caf\u00e9", "cafe\u0301", True),
        ("*" + "a*" * 2000 + "b", "a" * 20_000, False),
    ],
)
def test_patterns(pattern, text, fits):
    assert Pattern.of(pattern).fits(text) is fits


def contract(**changes):
    table = {
        "code": "OWN001",
        "name": "own-rule",
        "every": "#thesis",
        "must-have": {"ancestor": "sourced"},
        **{key.replace("_", "-"): value for key, value in changes.items()},
    }
    return {key: value for key, value in table.items() if value is not None}


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        (contract(must_hav="x"), "contract OWN001 has the key 'must-hav', which is not known; did you mean must-have?"),
        (contract(every=None), "contract OWN001 has no `every`"),
        (contract(code=None), "contract 1 has no `code`"),
        (contract(code=7), "contract 1, `code` has to be a text"),
        (contract(name=None), "contract OWN001 has no `name`"),
        (contract(must_have=None), "contract OWN001 has neither of `must-have` and `must-not-have`; give it one"),
        (contract(must_not_have="*"), "contract OWN001 has both of"),
        (contract(severity="fatal"), "contract OWN001, `severity` has the word 'fatal', which is not known; known: error, warning, info"),
        (contract(severity="warnin"), "did you mean warning?"),
        (contract(must_exist="yes"), "`must-exist` has to be true or false"),
        (contract(help=3), "`help` has to be a text"),
        (contract(every="thesys"), "contract OWN001, `every` has the word 'thesys', which is not known; did you mean thesis?"),
        (contract(every=""), "`every` has the word ''"),
        (contract(every="#"), "`every` has the word '#'"),
        (contract(every=True), "`every` is true or false; write `*`, `#tag`"),
        (contract(every=[]), "`every` has to be a list of conditions, and not an empty one"),
        (contract(every={}), "`every` is an empty table"),
        (contract(must_have={"ancester": "*"}), "contract OWN001, `must-have` has the key 'ancester', which is not known; did you mean ancestor?"),
        (contract(must_have={"ancestor": {"dta": "source"}}), "`must-have.ancestor` has the key 'dta'"),
        (contract(must_have={"ancestor": ["#a", {"role": "leef"}]}), "`must-have.ancestor.2.role` has the word 'leef', which is not known; did you mean leaf?"),
        (contract(every={"tag": []}), "`every.tag` has to be a text or a list of texts"),
        (contract(every={"tag": ["a", 1]}), "`every.tag` has to be a text or a list of texts"),
        (contract(every={"label": "accepted"}), "known: in, out, undecided"),
        (contract(every={"status": "accepted"}), 'write `data = {status = "accepted"}`'),
        (contract(every={"data": {}}), "`every.data` is empty"),
        (contract(every={"data": {"a": []}}), "`every.data.a` is empty"),
        (contract(must_have={"path": "*"}), "`must-have.path` has to be a table; write `{to = …}`"),
        (contract(must_have={"path": {"via": "any"}}), "has to lead to something or from something"),
        (contract(must_have={"path": {"to": "*", "from": "*"}}), "has to lead to something or from something"),
        (contract(must_have={"path": {"too": "*"}}), "has the key 'too', which is not known"),
        (contract(must_have={"path": {"to": "*", "via": "suport"}}), "`must-have.path.via` has the word 'suport', which is not known; did you mean support?"),
        ("OWN001", "contract 1 has to be a table"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_wrong_with_a_contract_is_said_with_its_place(table, complaint):
    with pytest.raises(Misread) as caught:
        read_contracts([table])
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_contracts_are_a_list():
    with pytest.raises(Misread, match=r"\[\[check.contracts\]\]"):
        read_contracts({"code": "OWN001"})


def test_conditions_do_not_nest_without_end():
    value = "*"
    for _ in range(500):
        value = {"not": value}
    with pytest.raises(Misread, match="nested deeper"):
        read_contracts([contract(every=value)])
    deep = "x"
    for _ in range(500):
        deep = {"a": deep}
    with pytest.raises(Misread, match="nested deeper"):
        read_contracts([contract(every={"data": deep})])

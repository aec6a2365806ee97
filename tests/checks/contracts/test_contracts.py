"""What contracts say to the author, and how they go together with other rules."""

from argmap.checks import RULES, Selection, Subject, check, explain
from argmap.checks.contracts import read_contracts
from argmap.diagnostic import Severity
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse


def rule(**table):
    table = {key.replace("_", "-"): value for key, value in table.items()}
    [found] = read_contracts([{"code": "OWN001", "name": "own-rule", **table}])
    return found


def findings(text, **table):
    return list(rule(**table).find(Subject(build_graph(parse(Source.of(text))))))


CHAIN = """[T]: t. {speaker: Bob}
  + <A>: a.
    + [B]: b.
      - [C]: c. {speaker: Ann}

<Proof>: p. {speaker: Ann}

(1) [D]: d.
----
(2) [E]: e.
----
(3) [B]
"""


def test_what_must_be_there_and_is_not():
    [finding] = findings(CHAIN, every="[T]", must_have={"ancestor": {"data": "source"}})
    assert finding.message == "[T] rests on nothing that gives `source`."
    assert finding.help == "see what the project asks for: `argmap explain OWN001`."
    assert (finding.titles, finding.chain, finding.notes) == (("T",), (), ())
    assert Source.of(CHAIN).slice(finding.span) == "[T]"


def test_a_way_that_must_not_be_there_is_shown():
    table = {"must_not_have": {"path": {"to": {"speaker": "Bob"}}}}
    [c, proof] = findings(CHAIN, every={"speaker": "Ann"}, **table)
    assert c.message == "[C] leads to something that is said by Bob."
    assert c.notes == ("The way: [C] → [B] → <A> → [T]",)
    assert c.chain == ("C", "B", "A", "T") and c.titles == ("C", "T")
    assert proof.notes == ("The way: <Proof> → [B] → <A> → [T]",)


def test_a_way_runs_through_the_steps_of_an_argument_and_names_it():
    [finding] = findings(CHAIN, every="[D]", must_not_have={"descendant": "[B]"})
    assert finding.notes == ("The way: [D] → <Proof> → [E] → <Proof> → [B]",)
    [finding] = findings(CHAIN, every="[B]", must_not_have={"ancestor": "[D]"})
    assert finding.message == "[B] rests on something that is [D]."
    assert finding.notes == ("The way: [B] ← <Proof> ← [E] ← <Proof> ← [D]",)


def test_no_way_leads_from_a_later_premise_to_an_earlier_conclusion():
    text = "<A>\n\n(1) [P]: p.\n----\n(2) [I]: i.\n(3) [Q]: q.\n----\n(4) [C]: c.\n"
    assert not findings(text, every="[Q]", must_not_have={"descendant": "[I]"})
    assert findings(text, every="[Q]", must_not_have={"descendant": "<A>"})
    assert findings(text, every="[Q]", must_not_have={"descendant": "[C]"})
    assert not findings(text, every="[I]", must_not_have={"ancestor": "[I]"})


def test_only_some_ways_count():
    for via, said in (("attack", "by attack to nothing"), (["support", "attack"], "to nothing")):
        found = findings(CHAIN, every="[C]", must_have={"path": {"to": "[X]", "via": via}})
        assert said in found[0].message
    assert not findings(CHAIN, every="[C]", must_have={"path": {"to": "[B]", "via": "attack"}})
    assert findings(CHAIN, every="[C]", must_have={"path": {"to": "[T]", "via": "attack"}})
    assert findings(CHAIN, every="[C]", must_have={"path": {"to": "[B]", "via": "undercut"}})


def test_the_authors_of_contracts_choose_the_words():
    words = {"message": "{name} {needs} more.", "help": "add {x} to {name}."}
    [finding] = findings(CHAIN, every="[T]", must_have="#x", **words)
    assert (finding.message, finding.help) == ("[T] {needs} more.", "add {x} to [T].")
    [finding] = findings(CHAIN, every="[T]", must_have="#x", message="More!")
    assert finding.message == "[T]: More!"


def test_titles_with_braces_are_no_placeholders():
    [finding] = findings("[{name}]: x.\n", every="*", must_have="#x", message="See {name}.")
    assert finding.message == "See [{name}]."


def test_a_map_that_has_nothing_of_the_kind():
    assert not findings(CHAIN, every="#fact", must_have="#x")
    [finding] = findings(CHAIN, every="#fact", must_have="#x", must_exist=True)
    assert finding.message == "The map has no node that is tagged #fact."
    assert finding.titles == () and finding.span == (0, 0)
    assert not findings(
        CHAIN + "\n[F]: f. #fact #x\n", every="#fact", must_have="#x", must_exist=True
    )
    assert (
        findings("", every="*", must_have="#x", must_exist=True)[0].message
        == "The map has no node."
    )


def test_prose_is_never_checked():
    text = "A plain paragraph.\n\nMarked. #m\n\n[Titled]: t.\n\nAbove\n  + below\n\n<A>\n\n(1) One\n----\n(2) Two\n"
    found = findings(text, every="statement", must_have="#x")
    assert [finding.message.split(" is not")[0] for finding in found] == [
        '"Marked. #m"', "[Titled]", '"Above"', '"below"', '"One"', '"Two"',
    ]  # fmt: skip


def test_a_conflict_is_no_answer_and_an_attack_on_a_premise_is():
    text = "[T]: t.\n  - <A>: a.\n\n<A>\n\n(1) [P]: p.\n----\n(2) [C]: c.\n"
    table = {"every": {"target": "[T]"}, "must_have": {"answer": "*"}}
    assert [f.titles[0] for f in findings(text, **table)] == ["A", "C"]
    assert not findings(text + "\n[P]\n  - [R]: r.\n", **table)
    assert not findings(text + "\n<A>\n  _ [R]: r.\n", **table)
    assert findings(text + "\n[C]\n  >< [R]: r.\n", **table)
    assert findings("[T]: t.\n  >< [A]: a.\n", **table)


def test_long_ways_are_shortened_and_all_of_many_findings_are_made():
    lines = ["[S0]: s. #thesis", *("  " * n + f"+ [S{n}]: s." for n in range(1, 300))]
    found = findings("\n".join(lines), every="*", must_not_have={"descendant": "#thesis"})
    assert len(found) == 299
    assert found[-1].notes == () or found[-1].notes[0].count("→") == 6
    assert found[50].notes == ("The way: [S51] → [S50] → [S49] → … → [S2] → [S1] → [S0]",)


def test_selection_severity_and_expectations_know_own_rules():
    own = rule(every="[T]", must_have="#x", severity="info")
    text = "===\nexpect: ['OWN001 [T]', 'own-rule [A]']\ncheck: {severity: {own-rule: error}}\n===\n\n[T]: t.\n  + [A]: a.\n"
    subject = Subject(build_graph(parse(Source.of(text))))
    found = check(subject, Selection(), (*RULES, own))
    assert [(d.code, d.severity, d.expected) for d in found] == [
        ("EXP001", Severity.ERROR, False),
        ("OWN001", Severity.ERROR, True),
    ]
    assert [d.code for d in check(subject, Selection(select=("OWN",)), (*RULES, own))] == [
        "EXP001",
        "OWN001",
    ]
    assert check(subject, Selection(ignore=("own001",)), (*RULES, own)) == ()


def test_the_page_of_a_contract_says_what_it_declares():
    table = {
        "every": {"data": {"odd key": 'with "quotes"'}},
        "must_have": ["in", {"tag": ["a", "b"]}],
        "must_exist": True,
        "why": "Line one.\nLine two.",
        "help": "tag it.",
    }
    page = explain(rule(**table))
    assert page.startswith('# OWN001 own-rule\n\nA node that gives `odd key: with "quotes"` ')
    for part in (
        "is not labelled in and is not tagged #a or #b",
        "Tag it.",
        "Line one.\nLine two.",
    ):
        assert part in page
    import tomllib

    toml = page.split("```toml\n")[1].split("```")[0]
    [declared] = tomllib.loads(toml)["check"]["contracts"]
    assert declared == {
        "code": "OWN001",
        "name": "own-rule",
        **{k.replace("_", "-"): v for k, v in table.items()},
    }

"""Rules about texts, compared with the readings written down again; fixes mend what they promise."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import graph_of, maps

from argmap.analysis.lexicon import LANGUAGES, lexicon
from argmap.checks import Selection, Subject, check
from argmap.diagnostic import Diagnostic
from argmap.model import ArgumentGraph, NodeKind, RelationKind, Role

STOP = set(
    re.findall(
        r"\w+",
        """a an the this that these those is are was were be been being to of in on at by for with as
        and or it its der die das den dem des ein eine einer eines einem einen ist sind war waren
        sein zu im am an auf von vom mit für und oder es 的 了 是 在 和 与""",
    )
)
WORDINGS = [
    "Cats purr.",
    "cats  purr",
    "Cats purr?",
    "A cat purrs because cats do.",
    "The purr of cats #animals",
    "cats, purr! #animals",
    "猫叫。",
    "猫在叫",
    "ＣＡＴＳ purr",
    "Do they？ #animals",
    "One thing. Another thing.",
]


def found(text: str, *codes: str) -> list[Diagnostic]:
    return list(check(Subject(graph_of(text)), Selection(select=codes or ("ALL",))))


@st.composite
def wordings(draw: st.DrawFn) -> str:
    blocks = [draw(maps())]
    for name in ("[S0]", "[S1]", "[S2]", "<A>", "<B>", "[X]"):
        blocks.append(f"{name}: {draw(st.sampled_from(WORDINGS))}")
    blocks.append(draw(st.sampled_from(WORDINGS)))
    for _ in range(draw(st.integers(0, 3))):
        child = draw(st.sampled_from([f"[S{draw(st.integers(0, 4))}]", "<A>", *WORDINGS]))
        blocks.append(f"[S{draw(st.integers(0, 4))}]\n  + {child}")
    return "\n\n".join(block for block in blocks if block) + "\n"


def shown(node) -> str:
    """The canonical text; the tags of these wordings stand at its end."""
    return re.sub(r"\s*#\w+$", "", node.text or "").strip()


def content(text: str) -> set[str]:
    text = unicodedata.normalize("NFKC", text).casefold()
    words = set()
    for run in re.findall(r"\w+", text):
        pieces = re.findall("[\u4e00-\u9fff]|[^\u4e00-\u9fff]+", run)
        words.update(pieces)
    return words - STOP


def tied(graph: ArgumentGraph) -> set[str]:
    ends = {
        e.title
        for r in graph.relations
        for e in (r.source, r.target)
        if e.kind is NodeKind.STATEMENT
    }
    return ends | {line.title for a in graph.arguments.values() for line in a.pcs}


@settings(max_examples=100, deadline=None)
@given(wordings())
def test_findings_about_texts_are_those_of_the_readings(text: str) -> None:
    graph = graph_of(text)
    got: dict[str, list[Diagnostic]] = {}
    for diagnostic in check(Subject(graph), Selection(select=("ALL",))):
        got.setdefault(diagnostic.code, []).append(diagnostic)

    questions = {
        title
        for title, statement in graph.statements.items()
        if shown(statement)[-1:] in ("?", "？") and (statement.is_titled or title in tied(graph))
    }
    assert {d.title for d in got.get("STY001", [])} == questions

    groups = set()
    for nodes in (graph.statements, graph.arguments):
        texts: dict[str, list[str]] = {}
        for title, node in nodes.items():
            said = unicodedata.normalize("NFKC", shown(node)).casefold()
            said = re.sub(r"\W+", " ", said).strip()
            if node.is_titled and said:
                texts.setdefault(said, []).append(title)
        groups |= {tuple(titles) for titles in texts.values() if len(titles) > 1}
    assert {d.finding.titles for d in got.get("STY004", [])} == groups

    single, unused = [], set()
    for argument in graph.arguments.values():
        single += [i for i in argument.inferences if len(i.premises) == 1]
        if any(inference.declares_uses for inference in argument.inferences):
            used = {argument.pcs[p].title for i in argument.inferences for p in i.premises}
            lines = (line for line in argument.pcs if line.role is Role.PREMISE)
            unused |= {line.occurrence.span for line in lines if line.title not in used}
    assert [d.span for d in got.get("INF004", [])] == sorted(i.span for i in single)
    assert {d.span for d in got.get("INF001", [])} == unused


@settings(max_examples=100, deadline=None)
@given(wordings())
def test_restated_premises_are_those_of_the_reading(text: str) -> None:
    graph = graph_of(text)
    pairs = set()
    for argument in graph.arguments.values():
        for inference in argument.inferences:
            conclusion = argument.pcs[inference.conclusion].title
            pairs |= {(conclusion, argument.pcs[p].title) for p in inference.premises}
    for relation in graph.relations:
        both = {relation.source.kind, relation.target.kind}
        is_support = relation.kind in (RelationKind.SUPPORT, RelationKind.ENTAILS)
        if is_support and both == {NodeKind.STATEMENT}:
            pairs.add((relation.target.title, relation.source.title))
    statements = graph.statements
    expected = {
        pair
        for pair in pairs
        if pair[0] != pair[1]
        and content(shown(statements[pair[0]]))
        and content(shown(statements[pair[0]])) == content(shown(statements[pair[1]]))
    }
    assert {d.finding.titles for d in found(text, "CIR003")} == expected


def mended(text: str, code: str) -> tuple[str, Diagnostic]:
    (diagnostic,) = found(text, code)
    fix = diagnostic.finding.fix
    assert fix is not None and not fix.safe
    for span, new in sorted(fix.edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text, diagnostic


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("STY003", "[T]: Ban cars because they kill.\n", "[T]: Ban cars.\n  + They kill.\n"),
        ("STY003", "[T]: t.\n  - Ban cars, because they kill!\n", "[T]: t.\n  - Ban cars!\n    + They kill!\n"),
        ("STY003", "[T]: 应该禁止，因为有害健康。\n", "[T]: 应该禁止。\n  + 有害健康。\n"),
        ("STY002", "[T]: t.\n  + [A]: Cars kill. Buses do not.\n", "[T]: t.\n  + [A]: Cars kill.\n  + Buses do not.\n"),
        ("STY004", "[A]: One thing.\n  + [P]: p.\n\n[B]: One thing\n  + [Q]: q.\n\n[B]\n  - [R]: r.\n", "[A]: One thing.\n  + [P]: p.\n\n[A]: One thing\n  + [Q]: q.\n\n[A]\n  - [R]: r.\n"),
    ],
)  # fmt: skip
def test_a_fix_mends(code: str, text: str, expected: str) -> None:
    assert mended(text, code)[0] == expected
    assert found(expected, code) == []


@pytest.mark.parametrize(
    "text",
    [
        "[T]: Ban cars because they kill.\n    + [P]: p.\n",  # a line below would change its parent
        "[T]: Ban cars because they kill. #loud\n",
        "[T]: Ban cars because they kill. {note: n}\n",
        "[T]: Ban *cars* because they kill.\n",
        "[T]: Ban cars because they kill and therefore harm.\n",
        "[T]: Ban cars because [they] kill.\n\n[they]: t.\n",
        "Because they kill, ban cars.\n  + [P]: p.\n",
        "[T]: Ban cars because\n  they kill.\n",
        "<A>\n\n(1) Cars go because they kill.\n(2) p.\n----\n(3) q.\n",
    ],
)
def test_what_is_not_a_matter_of_cutting_is_not_cut(text: str) -> None:
    (diagnostic,) = found(text, "STY003")
    assert diagnostic.finding.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "[A]: One thing.\n  + [B]: One thing!\n",  # it would support itself
        "[A]: One thing.\n\n[B]: One thing.\n\n[C]: See @[B].\n",
        "===\nthesis: B\n===\n\n[A]: One thing.\n\n[B]: One thing.\n",
    ],
)
def test_titles_are_not_merged_where_something_would_be_left(text: str) -> None:
    (diagnostic,) = found(text, "STY004")
    assert diagnostic.finding.fix is None


@settings(max_examples=60, deadline=None)
@given(wordings())
def test_every_fix_removes_its_finding(text: str) -> None:
    for diagnostic in found(text, "STY"):
        fix = diagnostic.finding.fix
        if fix is None:
            continue
        after = text
        for span, new in sorted(fix.edits, reverse=True):
            after = after[: span.start] + new + after[span.end :]
        assert len(found(after, diagnostic.code)) == len(found(text, diagnostic.code)) - 1


REPORTED = "[C]: {} {{speaker: Ann}}\n  + [P]: {}\n"


@pytest.mark.parametrize(
    ("code", "conclusion", "premise", "speaks"),
    [
        ("WRD001", "Prices will rise.", "Demand might rise.", True),
        ("WRD001", "Prices will rise.", "Demand rises.", False),
        ("WRD001", "Prices must be lowered.", "Demand might rise.", False),  # a duty
        ("WRD001", "Prices will perhaps rise.", "Demand might rise.", False),
        ("WRD001", "Prices will rise.", "Demand rose in May 2020.", False),
        ("WRD001", "Prices WILL rise.", "Demand May rise.", True),
        ("WRD001", "The goodwill counts.", "Demand might rise.", False),
        ("WRD001", "价格必将上涨。", "需求可能增加。", True),
        ("WRD001", "价格必将上涨。", "需求不可能增加。", False),
        ("WRD002", "Clearly, prices rise.", "Demand rises.", True),
        ("WRD002", "The sign can be seen clearly.", "It is large.", False),
        ("WRD002", "显然价格会上涨。", "需求增加。", True),
        ("WRD004", "Prices rise worldwide.", "They rise in Ghent.", True),
        ("WRD004", "Prices rise worldwide.", "They rise in every town.", False),
        ("WRD004", "Not all prices rise.", "They fall in Ghent.", False),
        ("WRD004", "所有价格都上涨。", "米价上涨。", True),
    ],
)
def test_words_are_read_in_their_phrases(
    code: str, conclusion: str, premise: str, speaks: bool
) -> None:
    text = REPORTED.format(conclusion, premise)
    assert bool(found(text, code)) is speaks
    unreported = text.replace(" {speaker: Ann}", "")
    assert found(unreported, code) == []


def test_a_quote_is_read_as_well() -> None:
    text = (
        '[C]: Prices rise. {speaker: Ann, quote: "prices will rise"}\n  + [P]: Demand may rise.\n'
    )
    assert [d.title for d in found(text, "WRD001")] == ["C"]


def test_one_sure_step_carries_a_conclusion() -> None:
    text = "[C]: Prices will rise. {speaker: Ann}\n  + [P]: Demand may rise.\n"
    assert found(text, "WRD001")
    assert found(text + "  + [Q]: Supply falls.\n", "WRD001") == []


def test_the_source_of_an_argument_counts_for_its_conclusions() -> None:
    structure = "\n\n(1) Ice melts.\n(2) Seas are water.\n----\n(3) [C]: We must act.\n"
    assert found(f"<A>: a. {{source: x}}{structure}", "WRD003")
    assert found(f"<A>: a.{structure}", "WRD003") == []


@pytest.mark.parametrize(
    "value", ["INF004", "inf", "single-premise-step", "[STY001, INF004]", "ALL"]
)
def test_a_step_is_muted_by_code_beginning_name_or_list(value: str) -> None:
    text = "<A>\n\n(1) p.\n-- {ignore: %s} --\n(2) q.\n"
    assert found(text % value, "INF004") == []
    assert found(text % "STY001", "INF004")


@pytest.mark.parametrize(
    "synonyms", ["[[cars, vehicles]]", "{car: vehicle}", "{car: [bus, vehicle]}"]
)
def test_synonyms_are_one_term(synonyms: str) -> None:
    text = "<A>\n\n(1) Cars are loud.\n(2) What is loud disturbs.\n----\n(3) Vehicles disturb.\n"
    assert found(text, "INF002")
    assert found(f"===\nsynonyms: {synonyms}\n===\n\n{text}", "INF002") == []


def test_synonyms_without_a_word_are_passed_over() -> None:
    text = "<A>\n\n(1) Cars are loud.\n(2) What is loud disturbs.\n----\n(3) Buses disturb.\n"
    assert found(f"===\nsynonyms: [['!', cars], ['?', '…'], [7], cars]\n===\n\n{text}", "INF002")


def test_chinese_terms_are_compared_by_pairs_of_characters() -> None:
    text = "<校服>\n\n(1) 校服让学生穿着统一。\n(2) 穿着统一可以减少攀比。\n----\n(3) 校服可以减少{}。\n"
    assert found(text.format("攀比"), "INF002") == []
    (diagnostic,) = found(text.format("迟到"), "INF002")
    assert '"迟到"' in diagnostic.finding.message


def test_lang_chooses_the_lists() -> None:
    text = "[C]: Der Platz ist laut, weil dort Autos fahren.\n  + [P]: p.\n"
    assert found(text, "STY003") == []
    assert found(f"===\nlang: de-AT\n===\n\n{text}", "STY003")
    assert found(text.replace("fahren.", "fahren. {lang: de}"), "STY003")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_a_list_is_found(language: str) -> None:
    lists = lexicon(language)
    for name in ("possible", "certain", "assurance", "ought", "norms", "universal", "inference"):
        words = getattr(lists, name)
        for entry in words.words:
            assert words.find(entry.replace("*", "")), (name, entry)
        for entry in words.exceptions:
            assert words.find(entry.replace("*", "")) is None, (name, entry)


@given(st.text(alphabet="because, since.?!。；the it and #[]{}:\n但因为", max_size=80))
def test_no_text_raises(text: str) -> None:
    found(f"[T]: {text}\n  + [P]: {text}\n")


@given(st.text(alphabet="synonyms:lag[]{},' \n-1ab", max_size=60))
def test_no_setting_raises(text: str) -> None:
    found(f"===\nsynonyms: {text}\n===\n\n<A>\n\n(1) a b.\n----\n(2) c d.\n", "INF002")

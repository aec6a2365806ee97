"""The table of schemes, its reader, and what says which premises and questions are filled."""

import re
from pathlib import Path

import pytest

from argmap.analysis.open_questions import named_questions, open_questions
from argmap.analysis.scheme_text import scheme_list, scheme_page, scheme_section
from argmap.analysis.scheme_uses import find_scheme_uses, is_answered, is_filled
from argmap.analysis.schemes import (
    QuestionKind,
    UnknownScheme,
    find_scheme,
    kebab,
    named_scheme,
    nearest_scheme,
    schemes,
)
from argmap.model import build_graph
from argmap.source import Source
from argmap.syntax import parse

DOCS = Path(__file__).parents[2] / "docs"
ALL = [pytest.param(scheme, id=scheme.name) for scheme in schemes().values()]
WISHED_FOR = """position-to-know expert-opinion witness-testimony popular-opinion popular-practice
    example analogy verbal-classification values practical-reasoning waste cause-to-effect
    correlation-to-cause sign best-explanation evidence-to-hypothesis consequences commitment
    ethotic ad-hominem slippery-slope established-rule precedent explanation"""


def use_of(text):
    graph = build_graph(parse(Source.of(text)))
    (use,) = find_scheme_uses(graph)
    return graph, use


def test_the_table_has_the_schemes_that_people_look_for():
    assert set(WISHED_FOR.split()) == set(schemes())


@pytest.mark.parametrize("scheme", ALL)
def test_an_entry_is_complete_and_well_formed(scheme):
    assert kebab(scheme.name) == scheme.name
    assert scheme.title[0].islower() and not scheme.title.endswith(".")
    assert scheme.premises, "somebody has to say something"
    assert scheme.source
    for text in (scheme.conclusion, *(role.text for role in scheme.premises)):
        assert text[0].isupper() and text.endswith(".") and len(text) < 100
    for question in scheme.questions:
        assert question.text[0].isupper() and question.text.endswith("?")
        assert question.text.split()[0] in (
            "Is",
            "Was",
            "Are",
            "Do",
            "Does",
            "Did",
            "Has",
            "Can",
            "Could",
            "Would",
            "Will",
        )
        assert len(question.text) < 100
    keys = [*scheme.roles, *(q.key for q in scheme.questions if q.kind is QuestionKind.EXCEPTION)]
    assert len(keys) == len(set(keys)), "a key is a role and a question, or stands twice"
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", key) for key in keys), (
        "YAML reads keys as they are"
    )


@pytest.mark.parametrize(
    "scheme", [s for s in schemes().values() if s.name != "explanation"], ids=lambda s: s.name
)
def test_a_scheme_of_argument_names_its_place_and_has_an_exception(scheme):
    assert re.search(r"Walton, Reed and Macagno 2008, ch\. 9, nos?\. \d", scheme.source)
    assert QuestionKind.EXCEPTION in [q.kind for q in scheme.questions]


def test_names_and_aliases_mean_one_scheme_each():
    owners = {}
    for scheme in schemes().values():
        for name in (scheme.name, scheme.title, *scheme.aliases):
            assert owners.setdefault(kebab(name), scheme.name) == scheme.name, name
            assert find_scheme(name) is scheme


@pytest.mark.parametrize(
    "name",
    ["expert opinion", "Expert Opinion", "EXPERT_OPINION", "Argument from expert opinion",
     "argument from an expert opinion", "appeal to authority", " expert-opinion ", "Expert-Opinion scheme"],
)  # fmt: skip
def test_a_name_may_be_spelt_in_many_ways(name):
    scheme = find_scheme(name)
    assert scheme is not None and scheme.name == "expert-opinion"


@pytest.mark.parametrize(
    "name", ["", " ", "-", "argument", "argument from", "the", "modus ponens"]
)
def test_other_names_mean_nothing(name):
    assert find_scheme(name) is None


def test_a_misspelt_name_is_understood_and_a_foreign_one_is_not():
    assert nearest_scheme("expert-opnion") == "expert-opinion"
    assert nearest_scheme("Argument from slipery slope") == "slippery-slope"
    assert nearest_scheme("ad populm") == "popular-opinion"
    assert nearest_scheme("modus ponens") is None
    with pytest.raises(UnknownScheme, match="did you mean analogy"):
        named_scheme("anlogy")


@pytest.mark.parametrize("scheme", ALL)
def test_the_page_on_schemes_says_what_the_table_says(scheme):
    page = (DOCS / "schemes.md").read_text("utf-8")
    assert scheme_section(scheme).strip() in page
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == list(schemes())


@pytest.mark.parametrize("scheme", ALL)
def test_what_is_printed_holds_everything_and_a_map_that_can_be_typed(scheme):
    page = scheme_page(scheme)
    for text in (
        scheme.conclusion,
        *(r.text for r in scheme.premises),
        *(q.text for q in scheme.questions),
    ):
        assert text in page
    example = page.splitlines()[-1].strip()
    _, use = use_of(example.replace("<Argument>", "<Argument>: They say so."))
    assert use.scheme is scheme
    assert set(use.data["roles"]) == {role.name for role in scheme.premises}
    assert scheme.name in scheme_list(schemes().values())


STRUCTURE = """<A> {{scheme: sign, {}}}

(1) [Smoke]: There is smoke.
(2) Smoke means fire.
----
(3) [Fire]: There is a fire.

[Hearth]: The hearth is lit.
"""


@pytest.mark.parametrize(
    ("filler", "filled"),
    [
        ("1", True), ("3", True), ("4", False), ("'1'", True), ("(2)", True), ("(9)", False),
        ("Smoke", True), ("'[Smoke]'", True), ("[Smoke]", True), ("[1, 2]", True), ("'[Nowhere]'", False),
        ("[Nowhere]", False), ("[]", False), ("''", False), ("null", False), ("true", True),
        ("false", False), ("there is smoke over the roof", True), ("1.5", False), ("{a: b}", False),
        ("'<A>'", True), ("99999999999999999999", False), ("2024-01-01", True),
    ],
)  # fmt: skip
def test_what_fills_a_role(filler, filled):
    graph, use = use_of(STRUCTURE.format(f"roles: {{sign: {filler}}}"))
    assert is_filled(graph, use, use.data["roles"]["sign"]) is filled


@pytest.mark.parametrize(
    ("answer", "answered"),
    [
        ("true", True), ("false", False), ("null", False), ("Hearth", True), ("[Hearth]", True),
        ("'[Hearth]'", True), ("'<Hearth>'", False), ("'<A>'", True), ("Nowhere", False),
        ("[Nowhere, Hearth]", True), ("2", True), ("8", False), ("''", False), ("[[Hearth]]", True),
    ],
)  # fmt: skip
def test_what_answers_a_question(answer, answered):
    graph, use = use_of(STRUCTURE.format(f"cq: {{strength: {answer}}}"))
    assert is_answered(graph, use, use.data["cq"]["strength"]) is answered


def test_a_premise_that_plays_an_assumption_answers_it_and_no_exception():
    graph, use = use_of(STRUCTURE.format("roles: {strength: 2, other-cause: 2}"))
    assert [question.key for question in open_questions(graph, use, {})] == ["other-cause"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("+ <B>: b {cq: strength}", ["other-cause"]),
        ("- <B>: b {cq: strength}", ["strength", "other-cause"]),  # who objects raises exceptions
        ("- <B>: b {cq: other-cause}", ["strength"]),
        ("_ <B>: b {cq: [Other Cause, strength]}", ["strength"]),
        ("+ <B>: b {cq: other-cause}", ["strength", "other-cause"]),
        ("+ <B>: b {cq: {strength: true}}", ["strength", "other-cause"]),
    ],
)
def test_what_stands_below_an_argument_deals_with_the_question_that_it_names(line, left):
    graph, use = use_of(f"<A>: a {{scheme: sign}}\n  {line}\n")
    named = named_questions(graph)
    assert [question.key for question in open_questions(graph, use, named)] == left


def test_what_attacks_a_premise_or_the_inference_raises_questions_too():
    text = STRUCTURE.format("note: x").replace("----", "----\n  _ <U>: u {cq: other-cause}")
    text = text.replace("(2)", "  + <S>: s {cq: strength}\n(2)")
    graph, use = use_of(text)
    assert open_questions(graph, use, named_questions(graph)) == ()


def test_a_scheme_may_stand_in_an_inference_which_the_document_shows():
    text = "<A>\n\n(1) a.\n--\nRule {uses: [1], scheme: Sign}\n--\n(2) b.\n"
    _, use = use_of(text)
    assert (use.inference, use.scheme, use.node.title) == (0, find_scheme("sign"), "A")
    assert text[slice(*use.place("scheme"))] == "Sign"


def test_the_last_word_on_an_argument_counts_and_is_where_it_is_shown():
    text = "<A>: a {scheme: sign}\n\n<A> {scheme: analogy}\n"
    _, use = use_of(text)
    assert use.scheme is find_scheme("analogy")
    assert text[slice(*use.place("scheme"))] == "analogy"

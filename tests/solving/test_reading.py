"""Frameworks as they are written, and what is said of those that cannot be read."""

import pytest

from argmap.solving import Framework, FrameworkError, read_framework


def edges(framework):
    names = framework.names
    return [(names[a], names[b]) for a, others in enumerate(framework.attacked) for b in others]


SAME = {
    "af": "p af 3\n# a comment\n1 2\n2 1\n\n2 3\n3 3\n",
    "tgf": "1\n2 a label\n3\n#\n1 2\n2 1 a label\n\n2 3\n3 3\n",
    "apx": "arg(1). arg(2).\narg( 3 ) .\n% a comment. att(3,1).\natt(1,2).att(2,1).\natt(2, 3).\natt(3,3). % itself",
}
ATTACKS = [("1", "2"), ("2", "1"), ("2", "3"), ("3", "3")]


@pytest.mark.parametrize("format", SAME)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n"])
@pytest.mark.parametrize("is_told", [True, False])
def test_one_framework_in_three_formats(format, line_end, before, is_told):
    text = before + SAME[format].replace("\n", line_end)
    framework = read_framework(text, format if is_told else None)
    assert list(framework.names) == ["1", "2", "3"]
    assert edges(framework) == ATTACKS
    assert [sorted(others) for others in framework.attackers] == [[1], [0], [1, 2]]


def test_an_attack_that_is_written_twice_is_one():
    assert edges(read_framework("p af 2\n1 2\n1 2\n")) == [("1", "2")]
    assert edges(read_framework("a\nb\n#\na b\na b\n")) == [("a", "b")]
    assert edges(read_framework("arg(a). arg(b). arg(a). att(a,b). att(a,b).")) == [("a", "b")]


def test_attacks_may_stand_before_their_arguments_in_apx():
    assert edges(read_framework("att(a,b).\narg(b).\narg(a).\n")) == [("a", "b")]


@pytest.mark.parametrize("name", ["ä", "論", "p", "arg", "a-b_c'd", "1.5", '"q"'])
def test_odd_names(name):
    assert edges(read_framework(f"{name}\nother\n#\n{name} other\n", "tgf")) == [(name, "other")]
    assert edges(read_framework(f"arg({name}).\natt({name},{name}).", "apx")) == [(name, name)]


@pytest.mark.parametrize(
    ("format", "text"), [("af", "p af 0\n"), ("tgf", "#\n"), ("apx", ""), ("apx", "% nothing\n")]
)
def test_nothing_is_a_framework_too(format, text):
    assert len(read_framework(text, format)) == 0


WRONG = [
    ("af", "", "empty"),
    ("af", "# only a comment", "empty"),
    ("af", "1 2\n", "line 1: expected `p af N`"),
    ("af", "# c\np af\n", "line 2: expected `p af N`"),
    ("af", "p af -3\n", "line 1"),
    ("af", "p af 3 4\n", "line 1"),
    ("af", "p af ٣\n", "line 1"),
    ("af", "p af 999999999\n", "too many"),
    ("af", f"p af {'9' * 5000}\n", "line 1"),
    ("af", "p af 3\n1 2\n\n1 4\n", "line 4: there is no argument 4; they run from 1 to 3"),
    ("af", "p af 3\n0 1\n", "line 2: there is no argument 0"),
    ("af", "p af 0\n1 1\n", "line 2: there is no argument 1"),
    ("af", "p af 3\n1 2 3\n1\n", "line 2: expected two numbers"),
    ("af", "p af 3\n1\n2 3 1\n", "line 2: expected two numbers"),
    ("af", "p af 3\n1 x\n", "line 2: expected two numbers"),
    ("af", "p af 3\n1 +2\n", "line 2: expected two numbers"),
    ("af", "p af 3\n1 1_0\n", "line 2: expected two numbers"),
    ("af", "p af 3\n# c\n-1 2\n", "line 3: expected two numbers"),
    ("af", f"p af 3\n1 {'9' * 5000}\n", "line 2: expected two numbers"),
    ("tgf", "", "`#`"),
    ("tgf", "a\nb\na b\n", "`#`"),
    ("tgf", "a\nb\n", "`#`"),
    ("tgf", "a\nb\na\n#\n", "line 3: 'a' stands here again"),
    ("tgf", "a\n\n#\n\na\n", "line 5: expected two names"),
    ("tgf", "a\n#\na b\n", "line 3: no argument is called 'b'"),
    ("tgf", "a\n#\na a label\nb a\n", "line 4: no argument is called 'b'"),
    ("apx", "arg(a).\narg(b)\n", "line 2"),
    ("apx", "arg(a,b).\n", "line 1"),
    ("apx", "arg(a).\natt(a).\n", "line 2"),
    ("apx", "arg(a).\nxarg(b).\n", "line 2"),
    ("apx", "arg(a).\nsupport(a,a).\n", "line 2"),
    ("apx", "arg(a).\n\natt(a,b).\n", "line 3: no argument is called 'b'"),
    ("apx", "arg(a b).\n", "line 1"),
    ("apx", "arg(a).\n# c\n", "line 2"),
]


@pytest.mark.parametrize(("format", "text", "says"), WRONG)
def test_what_is_wrong_is_told_with_its_line(format, text, says):
    with pytest.raises(FrameworkError) as refused:
        read_framework(text, format)
    assert says in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1 and len(str(refused.value)) < 300


def test_a_text_that_is_nothing_at_all():
    for text in ("", "\n\n", "# a comment\n"):
        with pytest.raises(FrameworkError, match="no framework"):
            read_framework(text)
    with pytest.raises(FrameworkError, match="choose one of af, tgf, apx"):
        read_framework("p af 0\n", "iccma")
    with pytest.raises(FrameworkError, match=r"^debate.af: line 2: "):
        read_framework("p af 0\n1 1\n", path="debate.af")


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 200_000,
        " " * 200_000,
        "a" * 200_000,
        "arg(" * 50_000,
        "att(a," * 40_000,
        "1 " * 100_000,
        "p af 1\n" + "1 " * 100_000,
        "#" * 200_000,
        "%" * 200_000,
    ],
)
@pytest.mark.parametrize("format", [None, "af", "tgf", "apx"])
def test_hostile_texts_are_refused_at_once(text, format):
    from time_limits import in_time

    with in_time():
        try:
            read_framework(text, format)
        except FrameworkError as error:
            assert len(str(error)) < 300


def test_frameworks_can_be_made_from_pairs():
    framework = Framework.of(["a", "b"], [(0, 1), (0, 1), (1, 1)])
    assert framework.attackers == [[], [0, 1]] and framework.attacked == [[1], [1]]
    assert framework.index == {"a": 0, "b": 1}

"""The settings of a project: where they are looked for, what they may say, what goes before what."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

import argmap
from argmap.checks import RULES, Profile, Selection
from argmap.checks.selection import choose
from argmap.checks.selection_reader import KEYS
from argmap.project_file import SettingsError, find_project_file
from argmap.settings import _CHECK_KEYS, Settings, read_settings
from argmap.settings_writer import effective_settings, write_settings
from argmap.severity import FailOn, Severity

CODES = [rule.code for rule in RULES]


@pytest.fixture
def project(tmp_path):
    def write(text, name="argmap.toml", folder="."):
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write


class TestWhere:
    def test_without_a_file_there_are_defaults(self, tmp_path):
        (tmp_path / "argmap.toml").write_text("")  # shuts off what may stand above the tests
        assert read_settings(tmp_path) == Settings(path=tmp_path / "argmap.toml")

    def test_its_own_file(self, project, tmp_path):
        path = project('[check]\nprofile = "debate"\n')
        assert read_settings(tmp_path).selection.profile is Profile.DEBATE
        assert read_settings(tmp_path).path == path

    def test_the_nearest_one_above_counts_and_nothing_of_the_others(self, project, tmp_path):
        project('[check]\nprofile = "debate"\nfail-on = "info"\n')
        near = project('[check]\nignore = ["SUP009"]\n', folder="maps")
        (tmp_path / "maps/deep/deeper").mkdir(parents=True)
        found = read_settings(tmp_path / "maps/deep/deeper")
        assert found.path == near
        assert found.selection == Selection(ignore=("SUP009",)) and found.fail_on is None

    def test_a_table_in_pyproject(self, project, tmp_path):
        project('[tool.argmap.check]\nfail-on = "error"\n', "pyproject.toml")
        assert read_settings(tmp_path).fail_on is FailOn.ERROR

    @pytest.mark.parametrize("text", ["[project]\nname = 'x'\n", "[project]\nname = 'argmap'\n"])
    def test_a_pyproject_without_the_table_is_passed_over(self, project, tmp_path, text):
        above = project('[check]\nfail-on = "error"\n')
        project(text, "pyproject.toml", "maps")
        assert read_settings(tmp_path / "maps").path == above

    def test_its_own_file_goes_before_pyproject(self, project, tmp_path):
        project('[tool.argmap.check]\nfail-on = "error"\n', "pyproject.toml")
        project('[check]\nfail-on = "never"\n')
        assert read_settings(tmp_path).fail_on is FailOn.NEVER

    def test_a_file_that_is_named_counts_wherever_the_map_is(self, project, tmp_path):
        project('[check]\nfail-on = "error"\n')
        named = project('[check]\nfail-on = "never"\n', "other.toml", "elsewhere")
        assert read_settings(tmp_path, named).fail_on is FailOn.NEVER

    def test_a_byte_order_mark_and_an_empty_table(self, project, tmp_path):
        project("\ufeff[check]\n")
        assert read_settings(tmp_path).selection == Selection()


class TestWhatIsWrong:
    def fault(self, tmp_path, config=None):
        with pytest.raises(SettingsError) as caught:
            read_settings(tmp_path, config)
        return str(caught.value)

    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("[chek]\n", ["`chek`", "did you mean `check`?"]),
            ("[check]\nignroe = []\n", ["[check]", "`ignroe`", "did you mean `ignore`?"]),
            ("[check]\nzzz = 1\n", ["[check]", "`zzz`", "known:", "per-file-ignores"]),
            ('[check]\nselect = ["SUP0O1"]\n', ["[check]", "'SUP0O1'", "did you mean SUP001"]),
            ("[check]\nselect = 3\n", ["[check]", "`select`", "list of rules"]),
            ("[check]\nselect = [3]\n", ["[check]", "`select`", "list of rules"]),
            ("check = 3\n", ["`check` has to be a table"]),
            ('[check]\nprofile = "nosuch"\n', ["[check]", "'nosuch'", "classroom"]),
            ("[check]\nprofile = 3\n", ["[check]", "'3'", "classroom"]),
            ('[check]\nstrict-syntax = "yes"\n', ["[check]", "`strict-syntax`", "true or false"]),
            ('[check]\nfail-on = "all"\n', ["[check]", "`fail-on`", "never"]),
            ("[check]\nfail-on = 1\n", ["[check]", "`fail-on` has to be a text"]),
            ("[check]\noutput-format = 1\n", ["[check]", "`output-format` has to be a text"]),
            ('[check]\noutput-format = "jsoon"\n', ["[check]", "`output-format`", "mean json?"]),
            ("[check]\nbaseline = 1\n", ["[check]", "`baseline` has to be a text"]),
            ("[check]\nseverity = 1\n", ["[check]", "`severity`"]),
            ('[check.severity]\nSUP001 = "fatal"\n', ["'fatal'", "error, warning, info"]),
            ("[check.severity]\nSUP001 = [1]\n", ["[1]", "error, warning, info"]),
            ('[check.severity]\nNOPE = "info"\n', ["'NOPE'"]),
            ("[check]\nper-file-ignores = 1\n", ["`per-file-ignores` has to be a table"]),
            ('[check.per-file-ignores]\n"a" = ["NOPE"]\n', ["'NOPE'"]),
            ("[check\n", ["this is not TOML"]),
        ],
    )
    def test_the_message_says_where_and_what_to_do(self, project, tmp_path, text, parts):
        path = project(text)
        message = self.fault(tmp_path)
        assert message.startswith(f"{path}: ")
        assert [part for part in parts if part not in message] == []

    def test_in_pyproject_the_whole_name_of_the_table_is_told(self, project, tmp_path):
        project("[tool.argmap.check]\nignroe = []\n", "pyproject.toml")
        assert "[tool.argmap.check] `ignroe`" in self.fault(tmp_path)
        project("[tool]\nargmap = 3\n", "pyproject.toml")
        assert "[tool.argmap] has to be a table" in self.fault(tmp_path)

    def test_a_named_file_has_to_be_there(self, tmp_path, project):
        assert "there is no such file" in self.fault(tmp_path, tmp_path / "nowhere.toml")
        path = project("[project]\n", "pyproject.toml")
        assert "no table [tool.argmap]" in self.fault(tmp_path, path)

    def test_not_utf_8(self, tmp_path):
        (tmp_path / "argmap.toml").write_bytes(b"# sch\xf6n\n")
        assert "not UTF-8" in self.fault(tmp_path)


class TestWhatIsSaid:
    def test_everything_at_once(self, project, tmp_path):
        project(
            '[check]\nprofile = "teach"\nselect = ["SUP", "REL004"]\nextend-select = "CIR"\n'
            'ignore = ["SUP009"]\nstrict-syntax = true\nfail-on = "info"\n'
            'output-format = "concise"\nbaseline = "known.json"\n'
            '[check.severity]\nSUP = "info"\nSUP001 = "error"\n'
            '[check.per-file-ignores]\n"drafts/*" = ["ALL"]\n'
        )
        found = read_settings(tmp_path)
        assert found.selection == Selection(
            ("SUP", "REL004"),
            ("SUP009",),
            Profile.TEACH,
            True,
            ("CIR",),
            {"SUP": Severity.INFO, "SUP001": Severity.ERROR},
        )
        assert (found.fail_on, found.output_format) == (FailOn.INFO, "concise")
        assert found.baseline == tmp_path / "known.json"
        choice = choose(RULES, (found.selection,))
        levels = {rule.code: choice.severity(rule) for rule in choice.rules}
        assert levels["SUP001"] is Severity.ERROR and levels["SUP012"] is Severity.INFO
        assert "SUP009" not in levels and "CIR001" in levels and "SYN010" in levels

    @pytest.mark.parametrize(
        ("pattern", "path", "fits"),
        [
            ("drafts/*", "drafts/a.argdown", True),
            ("drafts/*", "drafts/deep/a.argdown", True),
            ("drafts/*", "maps/a.argdown", False),
            ("a.argdown", "maps/a.argdown", True),
            ("*.ad", "maps/a.ad", True),
            ("maps/a.argdown", "maps/b.argdown", False),
            ("*", "../outside.argdown", False),
        ],
    )
    def test_ignores_for_some_files(self, project, tmp_path, pattern, path, fits):
        project(
            f'[check]\nignore = ["CIR"]\n[check.per-file-ignores]\n"{pattern}" = ["SUP"]\n',
            folder="p",
        )
        found = read_settings(tmp_path / "p").selection_for(tmp_path / "p" / path)
        assert found.ignore == (("CIR", "SUP") if fits else ("CIR",))


def selections():
    selectors = st.lists(st.sampled_from([*CODES, "SUP", "SYN", "ALL", "EXP"]), max_size=2).map(
        tuple
    )
    return st.builds(
        Selection,
        selectors,
        selectors,
        st.none() | st.sampled_from(list(Profile)),
        st.booleans(),
        selectors,
        st.dictionaries(
            st.sampled_from(["SUP", "REL004", "ALL"]), st.sampled_from(list(Severity)), max_size=2
        ),
    )


@hypothesis_settings(max_examples=150, deadline=None)
@given(selections(), selections(), st.none() | st.sampled_from(list(FailOn)))
def test_what_is_shown_can_be_pasted_and_asks_for_the_same(
    tmp_path_factory, project, caller, fail_on
):
    effective = effective_settings(
        Settings(selection=project), "a.argdown", None, caller=caller, fail_on=fail_on
    )
    text = write_settings(effective, ["a.argdown", "evil\nname.argdown"])
    tomllib.loads(text)
    folder = tmp_path_factory.mktemp("pasted")
    (folder / "argmap.toml").write_text(text, "utf-8")
    pasted = read_settings(folder)
    choice = choose(RULES, (pasted.selection,))

    def heard(choice):
        always = [
            r for r in RULES if r.code in ("EXP001", "EXP002") and r.code not in choice.ignored
        ]
        return {rule.code: choice.severity(rule) for rule in (*choice.rules, *always)}

    assert heard(choice) == heard(effective.choice)
    assert pasted.fail_on is (fail_on or FailOn.WARNING)


def test_where_each_setting_comes_from_is_told(tmp_path):
    path = tmp_path / "argmap.toml"
    path.write_text(
        '[check]\nprofile = "debate"\nbaseline = "b.json"\noutput-format = "concise"\n'
        '[check.per-file-ignores]\n"x\\"\\u007f" = ["SUP"]\n'
    )
    own = {"ignore": ["CIR"], "severity": {"SUP001": "info"}, "nosuch": 1}
    effective = effective_settings(
        read_settings(tmp_path), str(tmp_path / "a.argdown"), own, fail_on=FailOn.NEVER
    )
    text = write_settings(effective, ["a.argdown"])
    assert text.startswith("# a.argdown\n# project: ")
    assert '# map, `check:`: ignore = ["CIR"]; severity.SUP001 = "info"\n' in text
    assert "# map, `check:`, left out of account: `nosuch`" in text
    assert 'profile = "debate"  # the project\n' in text
    assert 'fail-on = "never"  # the command line\n' in text
    assert 'output-format = "concise"  # the project\n' in text
    assert 'baseline = "b.json"  # the project\n' in text
    assert 'SUP001 = "info"  # unsupported-conclusion\n' in text
    assert tomllib.loads(text)["check"]["per-file-ignores"] == {'x"\x7f': ["SUP"]}


def test_no_file_above(tmp_path):
    found = find_project_file(tmp_path)
    assert found is None or not found.path.is_relative_to(tmp_path)


def test_the_examples_in_the_documents_are_true(tmp_path):
    page = (Path(__file__).parents[1] / "docs/settings.md").read_text("utf-8")
    own, shared = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "argmap.toml").write_text(own)
    found = read_settings(tmp_path)
    assert found.selection.profile is Profile.DEBATE
    assert found.selection_for(tmp_path / "drafts/a.argdown").ignore == ("SUP009", "SUP", "SYN002")
    assert found.selection_for(tmp_path / "x/exercise-1.argdown").ignore == ("SUP009", "ALL")
    (tmp_path / "argmap.toml").unlink()
    (tmp_path / "pyproject.toml").write_text(shared)
    assert read_settings(tmp_path).selection.profile is Profile.STRICT
    rows = re.findall(r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| ", page, re.MULTILINE)
    keys = [key for row in rows for key in re.findall(r"`(.*?)`", row)]
    assert sorted(keys) == sorted((*KEYS, *_CHECK_KEYS))
    map = re.search(r"```argdown\n(.*?)```", page, re.DOTALL)[1]
    assert argmap.loads(map).settings["check"]["profile"] == "debate"
    assert "EXP002" not in {found.code for found in argmap.check(argmap.loads(map))}


def test_own_rules_of_a_project_are_named_as_such(tmp_path):
    page = (Path(__file__).parents[1] / "docs/own-rules.md").read_text("utf-8")
    contract = re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1]
    (tmp_path / "argmap.toml").write_text(contract)
    settings = read_settings(tmp_path)
    text = write_settings(effective_settings(settings, "a.argdown", None), ["a.argdown"])
    [own] = [rule.code for rule in settings.rules if rule not in RULES]
    assert f"# own rules, from `contracts` and `plugins` of the project: {own}\n" in text
    assert own in tomllib.loads(text)["check"]["select"]

"""Rules of a project's own on the command line: what goes wrong is said on one line."""

import os
from pathlib import Path

import pytest

from argmap.settings import SettingsError, read_settings

ROOT = Path(__file__).parents[2]
CONTRACT = """[[check.contracts]]
code = "OWN001"
name = "thesis-without-source"
every = "thesis"
must-have = {ancestor = "sourced"}
"""
RULE = """from argmap.checks import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.source import Span

def find(subject):
    yield Finding(Span(0, 1), "It is a map.")

RULE = Rule("HSE001", "house-rule", Severity.INFO, "It is a map.", find)
"""


@pytest.fixture
def settings(tmp_path):
    def write(text, name="argmap.toml"):
        (tmp_path / name).write_text(text, "utf-8")

    return write


@pytest.fixture
def install(tmp_path, monkeypatch, settings):
    """Put a package with entry points beside argmap, and name one in the settings."""

    def put(module, entry="house = house_rules", package="house-rules"):
        site = tmp_path / "site"
        info = site / f"{package.replace('-', '_')}-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[argmap.rules]\n{entry}\n")
        (site / "house_rules.py").write_text(module, "utf-8")
        path = os.pathsep.join((str(ROOT / "src"), str(site)))
        monkeypatch.setenv("PYTHONPATH", path)
        settings("[check]\nplugins = ['house']\n")

    return put


def one_line(result):
    assert (result.code, result.out) == (2, ""), result
    lines = result.err.strip().splitlines()
    assert len(lines) == 1 and lines[0].startswith("argmap: "), result.err
    return lines[0]


def test_contracts_are_rules_like_any_other(run, trams, settings):
    settings(CONTRACT)
    result = run("check", trams)
    assert result.code == 1
    assert (
        "warning OWN001 thesis-without-source\n  [Trams] rests on nothing that is sourced."
        in result.out
    )
    assert run("check", trams, "--ignore", "OWN").code == 0
    assert run("check", trams, "--select", "thesis-without-source").code == 1
    assert run("check", trams, "--select", "SUP").code == 0
    assert run("check", trams, "--output-format", "json").out.count('"OWN001"') == 1
    settings(CONTRACT + '[check.severity]\nOWN = "info"\n')
    assert run("check", trams).code == 0
    settings(CONTRACT + '[check.per-file-ignores]\n"tr*" = ["OWN001"]\n')
    assert run("check", trams).out == ""


def test_contracts_in_pyproject(run, trams, settings):
    settings(CONTRACT.replace("check.", "tool.argmap.check."), "pyproject.toml")
    assert "OWN001" in run("check", trams).out


def test_own_rules_are_listed_and_explained(run, tmp_path, settings):
    settings(CONTRACT, "other.toml")
    assert "OWN001" not in run("rules").out
    listed = run("rules", "--config", "other.toml")
    assert listed.out.splitlines()[-1].startswith("OWN001  thesis-without-source ")
    assert '"code": "OWN001"' in run("rules", "--config", "other.toml", "--format", "json").out
    explained = run("explain", "own001", "--config", "other.toml")
    assert 'must-have = {ancestor = "sourced"}' in explained.out
    assert "No rule is called 'OWN001'" in one_line(run("explain", "OWN001"))
    assert "no such file" in one_line(run("rules", "--config", "nowhere.toml"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (CONTRACT + CONTRACT, "contract OWN001: the code OWN001 is taken by contract OWN001"),
        (
            CONTRACT + CONTRACT.replace("OWN001", "OWN002"),
            "contract OWN002: the name thesis-without-source is taken by contract OWN001",
        ),
        (CONTRACT.replace("OWN001", "SUP001"), "looks like one of argmap's own, SUP…"),
        (CONTRACT.replace("OWN001", "SUPER1"), "looks like one of argmap's own, SUP…"),
        (CONTRACT.replace("OWN001", "SU1"), "looks like one of argmap's own, SUP…"),
        (CONTRACT.replace("OWN001", "ALL1"), "looks like one of argmap's own, ALL…"),
        (CONTRACT.replace("OWN001", "own001"), "the code 'own001' has to be 2 to 10 capital"),
        (CONTRACT.replace("OWN001", "OWN"), "the code 'OWN' has to be 2 to 10 capital"),
        (CONTRACT.replace("OWN001", "ÖWN1"), "the code 'ÖWN1' has to be 2 to 10 capital"),
        (
            CONTRACT.replace("thesis-without-source", "unsupported-conclusion"),
            "the name unsupported-conclusion is taken by argmap",
        ),
        (CONTRACT.replace("thesis-without-source", "Thesis"), "the name 'Thesis' has to be two"),
        (CONTRACT.replace("thesis-without-source", "sup"), "the name 'sup' has to be two"),
        (CONTRACT.replace("ancestor", "ancestro"), "did you mean ancestor?"),
        (CONTRACT.replace("[[check.contracts]]", "[check.contracts]"), "[[check.contracts]]"),
        (
            CONTRACT.replace('"thesis"', "{not=" * 5000 + '"*"' + "}" * 5000),
            "tables are nested too deeply",
        ),
        ('[check]\nignore = ["OWN001"]\n', "No rule is called 'OWN001'"),
        ("[check]\nplugins = 'house'\n", "`plugins` has to be a list of names"),
        ("[check]\nplugin = ['house']\n", "`plugin` is not known here; did you mean `plugins`?"),
        ("[check]\nplugins = ['house']\n", "no plugin is called 'house'"),
    ],
)
def test_what_is_wrong_with_the_settings(tmp_path, settings, text, complaint):
    settings(text)
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    line = str(caught.value)
    assert complaint in line and "argmap.toml: " in line and "\n" not in line


@pytest.mark.parametrize("command", ["rules", "explain SUP001", "check trams.argdown"])
def test_wrong_settings_are_told_by_every_command_that_reads_them(run, trams, settings, command):
    settings(CONTRACT.replace("every", "each"))
    assert "has the key 'each'" in one_line(run(*command.split()))


def test_a_contract_about_what_no_map_has_is_silent(run, trams, settings):
    for every in ("#nosuch", "undecided", "declared-thesis", "rejected"):
        settings(CONTRACT.replace('"thesis"', f'"{every}"'))
        assert run("check", trams).out == ""
        settings(CONTRACT.replace('"thesis"', f'"{every}"') + "must-exist = true\n")
        assert "The map has no node that is " in run("check", trams).out


def test_rules_of_a_package_are_loaded_only_if_they_are_asked_for(run, trams, settings, install):
    install(RULE + "print('loaded')\n", "house = house_rules:RULE")
    settings("")
    assert run("check", trams).out == ""
    settings("[check]\nplugins = ['house', 'house']\nfail-on = 'info'\n")
    result = run("check", trams)
    assert result.code == 1 and result.out.startswith("loaded\ntrams.argdown:1:1: info HSE001")
    assert "HSE001" in run("rules").out
    assert "# HSE001 house-rule\n\nIt is a map." in run("explain", "HSE001").out


@pytest.mark.parametrize(
    "offer",
    [
        "RULES = (RULE,)",
        "RULES = [RULE]",
        "def RULES():\n    return RULE",
        "def RULES():\n    yield RULE",
    ],
)
def test_what_a_package_may_offer(run, trams, settings, install, offer):
    install(f"{RULE}\n{offer}\n", "house = house_rules:RULES")
    settings("[check]\nplugins = ['house']\nfail-on = 'info'\n")
    assert run("check", trams).code == 1


@pytest.mark.parametrize(
    "case",
    [
        ("1 / 0", "house_rules:RULE", "cannot be loaded: ZeroDivisionError: division by zero (house_rules.py, line 1)"),
        ("def (", "house_rules:RULE", "cannot be loaded: SyntaxError"),
        ("raise SystemExit(0)", "house_rules:RULE", "cannot be loaded: SystemExit: 0 (house_rules.py, line 1)"),
        (RULE, "house_rules:RULES", "cannot be loaded: AttributeError"),
        (RULE, "no_such_module:RULE", "cannot be loaded: ModuleNotFoundError"),
        (RULE, "house_rules:find", "cannot be loaded: TypeError"),
        (RULE + "RULES = 'HSE001'", "house_rules:RULES", "has to give a Rule or several, and gives a str"),
        (RULE + "RULES = None", "house_rules:RULES", "gives a NoneType"),
        (RULE + "RULES = (RULE, find)", "house_rules:RULES", "gives a function among them"),
        (RULE.replace("HSE001", "SUP001"), "house_rules:RULE", "looks like one of argmap's own"),
        (RULE.replace("house-rule", "no-thesis"), "house_rules:RULE", "the name no-thesis is taken by argmap"),
        (RULE.replace("Severity.INFO", "'info'"), "house_rules:RULE", "the severity of HSE001 is no Severity: 'info'"),
        (RULE.replace(", find)", ", None)"), "house_rules:RULE", "`find` of HSE001 cannot be called"),
        (RULE + "RULES = (RULE, RULE)", "house_rules:RULES", "the code HSE001 is taken by plugin 'house'"),
    ],
)  # fmt: skip
def test_a_package_that_cannot_be_used(run, trams, install, case):
    module, entry, complaint = case
    install(module, f"house = {entry}")
    line = one_line(run("check", trams))
    assert complaint in line and "argmap.toml: [check] plugin 'house'" in line


def test_a_misspelt_package_and_two_of_one_name(run, trams, settings, install):
    install(RULE, "house = house_rules:RULE")
    settings("[check]\nplugins = ['hosue-rules']\n")
    assert "installed: house" in one_line(run("check", trams))
    install(RULE, "house = house_rules:RULE\nhouserules = house_rules:RULE", "other-rules")
    settings("[check]\nplugins = ['houserule']\n")
    assert "did you mean 'houserules'?" in one_line(run("check", trams))
    settings("[check]\nplugins = ['house']\n")
    assert "offered by several packages: house-rules and other-rules" in one_line(
        run("check", trams)
    )


def test_two_packages_may_not_give_one_code(run, trams, settings, install):
    install(RULE, "house = house_rules:RULE\nhome = house_rules:RULE")
    settings("[check]\nplugins = ['house', 'home']\n")
    assert "plugin 'home': the code HSE001 is taken by plugin 'house'" in one_line(
        run("check", trams)
    )


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("raise ValueError('two\\nlines')", "ValueError: two lines (house_rules.py, line 7)"),
        ("return 7", "TypeError"),
        ("return ['a finding']", "it found a str, and no Finding"),
        ("return [Finding((0, 1), 'x')]", "which is no place in the text"),
        ("return [Finding(Span(0, 10**6), 'x')]", "which is no place in the text"),
    ],
)
def test_a_rule_that_fails_is_told_and_the_other_maps_are_checked(
    run, faulty, install, body, complaint
):
    Path("trams.argdown").write_text("[Trams]: t.\n  + [Quiet]: q.\n")
    guard = "if 'trams' in subject.document.source.path:"
    body = f"{guard}\n        {body}\n    return []"
    install(
        RULE.replace('yield Finding(Span(0, 1), "It is a map.")', body), "house = house_rules:RULE"
    )
    result = run("check", "trams.argdown", faulty)
    assert result.code == 2
    assert "faulty.argdown:1:1: error SUP001" in result.out
    [line] = result.err.splitlines()
    assert line.startswith("argmap: trams.argdown: the rule HSE001 of plugin 'house' failed")
    assert complaint in line and "`--ignore HSE001`" in line
    assert run("check", "trams.argdown", "--ignore", "HSE001").code == 0

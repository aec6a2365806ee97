"""The settings that hold for a map, as TOML with comments on where they come from."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.checks import RULES, Rule, Selection
from argmap.checks.selection import Choice, choose
from argmap.checks.selection_reader import SelectionReader
from argmap.project_file import OWN_NAME, SHARED_NAME, shown
from argmap.settings import Settings
from argmap.severity import FailOn

_WIDTH = 96
_ALWAYS = ("EXP001", "EXP002")  # speak whatever else is selected
_CALLER, _MAP, _PROJECT, _DEFAULT = "the command line", "the map", "the project", "the default"


@dataclass(frozen=True, slots=True)
class Effective:
    """What holds for a map when all who have a say are put together.

    settings:  the project's
    own:       what the map's `check:` asks for; `complaints` are what of it makes no sense
    caller:    what the command line asks for
    """

    settings: Settings
    project: Selection
    own: Selection
    caller: Selection
    choice: Choice
    complaints: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    output_format: str | None = None


def effective_settings(  # noqa: PLR0913 (all but three are named)
    settings: Settings,
    path: str,
    check: object,
    *,
    caller: Selection | None = None,
    fail_on: FailOn | None = None,
    output_format: str | None = None,
) -> Effective:
    """Put together what holds for a map.

    path:   the map
    check:  the value of `check:` in its front matter, None if there is none
    caller: what the command line asks for, as the next two are
    raises: `UnknownRule`
    """
    caller = caller or Selection()
    project = settings.selection_for(path)
    reader = SelectionReader(settings.rules)
    own = reader.read(check)
    choice = choose(settings.rules, (project, own, caller))
    complaints = tuple(reader.complaints)
    return Effective(settings, project, own, caller, choice, complaints, fail_on, output_format)


def write_settings(effective: Effective, maps: Sequence[str]) -> str:
    """Return the settings of some maps, for which they are the same, as a text.

    As a file `argmap.toml` above a map without a `check:` of its own, it would make the same rules
    run, equally loudly; but that rules of the project's own have to be declared there as well.
    """
    lines = [*_origins(effective, maps), "", "[check]", *_check(effective), ""]
    heard = _heard(effective)
    if heard:
        lines += ["[check.severity]"]
        lines += [
            f'{rule.code} = "{effective.choice.severity(rule)}"  # {rule.name}' for rule in heard
        ]
        lines += [""]
    if effective.settings.per_file_ignores:
        lines += ["[check.per-file-ignores]"]
        lines += [
            f"{_text(pattern)} = {_list(selectors)}"
            for pattern, selectors in effective.settings.per_file_ignores
        ]
        lines += [""]
    return "\n".join(lines)


def _origins(effective: Effective, maps: Sequence[str]) -> Iterator[str]:
    for path in maps:
        yield f"# {_plain(path)}"
    found = effective.settings.path
    if found is None:
        yield f"# project: no {OWN_NAME}, nor {SHARED_NAME} with [tool.argmap], is above it"
    else:
        yield f"# project: {_plain(shown(found))}"
    own = [rule.code for rule in _heard(effective) if rule not in RULES]
    if own:
        yield f"# own rules, from `contracts` and `plugins` of the project: {', '.join(own)}"
    for name, selection in (("map, `check:`", effective.own), ("command line", effective.caller)):
        asked = list(_asked(selection))
        if asked:
            yield f"# {name}: {_plain('; '.join(asked))}"
    for complaint in effective.complaints:
        yield f"# map, `check:`, left out of account: {_plain(complaint)}"


def _asked(selection: Selection) -> Iterator[str]:
    if selection.profile is not None:
        yield f'profile = "{selection.profile}"'
    for key, selectors in (
        ("select", selection.select),
        ("extend-select", selection.extend_select),
        ("ignore", selection.ignore),
    ):
        if selectors:
            yield f"{key} = {_list(selectors)}"
    if selection.strict_syntax:
        yield "strict-syntax = true"
    for selector, severity in selection.severities.items():
        yield f'severity.{selector} = "{severity}"'


def _check(effective: Effective) -> Iterator[str]:
    settings, choice = effective.settings, effective.choice
    profile_of = _first(
        (_CALLER, effective.caller.profile),
        (_MAP, effective.own.profile),
        (_PROJECT, effective.project.profile),
    )
    yield f'profile = "{choice.profile}"  # {profile_of}'
    ignored = [rule for rule in settings.rules if rule.code in choice.ignored]
    if chosen := choice.rules or _heard(effective):
        yield from _rule_list("select", chosen)
    if ignored or not chosen:
        yield from _rule_list("ignore", ignored if chosen else settings.rules)
    fail_on = effective.fail_on or settings.fail_on or FailOn.WARNING
    fail_on_of = _first((_CALLER, effective.fail_on), (_PROJECT, settings.fail_on))
    yield f'fail-on = "{fail_on}"  # {fail_on_of}'
    format = effective.output_format or settings.output_format or "full"
    format_of = _first((_CALLER, effective.output_format), (_PROJECT, settings.output_format))
    yield f"output-format = {_text(format)}  # {format_of}"
    if settings.baseline is not None and settings.path is not None:
        baseline = settings.baseline
        if baseline.is_relative_to(settings.path.parent):
            baseline = baseline.relative_to(settings.path.parent)
        yield f"baseline = {_text(baseline.as_posix())}  # {_PROJECT}"


def _heard(effective: Effective) -> list[Rule]:
    """Return the rules that may speak."""
    codes = {rule.code for rule in effective.choice.rules} | {*_ALWAYS}
    return [
        rule for rule in effective.settings.rules if rule.code in codes - effective.choice.ignored
    ]


def _first(*named: tuple[str, object]) -> str:
    return next((name for name, value in named if value is not None), _DEFAULT)


def _rule_list(key: str, rules: Sequence[Rule]) -> Iterator[str]:
    written = ", ".join(f'"{rule.code}"' for rule in rules)
    yield f"{key} = ["
    yield from textwrap.wrap(
        f"{written},", _WIDTH, initial_indent="    ", subsequent_indent="    "
    )
    yield "]"


def _list(selectors: Sequence[str]) -> str:
    return f"[{', '.join(map(_text, selectors))}]"


def _text(text: str) -> str:
    """Write a text as TOML does: as JSON does, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(text: str) -> str:
    """Return a text that fits into a comment: on one line, without control characters."""
    return "".join(char if char.isprintable() else "�" for char in text)

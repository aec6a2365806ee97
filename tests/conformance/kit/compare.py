"""What differs between two documents in normal form, and what a recovery has lost."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

PARTS = ("status", "statements", "arguments", "relations", "sections", "tags", "map")


def same(a: Any, b: Any) -> bool:
    """Deep equality in which true is not 1."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b


def differences(expected: Mapping[str, Any], actual: Mapping[str, Any]) -> list[str]:
    """Say what differs, one line for each difference."""
    lines: list[str] = []
    for part in PARTS:
        if part not in expected or same(expected[part], actual.get(part)):
            continue
        match part:
            case "relations":
                lines += _in_lists("relation", expected[part], actual.get(part) or [])
            case "map":
                before, after = expected[part] or {}, actual.get(part) or {}
                for kind in ("nodes", "edges"):
                    lines += _in_lists(kind[:-1], before.get(kind, []), after.get(kind, []))
            case _:
                lines += _in_values(part, expected[part], actual.get(part))
    return lines


def _in_lists(what: str, expected: Sequence[Any], actual: Sequence[Any]) -> Iterator[str]:
    before, after = Counter(map(_key, expected)), Counter(map(_key, actual))
    yield from (f"{what} missing: {entry}" for entry in (before - after).elements())
    yield from (f"{what} unexpected: {entry}" for entry in (after - before).elements())


def _in_values(where: str, expected: Any, actual: Any) -> Iterator[str]:
    if same(expected, actual):
        return
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in sorted({*expected, *actual}):
            if key not in actual:
                yield f"{where}.{key}: missing, expected {_short(expected[key])}"
            elif key not in expected:
                yield f"{where}.{key}: unexpected {_short(actual[key])}"
            else:
                yield from _in_values(f"{where}.{key}", expected[key], actual[key])
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for index, pair in enumerate(zip(expected, actual, strict=True)):
            yield from _in_values(f"{where}[{index}]", *pair)
    else:
        yield f"{where}: expected {_short(expected)}, got {_short(actual)}"


def losses(expected: Mapping[str, Any], actual: Mapping[str, Any], lines: set[int]) -> list[str]:
    """Say what of an `.expected-recovery.json` is not in a result in normal form.

    `lines` are those at which something was reported.
    """
    return [
        *_lost_statements(expected, actual["statements"]),
        *_lost_arguments(expected, actual["arguments"]),
        *_lost_relations(expected, actual["relations"]),
        *_wrong_lines(expected, lines),
    ]


def _lost_statements(expected: Mapping[str, Any], actual: Mapping[str, Any]) -> Iterator[str]:
    texts = {
        title: [member["text"] for member in statement["members"]]
        for title, statement in actual.items()
    }
    for title, text in (expected.get("statements") or {}).items():
        if title not in texts:
            yield f"statement [{title}] lost"
        elif text is not None and text not in texts[title]:
            yield f"statement [{title}] says {texts[title]}, not {text!r}"
    for text in expected.get("untitled") or []:
        if not any(text in said for said in texts.values()):
            yield f"untitled statement lost: {text!r}"


def _lost_arguments(expected: Mapping[str, Any], actual: Mapping[str, Any]) -> Iterator[str]:
    for title, text in (expected.get("arguments") or {}).items():
        if title not in actual:
            yield f"argument <{title}> lost"
        elif text is not None and text != actual[title]["description"]:
            yield f"argument <{title}> says {actual[title]['description']!r}, not {text!r}"
    for title, steps in (expected.get("pcs") or {}).items():
        pcs = actual[title]["pcs"] if title in actual else []
        got = [[step["role"], step["statementTitle"]] for step in pcs]
        if got != steps:
            yield f"structure of <{title}> is {got}, not {steps}"


def _lost_relations(expected: Mapping[str, Any], actual: Sequence[Any]) -> Iterator[str]:
    have = set(map(_key, actual))
    for relation in expected.get("relations") or []:
        full = relation if len(relation) > 5 else [*relation, None]
        if _key(full) not in have:
            yield f"relation lost: {full}"


def _wrong_lines(expected: Mapping[str, Any], lines: set[int]) -> Iterator[str]:
    wanted = [
        set(entry) if isinstance(entry, list) else {entry}
        for entry in expected.get("diagnosticLines") or []
    ]
    for choice in wanted:
        if not lines & choice:
            yield f"nothing reported at line {sorted(choice)}, only at {sorted(lines)}"
    if expected.get("noOtherDiagnostics"):
        allowed = set().union(*wanted, expected.get("allowedLines") or [])
        if lines - allowed:
            yield f"reported at lines {sorted(lines - allowed)} as well"


def _key(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 110 else text[:107] + "..."

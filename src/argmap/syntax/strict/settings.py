"""Settings of the front matter that the reference stumbles over, as they are of a wrong kind."""

from collections.abc import Iterator

from argmap.diagnostic import Finding
from argmap.source import Span
from argmap.syntax.shortcodes import SHORTCODES
from argmap.syntax.strict.data import DataValues
from argmap.syntax.strict.groups import check_regroup
from argmap.syntax.strict.model import Model
from argmap.syntax.strict.reading import Reading
from argmap.syntax.strict.refused import refused
from argmap.syntax.strict.selection import check_selection
from argmap.syntax.strict.values import is_true, mapping_at


def check_settings(
    text: str, reading: Reading, model: Model, values: DataValues
) -> Iterator[Finding]:
    """Yield the settings that make the reference fail with what is in the text."""
    yield from _check_shortcodes(text, reading, values)
    for key, help in (
        *check_regroup(values.settings),
        *check_selection(reading, model, values),
    ):
        span = _place(text, reading, key)
        yield refused(span, f"fails with this value of `{key}:`.", help)


def _place(text: str, reading: Reading, key: str) -> Span:
    """Return where the front matter says a key."""
    front = reading.front_matter
    if front is None:
        return Span(0, 0)
    at = text.find(key, front.start, front.end)
    return Span(at, at + len(key)) if at >= 0 else Span(front.start, front.start + 3)


def _check_shortcodes(text: str, reading: Reading, values: DataValues) -> Iterator[Finding]:
    """Yield the special characters that the settings leave without a sign."""
    settings = values.settings
    if "model" not in settings:
        return
    table = mapping_at(settings, "model").get("shortcodes", {})
    has_table = isinstance(settings["model"], dict) and table is not None
    for token in reading.shortcodes:
        name = text[token.start : token.end].strip()
        if has_table and (not isinstance(table, dict) or _has_sign(table, name)):
            continue
        message = f"fails with `{name}`, as the settings leave it without a sign."
        help = (
            f'write `model: {{shortcodes: {{"{name}": {{unicode: "…"}}}}}}` in the front matter.'
        )
        yield refused(Span(token.start, token.end), message, help)


def _has_sign(table: dict[str, object], name: str) -> bool:
    entry = table.get(name)
    if name not in table or not is_true(entry):
        return True
    if not isinstance(entry, dict):
        return False
    return entry.get("unicode", SHORTCODES.get(name)) is not None

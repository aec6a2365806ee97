"""`{ignore: CODE}` in the data of an element or inference: this rule is not to speak there."""

from collections.abc import Iterable, Mapping

from argmap.checks.rule import Rule

KEY = "ignore"


def is_muted(rule: Rule, *data: Mapping[str, object]) -> bool:
    """Tell whether one of several `{…}` mutes a rule: by its code, the code's beginning or name.

    The value is one of these or a list of them, in upper or lower case.
    """
    return any(_names(rule, block[KEY]) for block in data if block and KEY in block)


def _names(rule: Rule, value: object) -> bool:
    selectors: Iterable[object] = value if isinstance(value, list) else (value,)
    for selector in selectors:
        wanted = str(selector).strip().casefold()
        if wanted and (wanted in (rule.name, "all") or rule.code.casefold().startswith(wanted)):
            return True
    return False

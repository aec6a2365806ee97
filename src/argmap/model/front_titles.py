"""Titles that are listed in front matter, such as `thesis: [T]` or `assume: all`."""


def listed_titles(value: object) -> tuple[str, ...]:
    """Return the titles that a front matter value lists, as they are written there.

    A title may be a text or stand in a list; `[T]` without quotes is a list in YAML, and `[[T]]`
    a list in a list, so lists are flattened. Numbers are titles too: YAML reads `2024` as one.
    """
    titles: list[str] = []
    waiting = [value]
    while waiting:
        match waiting.pop():
            case list() | tuple() as values:
                waiting.extend(reversed(values))
            case bool() as truth:
                titles.append(str(truth).lower())
            case str() | int() | float() as title if str(title).strip():
                titles.append(str(title).strip())
            case _:
                pass
    return tuple(dict.fromkeys(titles))


def bare_title(title: str) -> str:
    """Return `T` for `[T]` and `<T>`; other titles as they are."""
    return title[1:-1] if is_bracketed(title, "[]") or is_bracketed(title, "<>") else title


def is_bracketed(title: str, brackets: str) -> bool:
    """Tell whether a title stands in the given pair of brackets."""
    return len(title) > 2 and title[0] == brackets[0] and title[-1] == brackets[1]

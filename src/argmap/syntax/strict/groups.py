"""`group.regroup` of the front matter: sections in place of those that the headings make."""

from collections.abc import Iterator

from argmap.syntax.strict.values import is_iterable, is_true, mapping_at


def is_regrouped(settings: dict[str, object]) -> bool:
    """Tell whether the settings put other sections in the place of the headings."""
    groups = mapping_at(settings, "group").get("regroup")
    if isinstance(groups, dict):
        return is_true(groups.get("length"))
    return isinstance(groups, list | str | bytes) and len(groups) > 0


def regrouped(settings: dict[str, object]) -> Iterator[object]:
    """Yield the groups of the settings, and what stands where a group is expected inside them.

    A group that holds itself comes a second time.
    """
    groups = mapping_at(settings, "group").get("regroup")
    waiting: list[object] = []
    if isinstance(groups, list):
        waiting = [group for group in reversed(groups) if isinstance(group, dict)]
    seen: set[int] = set()
    while waiting:
        group = waiting.pop()
        yield group
        if isinstance(group, dict) and id(group) not in seen:
            seen.add(id(group))
            children = group.get("children")
            waiting.extend(reversed(children) if isinstance(children, list) else ())


def check_regroup(settings: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the keys of `regroup` that the reference fails with, and what to write."""
    seen: set[int] = set()
    for group in regrouped(settings):
        if group is None or (isinstance(group, dict) and id(group) in seen):
            yield "regroup", "write a list of groups, `regroup: [{title: …, statements: […]}]`."
            return
        if not isinstance(group, dict):
            continue
        seen.add(id(group))
        for key in ("statements", "arguments"):
            titles = group.get(key)
            if is_true(titles) and not is_iterable(titles):
                yield key, f"write a list of titles, `{key}: [Title, …]`."


def sections(settings: dict[str, object], key: str) -> dict[str, object]:
    """Return the title of the group that each statement or argument is put into.

    key: `statements` or `arguments`
    """
    found: dict[str, object] = {}
    for group in regrouped(settings):
        if isinstance(group, dict):
            titles = group.get(key)
            for title in titles if isinstance(titles, list | str) else ():
                if isinstance(title, str):
                    found[title] = group.get("title")
    return found

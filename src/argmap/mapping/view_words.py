"""A view in words: for the note below a picture, and for whoever gets to see nothing."""

from collections.abc import Iterable

from argmap.mapping.view import View
from argmap.mapping.view_names import ViewNames
from argmap.model.graph import NodeKind, NodeRef


def describe_part(view: View, names: ViewNames) -> str:
    """Say which part of a map a view shows, such as `2 levels below [T], only attacks`."""
    only = f"only {_either(dict.fromkeys(view.only), 'and')}" if view.only else ""
    return ", ".join(part for part in (_narrowed(view, names), only) if part)


def describe_lack(view: View, names: ViewNames) -> str:
    """Say what a map has not got if a view shows nothing, such as `no attacks below [T]`."""
    what = f"no {_either(dict.fromkeys(view.only))}" if view.only else "nothing"
    return f"{what} {_narrowed(view, names)}".rstrip()


def _narrowed(view: View, names: ViewNames) -> str:
    levels = "" if view.depth is None else f"{view.depth} level{'s' * (view.depth != 1)} "
    parts = []
    if names.roots:
        roots = _either((title_in_brackets(ref) for ref in names.roots), "and")
        parts.append(f"{levels}below {roots}")
    elif levels:
        parts.append(f"{levels}below the main claims")
    if names.tags:
        parts.append("tagged " + _either(_tag(tag) for tag in sorted(names.tags)))
    if names.sections:
        parts.append("in " + _either(f"“{title}”" for title in sorted(names.sections)))
    if names.speakers:
        parts.append("said by " + _either(sorted(names.speakers)))
    return ", ".join(parts)


def title_in_brackets(ref: NodeRef) -> str:
    """Write a title as it is written in a map."""
    return f"[{ref.title}]" if ref.kind is NodeKind.STATEMENT else f"<{ref.title}>"


def _tag(name: str) -> str:
    return f"#{name}" if name.replace("-", "").replace("_", "").isalnum() else f"#({name})"


def _either(words: Iterable[str], conjunction: str = "or") -> str:
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {conjunction} {listed[-1]}"

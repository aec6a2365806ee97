"""Says which comments, or which codes in them, silence nothing, and how to delete them."""

from collections.abc import Sequence

from argmap.checks.suppression_comments import Directive, Kind, Selector
from argmap.diagnostic import Edit, Finding, Fix
from argmap.source import Span

_WHERE = {
    Kind.IGNORE: "in the element that it speaks of",
    Kind.IGNORE_FILE: "in this file",
    Kind.OFF: "in the stretch that it begins",
    Kind.ON: "",
}


def describe_unused(
    directive: Directive, unused: Sequence[Selector], *, is_stray: bool
) -> Finding:
    """Return the finding about codes of a comment that silence nothing.

    is_stray: whether the comment speaks about no element at all
    """
    where = _WHERE[directive.kind]
    is_all = len(unused) == 1 and unused[0].is_all
    subject = "no rule finds anything" if is_all else f"{_listed(unused)} {_finds(unused)} nothing"
    if is_stray:
        message = "This comment silences nothing: no element of its file follows it."
    elif len(unused) == len(directive.selectors):
        message = f"This comment silences nothing: {subject} {where}."
    else:
        message = f"This comment is partly idle: {subject} {where}."
    return _finding(directive, unused, message)


def describe_unclosed(directive: Directive, without: Sequence[Selector]) -> Finding:
    """Return the finding about an `on` that ends nothing; `without` are its idle codes."""
    if not without:
        message = "`on` ends nothing here, because nothing is `off`."
        return _finding(directive, without, message)
    are = "are" if len(without) > 1 else "is"
    message = f"`on` ends nothing here for {_listed(without)}, which {are} not `off`."
    return _finding(directive, without, message)


def _finding(directive: Directive, idle: Sequence[Selector], message: str) -> Finding:
    """Return a finding about the whole comment, or about some of its codes."""
    comment = directive.comment
    places = {selector.span for selector in idle}
    left = [selector for selector in directive.selectors if selector.span not in places]
    if not left:
        fix = None
        if directive.is_clear and comment.deletion is not None:
            fix = Fix(True, (Edit(comment.deletion, ""),))
        return Finding(comment.span, message, "delete the comment.", fix=fix)
    span = Span(directive.selectors[0].span.start, directive.selectors[-1].span.end)
    edit = Edit(span, ", ".join(selector.written for selector in left))
    return Finding(
        idle[0].span,
        message,
        f"delete {_listed(idle)} from the comment.",
        fix=Fix(True, (edit,)) if directive.is_clear else None,
    )


def _finds(selectors: Sequence[Selector]) -> str:
    return "find" if len(selectors) > 1 else "finds"


def _listed(selectors: Sequence[Selector]) -> str:
    names = [f"`{selector.written}`" for selector in selectors]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

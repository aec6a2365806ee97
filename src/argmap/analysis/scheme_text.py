"""Schemes in words: for the terminal, and for the page in the documentation."""

from collections.abc import Iterable

from argmap.analysis.schemes import QuestionKind, Scheme

_WIDTH = 14


def scheme_list(schemes: Iterable[Scheme]) -> str:
    """Return one line for each scheme: its name and what such an argument is called."""
    listed = list(schemes)
    width = max((len(scheme.name) for scheme in listed), default=0)
    return "".join(f"{scheme.name:<{width}}  {scheme.title}\n" for scheme in listed)


def scheme_page(scheme: Scheme) -> str:
    """Return a scheme as plain text: premises, conclusion, critical questions, data to type."""
    lines = [f"{scheme.name}: {scheme.title} ({scheme.source})", ""]
    lines += _table("Premises, by role", [(role.name, role.text) for role in scheme.premises])
    lines += ["Conclusion", f"  {scheme.conclusion}", ""]
    lines += _table(
        "Assumptions: the answer has to be yes, and whoever argues has to show it",
        _asked(scheme, QuestionKind.ASSUMPTION),
    )
    lines += _table(
        "Exceptions: the answer yes stops the inference, and whoever objects has to show it",
        _asked(scheme, QuestionKind.EXCEPTION),
    )
    if scheme.aliases:
        lines += ["Also called", f"  {', '.join(scheme.aliases)}", ""]
    return "\n".join([*lines, "In a map", f"  <Argument> {_example(scheme)}"]) + "\n"


def scheme_section(scheme: Scheme) -> str:
    """Return a scheme as a section in Markdown."""
    called = f"{scheme.title[0].upper()}{scheme.title[1:]} ({scheme.source})."
    if scheme.aliases:
        called += f" Also called: {', '.join(scheme.aliases)}."
    lines = [f"## {scheme.name}", "", called, "", "| role | premise |", "|---|---|"]
    lines += [f"| `{role.name}` | {role.text} |" for role in scheme.premises]
    lines += [f"| *conclusion* | {scheme.conclusion} |", ""]
    if scheme.questions:
        lines += ["| question | kind | |", "|---|---|---|"]
        lines += [f"| `{q.key}` | {q.kind} | {q.text} |" for q in scheme.questions]
        lines.append("")
    return "\n".join(lines)


def _asked(scheme: Scheme, kind: QuestionKind) -> list[tuple[str, str]]:
    return [(q.key, q.text) for q in scheme.questions if q.kind is kind]


def _table(heading: str, rows: list[tuple[str, str]]) -> list[str]:
    if not rows:
        return []
    width = max(_WIDTH, *(len(name) for name, _ in rows))
    return [heading, *(f"  {name:<{width}}  {text}" for name, text in rows), ""]


def _example(scheme: Scheme) -> str:
    roles = ", ".join(f"{role.name}: {number}" for number, role in enumerate(scheme.premises, 1))
    questions = f", cq: {{{scheme.questions[0].key}: Title}}" if scheme.questions else ""
    return f"{{scheme: {scheme.name}, roles: {{{roles}}}{questions}}}"

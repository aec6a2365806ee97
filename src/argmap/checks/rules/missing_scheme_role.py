"""The roles of a scheme, and what fills them."""

from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence, Set

from argmap.analysis.scheme_uses import SchemeUse, entries, is_filled, is_in_map
from argmap.analysis.schemes import Role, Scheme, kebab
from argmap.analysis.spelling import Speller
from argmap.checks.edits import word_in_data
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.scheme_stubs import Stubs
from argmap.diagnostic import Finding, Fix, Severity
from argmap.model.front_titles import bare_title
from argmap.model.graph import NodeKind
from argmap.model.written_names import listed

_MOST_NOTES = 5


def find(subject: Subject) -> Iterator[Finding]:
    """Report roles that a scheme has not, and premise roles of it that nothing fills.

    A misspelt role is reported as such, and not as missing, too.
    """
    stubs: Stubs | None = None
    for use in subject.scheme_uses:
        roles = use.data.get("roles")
        if use.scheme is None or use.node.kind is not NodeKind.ARGUMENT or roles is None:
            continue
        if not isinstance(roles, dict):
            message = f"`roles:` of {subject.name(use.node)} has to say what fills each role."
            help = f"write `roles: {{{use.scheme.premises[0].name}: Title}}`."
            yield Finding(use.place("roles"), message, help, (use.node.title,))
            continue
        meant = yield from _unknown(subject, use, use.scheme, roles)
        missing = tuple(
            role
            for role in use.scheme.premises
            if role.name not in meant
            and not any(
                is_filled(subject.graph, use, filler)
                for key, filler in roles.items()
                if kebab(key) == role.name
            )
        )
        if missing:
            stubs = stubs or Stubs(subject)
            yield _missing(subject, use, missing, roles, stubs)


def _unknown(
    subject: Subject, use: SchemeUse, scheme: Scheme, roles: Mapping[str, object]
) -> Generator[Finding, None, set[str]]:
    """Report roles that the scheme has not; return those that were probably meant."""
    meant: set[str] = set()
    written = {kebab(key) for key in roles}
    twice = _written_twice(subject, use)
    for key in roles:
        if kebab(key) in scheme.roles:
            continue
        nearest = Speller(scheme.roles).nearest(kebab(key))
        fix = None
        if nearest is not None and nearest not in written | meant:
            meant.add(nearest)
            if "roles" in use.spans and key not in twice:
                edit = word_in_data(subject.document, use.place("roles"), key, nearest)
                fix = Fix(True, (edit,)) if edit else None
        yield Finding(
            use.place("roles"),
            f"`{key}` is no role of {scheme.called}.",
            f"did you mean `{nearest}`?" if nearest else f"its roles are {_named(scheme.roles)}.",
            (use.node.title,),
            fix=fix,
        )
    return meant


def _written_twice(subject: Subject, use: SchemeUse) -> Set[str]:
    """Return the roles that several places give: data of several occurrences is read as one."""
    if use.inference is not None:
        return frozenset()
    given = (o.data.get("roles") for o in subject.graph.node(use.node).occurrences)
    count = Counter(key for roles in given if isinstance(roles, dict) for key in roles)
    return {key for key, times in count.items() if times > 1}


def _missing(
    subject: Subject,
    use: SchemeUse,
    missing: tuple[Role, ...],
    roles: Mapping[str, object],
    stubs: Stubs,
) -> Finding:
    assert use.scheme is not None
    idle = [
        f"`{key}` names {_shown(entry)}, and there is no such premise."
        for key, filler in roles.items()
        if kebab(key) in {role.name for role in missing}
        for entry in entries(filler)
        if not is_in_map(subject.graph, use, entry)
    ]
    many = len(missing) > 1
    return Finding(
        use.place("roles"),
        f"{subject.name(use.node)} is {use.scheme.called}, and nothing in it plays the "
        f"{'roles' if many else 'role'} {_named([role.name for role in missing])}.",
        f"add the premise and name it, `roles: {{{missing[0].name}: Title}}`.",
        (use.node.title,),
        notes=(*(f"{role.name}: {role.text}" for role in missing), *idle[:_MOST_NOTES]),
        fix=stubs.for_roles(use, missing, roles),
    )


def _shown(entry: str | int) -> str:
    return f"({entry})" if isinstance(entry, int) else f"[{bare_title(entry)}]"


def _named(names: Sequence[str]) -> str:
    return listed([f"`{name}`" for name in names], most=10)


RULE = Rule(
    "SCH002",
    "missing-scheme-role",
    Severity.WARNING,
    "A premise role of a scheme is unfilled, or there is no such role.",
    find,
    Default.DATA,
)

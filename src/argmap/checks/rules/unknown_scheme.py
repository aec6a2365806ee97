"""A scheme that the table of schemes does not have."""

from collections.abc import Iterator

from argmap.analysis.schemes import nearest_scheme, scheme_speller
from argmap.checks.edits import scalar
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Edit, Finding, Fix, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report names behind `scheme:`, wherever data may stand, that no scheme has."""
    speller = None
    for use in subject.scheme_uses:
        if use.scheme is not None:
            continue
        name = subject.name(use.node)
        if not isinstance(use.written, str) or not use.written.strip():
            message = f"`scheme:` of {name} has to be the name of one scheme."
            help = "name one, `{scheme: expert-opinion}`; `argmap schemes` lists them all."
            yield Finding(use.place("scheme"), message, help, (use.node.title,))
            continue
        speller = speller or scheme_speller()
        nearest = nearest_scheme(use.written, speller)
        fix = None
        if nearest is not None and "scheme" in use.spans:
            fix = Fix(True, (Edit(use.place("scheme"), scalar(nearest)),))
        yield Finding(
            use.place("scheme"),
            f'{name} names the scheme "{" ".join(use.written.split())}", and there is none of '
            "that name.",
            f"did you mean `{nearest}`?" if nearest else "`argmap schemes` lists all schemes.",
            (use.node.title,),
            fix=fix,
        )


RULE = Rule(
    "SCH001",
    "unknown-scheme",
    Severity.ERROR,
    "An argument names a scheme that argmap does not know.",
    find,
    Default.DATA,
)

"""Fingerprints of what a reviewer has read: a claim, its reasons and its quotes.

A fingerprint is the SHA-256 (FIPS 180-4) of a text in UTF-8, of which the first 12 hexadecimal
digits are written. The text has one line for each of these, joined by line feeds:

1. `text`, a tab, and the canonical text;
2. `quote`, a tab, and the quote, for each different quote of an occurrence, sorted;
3. `step`, and a tab and the text of each premise, sorted; for each step into the statement or into
   the sketched argument, sorted. For each step of a reconstructed argument, in its order, the same
   with a last tab and the text of the conclusion.

Texts are taken without tags, in Unicode form NFKC, with each run of white space as one blank; for
a node without a text its title counts. So neither layout nor a new title makes a review suspect,
and a changed word of the claim, of a quote or of a premise does; what the premises rest on
themselves does not.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from argmap.analysis.wording import untagged
from argmap.model.graph import Argument, NodeKind, NodeRef, Statement
from argmap.model.steps import StepGraph

DIGITS = 12
KEY = "reviewed"


def fingerprint(steps: StepGraph, ref: NodeRef) -> str:
    """Return the fingerprint of a statement or argument: 12 hexadecimal digits."""
    import hashlib

    node = steps.graph.node(ref)
    lines = [_line("text", [_said(node)])]
    quotes = {
        _plain(quote)
        for occurrence in node.occurrences
        if isinstance(quote := occurrence.data.get("quote"), str)
    }
    lines += [_line("quote", [quote]) for quote in sorted(quotes)]
    if ref.kind is NodeKind.ARGUMENT and ref.title in steps.inferences:
        for index in steps.inferences[ref.title]:
            step = steps.steps[index]
            said = [*_sorted(steps, step.premises), _said_by(steps, step.conclusion)]
            lines.append(_line("step", said))
    else:
        into = steps.into[steps.source_of(ref)]
        lines += sorted(_line("step", _sorted(steps, steps.steps[i].premises)) for i in into)
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def is_fingerprint(stamp: str) -> bool:
    """Tell whether a stamp looks like one: 12 hexadecimal digits."""
    return len(stamp) == DIGITS and all(digit in "0123456789abcdef" for digit in stamp.lower())


def _sorted(steps: StepGraph, nodes: Iterable[int]) -> list[str]:
    return sorted(_said_by(steps, node) for node in nodes)


def _said_by(steps: StepGraph, index: int) -> str:
    return _said(steps.graph.node(steps.nodes[index].ref))


def _said(node: Statement | Argument) -> str:
    return _plain(untagged(node) or (node.title if node.is_titled else ""))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _line(kind: str, parts: Sequence[str]) -> str:
    return "\t".join((kind, *parts))

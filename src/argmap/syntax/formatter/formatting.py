"""Laying a document out, proving that nothing has changed, and stepping back where it has."""

from bisect import bisect_right
from typing import NamedTuple

from argmap.diagnostic import Finding
from argmap.source import Source, Span
from argmap.syntax.formatter.blocks import Block, block_at
from argmap.syntax.formatter.kept import find_kept
from argmap.syntax.formatter.layout import Layout, lay_out
from argmap.syntax.formatter.plan import Plan
from argmap.syntax.formatter.proof import Difference, Proof
from argmap.syntax.parser import parse
from argmap.syntax.tree import Document

_ATTEMPTS = 8  # each leaves one more block as it is; so a hopeless text costs no more than that

_ROUNDS = 4  # nearly every text needs one, which finds nothing to do


class Formatted(NamedTuple):
    """A text in the canonical layout.

    source: what was laid out
    left:   what could not be laid out and stays as it was written, each with its place in the
            source, the reason and the way out
    """

    text: str
    source: Source
    left: tuple[Finding, ...] = ()


def format_document(document: Document) -> Formatted:
    """Write a document in the canonical layout.

    document: what one text without includes was read as, by argmap's own dialect
    return:   the new text. It is read as the same items, comments and front matter, by argmap and
              by the reference, and has no problem that the old one had not. A block for which
              that cannot be proven is left as it is; if it cannot be proven at all, so is the
              whole text.

    What comes out is laid out once more, until that changes nothing: formatting twice is
    formatting once. Takes time in proportion to the length of the text.
    """
    first = formatted = _laid_out(document)
    for _ in range(_ROUNDS):
        again = _laid_out(parse(Source.of(formatted.text)))
        if again.text == formatted.text:
            break
        formatted = again
    return first._replace(text=formatted.text)


def _laid_out(document: Document) -> Formatted:
    plan = Plan(document)
    kept = dict(
        find_kept(document, plan.rows, plan.blocks, plan.islands, is_fence_open=plan.is_fence_open)
    )
    proof: Proof | None = None
    finding = _unproven(0)
    for _ in range(_ATTEMPTS):
        layout = lay_out(plan, kept)
        if layout.text == plan.text:
            return Formatted(plan.text, document.source, _told(kept))
        proof = proof or Proof(document)
        difference = proof.refute(layout.text)
        if difference is None:
            return Formatted(layout.text, document.source, _told(kept))
        position = _block_of(difference, plan, layout)
        if position is None or position in kept:
            finding = _reason_for_all(document, difference)
            break
        finding = _reason(document, plan.blocks[position])
        kept[position] = finding
    return Formatted(plan.text, document.source, (finding,))


def _told(kept: dict[int, Finding | None]) -> tuple[Finding, ...]:
    return tuple(finding for _, finding in sorted(kept.items()) if finding)


def _block_of(difference: Difference, plan: Plan, layout: Layout) -> int | None:
    """Return the position of the block that is read differently."""
    if difference.before is not None:
        return block_at(plan.blocks, difference.before)
    if difference.after is not None:
        position = bisect_right(layout.places, difference.after) - 1
        return position if position >= 0 else None
    return None


def _reason(document: Document, block: Block) -> Finding:
    """Return why a block stays as it is: what is wrong in it or, if nothing is, that it does."""
    inside = (
        finding
        for _, finding in document.problems
        if block.start <= finding.span.start <= block.end
    )
    return next(inside, None) or _unproven(block.start)


def _reason_for_all(document: Document, difference: Difference) -> Finding:
    """Return why the whole text stays as it is."""
    is_front_matter = difference.before is None and difference.after is None
    if is_front_matter and document.problems:
        return document.problems[0].finding
    return _unproven(difference.before or 0)


def _unproven(offset: int) -> Finding:
    return Finding(
        Span(offset, offset),
        "What stands here would be read differently in another layout.",
        "write it in a simpler way; please report it if there is nothing wrong with it.",
    )

"""Blocks that a map leaves open: one line says what is missing."""

from argmap.publishing import Paragraph, ParagraphStyle, Run, Style


def none_yet(label: str, why: str) -> Paragraph:
    """Return a block of which the map has nothing yet."""
    return in_a_line(label, f"none yet, {why}")


def in_a_line(label: str, told: str) -> Paragraph:
    """Return a block that is one line: its label, and what is told."""
    return Paragraph((Run(f"{label}: ", Style.STRONG), Run(told)), ParagraphStyle.NOTE)

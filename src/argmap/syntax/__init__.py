"""Argdown text → `Document`. Never raises on text: what cannot be read becomes a problem."""

from argmap.syntax.dialect import ARGMAP, REFERENCE, Dialect
from argmap.syntax.parser import parse
from argmap.syntax.tree import (
    ROOT,
    Argument,
    Data,
    Document,
    Element,
    Form,
    Heading,
    Inference,
    Item,
    ListBlock,
    ListItem,
    Mark,
    MarkKind,
    Reconstruction,
    Relation,
    Statement,
    Text,
)

__all__ = [
    "ARGMAP",
    "REFERENCE",
    "ROOT",
    "Argument",
    "Data",
    "Dialect",
    "Document",
    "Element",
    "Form",
    "Heading",
    "Inference",
    "Item",
    "ListBlock",
    "ListItem",
    "Mark",
    "MarkKind",
    "Reconstruction",
    "Relation",
    "Statement",
    "Text",
    "parse",
]

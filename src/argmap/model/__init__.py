"""`Document` → `ArgumentGraph` (what is said, and related) → `StepGraph` (what follows)."""

from argmap.model.builder import build_graph
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    Inference,
    NodeKind,
    NodeRef,
    Occurrence,
    PcsStatement,
    Relation,
    RelationKind,
    Role,
    Section,
    Statement,
)

__all__ = [
    "Argument",
    "ArgumentGraph",
    "Inference",
    "NodeKind",
    "NodeRef",
    "Occurrence",
    "PcsStatement",
    "Relation",
    "RelationKind",
    "Role",
    "Section",
    "Statement",
    "build_graph",
]

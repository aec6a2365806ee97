"""`Document` → `ArgumentGraph`: resolves titles, reads structures, gives relations a direction."""

from argmap.diagnostic import Finding, Problem
from argmap.memory import without_collection
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    Relation,
    RelationKind,
    Section,
    Statement,
)
from argmap.model.lookalikes import find_lookalikes
from argmap.model.members import Classes
from argmap.model.naming import Names, name_items
from argmap.model.structures import Structure, read_structure
from argmap.source import Span
from argmap.syntax import ARGMAP, Dialect, Document, Heading, Inference, Reconstruction
from argmap.syntax import Argument as ArgumentItem
from argmap.syntax import Relation as RelationItem
from argmap.syntax import Statement as StatementItem

_MEANING: dict[str, tuple[RelationKind, bool]] = {  # kind; whether the line below is the source
    "+": (RelationKind.SUPPORT, True),
    "<+": (RelationKind.SUPPORT, True),
    "+>": (RelationKind.SUPPORT, False),
    "-": (RelationKind.ATTACK, True),
    "<-": (RelationKind.ATTACK, True),
    "->": (RelationKind.ATTACK, False),
    "_": (RelationKind.UNDERCUT, True),
    "<_": (RelationKind.UNDERCUT, True),
    "_>": (RelationKind.UNDERCUT, False),
    "><": (RelationKind.CONTRADICTORY, False),
}


@without_collection
def build_graph(document: Document, dialect: Dialect = ARGMAP) -> ArgumentGraph:
    """Make the argument graph of a document.

    Never raises on what an author wrote; what makes no sense is in `ArgumentGraph.problems`.
    """
    return _Builder(document, dialect).build()


class _Builder:
    def __init__(self, document: Document, dialect: Dialect) -> None:
        self._document, self._dialect = document, dialect
        self._problems: list[Problem] = []
        self._names: Names = name_items(document, dialect)
        self._structures: dict[int, Structure] = {}
        self._inferences: dict[int, NodeRef] = {}  # item → name
        self._concluded_by: dict[int, NodeRef] = {}  # conclusion's item → inference

    def build(self) -> ArgumentGraph:
        document, names = self._document, self._names
        self._problems.extend(find_lookalikes(document, names))
        self._read_structures()
        sections, section_of = _read_sections(document, self._dialect)
        classes = Classes(document, names, self._structures, section_of)
        statements: dict[str, Statement] = {}
        arguments: dict[str, Argument] = {}
        members = classes.members(
            inner_first=self._dialect.inner_occurrences_first,
        )
        for ref in names.order:
            if ref.kind is NodeKind.STATEMENT:
                statements[ref.title] = classes.statement(ref, members[ref])
            else:
                arguments[ref.title] = classes.argument(ref, members.get(ref, []))
        settings = document.front_matter.value if document.front_matter else {}
        model = settings.get("model")
        return ArgumentGraph(
            document=document,
            statements=statements,
            arguments=arguments,
            relations=tuple(self._read_relations()),
            sections=sections,
            order=names.order,
            settings=settings,
            is_strict=isinstance(model, dict) and model.get("mode") == "strict",
            problems=tuple(self._problems),
        )

    def _read_structures(self) -> None:
        for index, (title, is_second) in self._names.structures.items():
            item = self._document.items[index]
            if is_second and isinstance(item, Reconstruction) and item.argument is not None:
                self._report_second(item)
            structure, problems = read_structure(self._document, index, title)
            self._problems.extend(problems)
            self._structures[index] = structure
            for number, (inference_item, conclusion_item) in enumerate(structure.items):
                ref = NodeRef(NodeKind.INFERENCE, title, number)
                self._inferences[inference_item] = ref
                self._concluded_by[conclusion_item] = ref

    def _report_second(self, item: Reconstruction) -> None:
        assert item.argument is not None
        owner = self._document.items[item.argument]
        assert isinstance(owner, ArgumentItem)
        finding = Finding(
            owner.title_span,
            f"<{owner.title}> has a premise-conclusion structure already; this one is read as an "
            "argument of its own.",
            "give the second one a title of its own, `<Title>`.",
            titles=(owner.title or "",),
        )
        self._problems.append(Problem("SYN001", finding))

    def _read_relations(self) -> list[Relation]:
        items = self._document.items
        relations: list[Relation] = []
        last_inference: NodeRef | None = None
        for index, item in enumerate(items):
            if isinstance(item, Inference):
                last_inference = self._inferences.get(index, last_inference)
            if not isinstance(item, RelationItem):
                continue
            child = self._names.of.get(index + 1)
            element = items[index + 1]
            assert child is not None and isinstance(element, StatementItem | ArgumentItem)
            span = Span(item.span.start, element.title_span.end)
            relation = self._relation(index, item, child, span, last_inference)
            if relation:
                relations.append(relation)
        return relations

    def _relation(
        self,
        index: int,
        item: RelationItem,
        child: NodeRef,
        span: Span,
        last_inference: NodeRef | None,
    ) -> Relation | None:
        kind, child_is_source = _MEANING[item.symbol]
        owner_item = self._document.items[item.parent]
        if isinstance(owner_item, Inference):
            if not child_is_source or kind is RelationKind.SUPPORT:
                return None  # reported by the parser: an inference can only be undercut
            kind = RelationKind.UNDERCUT
            structure = self._names.structures[owner_item.parent][0]
            fallback = NodeRef(NodeKind.ARGUMENT, structure)
            owner = self._inferences.get(item.parent, fallback)
        else:
            owner = self._names.of[item.parent]
            if kind is RelationKind.UNDERCUT and child_is_source:
                owner = self._undercut_target(item.parent, owner, last_inference)
        source, target = (child, owner) if child_is_source else (owner, child)
        return Relation(kind, source, target, span, item.symbol, index)

    def _undercut_target(
        self, item: int, owner: NodeRef, last_inference: NodeRef | None
    ) -> NodeRef:
        """Return what an undercut hits: under a conclusion, the inference above that."""
        if owner.kind is not NodeKind.STATEMENT:
            return owner
        if self._dialect.undercut_leaks:
            return last_inference or owner
        return self._concluded_by.get(item, owner)


def _read_sections(
    document: Document, dialect: Dialect
) -> tuple[tuple[Section, ...], list[int | None]]:
    """Return the sections, and for each item the index of the section it stands in."""
    sections: list[Section] = []
    section_of: list[int | None] = []
    current: int | None = None
    for item in document.items:
        if isinstance(item, Heading):
            parent = current
            while parent is not None and sections[parent].level >= item.level:
                parent = sections[parent].parent
            data = item.data.value if item.data else {}
            plain = item.text.plain
            title = plain.strip() if dialect.reads_verbatim else " ".join(plain.split())
            sections.append(Section(title, item.level, item.tags, data, parent, item.span))
            current = len(sections) - 1
        section_of.append(current)
    return tuple(sections), section_of

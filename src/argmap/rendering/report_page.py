"""What a page about a map needs besides the picture; `pipeline` fills it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.evaluation import Labelling
from argmap.mapping.argument_map import ArgumentMap
from argmap.model.graph import ArgumentGraph, NodeRef


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """A finding as a reader sees it; `place` is such as `maps/huang.argdown:12:1`."""

    severity: str
    code: str
    name: str
    message: str
    help: str = ""
    title: str | None = None
    place: str = ""
    is_expected: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote where it stands: the words before and after it, and where that is."""

    title: str
    quote: str
    before: str = ""
    after: str = ""
    place: str = ""
    speaker: str = ""
    ref: NodeRef | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A map and everything that is to be told about it.

    `labelling` is what the page reasons from when the reader supposes something; if there is
    none, the map is evaluated leniently. `labels` says for statement
    titles how they are labelled, in a few words.
    """

    map: ArgumentMap
    graph: ArgumentGraph | None = None
    labelling: Labelling | None = None
    findings: tuple[ReportFinding, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    subtitle: str = ""
    author: str = ""

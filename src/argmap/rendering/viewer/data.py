"""What the viewer's script needs to know of a map, as compact JSON."""

import json
import re
from collections.abc import Mapping
from itertools import pairwise

from argmap.analysis.speakers import Speakers
from argmap.evaluation import Labelling, Policy, evaluate
from argmap.mapping.argument_map import Box, BoxKind, Row, Strip
from argmap.model.graph import NodeKind, NodeRef
from argmap.model.steps import build_steps
from argmap.rendering.display_text import printable
from argmap.rendering.layout import Layout
from argmap.rendering.report_page import Report
from argmap.rendering.themes.look import Theme
from argmap.rendering.viewer.entities import Entities, Entity
from argmap.rendering.viewer.label_data import label_data
from argmap.rendering.viewer.node_facts import noted, sides_of, speakers_of
from argmap.rendering.viewer.passages import around
from argmap.rendering.viewer.rule_pages import rule_page
from argmap.rendering.voices import say_voice

Data = dict[str, object]
_UNSAFE = re.compile("[<\ud800-\udfff]")


def findings_by_entity(report: Report, entities: Entities) -> Mapping[int, list[int]]:
    """Return for entities the indices of the findings about them."""
    found: dict[int, list[int]] = {}
    of_title = _by_title(entities)
    for number, finding in enumerate(report.findings):
        index = of_title.get(finding.title or "")
        if index is not None:
            found.setdefault(index, []).append(number)
    return found


def viewer_data(
    report: Report,
    entities: Entities,
    layout: Layout | None,
    theme: Theme,
    tongues: Mapping[int, str],
) -> Data:
    """Return the data of a page.

    layout:  of the whole map, if its picture is in the page
    theme:   that of the page
    tongues: the language of an entity's text, where it is not the page's
    """
    found = findings_by_entity(report, entities)
    quotes: dict[NodeRef, list[int]] = {}
    for number, passage in enumerate(report.passages):
        if passage.ref is not None:
            quotes.setdefault(passage.ref, []).append(number)
    of_title = _by_title(entities)
    speakers = Speakers.of(report.graph) if report.graph else None
    sides = sides_of(report.graph) if report.graph else {}
    boxes = [box for box in report.map.boxes if box.kind is not BoxKind.JUNCTION]
    data: Data = {
        "isLarge": layout is None,
        "entities": [
            _without_empty(
                {
                    **_entity(entities, entity, speakers),
                    "sides": sides.get(entity.ref, []) if entity.ref else [],
                    "quotes": quotes.get(entity.ref, []) if entity.ref else [],
                    "findings": found.get(index, []),
                    "lang": tongues.get(index, ""),
                }
            )
            for index, entity in enumerate(entities.all)
        ],
        "ties": [
            [tie.kind.value, tie.source, tie.target, *([] if tie.step is None else [tie.step])]
            for tie in entities.ties
        ],
        "boxes": [_box(entities, box, layout, theme) for box in boxes],
        "groups": [printable(group.title) for group in report.map.groups],
        "findings": [
            {
                "severity": finding.severity,
                "code": finding.code,
                "name": finding.name,
                "message": printable(finding.message),
                "help": printable(finding.help),
                "place": printable(finding.place),
                "expected": finding.is_expected,
                "entity": of_title.get(finding.title or "", -1),
            }
            for finding in report.findings
        ],
        "passages": [[*around(passage), printable(passage.place)] for passage in report.passages],
        "rules": [
            [code, rule_page(code)]
            for code in sorted({finding.code for finding in report.findings})
        ],
    }
    labelling = _labelling(report)
    if labelling is not None:
        data["labels"] = label_data(labelling)
    return data


def write_json(data: Data) -> str:
    """Write data for a `script` element: nothing in it can end the element or is no text."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _by_title(entities: Entities) -> dict[str, int]:
    """Return the entity that a finding means by a title: the statement, else the argument."""
    found: dict[str, int] = {}
    for kind in (NodeKind.ARGUMENT, NodeKind.STATEMENT):
        for index, entity in enumerate(entities.all):
            if entity.ref is not None and entity.ref.kind is kind:
                found[entity.ref.title] = index
    return found


def _entity(entities: Entities, entity: Entity, speakers: Speakers | None) -> Data:
    told: Data = {
        "id": entity.id,
        "key": entity.key,
        "kind": entity.kind.value,
        "title": entity.title,
        "text": entity.text,
        "thesis": entity.is_thesis,
        "unsupported": entity.is_unsupported,
        "unstated": entity.is_unstated,
    }
    node = entities.node(entity)
    if node is not None and speakers is not None:
        told["tags"] = [printable(tag) for tag in node.tags]
        told["speakers"] = speakers_of(speakers, node)
        told["voice"] = printable(say_voice(node.data.get("voice")))
        told["data"] = noted(node)
    return told


def _without_empty(told: Data) -> Data:
    return {key: value for key, value in told.items() if value not in (False, "", [])}


def _box(entities: Entities, box: Box, layout: Layout | None, theme: Theme) -> Data:
    parts: list[list[object]] = []
    for part in box.parts:
        if isinstance(part, Row):
            inside = entities.of_row[box.id, part.port]
            parts.append([part.port, inside, part.number])
        elif isinstance(part, Strip):
            parts.append([part.port, -1, printable(", ".join(part.rules))])
    told: Data = {
        "id": box.id,
        "entity": entities.of_box[box.id],
        "parts": parts,
        "role": box.role.value if box.role else "",
    }
    if box.hue is not None:
        palette = theme.swatch(box.hue).palette
        told["hue"] = [palette.line, palette.tint, printable(box.hue.tag)]
    if box.group is not None:
        told["group"] = box.group
    if layout is not None:
        area = layout.area(box.id)
        told["area"] = [round(n, 1) for n in (area.x, area.y, area.width, area.height)]
        ports = sorted(layout.figures[box.id].ports, key=lambda port: port.top)
        # Parts that lie side by side are not told apart by their heights: the box stands for them.
        if all(upper.bottom <= lower.top + 1 for upper, lower in pairwise(ports)):
            told["ports"] = [
                [port.name, round(port.top, 1), round(port.bottom, 1)] for port in ports
            ]
    return {key: value for key, value in told.items() if value not in ("", [])}


def _labelling(report: Report) -> Labelling | None:
    if report.labelling is not None or report.graph is None:
        return report.labelling
    return evaluate(build_steps(report.graph), Policy.named("lenient"))

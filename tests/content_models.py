"""What QTI 1.2 and IMS Content Packaging 1.1.3 allow inside each element that argmap writes.

Written down from the two specifications (IMS Global, ASI XML Binding 1.2, chapter 3; Content
Packaging XML Binding 1.1.3, chapter 5): the order of children as an expression over their names,
and the attributes that are required and allowed. An element that is not listed is a fault.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_MATERIAL = "material"
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"

QTI = {
    "": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
    "questestinterop": ("(qticomment )?(objectbank |assessment |((section |item )+))", {}, {_XSI}),
    "assessment": (
        "(qtimetadata )*(objectives )*(rubric )*(selection_ordering )?((sectionref |section )+)",
        {"ident"},
        {"title"},
    ),
    "section": (
        "(qtimetadata )*(selection_ordering )?((itemref |item |section )*)",
        {"ident"},
        {"title"},
    ),
    "item": (
        "(itemmetadata )?(objectives )*(rubric )*(presentation )?(resprocessing )*(itemfeedback )*",
        {"ident"},
        {"title"},
    ),
    "itemmetadata": ("(qtimetadata )*", {}, {}),
    "qtimetadata": ("(vocabulary )?(qtimetadatafield )+", {}, {}),
    "qtimetadatafield": ("fieldlabel fieldentry ", {}, {}),
    "fieldlabel": ("", {}, {}),
    "fieldentry": ("", {}, {}),
    "presentation": ("(flow |(material |response_lid |response_str )+)", {}, {"label"}),
    "material": ("(mattext |matimage )+", {}, {"label"}),
    "mattext": ("", {}, {"texttype", "charset"}),
    "response_lid": ("(material )?render_choice (material )?", {"ident"}, {"rcardinality"}),
    "response_str": ("(material )?render_fib (material )?", {"ident"}, {"rcardinality"}),
    "render_choice": ("(material |response_label |flow_label )*", {}, {"shuffle"}),
    "render_fib": ("(material |response_label |flow_label )*", {}, {"fibtype", "rows"}),
    "response_label": ("(material |flow_mat )*", {"ident"}, {"rshuffle"}),
    "resprocessing": ("outcomes (respcondition )+", {}, {"scoremodel"}),
    "outcomes": ("(decvar )+", {}, {}),
    "decvar": ("", {}, {"varname", "vartype", "minvalue", "maxvalue", "defaultval"}),
    "respcondition": ("conditionvar (setvar )*(displayfeedback )*", {}, {"continue", "title"}),
    "conditionvar": ("(not |and |or |unanswered |other |varequal )+", {}, {}),
    "other": ("", {}, {}),
    "varequal": ("", {"respident"}, {"case"}),
    "setvar": ("", {}, {"varname", "action"}),
    "displayfeedback": ("", {"linkrefid"}, {"feedbacktype"}),
    "itemfeedback": ("(flow_mat |material |solution |hint )+", {"ident"}, {"view", "title"}),
    "flow_mat": ("(flow_mat |material )+", {}, {"class"}),
}

CONTENT_PACKAGE = {
    "": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "manifest": (
        "(metadata )?organizations resources (manifest )*",
        {"identifier"},
        {"version", _XSI},
    ),
    "metadata": ("(schema )?(schemaversion )?", {}, {}),
    "schema": ("", {}, {}),
    "schemaversion": ("", {}, {}),
    "organizations": ("(organization )*", {}, {"default"}),
    "resources": ("(resource )*", {}, {}),
    "resource": (
        "(metadata )?(file )*(dependency )*",
        {"identifier", "type"},
        {"href"},
    ),
    "file": ("(metadata )?", {"href"}, {}),
}


def faults(root: ET.Element, models: dict) -> list[str]:
    """Return what a document has that its specification does not allow."""
    return list(_faults(root, models))


def _faults(root: ET.Element, models: dict) -> Iterator[str]:
    for element in root.iter():
        namespace, _, name = element.tag.rpartition("}")
        if namespace.lstrip("{") != models[""]:
            yield f"{element.tag} is in another namespace"
            continue
        if name not in models:
            yield f"{name} is not known"
            continue
        children, required, allowed = models[name]
        told = "".join(f"{child.tag.rpartition('}')[2]} " for child in element)
        if not re.fullmatch(children, told):
            yield f"{name} holds {told or 'nothing'}"
        has_words = bool((element.text or "").strip())
        if has_words and (children or len(element)):
            yield f"{name} holds words"
        missing, more = set(required) - set(element.attrib), set(element.attrib)
        more -= set(required) | set(allowed)
        if missing or more:
            yield f"{name}: attributes {sorted(missing)} are missing, {sorted(more)} too many"
        for key in ("ident", "identifier"):
            if key in element.attrib and not re.fullmatch(
                r"[A-Za-z_][\w.-]*|\d+", element.get(key)
            ):
                yield f"{name}: {element.get(key)} is no identifier"

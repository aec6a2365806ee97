"""QTI 1.2 in an IMS content package, as Canvas reads it.

The two specifications are those of the IMS Global Learning Consortium: Question & Test
Interoperability, ASI XML Binding 1.2 (2002), and Content Packaging 1.1.3 (2003). The types of
questions are Canvas' own, in `question_type`.
"""

from typing import assert_never
from xml.etree import ElementTree as ET

from argmap.classroom.quiz.markup import child, clean, html, number, page, written
from argmap.classroom.quiz.questions import Form, Question, Quiz
from argmap.publishing.archives import write_archive

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TYPES = {
    Form.CHOICE: "multiple_choice_question",
    Form.BLANK: "multiple_choice_question",
    Form.WORD: "short_answer_question",
    Form.OWN_WORDS: "essay_question",
}


def write(quiz: Quiz) -> bytes:
    """Return a quiz as the bytes of a zip: a manifest, and the questions."""
    ident = f"g{quiz.ident}"
    path = f"{ident}/{ident}.xml"
    return write_archive(
        (("imsmanifest.xml", _manifest(ident, path)), (path, _assessment(quiz, ident)))
    )


def _manifest(ident: str, path: str) -> str:
    root = _root("manifest", _PACKAGE, f"{_PACKAGE} {_PACKAGE}.xsd")
    root.set("identifier", f"m{ident}")
    metadata = child(root, "metadata")
    child(metadata, "schema", "IMS Content")
    child(metadata, "schemaversion", "1.1.3")
    child(root, "organizations")
    resource = child(
        child(root, "resources"), "resource", identifier=ident, type="imsqti_xmlv1p2", href=path
    )
    child(resource, "file", href=path)
    return written(root)


def _assessment(quiz: Quiz, ident: str) -> str:
    root = _root(
        "questestinterop", _QTI, f"{_QTI} http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
    )
    assessment = child(root, "assessment", ident=ident, title=clean(quiz.title))
    _fields(assessment, {"cc_maxattempts": "1"})
    section = child(assessment, "section", ident="root_section")
    for question in quiz.questions:
        _item(section, question, f"{ident}{question.letter}")
    return written(root)


def _item(section: ET.Element, question: Question, ident: str) -> None:
    item = child(section, "item", ident=ident, title=clean(question.name))
    labels = {str(n): choice for n, choice in enumerate(question.choices, 1)}
    fields = {
        "question_type": _TYPES[question.form],
        "points_possible": number(question.marks),
        "original_answer_ids": ",".join(labels),
        "assessment_question_identifierref": f"{ident}ref",
    }
    _fields(child(item, "itemmetadata"), fields)
    presentation = child(item, "presentation")
    told = page(question.task, question.shown)
    if question.form is Form.BLANK:
        told += f"<p>{html(question.before)} [ ____ ] {html(question.after)}</p>"
    _material(presentation, told)
    match question.form:
        case Form.CHOICE | Form.BLANK:
            response = child(
                presentation, "response_lid", ident="response1", rcardinality="Single"
            )
            render = child(response, "render_choice")
            for label, choice in labels.items():
                _material(child(render, "response_label", ident=label), html(choice.text))
            right = [label for label, choice in labels.items() if choice.is_right]
        case Form.WORD | Form.OWN_WORDS:
            response = child(
                presentation, "response_str", ident="response1", rcardinality="Single"
            )
            render = child(response, "render_fib")
            child(render, "response_label", ident="answer1", rshuffle="No")
            is_word = question.form is Form.WORD
            right = [clean(answer) for answer in question.accepted] if is_word else []
        case _:
            assert_never(question.form)
    _processing(item, right)
    feedback = child(item, "itemfeedback", ident="general_fb")
    model = f"<p>{html(question.accepted[0])}</p>" if question.accepted and not right else ""
    _material(child(feedback, "flow_mat"), f"{model}<p>{html(question.feedback)}</p>")


def _processing(item: ET.Element, right: list[str]) -> None:
    processing = child(item, "resprocessing")
    outcomes = child(processing, "outcomes")
    child(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    always = child(processing, "respcondition", **{"continue": "Yes"})
    child(child(always, "conditionvar"), "other")
    child(always, "displayfeedback", feedbacktype="Response", linkrefid="general_fb")
    for answer in right:
        condition = child(processing, "respcondition", **{"continue": "No"})
        child(child(condition, "conditionvar"), "varequal", answer, respident="response1")
        child(condition, "setvar", "100", action="Set", varname="SCORE")


def _root(tag: str, namespace: str, places: str) -> ET.Element:
    attributes = {"xmlns": namespace, "xmlns:xsi": _XSI, "xsi:schemaLocation": places}
    return ET.Element(tag, attributes)


def _fields(parent: ET.Element, fields: dict[str, str]) -> None:
    metadata = child(parent, "qtimetadata")
    for label, entry in fields.items():
        field = child(metadata, "qtimetadatafield")
        child(field, "fieldlabel", label)
        child(field, "fieldentry", entry)


def _material(parent: ET.Element, text: str) -> None:
    child(child(parent, "material"), "mattext", text, texttype="text/html")

"""Titles that differ only in how their letters are composed."""

import argmap


def test_the_second_form_is_reported_where_it_stands_first():
    graph = argmap.loads("[Café]: a\n\n[Cafe\u0301]\n  + <B>\n\n[Cafe\u0301]: b\n")
    [problem] = [p for p in graph.problems if "looks like" in p.finding.message]
    assert graph.document.source.locate(problem.finding.span.start).line == 3
    assert problem.finding.titles == ("Cafe\u0301", "Café")


def test_a_statement_and_an_argument_may_look_alike():
    graph = argmap.loads("[Café]: a\n  + <Cafe\u0301>: b\n")
    assert not graph.problems

"""Figures and appeals to studies in three languages, and what only looks like them."""

import pytest

from argmap.analysis.figures import find_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("80 % agree.", "80 %"),
        ("Some 12.5% of them left.", "12.5%"),
        ("It saves 62 decibels.", "62 decibels"),
        ("It costs $5 a day.", "$5"),
        ("It costs 10 000 euros.", "10 000 euros"),
        ("A 30-fold rise.", "30-fold"),
        ("Eighty percent of them agree.", "percent"),
        ("Many studies have clearly shown it.", "studies have clearly shown"),
        ('He says: "Experts agree."', "Experts agree"),
        ("Das sind 40 Prozent.", "40 Prozent"),
        ("Laut einer Studie ist es so.", "Laut einer Studie"),
        ("Umfragen\nzeigen es.", "Umfragen zeigen"),
        ("有80%的人同意。", "80%"),
        ("百分之八十的人同意。", "百分之"),
        ("研究表明这是对的。", "研究表明"),
        ("專家認為這是對的。", "專家認為"),
        ("价格涨了三倍。", "三倍"),
    ],
)
def test_found(text, figure):
    assert find_figure(text) == figure


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 it rained.",
        "Children under 14 years may come.",
        "The 5G net and line 7.",
        "See S1 and (2).",
        "She studies in Bonn.",
        "The data are kept.",
        "The city shows films, and experts come.",
        "Die Daten bleiben.",
        "十分重要。",
        "千万不要去。",
        "x80% y",
        "",
        "1" * 50_000 + " ",
        "1 000 " * 20_000,
    ],
)
def test_not_found(text):
    assert find_figure(text) is None

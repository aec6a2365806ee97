"""Lessons for tests of sheets, keys and marking."""

import argmap
from argmap.classroom.gaps import Request
from argmap.classroom.kinds import find_kind
from argmap.classroom.lesson import Lesson
from argmap.pipeline import source_texts

HUANG, SCHOOL = "maps/huang.argdown", "maps/school_uniform.argdown"
BARE = "[A]: q.\n  + <B>: xx yy.\n"
MAP = """\
===
title: Zebras
sources:
  report: {file: nowhere.txt}
===

[Ban]: Cars should be banned.

<Air>: Gist of the card. {speaker: Ann}

(1) [Exhaust]: Engines foul air everywhere. {speaker: Ann}
(2) [Cleaner Air]: Fewer engines mean cleaner lungs. #unstated
-- expert opinion --
(3) [Ban]

[Exhaust]
  - <Electric>: Batteries emit nothing. {speaker: Bob}
[Ban]
  - <Jobs>: Mechanics lose work. {speaker: Bob}
  - <Freedom>: Drivers cherish independence. {speaker: Bob}
  + <Noise>: Silence heals neighbourhoods. {speaker: Ann}
    - <Rails>: Trams rattle loudly. {speaker: Bob}
[Loose]: Cities prosper without traffic. #conclusion
"""


def lesson(source=MAP):
    graph = argmap.load(source) if source.endswith(".argdown") else argmap.loads(source)
    return Lesson(graph, "a.argdown", source_texts(graph), argmap.check(graph))


def made(source, kind, **options):
    taught = lesson(source)
    request = Request(kind, **options)
    return taught, find_kind(kind).make(taught, request), request

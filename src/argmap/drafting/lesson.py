"""An empty map for a lesson: one claim, one reason, one objection, to be overwritten."""

from argmap.drafting.writing import quoted

_LESSON = """\
===
title: {title}
author: ""
thesis: [Main Claim]
expect: []
===

/*
TEACHING NOTE
What are they to learn from this map? Which question do you ask first?

TO DO
1. Overwrite the three sentences below, and the title above. One box, one full sentence that can
   be true or false, without "because" in it.
2. A reason goes below a claim with `+`, an objection with `-`, and so on below those:
       + <Short Title>: One more reason.
         - <Another>: What speaks against that reason.
3. `argmap check` says what is wrong, `argmap build` draws the map. Announce in `expect:` what you
   leave open on purpose: `expect: ["SUP001 [Main Claim]"]`.
*/

[Main Claim]: Write here what is to be shown, as one full sentence.
  + <First Reason>: Write here why somebody should believe it.
  - <First Objection>: Write here what speaks against it.
"""


def write_lesson(title: str = "A new map") -> str:
    """Return the map as Argdown; `argmap check` finds nothing in it."""
    return _LESSON.format(title=quoted(title))

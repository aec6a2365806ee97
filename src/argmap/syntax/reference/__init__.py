"""Argdown's tokens as the reference implementation (@argdown/core 1.7.5) cuts them.

What blanks, comments, brackets and half-open markup are in the reference is settled here, once,
for both that ask: `verbatim`, which reads what it accepts, and `strict`, which says what it
refuses.
"""

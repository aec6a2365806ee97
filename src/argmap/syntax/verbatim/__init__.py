"""Argdown by the letter: texts that the reference implementation accepts, read by its grammar.

The parser next door reads any text as a person would. What Argdown's own tokens make of blanks,
comments, brackets and half-open markup differs from that in many small ways, and each of them
shows in an export that other tools compare with the reference's. So here is the reference's
language as it is: a grammar over its tokens (`syntax.reference`) that gives up at the first fault.
"""

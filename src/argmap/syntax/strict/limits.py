"""How much the reference can take before it runs out of stack.

Measured with @argdown/core 1.7.5 in a fresh process of Node 20 with its ordinary stack of 984 kB,
where a document of that size is accepted and one of one more is refused. A process that has read
other documents may go further, as compiled functions need less stack.
"""

DEEPEST_RELATIONS = 256
"""Relations below one another; in a list or a premise-conclusion structure it is one less."""

DEEPEST_EMPHASIS = 299
"""Emphases in one another, in a text that stands in no relation."""

DEEPEST_HEADINGS = 1096
"""Headings of which each is a level below the one above it."""

MOST_BLOCKS = 122_984
"""Blocks of a document: they are handed to one function as its parameters."""


def is_too_deep(relations: int, emphases: int) -> bool:
    """Tell whether an emphasis within relations is nested too deep: both use the same stack."""
    return relations / DEEPEST_RELATIONS + emphases / DEEPEST_EMPHASIS > 1

"""A document in the canonical layout of Argdown: nothing is lost, and nothing is read differently.

Only blanks, line ends and the bars of inferences change. That the new text says the same is not
trusted but proven, by reading it again.
"""

from argmap.syntax.formatter.formatting import Formatted, format_document

__all__ = ["Formatted", "format_document"]

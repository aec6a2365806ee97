"""What the reference implementation of Argdown refuses, though argmap reads it.

A recogniser of the reference's grammar over its tokens (`syntax.reference`), and of what it does
with a text afterwards: the grammar (`grammar`, `elements`, `structures`), its YAML (`js_yaml`) and
the exceptions on the way to a map (`model`, `explode`, `settings`, `export`).
"""

from argmap.syntax.strict.problems import find_refused

__all__ = ["find_refused"]

"""Blanks and line ends of JavaScript's regular expressions, for use in a character class."""

SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What `\\s` matches; the byte order mark is one of them."""

LINE_ENDS = "\n\r\u2028\u2029"
"""What `.` does not match."""

"""A map as a lesson: sheets with gaps, their keys, and what marking reads."""

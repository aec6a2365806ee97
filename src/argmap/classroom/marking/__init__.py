"""Marking what pupils wrote: answers, marks with their reasons, what a class shows, feedback."""

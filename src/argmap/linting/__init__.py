"""Checking files: with the settings of their projects, baselines, fixes and comments, and again.

One way of dealing with findings, one file; each works on a `Linter`.
"""

from argmap.linting.linter import Linter, Request

__all__ = ["Linter", "Request"]

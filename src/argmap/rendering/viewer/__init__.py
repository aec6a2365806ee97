"""The viewer: one page that shows a map, its outline and everything that is known of it.

One file that asks nothing of the network. Without JavaScript it is a page to read: picture,
outline, findings, quotes. With it, the same elements become panels to walk through.
"""

from argmap.rendering.viewer.page import write_viewer

__all__ = ["write_viewer"]

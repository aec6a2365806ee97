"""Maps to start from: an empty one for a lesson, and the draft of a text, made by rule."""

from argmap.drafting.draft import CannotDraft, Draft, Item, draft

__all__ = ["CannotDraft", "Draft", "Item", "draft"]

"""A map as a talk: its thoughts one after the other, in an order in which they can be told."""

from argmap.mapping.talk.numbers import Numbers, read_numbers
from argmap.mapping.talk.ordering import in_numbered_order
from argmap.mapping.talk.planning import Order, Talk, plan_talk
from argmap.mapping.talk.thoughts import Thought, Tie

__all__ = [
    "Numbers",
    "Order",
    "Talk",
    "Thought",
    "Tie",
    "in_numbered_order",
    "plan_talk",
    "read_numbers",
]

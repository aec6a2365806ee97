"""argmap build"""


def build() -> None:
    """To come."""

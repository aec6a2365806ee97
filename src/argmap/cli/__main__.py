"""`python -m argmap.cli`."""

from argmap.cli import main

main()

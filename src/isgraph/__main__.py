"""python -m isgraph."""

from isgraph.cli import main

main()

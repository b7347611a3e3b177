"""`python -m lawtrack`."""

from lawtrack.cli import main

main()

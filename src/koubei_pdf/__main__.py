"""`python -m koubei_pdf`."""

from .cli import main

main()

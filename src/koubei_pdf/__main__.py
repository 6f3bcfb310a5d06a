"""`python -m koubei_pdf`, and the program `koubei-pdf`."""

from __future__ import annotations

import sys

#: The exit code of a program that was stopped with Ctrl-C.
STOPPED = 130


def main() -> None:
    """Run the command line. Stopped with Ctrl-C, also while it starts, it says nothing."""
    try:
        from .cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(STOPPED)


if __name__ == "__main__":
    main()

"""koubei-pdf's typesetting alone, as its peers do it: laid out and written, not judged.

``render`` judges the press edition before it takes its place, which no peer does; see
``benchmarks.preflight`` for what that takes.
"""

import argparse
import gc
import sys
from pathlib import Path

from koubei_pdf.build import build
from koubei_pdf.cli.render import job
from koubei_pdf.imaging import Cache
from koubei_pdf.output import write_atomically, write_pdf


def main() -> None:
    """Write ``ISSUE``'s press edition to ``OUT.pdf``."""
    parser = argparse.ArgumentParser(description="Set the benchmark's issue with koubei-pdf.")
    parser.add_argument("issue", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--cache", type=Path, help="folder that keeps converted pictures")
    asked = parser.parse_args()
    gc.disable()  # as the command line does
    made = build(asked.issue / "issue.yaml")
    if made.errors or made.book is None or made.shelf is None or made.issue is None:
        sys.exit("the issue has errors: " + ", ".join(d.rule.code for d in made.diagnostics))
    write_atomically(
        asked.output, write_pdf(made.book, made.shelf, job(made.issue, cache=Cache(asked.cache)))
    )
    gc.freeze()


if __name__ == "__main__":
    main()

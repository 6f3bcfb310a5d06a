"""What the engines share: the page, in points, and the command line."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import MANUSCRIPT, PROJECT, Story, stories

MM = 72 / 25.4

TRIM_WIDTH = 210 * MM
TRIM_HEIGHT = 285 * MM
BLEED = 3 * MM

SIZE = 10.0
LEADING = 17.0
LINES = 39
MEASURE = 22 * SIZE
GAP = 2 * SIZE
TYPE_WIDTH = 2 * MEASURE + GAP
TYPE_HEIGHT = LINES * LEADING
SIDE = (TRIM_WIDTH - TYPE_WIDTH) / 2
TOP = 72.0
BOTTOM = TRIM_HEIGHT - TOP - TYPE_HEIGHT

TITLE_SIZE = 30.0
TITLE_LEADING = 2 * LEADING
TITLE_ROWS = 8
"""Every story opens a page; its title spans both columns over this many rows of the body."""

HEAD_SIZE = 9.0
HEAD_RISE = 24.0
"""From the type area up to the baseline of the section's name."""
FOLIO_DROP = 30.0
"""From the type area down to the baseline of the folio."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to set, with which fonts, and where to write the PDF."""

    output: Path
    fonts: Path
    stories: list[Story]


def job_from_command_line(engine: str) -> Job:
    """Read ``OUT.pdf --times N [--fonts DIR] [--manuscript FILE]``."""
    parser = argparse.ArgumentParser(description=f"Set the benchmark's text with {engine}.")
    parser.add_argument("output", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--fonts", type=Path, default=PROJECT / "fonts")
    parser.add_argument("--manuscript", type=Path, default=MANUSCRIPT)
    arguments = parser.parse_args()
    text = stories(arguments.manuscript, arguments.times)
    return Job(arguments.output, arguments.fonts.resolve(), text)

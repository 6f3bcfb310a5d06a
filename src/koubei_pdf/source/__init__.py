"""Files → nouns: the manifest, articles and layouts of an issue, with the place of every leaf.

Nothing here raises for a user's mistake: readers return what they could read and diagnostics.
"""

from __future__ import annotations

from .faults import RULES
from .issue import read_issue
from .text_files import line_reader

__all__ = ["RULES", "line_reader", "read_issue"]

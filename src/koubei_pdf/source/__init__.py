"""Files → nouns: the manifest, articles and layouts of an issue, with the place of every leaf.

Nothing here raises for a user's mistake: readers return what they could read and diagnostics.
"""

from __future__ import annotations

from ..model.diagnostics import Rule
from .faults import RULES as FILE_RULES
from .issue import read_issue
from .lock import lock_name, lock_text
from .picture_faults import RULES as PICTURE_RULES
from .text_files import line_reader

#: All that can be wrong with the files of an issue.
RULES: tuple[Rule, ...] = (*FILE_RULES, *PICTURE_RULES)

__all__ = ["RULES", "line_reader", "lock_name", "lock_text", "read_issue"]

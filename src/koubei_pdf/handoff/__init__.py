"""An issue → one zip for the print shop: press file, proofs, print ticket, report, fonts, sums.

The rules alone load nothing; `package` and `archive` are loaded by who makes a package.
"""

from __future__ import annotations

from .faults import RULES

__all__ = ["RULES"]

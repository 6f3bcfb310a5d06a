"""The date of an issue as people write it: 2027.01, 2027年1月15日, 2027-01-15."""

from __future__ import annotations

import re
from datetime import date

_WRITTEN = re.compile(r"(\d{4})\D+(\d{1,2})(?:\D+(\d{1,2}))?\D*")


def iso_date(text: str, *, whole: bool = False) -> str | None:
    """The date in the form of ISO 8601, the first of the month if no day is given.

    whole: the day must be given. None where the text is of another form. Raises ValueError where
    there is no such day.
    """
    match = _WRITTEN.fullmatch(text)
    if match is None or (whole and match[3] is None):
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    return date(year, month, day).isoformat()

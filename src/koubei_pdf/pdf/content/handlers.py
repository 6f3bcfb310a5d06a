"""All operators of PDF 1.7 (ISO 32000-1, annex A) with what carries them out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import colours, objects, paths, texts

Handler = Callable[[Any, list[Any]], None]


def _ignore(run: Any, operands: list[Any]) -> None:
    """Operators that change nothing that is judged."""
    del run, operands


OPERATORS: dict[bytes, Handler] = {
    **dict.fromkeys((b"J", b"j", b"M", b"d", b"i", b"MP", b"DP"), _ignore),
    **paths.OPERATORS,
    **colours.OPERATORS,
    **texts.OPERATORS,
    **objects.OPERATORS,
}

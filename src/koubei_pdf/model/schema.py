"""What keys a mapping may hold and of what type: data that the readers in `source` enforce.

Fillers (pages/fillers) declare the options of their frame kind with it; the readers check a
layout against the declarations that they are handed, so that source knows no filler.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

#: text → Run with its span · number → float · integer → int · flag → bool ·
#: length → float in pt (written 10pt, 27mm, 小五 …) · colour → ColourName (written `blue`,
#: `section`, `section 12`) · style → name of a paragraph style, known in the layout ·
#: font → name of a font role · frame → name of a frame of the same layout ·
#: choice → one of `choices`.
ValueType = Literal[
    "text", "number", "integer", "flag", "length", "colour", "style", "font", "frame", "choice"
]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its value's type, whether it must be there, bounds and choices.

    `many` allows a list of such values (the reader then gives a tuple).
    """

    type: ValueType
    required: bool = False
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    many: bool = False


Schema = Mapping[str, Key]

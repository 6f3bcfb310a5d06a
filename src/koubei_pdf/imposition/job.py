"""What is asked of an imposition, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.diagnostics import Diagnostic
from ..model.geometry import mm
from .binding import Binding
from .sheets import Size


@dataclass(frozen=True, slots=True)
class Job:
    """How to impose; lengths in pt.

    sheets: the sheet, or the ways in which it may lie; none: made to measure. signature: pages of
    a sheet for perfect binding. gripper: the strip at the sheet's foot that stays free. creep: how
    far the innermost sheet of a saddle-stitched copy moves; caliper: or the thickness of a leaf,
    by which each sheet moves against the one around it.
    """

    binding: Binding
    sheets: tuple[Size, ...] = ()
    signature: int = 16
    gripper: float = mm(10)
    creep: float = 0.0
    caliper: float = 0.0


@dataclass(frozen=True, slots=True)
class Imposed:
    """The file of sheets, None where it cannot be made, and what was found."""

    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    sheets: int = 0
    size: Size | None = None

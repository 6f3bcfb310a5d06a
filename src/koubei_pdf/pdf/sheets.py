"""A content stream as it is for any plate: its bytes, with what it paints left open.

Rendering a plate needs no renderer of CMYK: paint each object with 1 - ink in a channel of RGB
and let a renderer of RGB do the rest. Painting, clipping and blending are the same, as blending
in a subtractive space is defined on the complements (ISO 32000-1, 11.3.5.1).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .content.spaces import ALL, PROCESS, Inks
from .content.state import Paint

#: The three plates that the channels of one rendering show; fewer are repeated.
Plates = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """A colour, set before something is painted with it.

    paint: what to set. painted: the plates that it touches, None for all (it knocks out).
    pattern: the object in whose place there is no colour, and its recorded cell.
    """

    paint: Paint
    stroke: bool
    alpha: float
    painted: frozenset[str] | None
    pattern: Any = field(default=None, compare=False)
    cell: Sheet | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A form, picture or shading in the place of the operator that shows it.

    kind: "form", "picture", "inline" or "shading". values: a picture's dictionary with full keys.
    ppi: its resolution along its width and height.
    """

    kind: str
    object: Any
    values: Mapping[str, Any] = field(default_factory=dict)
    data: bytes = b""
    ppi: tuple[float, float] = (0.0, 0.0)
    sheet: Sheet | None = None
    resources: Any = None


@dataclass(slots=True)
class Sheet:
    """A content stream, recorded. stream: the form that it belongs to, None for a page."""

    stream: Any
    resources: Any
    parts: list[bytes | Setting | Drawn] = field(default_factory=list)


def painted(paint: Paint, overprints: bool, mode: int) -> frozenset[str] | None:
    """The plates that a paint touches; None for all (ISO 32000-1, 8.6.7 and 11.7.4.5)."""
    if paint.space.prints_nothing:
        return frozenset()
    if not overprints or paint.pattern:
        return None
    if paint.space.family in ("Separation", "DeviceN"):
        return None if ALL in paint.inks else frozenset(paint.inks)
    if paint.space.family == "DeviceCMYK" and mode == 1:
        return frozenset(plate for plate, part in paint.inks.items() if part > 0)
    return frozenset(PROCESS)


def channels(inks: Inks, plates: Sequence[str]) -> tuple[float, ...]:
    """What the channels show of a colour: 1 where its plate has no ink."""
    everywhere = inks.get(ALL, 0.0)
    return tuple(1 - inks.get(plate, everywhere) for plate in plates)

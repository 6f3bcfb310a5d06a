"""Shadings on three plates: the same geometry, with a function that gives channels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pikepdf

from . import reasons
from .content.functions import function_of
from .content.spaces import Convert, Space
from .reading import UnreadableError, entry, numbers_of
from .sheets import Plates, channels

#: Samples of a function of one variable, and of two along each axis.
_STEPS, _GRID = 256, 48

_Colour = Callable[[Sequence[float]], Sequence[float]]


def on_plates(
    pdf: pikepdf.Pdf, shading: Any, space: Space, plates: Plates, convert: Convert
) -> Any:
    """A shading in RGB whose channels show the plates. Raises UnreadableError."""
    return recoloured(pdf, shading, lambda values: channels(space.inks(values, convert), plates))


def recoloured(pdf: pikepdf.Pdf, shading: Any, rgb: _Colour) -> Any:
    """A shading in RGB; `rgb` says what becomes of its colours. Raises UnreadableError.

    Meshes that carry their colours in their data, without a function, cannot be changed so.
    """
    function = entry(shading, "/Function")
    if function is None:
        raise UnreadableError(f"ShadingType {entry(shading, '/ShadingType')}", reasons.MESH)
    evaluate = function_of(function)

    def colour(values: Sequence[float]) -> Sequence[float]:
        return rgb(evaluate(values))

    is_grid = entry(shading, "/ShadingType") == 1
    domain = numbers_of(entry(shading, "/Domain")) or [0.0, 1.0] * (2 if is_grid else 1)
    changed: Any = pikepdf.Dictionary()
    keys = list(shading.keys())
    if isinstance(shading, pikepdf.Stream):
        changed = pdf.make_stream(shading.read_bytes())
        keys = [key for key in keys if key not in ("/Length", "/Filter", "/DecodeParms")]
        domain = numbers_of(entry(shading, "/Decode"))[4:6] or domain
    for key in keys:
        changed[key] = shading[key]
    changed["/ColorSpace"] = pikepdf.Name.DeviceRGB
    changed["/Function"] = _sampled(pdf, colour, domain)
    if "/Background" in changed:
        ground = numbers_of(changed["/Background"])
        changed["/Background"] = pikepdf.Array(list(rgb(ground)))
    return changed


def _sampled(pdf: pikepdf.Pdf, colour: _Colour, domain: list[float]) -> Any:
    """A sampled function (7.10.2) of `colour`."""
    axes = list(zip(domain[::2], domain[1::2], strict=True))
    count = _STEPS if len(axes) == 1 else _GRID
    steps = [[low + i / (count - 1) * (high - low) for i in range(count)] for low, high in axes]
    if len(axes) == 1:
        points = [[x] for x in steps[0]]
    else:
        points = [[x, y] for y in steps[1] for x in steps[0]]
    data = bytes(
        round(255 * min(max(part, 0.0), 1.0)) for point in points for part in colour(point)
    )
    return pdf.make_stream(
        data,
        FunctionType=0,
        Domain=domain,
        Range=[0, 1, 0, 1, 0, 1],
        Size=[count] * len(axes),
        BitsPerSample=8,
    )

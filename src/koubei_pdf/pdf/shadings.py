"""Shadings on three plates: the same geometry, with a function that gives channels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pikepdf

from . import reasons
from .content.allowance import Allowance
from .content.functions import function_of
from .content.spaces import ALL, Convert, Inks, Space
from .reading import DAMAGE, UnreadableError, entry, numbers_of, read_stream
from .sheets import Plates, channels

#: Samples of a function of one variable, and of two along each axis.
_STEPS, _GRID = 256, 48


class Sampled(NamedTuple):
    """Colours of a shading over the domain of its function: so many along each of its axes."""

    domain: list[float]
    along: int
    colours: Sequence[Sequence[float]]


class _Inked(NamedTuple):
    """Samples as a channel for each plate (255: no ink), and the ground's inks."""

    domain: list[float]
    along: int
    size: int
    plates: dict[str, bytes]
    ground: Inks

    def channel(self, plate: str) -> bytes:
        return self.plates.get(plate) or self.plates.get(ALL) or b"\xff" * self.size


class Gradients:
    """The inks of a file's shadings, each sampled once however often it is shown.

    Their functions have the steps of a file together (see limits).
    """

    def __init__(self, convert: Convert) -> None:
        self._convert = convert
        self._steps = Allowance()
        self._known: dict[tuple[bytes, Space], _Inked | Exception] = {}

    def on_plates(self, pdf: pikepdf.Pdf, shading: Any, space: Space, plates: Plates) -> Any:
        """A shading in RGB whose channels show the plates. Raises UnreadableError."""
        key = (shading.unparse(), space)
        if key not in self._known:
            try:
                self._known[key] = self._inked(shading, space)
            except (UnreadableError, *DAMAGE) as error:
                self._known[key] = error
        known = self._known[key]
        if isinstance(known, Exception):
            raise known
        bands = zip(*map(known.channel, plates), strict=True)
        data = bytes(value for values in bands for value in values)
        ground = channels(known.ground, plates)
        return _changed(pdf, shading, known.domain, known.along, data, ground)

    def _inked(self, shading: Any, space: Space) -> _Inked:
        domain, count, colours = sample(shading, self._steps)
        inks = [space.inks(values, self._convert) for values in colours]
        plates = {plate: bytes(_byte(1 - each[plate]) for each in inks) for plate in inks[0]}
        ground = space.inks(numbers_of(entry(shading, "/Background")), self._convert)
        return _Inked(domain, count, len(inks), plates, ground)


def recoloured(
    pdf: pikepdf.Pdf, shading: Any, rgb: Callable[[Sequence[float]], Sequence[float]]
) -> Any:
    """A shading in RGB; `rgb` says what becomes of its colours. Raises UnreadableError."""
    domain, count, colours = sample(shading, Allowance())
    data = bytes(_byte(part) for values in colours for part in rgb(values))
    ground = rgb(numbers_of(entry(shading, "/Background"))) if "/Background" in shading else ()
    return _changed(pdf, shading, domain, count, data, ground)


def sample(shading: Any, steps: Allowance) -> Sampled:
    """The colours of a shading, in its own space. Raises UnreadableError.

    Meshes that carry their colours in their data, without a function, cannot be sampled so.
    """
    function = entry(shading, "/Function")
    if function is None:
        raise UnreadableError(f"ShadingType {entry(shading, '/ShadingType')}", reasons.MESH)
    evaluate = function_of(function, steps)
    is_grid = entry(shading, "/ShadingType") == 1
    domain = numbers_of(entry(shading, "/Domain")) or [0.0, 1.0] * (2 if is_grid else 1)
    if isinstance(shading, pikepdf.Stream):
        domain = numbers_of(entry(shading, "/Decode"))[4:6] or domain
    axes = list(zip(domain[::2], domain[1::2], strict=True))
    count = _STEPS if len(axes) == 1 else _GRID
    places = [[low + i / (count - 1) * (high - low) for i in range(count)] for low, high in axes]
    if len(axes) == 1:
        points = [[x] for x in places[0]]
    else:
        points = [[x, y] for y in places[1] for x in places[0]]
    return Sampled(domain, count, [evaluate(point) for point in points])


def _changed(
    pdf: pikepdf.Pdf,
    shading: Any,
    domain: list[float],
    count: int,
    data: bytes,
    ground: Sequence[float],
) -> Any:
    """The shading in RGB: data are its samples, ground the colour where it does not reach."""
    changed: Any = pikepdf.Dictionary()
    keys = list(shading.keys())
    if isinstance(shading, pikepdf.Stream):
        changed = pdf.make_stream(read_stream(shading))
        keys = [key for key in keys if key not in ("/Length", "/Filter", "/DecodeParms")]
    for key in keys:
        changed[key] = shading[key]
    changed["/ColorSpace"] = pikepdf.Name.DeviceRGB
    changed["/Function"] = pdf.make_stream(
        data,
        FunctionType=0,
        Domain=domain,
        Range=[0, 1, 0, 1, 0, 1],
        Size=[count] * (len(domain) // 2),
        BitsPerSample=8,
    )
    if "/Background" in changed:
        changed["/Background"] = pikepdf.Array(list(ground))
    return changed


def _byte(part: float) -> int:
    return round(255 * min(max(part, 0.0), 1.0))

"""Pictures of placed pages in the colours of a screen (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf

from ...imaging import CHANNELS
from ...imaging.encode import encode
from ...imaging.seen import MOST_INKS, process, tinted
from ...pdf.content.spaces import Space
from ...pdf.rasters import ENOUGH, decoded
from ...pdf.reading import UnreadableError, entry
from .colours import Colours, embedded

_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

#: As pictures of the issue itself are encoded: small.
_QUALITY, _SUBSAMPLING = 80, 2

#: What said how the samples were stored.
_STORED = ("/Decode", "/DecodeParms", "/Intent")


def turn_picture(
    stream: pikepdf.Stream, values: Mapping[str, Any], space: Space, colours: Colours
) -> None:
    """Give a picture's stream RGB samples. Raises UnreadableError.

    values: its dictionary with full keys. Masks that are told by the samples cannot be kept.
    """
    by_colour = isinstance(values.get("Mask"), (pikepdf.Array, list))
    if by_colour or values.get("SMaskInData") or "/Matte" in (entry(stream, "/SMask") or {}):
        raise UnreadableError("mask by colour")
    own, bands = decoded(values, stream, space, (ENOUGH, ENOUGH))
    if own.family in ("DeviceCMYK", "ICCBased") and len(bands) == 4:
        image = process(colours.profiles, bands, embedded(own))
    elif own.colorants == _PROCESS and own.base is not None:
        image = process(colours.profiles, bands, embedded(own.base))
    elif len(bands) <= MOST_INKS:
        image = tinted(bands, lambda inks: colours.rgb(own, inks))
    else:
        raise UnreadableError(f"{own.family}, {len(bands)}")
    made, data = encode(image, _QUALITY, _SUBSAMPLING)
    parameters = None
    if made.filter == "Flate":
        parameters = pikepdf.Dictionary(
            Predictor=15, Colors=CHANNELS[made.mode], Columns=made.width
        )
    for key in _STORED:
        if key in stream:
            del stream[key]
    stream.write(data, filter=pikepdf.Name(f"/{made.filter}Decode"), decode_parms=parameters)
    stream.Width, stream.Height, stream.BitsPerComponent = made.width, made.height, 8
    stream.ColorSpace = pikepdf.Name.DeviceRGB

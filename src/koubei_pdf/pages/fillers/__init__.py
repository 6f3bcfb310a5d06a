"""What can fill a frame: one file a kind, one line here."""

from __future__ import annotations

from collections.abc import Mapping

from ..context import Filler
from . import body, contents, figures, fill, people, picture, pictures, text

FILLERS: Mapping[str, Filler] = {
    "body": body.FILLER,
    "contents": contents.FILLER,
    "figures": figures.FILLER,
    "fill": fill.FILLER,
    "people": people.FILLER,
    "picture": picture.FILLER,
    "pictures": pictures.FILLER,
    "text": text.FILLER,
}

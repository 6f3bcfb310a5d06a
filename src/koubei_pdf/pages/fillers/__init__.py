"""What can fill a frame: one file a kind, one line here."""

from __future__ import annotations

from collections.abc import Mapping

from ..context import Filler
from . import (
    advertisement,
    body,
    contents,
    continued,
    figures,
    fill,
    people,
    picture,
    pictures,
    qr,
    sidebar,
    staff,
    text,
    timeline,
)

FILLERS: Mapping[str, Filler] = {
    "advertisement": advertisement.FILLER,
    "body": body.FILLER,
    "contents": contents.FILLER,
    "continued": continued.FILLER,
    "figures": figures.FILLER,
    "fill": fill.FILLER,
    "people": people.FILLER,
    "picture": picture.FILLER,
    "pictures": pictures.FILLER,
    "qr": qr.FILLER,
    "sidebar": sidebar.FILLER,
    "staff": staff.FILLER,
    "text": text.FILLER,
    "timeline": timeline.FILLER,
}

"""qr: an address as a QR code (二维码, ISO/IEC 18004): K100 on white, with its quiet zone.

The box holds the dark modules, so that they are flush with the text and pictures beside them; the
quiet zone lies around it, is painted white, and nothing else may stand in it. On screen an address
is a link.
"""

from __future__ import annotations

import re
from itertools import groupby
from math import floor
from typing import TYPE_CHECKING

from ...model.art import Drawing, Outline, Path
from ...model.book import Fill as InkFill
from ...model.book import Link, PlacedPicture
from ...model.content import Run
from ...model.diagnostics import Diagnostic
from ...model.geometry import PT_PER_MM, TOLERANCE, Rect, mm
from ...model.schema import Key
from ...model.style import BLACK, WHITE
from ..context import Context, Filled, Filler, Place, empty_frame
from ..faults.components import LONG_CODE, ODD_ADDRESS, SMALL_MODULES
from ..template import expand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import segno

OPTIONS = {
    "text": Key("text", required=True),
    "level": Key("choice", choices=("L", "M", "Q", "H")),
    "align": Key("choice", choices=("left", "center", "right")),
    "valign": Key("choice", choices=("top", "middle", "bottom")),
    "alt": Key("text"),
}

#: Modules of white on each side (ISO/IEC 18004, 6.3.8), and the least side of a module that
#: phones read well from print.
QUIET_ZONE, LEAST_MODULE = 4, mm(0.4)

#: The part of the spare room that stands before the code.
_BEFORE = {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}

#: What no phone takes as part of an address: blanks and full-width characters.
_ODD = re.compile(r"[\s\u3000-\u303f\uff00-\uffef]")
_ADDRESS = re.compile(r"https?[:：]|[a-z][a-z0-9+.-]*[:：][/／]{2}|www[.．。]", re.IGNORECASE)

#: What may be followed from a screen, and what an address holds in coded form alone (RFC 3986, 2).
_LEADS = re.compile(r"(https?://|mailto:|tel:)\S+$", re.IGNORECASE)
_CODED = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]")


def fill(context: Context, places: list[Place]) -> Filled:
    """Draw the code; a frame whose fields have no value here stays empty."""
    filled = Filled()
    (place,) = places
    template = place.options.text("text")
    assert template is not None
    runs, shown, faults = expand(template, context, place.page)
    filled.faults.extend(faults)
    filled.shows |= shown
    if not runs:
        return filled
    if min(place.rect.width, place.rect.height) <= TOLERANCE:
        filled.faults.append(empty_frame(place))
        return filled
    text, span = "".join(run.text for run in runs), runs[0].span
    filled.faults.extend(_odd_marks(runs, text))
    code = _encoded(text, place.options.name("level", "M"))
    if code is None:
        filled.faults.append(LONG_CODE.at(span, count=len(text), frame=place.frame.name))
        return filled
    _place(place, code, Run(text, span), filled)
    return filled


def _odd_marks(runs: Sequence[Run], text: str) -> Iterator[Diagnostic]:
    """What keeps phones from opening the address, if the text is one."""
    if not _ADDRESS.match(text):
        return
    for run in runs:
        odd = _ODD.search(run.text)
        if odd:
            yield ODD_ADDRESS.at(run.span.at(odd.start()), text=text, mark=odd[0])


def _place(place: Place, code: segno.QRCode, text: Run, filled: Filled) -> None:
    """Draw the code in its box and its quiet zone below it; report modules too small to read."""
    art, name = _drawing(code), place.frame.name
    side = min(place.rect.width, place.rect.height)
    module = side / art.width
    if module < LEAST_MODULE - TOLERANCE:
        facts = {
            "frame": name,
            "have": f"{floor(module / PT_PER_MM * 100) / 100:g}",
            "least": f"{LEAST_MODULE / PT_PER_MM:g}",
            "side": f"{art.width * LEAST_MODULE / PT_PER_MM:.1f}",
            "now": f"{side / PT_PER_MM:.1f}",
        }
        filled.faults.append(SMALL_MODULES.at(text.span, **facts))
    rect = _square(place, side)
    quiet = rect.inset(-QUIET_ZONE * module)
    alt = place.options.text("alt") or text
    key = f"qr {code.designator} {text.text}"
    picture = PlacedPicture(key, art, rect, rect, BLACK, text.span, alt.text, name)
    ground = InkFill(quiet, WHITE, place.frame.span, name)
    filled.items += [(place.page, ground), (place.page, picture)]
    if _LEADS.match(text.text):
        filled.items.append((place.page, Link(rect, _uri(text.text), text.span)))
    filled.texts.append((name, place.page, quiet))
    filled.extents[name] = place.grid.extent(rect.y0, rect.y1)


def _uri(text: str) -> str:
    """An address of ASCII characters (ISO 32000-1, 12.6.4.7), others as bytes of UTF-8."""
    return _CODED.sub(lambda mark: "".join(f"%{byte:02X}" for byte in mark[0].encode()), text)


def _encoded(text: str, level: str) -> segno.QRCode | None:
    """The smallest code that holds the text; None where none does.

    What is not ASCII is encoded as UTF-8, which is what phones take it for.
    """
    import segno

    mode, encoding = (None, None) if text.isascii() else ("byte", "utf-8")
    try:
        return segno.make_qr(text, error=level, mode=mode, encoding=encoding)
    except segno.DataOverflowError:
        return None


def _drawing(code: segno.QRCode) -> Drawing:
    """The dark modules as one path, so that no seam shows between those that touch."""
    rows = [list(row) for row in code.matrix]
    coords: list[float] = []
    for x0, y0, x1, y1 in _bars(rows):
        coords += (x0, y0, x1, y0, x1, y1, x0, y1)
    outline = Outline("mlllh" * (len(coords) // 8), tuple(coords))
    return Drawing(len(rows), len(rows), (Path(outline, BLACK),))


def _bars(rows: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, int, int]]:
    """The dark modules that touch in a row as one rectangle."""
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row):
            count = len(list(run))
            if dark:
                yield x, y, x + count, y + 1
            x += count


def _square(place: Place, side: float) -> Rect:
    """Where the dark modules stand in their box."""
    rect, options = place.rect, place.options
    x0 = rect.x0 + _BEFORE[options.name("align", "left")] * (rect.width - side)
    y0 = rect.y0 + _BEFORE[options.name("valign", "top")] * (rect.height - side)
    return Rect(x0, y0, x0 + side, y0 + side)


FILLER = Filler(OPTIONS, fill)

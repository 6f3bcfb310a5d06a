"""Sheets → PDF.

What is copied into the new file is named here and in `forms`: pages, layers, output intents,
document information. Bookmarks, links, forms, scripts and page labels are not.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary

from .. import __version__
from ..model.geometry import Rect
from .drawing import drawn, label, registration_colour
from .folding import SIDES, Side
from .forms import Forms, copied
from .leaves import Leaf
from .lettering import Lettering
from .marks import Mark, collation_mark, marks
from .places import Sheet


def write_sheets(
    source: pikepdf.Pdf,
    leaves: Sequence[Leaf],
    sheets: Sequence[Sheet],
    labels: Mapping[tuple[int, Side], str],
    *,
    collated: bool,
) -> bytes:
    """The sheets' fronts and backs in turn. The same input gives the same bytes.

    labels: of each sheet (from 0) and side; a long one loses its beginning. collated: signatures
    lie on each other and have collation marks.
    """
    made = pikepdf.Pdf.new()
    _copy_document(source, made)
    forms = Forms(source, made, leaves)
    lettering = Lettering()
    registration = made.make_indirect(registration_colour())
    colour_bar, group = _prints_cmyk(source), forms.group()
    for number, sheet in enumerate(sheets):
        for side in SIDES:
            height = sheet.size.height
            places = list(sheet.places(side))
            found = list(_marks(sheet, number, side, colour_bar=colour_bar, collated=collated))
            content = [
                *(forms.placed(place, height) for place in places),
                *drawn(found, height),
                label(sheet, labels[number, side], lettering),
            ]
            page = made.add_blank_page()
            page.obj.Contents = made.make_stream("\n".join(content).encode("ascii"))
            page.obj.Resources = Dictionary(
                XObject=Dictionary({f"/P{p.page}": forms.form(p.page) for p in places}),
                ColorSpace=Dictionary(All=registration),
            )
            _set_boxes(page, sheet)
            if group is not None:
                page.obj.Group = group
    font = lettering.finish(made)
    for page in made.pages:
        page.obj.Resources.Font = Dictionary(L=font)
    return _saved(made, source.pdf_version)


def _marks(
    sheet: Sheet, number: int, side: Side, *, colour_bar: bool, collated: bool
) -> Iterator[Mark]:
    yield from marks(sheet, colour_bar)
    bar = collation_mark(sheet, number, side) if collated else None
    if bar is not None:
        yield bar


def _saved(made: pikepdf.Pdf, version: str) -> bytes:
    """Without object streams, which old presses do not read; of the version of what was copied."""
    file = io.BytesIO()
    made.save(
        file,
        min_version=version,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return file.getvalue()


def _copy_document(source: pikepdf.Pdf, made: pikepdf.Pdf) -> None:
    """What stands in the catalog for all pages, and in the document information."""
    for key in ("/OutputIntents", "/OCProperties"):
        value = source.Root.get(key)
        if isinstance(value, Array | Dictionary):
            made.Root[key] = copied(value, source, made)
    for key in ("/Title", "/Author", "/Subject", "/CreationDate", "/ModDate", "/Trapped"):
        value = source.docinfo.get(key)
        if isinstance(value, pikepdf.String):
            made.docinfo[key] = pikepdf.String(str(value))
        elif isinstance(value, pikepdf.Name):
            made.docinfo[key] = pikepdf.Name(str(value))
    made.docinfo.Producer = pikepdf.String(f"koubei-pdf {__version__} with pikepdf")


def _prints_cmyk(source: pikepdf.Pdf) -> bool:
    """Whether no output intent says that the file is for anything but four inks (14.11.5)."""
    intents = source.Root.get("/OutputIntents")
    if not isinstance(intents, Array):
        return True
    profiles = [i.get("/DestOutputProfile") for i in intents if isinstance(i, Dictionary)]
    return all(p.get("/N", 4) == 4 for p in profiles if isinstance(p, pikepdf.Stream))


def _set_boxes(page: pikepdf.Page, sheet: Sheet) -> None:
    """Trim and bleed of the block: what is left of the sheet is the press's."""
    block, cut = sheet.block.rect, sheet.block.format.cut
    bleed = Rect(block.x0 - cut, block.y0 - cut, block.x1 + cut, block.y1 + cut)
    whole = Rect(0.0, 0.0, *sheet.size)
    for name, rect in (("/MediaBox", whole), ("/TrimBox", block), ("/BleedBox", bleed)):
        edges = (rect.x0, sheet.size.height - rect.y1, rect.x1, sheet.size.height - rect.y0)
        page.obj[name] = Array([round(edge, 4) for edge in edges])

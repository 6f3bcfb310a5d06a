"""Sheets → PDF: every page a form XObject (ISO 32000-1, 8.10) with all that belongs to it.

What is copied into the new file is named here: pages, layers, output intents, document
information. Bookmarks, links, forms, scripts and page labels are not.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from .. import __version__
from ..model.geometry import Rect
from ..output.operators import numbers, rectangle
from .folding import SIDES, Side
from .leaves import Leaf
from .lettering import Lettering
from .marks import (
    FOLD_DASH,
    HAIRLINE,
    LABEL_SIZE,
    Line,
    Mark,
    Patch,
    Ring,
    collation_mark,
    label_place,
    marks,
)
from .places import Place, Sheet

#: A quarter of a circle by one cubic curve.
_KAPPA = 0.5523


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
    forms = _Forms(source, made, {leaf.number: leaf for leaf in leaves})
    registration = made.make_indirect(_registration_colour())
    lettering = Lettering()
    colour_bar = _prints_cmyk(source)
    group = forms.group()
    for number, sheet in enumerate(sheets):
        for side in SIDES:
            drawn: list[Mark] = list(marks(sheet, colour_bar))
            bar = collation_mark(sheet, number, side) if collated else None
            if bar is not None:
                drawn.append(bar)
            places = list(sheet.places(side))
            content = [
                *(forms.placed(place, sheet.size.height) for place in places),
                *_drawn(drawn, sheet.size.height),
                _label(sheet, labels[number, side], lettering),
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
    file = io.BytesIO()
    made.save(
        file,
        min_version=source.pdf_version,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return file.getvalue()


class _Forms:
    """The pages of the file as form XObjects, each copied once, when it is first placed."""

    def __init__(self, source: pikepdf.Pdf, made: pikepdf.Pdf, leaves: Mapping[int, Leaf]) -> None:
        self._source = source
        self._made = made
        self._leaves = leaves
        self._forms: dict[int, pikepdf.Object] = {}

    def form(self, page: int) -> pikepdf.Object:
        """A page's content with its resources and transparency group, cut at its bleed."""
        if page not in self._forms:
            original = self._source.pages[page - 1].as_form_xobject(handle_transformations=False)
            form = self._made.copy_foreign(original)
            form.BBox = Array([round(edge, 4) for edge in self._leaves[page].bleed])
            if isinstance(form.get("/Group"), Dictionary):
                # 11.4.7: that a page's group is isolated goes without saying, not so a form's.
                form.Group.I = True
            self._forms[page] = form
        return self._forms[page]

    def group(self) -> Dictionary | None:
        """The sheets' own transparency group: in the blending space of the first page with one."""
        for page in self._source.pages:
            group = page.obj.get("/Group")
            space = group.get("/CS") if isinstance(group, Dictionary) else None
            if isinstance(space, Array):
                space = _copied(space, self._source, self._made)
            if isinstance(space, Name | Array):
                return Dictionary(S=Name.Transparency, CS=space)
        return None

    def placed(self, place: Place, height: float) -> str:
        """The operators that show a page at its place on a sheet `height` pt high."""
        trim = place.trim
        centre = ((trim.x0 + trim.x1) / 2, height - (trim.y0 + trim.y1) / 2)
        matrix = self._leaves[place.page].onto(centre, is_turned=place.is_turned)
        clip = rectangle(place.clip, height)
        return f"q {clip} W n {numbers(*matrix, digits=5)} cm /P{place.page} Do Q"


def _copy_document(source: pikepdf.Pdf, made: pikepdf.Pdf) -> None:
    """What stands in the catalog for all pages, and in the document information."""
    for key in ("/OutputIntents", "/OCProperties"):
        value = source.Root.get(key)
        if isinstance(value, Array | Dictionary):
            made.Root[key] = _copied(value, source, made)
    for key in ("/Title", "/Author", "/Subject", "/CreationDate", "/ModDate", "/Trapped"):
        value = source.docinfo.get(key)
        if isinstance(value, pikepdf.String):
            made.docinfo[key] = pikepdf.String(str(value))
        elif isinstance(value, Name):
            made.docinfo[key] = Name(str(value))
    made.docinfo.Producer = pikepdf.String(f"koubei-pdf {__version__} with pikepdf")


def _copied(value: pikepdf.Object, source: pikepdf.Pdf, made: pikepdf.Pdf) -> pikepdf.Object:
    """The same object in the new file, with what it refers to; objects met twice are one."""
    return made.copy_foreign(value if value.is_indirect else source.make_indirect(value))


def _prints_cmyk(source: pikepdf.Pdf) -> bool:
    """Whether no output intent says that the file is for anything but four inks (14.11.5)."""
    intents = source.Root.get("/OutputIntents")
    if not isinstance(intents, Array):
        return True
    profiles = [i.get("/DestOutputProfile") for i in intents if isinstance(i, Dictionary)]
    return all(p.get("/N", 4) == 4 for p in profiles if isinstance(p, pikepdf.Stream))


def _registration_colour() -> Array:
    """On every plate (8.6.6.4: the colorant All); where that cannot be, all four inks."""
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1
    )
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def _drawn(drawn: Sequence[Mark], height: float) -> Iterator[str]:
    """Marks as operators; those in the registration colour first."""
    yield f"q /All CS 1 SCN {numbers(HAIRLINE)} w"
    for mark in drawn:
        match mark:
            case Line(x0, y0, x1, y1, is_fold):
                dash = numbers(*FOLD_DASH) if is_fold else ""
                yield f"[{dash}] 0 d {numbers(x0, height - y0)} m {numbers(x1, height - y1)} l S"
            case Ring(x, y, radius):
                yield f"[] 0 d {_circle(x, height - y, radius)} S"
    yield "Q"
    for mark in drawn:
        if isinstance(mark, Patch):
            tint = numbers(*(part / 100 for part in mark.tint))
            yield f"q {tint} k {rectangle(mark.rect, height)} f Q"


def _circle(x: float, y: float, radius: float) -> str:
    k = _KAPPA * radius
    right, left, upper, lower = x + radius, x - radius, y + radius, y - radius
    return (
        f"{numbers(right, y)} m {numbers(right, y + k, x + k, upper, x, upper)} c"
        f" {numbers(x - k, upper, left, y + k, left, y)} c"
        f" {numbers(left, y - k, x - k, lower, x, lower)} c"
        f" {numbers(x + k, lower, right, y - k, right, y)} c h"
    )


def _label(sheet: Sheet, text: str, lettering: Lettering) -> str:
    """The label's operators: as much of its end as there is room for."""
    place = label_place(sheet)
    shown = lettering.show(lettering.elided(text, LABEL_SIZE, place.length))
    at = numbers(place.x, sheet.size.height - place.y)
    return f"q /All cs 1 scn BT /L {numbers(LABEL_SIZE)} Tf 0 1 -1 0 {at} Tm {shown} Tj ET Q"


def _set_boxes(page: pikepdf.Page, sheet: Sheet) -> None:
    """Trim and bleed of the block: what is left of the sheet is the press's."""
    block, cut = sheet.block.rect, sheet.block.format.cut
    bleed = Rect(block.x0 - cut, block.y0 - cut, block.x1 + cut, block.y1 + cut)
    whole = Rect(0.0, 0.0, *sheet.size)
    for name, rect in (("/MediaBox", whole), ("/TrimBox", block), ("/BleedBox", bleed)):
        edges = (rect.x0, sheet.size.height - rect.y1, rect.x1, sheet.size.height - rect.y0)
        page.obj[name] = Array([round(edge, 4) for edge in edges])

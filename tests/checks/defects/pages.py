"""Defects of boxes and sizes."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Array, Dictionary, Name

from ..good_pdf import BLEED, MM, TRIM
from .making import damage, defect, with_new_offsets


@damage("X050")
def media_box_inherited(data: bytes) -> bytes:
    box = re.search(rb"/MediaBox (\[.*?\])", data, re.DOTALL)
    assert box is not None
    at = data.rindex(b"/MediaBox")
    data = data[:at] + data[at:].replace(b"/MediaBox", b"/MediaB0x", 1)
    data = data.replace(b"/Type /Pages", b"/Type /Pages /MediaBox " + box[1])
    return with_new_offsets(data)


@defect("X051")
def trim_and_art_box(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].obj["/ArtBox"] = Array(list(TRIM))


@defect("X051")
def no_trim_box(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/TrimBox"]
        page.obj["/MediaBox"] = page.obj.BleedBox


@defect("X052")
def trim_beyond_bleed(pdf: pikepdf.Pdf) -> None:
    box = list(BLEED)
    pdf.pages[2].obj["/BleedBox"] = Array([box[0] + 5 * MM, *box[1:]])


@defect("X052")
def crop_within_trim(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].obj["/CropBox"] = Array([TRIM[0] + 5, *TRIM[1:]])


@defect("X053")
def user_unit(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/UserUnit"] = 2


@defect("X054")
def rotated(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Rotate"] = 90


@defect("X055")
def transition(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Trans"] = Dictionary(S=Name.Dissolve)


@defect("X055")
def page_action(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/AA"] = Dictionary()


@defect("X056")
def other_size(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[3].obj
    page["/TrimBox"] = Array([TRIM[0], TRIM[1], TRIM[2], TRIM[3] - 2 * MM])


@defect("X057")
def too_little_bleed(pdf: pikepdf.Pdf) -> None:
    box = [TRIM[0] - 2 * MM, TRIM[1] - 2 * MM, TRIM[2] + 2 * MM, TRIM[3] + 2 * MM]
    for page in pdf.pages:
        page.obj["/BleedBox"] = Array(box)


@defect("X058")
def five_pages(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


@defect("X148")
def trim_box_without_area(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.obj["/MediaBox"] = page.obj.BleedBox
    page = pdf.pages[1].obj
    page["/TrimBox"] = Array([TRIM[0], TRIM[1], TRIM[0], TRIM[3]])
    page["/CropBox"] = Array(list(TRIM))

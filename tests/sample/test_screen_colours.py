"""The screen edition of the sample, with an advertiser's page on it: no press ink is left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf

from koubei_pdf.build import Build
from koubei_pdf.cli.render import job
from koubei_pdf.model.art import PdfPage, PdfPart
from koubei_pdf.model.book import PlacedPicture
from koubei_pdf.model.diagnostics import Diagnostic, Span
from koubei_pdf.model.geometry import Rect
from koubei_pdf.model.style import WHITE
from koubei_pdf.output import write_pdf
from koubei_pdf.output.job import Edition
from koubei_pdf.source.placed import read_page

from ..output.adverts import SIDE, advert
from ..press_inks import PRESS_SPACES, in_press_inks


def inks_left(built: Build, folder: Path, edition: Edition) -> set[str]:
    """What is in press inks once an advert in CMYK and spots lies under the last page."""
    assert built.book
    assert built.shelf
    assert built.issue
    art, faults = read_page(advert(folder / "ad.pdf"), "ad.pdf", PdfPart())
    assert isinstance(art, PdfPage), faults
    area = Rect(0, 0, SIDE, SIDE)
    ad = PlacedPicture("ad.pdf", art, area, area, WHITE, Span("ad.pdf"), "广告", "picture")
    *pages, last = built.book.pages
    book = replace(built.book, pages=(*pages, replace(last, items=(ad, *last.items))))
    file = folder / f"{edition}.pdf"
    told: list[Diagnostic] = []
    asked = replace(job(built.issue), edition=edition)
    with file.open("wb") as written:
        written.writelines(write_pdf(book, built.shelf, asked, tell=told.append))
    assert told == []
    with pikepdf.open(file) as opened:
        assert len(opened.pages) == len(book.pages)
        return set(in_press_inks(opened))


def test_the_screen_edition_has_no_press_inks(built: Build, tmp_path: Path) -> None:
    assert inks_left(built, tmp_path, "press") >= {*PRESS_SPACES, "ICC", "k"}
    assert inks_left(built, tmp_path, "screen") == set()

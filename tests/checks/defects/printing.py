"""Defects of what the press can print."""

from __future__ import annotations

import re

import pikepdf

from ..good_pdf import MM, TRIM, tile
from .making import add, defect, text


@defect("X130")
def too_much_ink(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.9 0.8 0.8 0.9 k 60 60 20 20 re f")


@defect("X130")
def too_much_ink_by_overprint(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.9 0.8 0.8 0 k 60 60 20 20 re f /Over gs 0 0 0 1 k 60 60 20 20 re f")


@defect("X131")
def coarse_picture(pdf: pikepdf.Pdf) -> None:
    add(pdf, "q 72 0 0 72 60 60 cm /Im1 Do Q")


@defect("X132")
def thin_line(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 K 0.1 w 60 60 m 90 60 l S")


@defect("X132")
def thin_line_scaled(pdf: pikepdf.Pdf) -> None:
    add(pdf, "q 0.1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 600 600 m 900 600 l S Q")


@defect("X132")
def thin_rectangle(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 k 60 60 90 0.1 re f")


@defect("X132")
def thin_outline(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 k 60 60 m 150 60 l 150 60.1 l 60 60.1 l h f")


@defect("X132")
def thin_outline_that_comes_back(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 k 60 60 m 60 150 l 60.1 150 l 60.1 60 l 60 60 l f")


@defect("X132")
def thin_slanting_outline(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 k 60 60 m 150 90 l 150 90.1 l 60 60.1 l f*")


@defect("X132")
def thin_rectangle_turned(pdf: pikepdf.Pdf) -> None:
    add(pdf, "q 0.8 0.6 -0.6 0.8 60 60 cm 0 0 0 1 k 0 0 60 0.1 re f Q")


@defect("X132")
def text_of_thin_lines(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 1 K /Over gs 1 Tr 0.1 w " + text(size=14))


@defect("X132")
def thin_line_in_several_inks(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.5 0.5 0 0 K 0.3 w 60 60 m 90 60 l S")


@defect("X133")
def small_text(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Over gs 0 0 0 1 k " + text(size=4.5))


@defect("X134")
def small_reversed_text(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0 0 0 0 k " + text(size=7))


@defect("X135")
def light_tint(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.01 0 0 0 k 60 60 20 20 re f")


@defect("X136")
def rich_black_text(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.6 0.4 0.4 1 k " + text())


@defect("X136")
def rich_black_title(pdf: pikepdf.Pdf) -> None:
    add(pdf, "0.6 0.4 0.4 1 k " + text(size=48, x=80, y=200))


@defect("X137")
def text_near_the_trim(pdf: pikepdf.Pdf) -> None:
    add(pdf, "/Over gs 0 0 0 1 k " + text(x=TRIM[0] + 2 * MM))


@defect("X138")
def area_short_of_bleed(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1].obj
    content = page.Contents.read_bytes()
    area = re.search(rb"[\d.]+ [\d.]+ [\d.]+ [\d.]+ re f Q", content)
    assert area is not None
    box = (TRIM[0], TRIM[1], TRIM[2] - TRIM[0], TRIM[3] - TRIM[1])
    short = "{:.3f} {:.3f} {:.3f} {:.3f} re f Q".format(*box).encode()
    page["/Contents"] = pdf.make_stream(content.replace(area[0], short))


@defect("X140")
def area_at_the_trim_on_a_tint(pdf: pikepdf.Pdf) -> None:
    x = TRIM[2] - 40
    add(pdf, f"0 0.8 0.4 0 k {x:.3f} 300 40 30 re f", page=2)


@defect("X141")
def line_near_the_trim(pdf: pikepdf.Pdf) -> None:
    without_tint(pdf, 2)
    x = TRIM[2] - 1.5 * MM
    add(pdf, f"0 0 0 1 K 1 w {x:.3f} 100 m {x:.3f} 300 l S", page=2)


@defect("X141")
def picture_near_the_trim(pdf: pikepdf.Pdf) -> None:
    without_tint(pdf, 2)
    y = TRIM[1] + 2 * MM
    add(pdf, f"q 36 0 0 36 60 {y:.3f} cm /Im1 Do Q", page=2)


def without_tint(pdf: pikepdf.Pdf, page: int) -> None:
    """Take the tint away that bleeds."""
    content = pdf.pages[page].obj.Contents.read_bytes()
    area = re.search(rb"[\d.]+ [\d.]+ [\d.]+ [\d.]+ re f Q", content)
    assert area is not None
    pdf.pages[page].obj["/Contents"] = pdf.make_stream(content.replace(area[0], b"Q", 1))


@defect("X139")
def tiles_without_end(pdf: pikepdf.Pdf) -> None:
    cell = tile(pdf, b"0.5 0.2 0 0 k 0 0 10 10 re f")
    cell["/XStep"] = cell["/YStep"] = 0.001
    add(pdf, "/Pattern cs /P9 scn 60 60 40 40 re f", Pattern={"P9": cell})

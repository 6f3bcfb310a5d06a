"""Raster files as they go to the press, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from koubei_pdf.imaging import NO_CACHE, Order, Profiles, Target
from koubei_pdf.imaging.prepare import prepare
from koubei_pdf.model.art import Raster
from koubei_pdf.source.raster import read_raster

from ..imaging.samples import samples

FOLDER = Path(__file__).parents[2] / "layouts" / "press"
PRESS_PROFILE = (FOLDER / "ISOcoated_v2_300_bas.icc").read_bytes()
OTHER_PROFILE = (FOLDER / "FOGRA39L_coated.icc").read_bytes()
PROFILES = Profiles(PRESS_PROFILE, FOLDER / "sRGB.icc")
TARGET = Target(is_press=True, ppi=72, quality=95, subsampling=0)
RED = (200, 30, 30)


@dataclass(frozen=True)
class Printed:
    """A raster as it goes to the press: its samples besides what is known of it."""

    width: int
    height: int
    mode: str
    data: bytes


def read(path: Path) -> tuple[Printed | None, list[str]]:
    found_raster, found = read_raster(path, path.name, NO_CACHE)
    assert all(fault.span.line == 0 for fault in found)
    codes = [fault.rule.code for fault in found]
    return found_raster and printed(found_raster), codes


def printed(raster: Raster) -> Printed:
    """Converted at full size."""
    order = Order(raster, raster.width, raster.height)
    made = prepare([order], TARGET, PROFILES, NO_CACHE)[order]
    return Printed(made.width, made.height, made.mode, samples(made))


def saved(path: Path, image: Image.Image, **options: Any) -> Printed:
    """What is read of an image that was saved at `path`, which must be without faults."""
    image.save(path, **options)
    found_raster, codes = read(path)
    assert codes == []
    assert found_raster is not None
    return found_raster


def inks(colour: tuple[int, int, int]) -> bytes:
    """The samples of one sRGB colour in press inks."""
    ink = PROFILES.ink(colour)
    return bytes(round(value * 2.55) for value in (ink.c, ink.m, ink.y, ink.k))


def plain(mode: str, colour: Any, size: tuple[int, int] = (20, 16)) -> Image.Image:
    return Image.new(mode, size, colour)

"""Ghostscript's plates: total ink by a renderer of other hands."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageFilter, ImageMath

needs_ghostscript = pytest.mark.skipif(
    shutil.which("gs") is None, reason="Ghostscript, the other renderer, is not installed"
)


def plates(file: Path, folder: Path) -> list[float]:
    """The greatest mean of all plates over 1 mm² on each page, at 150 dpi (per cent).

    folder: where the plates are written.
    """
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dUseBleedBox", "-r150"]
    files = f"-sOutputFile={folder}/p%03d.tif"
    subprocess.run([*command, "-sDEVICE=tiffsep", files, str(file)], check=True)
    pages: dict[int, list[Path]] = {}
    for plate in sorted(folder.glob("p*(*).tif")):
        number = re.match(r"p(\d+)\(", plate.name)
        assert number is not None
        pages.setdefault(int(number[1]), []).append(plate)
    return [peak(files) for _, files in sorted(pages.items())]


def peak(files: list[Path]) -> float:
    mean = ImageFilter.BoxBlur((150 / 25.4 - 1) / 2)
    bands = {}
    for index, file in enumerate(files):
        with Image.open(file) as image:
            bands[f"b{index}"] = image.convert("L").filter(mean)
    total = ImageMath.lambda_eval(
        lambda values: 255 * len(files) - sum(values[name] for name in bands), **bands
    )
    most = total.getextrema()[1]
    assert isinstance(most, int)
    return most / 2.55

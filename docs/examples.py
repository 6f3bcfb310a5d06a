"""The issues of docs/examples, laid out in a folder: tests build them, make_images.py shows them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from koubei_pdf import shipped
from koubei_pdf.build import Build, build
from koubei_pdf.cli.render import job
from koubei_pdf.output import write_pdf

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"

#: What an issue takes of the layouts that ship, beside its own.
SHIPPED = {"advert": (), "components": ("house", "advertisement")}
PORTRAITS = range(1, 5)


def lay_out(name: str, folder: Path) -> Path:
    """Write the files of an example into a folder that is not there yet; gives its manifest."""
    shutil.copytree(EXAMPLES / name, folder)
    for layout in SHIPPED[name]:
        shutil.copy(shipped.folder("layouts") / f"{layout}.yaml", folder / "layouts")
    if name == "components":
        images = folder / "articles" / "images"
        for number in PORTRAITS:
            shutil.copy(ROOT / "articles" / "images" / f"portrait-{number:02d}.svg", images)
        advert = build(lay_out("advert", folder / "advert"))
        (images / "ad.pdf").write_bytes(printed(advert))
    return folder / "issue.yaml"


def printed(made: Build) -> bytes:
    """The press edition without marks: pages with their bleed."""
    assert made.book is not None, made.diagnostics
    assert made.shelf is not None
    assert made.issue is not None
    plain = job(made.issue)
    asked = replace(plain, press=replace(plain.press, marks=None))
    return b"".join(write_pdf(made.book, made.shelf, asked))

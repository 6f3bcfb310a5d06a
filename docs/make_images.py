"""Makes the pictures of README and docs: spreads of the sample and of docs/examples, cut to the
trimmed page; a sheet.

python dev.py sample, then: .venv/bin/python docs/make_images.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2
from examples import write_examples
from PIL import Image

from koubei_pdf.build import build
from koubei_pdf.cli.render import job
from koubei_pdf.imposition import Job, impose
from koubei_pdf.output import write_pdf

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"

#: Left pages of the spreads, by the picture's name.
SPREADS = {"opening": 4, "story": 30}
WIDTH = 1200


def main() -> None:
    document = pypdfium2.PdfDocument(ROOT / "out" / "issue.pdf")
    for name, left in SPREADS.items():
        _save(_spread(document, left), name)
    _save(_spread(pypdfium2.PdfDocument(_examples()), 2), "around")
    sheets = pypdfium2.PdfDocument(impose(ROOT / "out" / "issue.pdf", Job("perfect")).data)
    front = sheets[0]
    _save(front.render(scale=WIDTH / front.get_width()).to_pil().convert("RGB"), "sheet")


def _examples() -> bytes:
    """The press edition of docs/examples."""
    with tempfile.TemporaryDirectory() as folder:
        made = build(write_examples(Path(folder)))
        assert made.issue
        assert made.book
        assert made.shelf
        return b"".join(write_pdf(made.book, made.shelf, job(made.issue)))


def _spread(document: pypdfium2.PdfDocument, left: int) -> Image.Image:
    """The spread whose left page has this number."""
    pages = [_page(document[number - 1]) for number in (left, left + 1)]
    spread = Image.new("RGB", (sum(page.width for page in pages), pages[0].height))
    spread.paste(pages[0], (0, 0))
    spread.paste(pages[1], (pages[0].width, 0))
    return spread


def _save(picture: Image.Image, name: str) -> None:
    """Flat artwork has few colours: a palette makes the file a third of its size."""
    picture.quantize(256, dither=Image.Dither.NONE).save(IMAGES / f"{name}.png", optimize=True)


def _page(page: pypdfium2.PdfPage) -> Image.Image:
    """A page without its bleed, half as wide as a picture."""
    left, bottom, right, top = page.get_mediabox()
    trim = page.get_trimbox()
    crop = (trim[0] - left, trim[1] - bottom, right - trim[2], top - trim[3])
    scale = WIDTH / 2 / (trim[2] - trim[0])
    return page.render(scale=scale, crop=crop).to_pil().convert("RGB")


if __name__ == "__main__":
    main()

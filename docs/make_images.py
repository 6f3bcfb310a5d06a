"""Makes the pictures of README and docs: spreads of the sample, cut to the trimmed page; a sheet.

python dev.py sample, then: .venv/bin/python docs/make_images.py
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

from koubei_pdf.imposition import Job, impose

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"

#: Left pages of the spreads, by the picture's name.
SPREADS = {"opening": 4, "story": 30}
WIDTH = 1200


def main() -> None:
    document = pypdfium2.PdfDocument(ROOT / "out" / "issue.pdf")
    for name, left in SPREADS.items():
        pages = [_page(document[number - 1]) for number in (left, left + 1)]
        spread = Image.new("RGB", (sum(page.width for page in pages), pages[0].height))
        spread.paste(pages[0], (0, 0))
        spread.paste(pages[1], (pages[0].width, 0))
        _save(spread, name)
    sheets = pypdfium2.PdfDocument(impose(ROOT / "out" / "issue.pdf", Job("perfect")).data)
    front = sheets[0]
    _save(front.render(scale=WIDTH / front.get_width()).to_pil().convert("RGB"), "sheet")


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

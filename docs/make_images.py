"""Makes the pictures of README and docs: of the sample, of a sheet, of the issues in examples.

python dev.py sample, then: .venv/bin/python docs/make_images.py
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import examples
import pypdfium2
from PIL import Image, ImageChops

from koubei_pdf.build import Build, build
from koubei_pdf.cli.plan import run_plan
from koubei_pdf.imposition import Job, impose
from koubei_pdf.model.geometry import Rect

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"

#: Left pages of the spreads, by the picture's name.
SPREADS = {"opening": 4, "story": 30}
WIDTH = 1200

#: Stories of the sample that the picture of the flatplan does without.
UNWRITTEN = ("06-shuangpingyi.md", "12-yangqin.md", "16-liuhao.md")

#: Which frames of which page show a component; none: the whole page.
COMPONENTS: dict[str, tuple[int, tuple[str, ...]]] = {
    "quote": (1, ("quote", "body")),
    "sidebar": (2, ("sidebar", "body")),
    "figures": (3, ("figures",)),
    "table": (4, ("table",)),
    "people": (5, ("people",)),
    "timeline": (6, ("timeline",)),
    "qr": (7, ("body", "qr", "address")),
    "staff": (8, ("staff",)),
    "advertisement": (9, ()),
    "contents": (11, ("list",)),
}
#: Pixels a point, and around what is shown (pt).
FINE, AROUND = 1.6, 12.0
#: Width of a spread of the tutorial, of its last one, and of a whole page among the components.
STEP_WIDTH, LAST_WIDTH, PAGE_WIDTH = 640, WIDTH, 300
#: Between pages that are no spread (px), and what is seen there.
APART, GROUND = 16, "#8a8a88"


def main() -> None:
    document = pypdfium2.PdfDocument(ROOT / "out" / "issue.pdf")
    for name, left in SPREADS.items():
        _save(_spread(document, left, WIDTH), name)
    sheets = pypdfium2.PdfDocument(impose(ROOT / "out" / "issue.pdf", Job("perfect")).data)
    front = sheets[0]
    _save(front.render(scale=WIDTH / front.get_width()).to_pil().convert("RGB"), "sheet")
    with tempfile.TemporaryDirectory() as folder:
        _save(of_runaround(Path(folder)), "around")
        _save(of_flatplan(Path(folder)), "flatplan")
        for name, picture in of_continued(Path(folder)):
            _save(picture, name)
        for name, picture in of_components(Path(folder)):
            _save(picture, name)
        for name, picture in of_tutorial(Path(folder)):
            _save(picture, name)


def of_components(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Each component as it stands on its page."""
    made = build(examples.components(folder / "components"))
    document = pypdfium2.PdfDocument(examples.printed(made))
    for name, (number, frames) in COMPONENTS.items():
        page = document[number - 1]
        if frames:
            yield f"component-{name}", _frames(made, page, number, frames)
        else:
            yield f"component-{name}", _page(page, PAGE_WIDTH)


def of_runaround(folder: Path) -> Image.Image:
    """The spread whose text runs around its pictures."""
    made = build(examples.around(folder / "around"))
    return _spread(pypdfium2.PdfDocument(examples.printed(made)), 2, WIDTH)


def of_continued(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """The page where a story breaks off, and that where it goes on, apart."""
    made = build(examples.continued(folder / "continued"))
    document = pypdfium2.PdfDocument(examples.printed(made))
    first, second = (_page(document[number], (WIDTH - APART) // 2) for number in (2, 3))
    both = Image.new("RGB", (WIDTH, first.height), GROUND)
    both.paste(first, (0, 0))
    both.paste(second, (WIDTH - second.width, 0))
    yield "continued", both


def of_flatplan(folder: Path) -> Image.Image:
    """The first sheet of the flatplan of the sample, some of whose stories are not there yet."""
    issue = folder / "half-written"
    for part in ("articles", "layouts"):
        shutil.copytree(ROOT / part, issue / part)
    shutil.copy(ROOT / "issue.yaml", issue)
    for name in UNWRITTEN:
        (issue / "articles" / name).unlink()
    run_plan(issue, None, "en", "zh")
    sheet = pypdfium2.PdfDocument(issue / "out" / "issue-plan.pdf")[0]
    return sheet.render(scale=WIDTH / sheet.get_width()).to_pil().convert("RGB")


def of_tutorial(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """The spread after each step of the tutorial; what has errors is shown as it stands."""
    for step in examples.STEPS:
        made = build(examples.tutorial(folder / f"step-{step}", step))
        document = pypdfium2.PdfDocument(examples.printed(made))
        width = LAST_WIDTH if step == examples.SHOWN_LARGE else STEP_WIDTH
        yield f"step-{step:02d}", _spread(document, examples.SPREAD, width)


def _save(picture: Image.Image, name: str) -> None:
    """Flat artwork has few colours: a palette makes the file a third of its size."""
    picture.quantize(256, dither=Image.Dither.NONE).save(IMAGES / f"{name}.png", optimize=True)


def _spread(document: pypdfium2.PdfDocument, left: int, width: int) -> Image.Image:
    """Two pages side by side."""
    pages = [_page(document[number - 1], width // 2) for number in (left, left + 1)]
    spread = Image.new("RGB", (sum(page.width for page in pages), pages[0].height))
    spread.paste(pages[0], (0, 0))
    spread.paste(pages[1], (pages[0].width, 0))
    return spread


def _page(page: pypdfium2.PdfPage, width: int) -> Image.Image:
    """A page without its bleed."""
    left, bottom, right, top = page.get_mediabox()
    trim = page.get_trimbox()
    crop = (trim[0] - left, trim[1] - bottom, right - trim[2], top - trim[3])
    scale = width / (trim[2] - trim[0])
    return page.render(scale=scale, crop=crop).to_pil().convert("RGB")


def _frames(
    made: Build, page: pypdfium2.PdfPage, number: int, names: tuple[str, ...]
) -> Image.Image:
    """What is printed in some frames of a page, with a little white around it."""
    assert made.book is not None
    guides = made.book.pages[number - 1].guides
    assert guides is not None
    rects = [frame.rect for frame in guides.frames if frame.name in names]
    whole = Rect(
        min(rect.x0 for rect in rects),
        min(rect.y0 for rect in rects),
        max(rect.x1 for rect in rects),
        max(rect.y1 for rect in rects),
    ).inset(-AROUND)
    trim = _page(page, round(made.book.boxes.width * FINE))
    picture = trim.crop(
        tuple(round(edge * FINE) for edge in (whole.x0, whole.y0, whole.x1, whole.y1))
    )
    ink = ImageChops.invert(picture.convert("L")).getbbox()
    assert ink is not None
    around = round(AROUND * FINE)
    left, top, right, bottom = ink
    return picture.crop(
        (
            max(left - around, 0),
            max(top - around, 0),
            min(right + around, picture.width),
            min(bottom + around, picture.height),
        )
    )


if __name__ == "__main__":
    main()

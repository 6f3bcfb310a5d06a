"""Pages of PDF files (advertisers' pages) → PdfPage. pikepdf is imported when the first is met."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from hashlib import file_digest
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..model.art import PAGE_BOXES, PdfPage, PdfPart
from ..model.content import Article, PageSlot, Picture
from ..model.diagnostics import Bilingual, Diagnostic, Span
from ..model.geometry import PT_PER_MM
from ..model.names import shown
from . import picture_faults as faults

if TYPE_CHECKING:
    import pikepdf

#: Of a larger file no page is placed: what a page holds is in memory until it is written.
MAX_BYTES = 200_000_000

#: Lengths of a page box that a page can have (pt).
_LEAST, _MOST = 1.0, 14_400.0

Corners = tuple[float, float, float, float]


def read_page(path: Path, file: str, part: PdfPart) -> tuple[PdfPage | None, list[Diagnostic]]:
    """The page of the PDF at `path` that `part` names, or its fault, placed in `file` as a whole.

    Files of any content raise nothing but OSError.
    """
    import pikepdf

    from .resources import spots_in

    span = Span(file)
    if path.stat().st_size > MAX_BYTES:
        return None, [_broken(span, file, _TOO_LARGE)]
    with path.open("rb") as stored:
        digest = file_digest(stored, "sha256").hexdigest()
    try:
        # A mapped file would be in memory whole.
        with pikepdf.open(path, access_mode=pikepdf.AccessMode.stream) as pdf:
            if pdf.is_encrypted:  # with an owner's password alone, which pikepdf opens
                raise pikepdf.PasswordError
            count = len(pdf.pages)
            if part.page > count:
                fault = faults.NO_SUCH_PAGE.at(span, path=shown(file), page=part.page, last=count)
                return None, [fault]
            page = pdf.pages[part.page - 1]
            box, rotate, beyond = _geometry(page, part.box)
            unit = float(page.obj.get("/UserUnit", 1))
            spots = spots_in(_inherited(page.obj, "/Resources"))
    except pikepdf.PasswordError:
        return None, [_broken(span, file, _LOCKED)]
    except Exception:  # broken files raise nearly anything: values of a wrong type, too
        return None, [_broken(span, file, _DAMAGED)]
    width, height = unit * (box[2] - box[0]), unit * (box[3] - box[1])
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST):
        return None, [_broken(span, file, _sized(width, height))]
    if rotate % 180:
        width, height = height, width
    if beyond is not None:
        left, top, right, bottom = beyond
        beyond = (unit * left, unit * top, unit * right, unit * bottom)
    where = (str(path), digest, part.page, box, rotate, beyond, unit)
    return PdfPage(width, height, *where, spots), []


def _broken(span: Span, file: str, reason: Bilingual) -> Diagnostic:
    return faults.BROKEN_PDF.saying(reason=reason).at(span, path=shown(file))


_TOO_LARGE = Bilingual(
    f"文件超过 {MAX_BYTES // 10**6} MB", f"the file is larger than {MAX_BYTES // 10**6} MB"
)
_LOCKED = Bilingual("文件设了密码或限制了权限", "the file has a password or restrictions")
_DAMAGED = Bilingual(
    "文件残缺或损坏，读不出这一页", "the file is cut short or damaged, and the page is unreadable"
)


def _sized(width: float, height: float) -> Bilingual:
    """A page of no size that paper has."""
    size = " × ".join(f"{side / PT_PER_MM:.4g}" for side in (width, height))
    return Bilingual(
        f"页面的尺寸是 {size} 毫米，不成一页", f"its page measures {size} mm, which is no page"
    )


def placed_pages(
    articles: Collection[Article], slots: Iterable[PageSlot]
) -> Iterator[tuple[Picture, PdfPage]]:
    """The pages of PDFs among the pictures of articles, their people and the page plan."""
    pictures = chain(
        (picture for article in articles for picture in article.pictures),
        (person.picture for article in articles for person in article.people),
        (picture for slot in slots for picture in slot.pictures),
    )
    for picture in pictures:
        if isinstance(picture.art, PdfPage):
            yield picture, picture.art


def _geometry(page: pikepdf.Page, name: str) -> tuple[Corners, int, Corners | None]:
    """The page's box of that name, else the next larger one that it has, its rotation, and how far
    the box reaches beyond the page's trim."""
    found = None
    for box in PAGE_BOXES[PAGE_BOXES.index(name) :]:
        found = _corners(page, box)
        if found is not None:
            break
    if found is None:
        raise ValueError("MediaBox")
    turn = _inherited(page.obj, "/Rotate")
    rotate = 0 if turn is None else int(turn) % 360
    trim = _corners(page, "trim")
    return found, rotate, None if trim is None else _beyond(found, trim, rotate)


def _corners(page: pikepdf.Page, name: str) -> Corners | None:
    """Left, bottom, right and top of a page box, if there is one."""
    box = _inherited(page.obj, f"/{name.capitalize()}Box")
    if box is None:
        return None
    xs = sorted((float(box[0]), float(box[2])))
    ys = sorted((float(box[1]), float(box[3])))
    return xs[0], ys[0], xs[1], ys[1]


def _beyond(box: Corners, trim: Corners, rotate: int) -> Corners:
    """How far `box` reaches beyond `trim`: left, top, right and bottom once the page is turned."""
    sides = [trim[0] - box[0], box[3] - trim[3], box[2] - trim[2], trim[1] - box[1]]
    turns = rotate // 90
    left, top, right, bottom = sides[-turns:] + sides[:-turns] if turns else sides
    return left, top, right, bottom


def _inherited(node: Any, key: str) -> Any:
    """A page attribute, from the page or from the nodes above it (ISO 32000-1, 7.7.3.4)."""
    for _ in range(64):
        if node is None:
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None

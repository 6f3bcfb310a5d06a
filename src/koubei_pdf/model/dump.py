"""A Book as text for people and for snapshot tests: one line an item, in paint order."""

from __future__ import annotations

from collections.abc import Iterator

from .art import Art, Drawing, PdfPage
from .book import Book, Fill, GlyphRun, Item, Link, PlacedPicture, Shape
from .geometry import Rect
from .style import Ink, Spot


def dump(book: Book) -> str:
    """The whole book; the same book gives the same text. Lengths in pt, to 0.01."""
    boxes = book.boxes
    lines = [f"book {_pt(boxes.width)} × {_pt(boxes.height)} bleed {_pt(boxes.bleed)}"]
    lines += [f"  {key}: {_quoted(text)}" for key, text in sorted(book.metadata.items())]
    lines += [
        f"  {'  ' * mark.level}bookmark {_quoted(mark.text)} page {mark.page}"
        for mark in book.bookmarks
    ]
    for page in book.pages:
        lines.append(f"page {page.number} folio {_quoted(page.folio)}")
        lines += [f"  {' '.join(_item(item))}" for item in page.items]
    return "\n".join(lines) + "\n"


def _pt(value: float) -> str:
    """The one place that rounds: at most two decimals, no trailing zeros, no -0."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _item(item: Item) -> Iterator[str]:
    if isinstance(item, GlyphRun):
        return _glyphs(item)
    if isinstance(item, Fill):
        return iter(("fill", item.role, _rect(item.rect), _ink(item.ink)))
    if isinstance(item, Shape):
        return _shape(item)
    if isinstance(item, PlacedPicture):
        return _picture(item)
    return _link(item)


def _glyphs(run: GlyphRun) -> Iterator[str]:
    yield from ("text", run.role, f"{_pt(run.x)},{_pt(run.y)}")
    yield from (run.face, _pt(run.size), _ink(run.ink), _quoted(run.text))
    if run.spacing:
        yield f"spacing {_pt(run.spacing)}"
    if run.shifts:
        yield "shifts " + " ".join(f"{index}:{_pt(shift)}" for index, shift in run.shifts)
    if len(run.glyphs) != len(run.text):
        yield f"glyphs {len(run.glyphs)}"
    if run.cell:
        yield f"cell {run.cell}"


def _shape(shape: Shape) -> Iterator[str]:
    """The outline's bounds and how many steps it has stand for the outline."""
    xs, ys = shape.outline.coords[::2], shape.outline.coords[1::2]
    bounds = Rect(min(xs), min(ys), max(xs), max(ys))
    yield from ("shape", shape.role, _rect(bounds), f"steps {len(shape.outline.ops)}")
    yield _ink(shape.ink)
    if shape.weight:
        yield f"weight {_pt(shape.weight)}"


def _picture(picture: PlacedPicture) -> Iterator[str]:
    yield from ("picture", picture.role, _quoted(picture.key), _rect(picture.rect))
    if picture.clip != picture.rect:
        yield f"clip {_rect(picture.clip)}"
    yield _art(picture.art)
    if isinstance(picture.art, Drawing):
        yield f"section {_ink(picture.section_ink)}"
    if picture.alt:
        yield f"alt {_quoted(picture.alt)}"


def _link(link: Link) -> Iterator[str]:
    is_page = isinstance(link.target, int)
    yield from ("link", _rect(link.rect), f"{'page' if is_page else 'uri'} {link.target}")


def _art(art: Art) -> str:
    if isinstance(art, Drawing):
        return f"drawing {_pt(art.width)} × {_pt(art.height)} paths {len(art.paths)}"
    if isinstance(art, PdfPage):
        return f"pdf page {art.page} {_pt(art.width)} × {_pt(art.height)}"
    return f"raster {art.width} × {art.height} {art.mode}"


def _rect(rect: Rect) -> str:
    return f"{_pt(rect.x0)},{_pt(rect.y0)}–{_pt(rect.x1)},{_pt(rect.y1)}"


def _ink(ink: Ink) -> str:
    """The inks that are there: "K100", "C10 M5", "GOLD 50"; "paper" for none."""
    if isinstance(ink, Spot):
        return f"{ink.name} {_pt(ink.percent)}"
    parts = zip("CMYK", (ink.c, ink.m, ink.y, ink.k), strict=True)
    return " ".join(f"{name}{_pt(value)}" for name, value in parts if value) or "paper"


def _quoted(text: str) -> str:
    """The text in quotes, its line ends and quotes escaped so that an item stays one line."""
    escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')
    return f'"{escaped}"'

"""PDF → leaves, or why not. Reads with pikepdf, which repairs what it can and tells so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pikepdf

from ..model.diagnostics import Diagnostic, Rule, Span
from . import faults
from .leaves import Box, Leaf


class RefusedError(Exception):
    """The file cannot be imposed, for the reasons that its `diagnostics` tell."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics


@contextmanager
def opened(path: Path) -> Iterator[pikepdf.Pdf]:
    """The file with at least one page; what is printed of its annotations is in its pages.

    Raises RefusedError, also where it turns out only later that the file is broken.
    """
    try:
        # By a stream: pikepdf takes no name that is not UTF-8.
        with path.open("rb") as stream, pikepdf.open(stream) as pdf:
            if pdf.is_encrypted:
                raise RefusedError(_about(path, faults.ENCRYPTED))
            if not len(pdf.pages):
                raise RefusedError(_about(path, faults.NO_PAGES))
            pdf.flatten_annotations(mode="print")
            yield pdf
    except pikepdf.PasswordError as error:
        raise RefusedError(_about(path, faults.ENCRYPTED)) from error
    except (pikepdf.PdfError, RuntimeError) as error:  # qpdf's own errors are RuntimeErrors
        raise RefusedError(_about(path, faults.NO_PDF, reason=_reason(error, path))) from error
    except OSError as error:
        raise RefusedError(_about(path, faults.NO_PDF, reason=error.strerror or error)) from error


def read_leaves(pdf: pikepdf.Pdf, path: Path) -> list[Leaf]:
    """All pages. Raises RefusedError where any has no size."""
    read = [_leaf(page, number) for number, page in enumerate(pdf.pages, start=1)]
    leaves = [leaf for leaf in read if leaf is not None]
    lost = [number for number, leaf in enumerate(read, start=1) if leaf is None]
    if lost:
        raise RefusedError(_about(path, faults.NO_SIZE, pages=page_list(lost)))
    return leaves


def repairs(pdf: pikepdf.Pdf, path: Path) -> list[Diagnostic]:
    """The finding that something had to be repaired so far, if it had."""
    return [_about(path, faults.REPAIRED)] if pdf.get_warnings() else []


def file_date(pdf: pikepdf.Pdf) -> str:
    """The day of the file by its own account, YYYY-MM-DD; empty where it gives none."""
    for key in ("/ModDate", "/CreationDate"):
        text = str(pdf.docinfo.get(key, ""))
        match = re.match(r"D:(\d{4})(\d\d)(\d\d)", text)
        if match:
            return "-".join(match.groups())
    return ""


def page_list(numbers: list[int]) -> str:
    """Numbers as people write them: 3–5, 8."""
    parts: list[str] = []
    start = 0
    for index, number in enumerate(numbers):
        if index + 1 == len(numbers) or numbers[index + 1] != number + 1:
            first = numbers[start]
            parts.append(str(number) if first == number else f"{first}–{number}")
            start = index + 1
    return ", ".join(parts)


def _about(path: Path, rule: Rule, **facts: object) -> Diagnostic:
    return rule.at(Span(path.as_posix()), path=path.name, **facts)


def _reason(error: Exception, path: Path) -> str:
    """What the library says, without the stream that it read: the path stands beside it."""
    return str(error).replace(f"stream <_io.BufferedReader name={str(path)!r}>", "").lstrip(": ")


def _leaf(page: pikepdf.Page, number: int) -> Leaf | None:
    """A page by its boxes (14.11.2): none of them need be right."""
    media = _box(_inherited(page, "/MediaBox"))
    if media is None:
        return None
    crop = _box(_inherited(page, "/CropBox")) or media
    trim = _box(page.obj.get("/TrimBox")) or _box(page.obj.get("/ArtBox")) or crop
    bleed = (_box(page.obj.get("/BleedBox")) or crop).around(trim).within(media)
    unit = _number(page.obj.get("/UserUnit", 1))
    rotation = _number(_inherited(page, "/Rotate") or 0)
    if bleed is None or unit is None or unit <= 0:
        return None
    if rotation is None or rotation % 90:
        rotation = 0
    return Leaf(number, trim, bleed, int(rotation) % 360, unit)


def _inherited(page: pikepdf.Page, key: str) -> object:
    """An attribute of the page, or of its ancestors in the page tree (7.7.3.4)."""
    node: object = page.obj
    for _ in range(_DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


#: Levels of a page tree that are climbed: a tree can be made to go round in a circle.
_DEEPEST = 100


def _box(value: object) -> Box | None:
    """A rectangle (7.9.5) with its corners in order; None where it is none or has no area."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    numbers = [_number(item) for item in value]
    found = [number for number in numbers if number is not None]
    if len(found) != 4:
        return None
    (x0, x1), (y0, y1) = sorted(found[::2]), sorted(found[1::2])
    return Box(x0, y0, x1, y1) if x1 - x0 >= 1 and y1 - y0 >= 1 else None


def _number(value: object) -> float | None:
    """A number of the file, which pikepdf gives as an int or a Decimal; None for what is none."""
    return float(value) if isinstance(value, (int, Decimal)) else None

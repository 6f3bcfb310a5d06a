"""The way from a PDF of single pages to a PDF of sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..model.diagnostics import Diagnostic, Span
from ..model.geometry import PT_PER_MM, TOLERANCE
from . import faults
from .binding import Signature, perfect, saddle, with_blanks
from .folding import SIDES, Side
from .job import Imposed, Job
from .leaves import Leaf, common_format, unequal
from .places import Format, Sheet, lay, made_to_measure, needed
from .reading import RefusedError, file_date, opened, page_list, read_leaves, repairs
from .sheets import Size, fitting, least_names, whole_millimetres
from .writing import write_sheets

#: Pages may move towards the spine by this part of their width.
MOST_CREEP = 1 / 15

_SIDES: Mapping[Side, str] = {"front": "正面 front", "back": "反面 back"}


def impose(path: Path, job: Job) -> Imposed:
    """The sheets of the PDF at `path`; never raises for a file that is missing or broken."""
    try:
        with opened(path) as pdf:
            leaves = read_leaves(pdf, path)
            _refuse_unequal(leaves, path)
            pages = with_blanks(len(leaves), job.binding)
            saddled = job.binding == "saddle"
            signatures = saddle(pages) if saddled else perfect(pages, job.signature)
            sheets = _laid(signatures, common_format(leaves), job, path)
            labels = _labels(sheets, job, path.name, file_date(pdf))
            data = write_sheets(pdf, leaves, sheets, labels, collated=not saddled)
            found = (*_blanks(pages, path), *repairs(pdf, path))
    except RefusedError as refused:
        return Imposed(None, refused.diagnostics)
    return Imposed(data, found, len(leaves), len(sheets), sheets[0].size)


def _refuse_unequal(leaves: Sequence[Leaf], path: Path) -> None:
    """Raises RefusedError where pages are not of the first one's size."""
    first = Size(*leaves[0].size).text()
    found = [
        faults.UNEQUAL.at(
            Span(path.as_posix()), pages=page_list(numbers), size=Size(*size).text(), first=first
        )
        for size, numbers in unequal(leaves).items()
    ]
    if found:
        raise RefusedError(*found)


def _blanks(pages: Sequence[int | None], path: Path) -> list[Diagnostic]:
    """Which pages of the bound copy are blank, if any."""
    places = [place for place, page in enumerate(pages, start=1) if page is None]
    count = len(pages) - len(places)
    span = Span(path.as_posix())
    return [faults.BLANKS.at(span, count=count, places=page_list(places))] if places else []


def _laid(signatures: Sequence[Signature], format: Format, job: Job, path: Path) -> list[Sheet]:
    """The sheets, all of one size. Raises RefusedError where the pages do not fit."""
    span = Span(path.as_posix())
    inner = len(signatures) - 1 if job.binding == "saddle" else 0
    step = job.caliper or (job.creep / inner if inner else 0.0)
    most = format.width * MOST_CREEP
    if step * inner > most + TOLERANCE:
        facts = {"creep": _mm(step * inner), "most": _mm(most)}
        raise RefusedError(faults.TOO_MUCH_CREEP.at(span, **facts))
    largest = max(map(len, signatures))
    least = needed(format, largest, job.gripper)
    choice = job.sheets or (made_to_measure(format, largest, job.gripper),)
    size = fitting(least, choice)
    if size is None:
        facts = {
            "sheet": choice[0].text(),
            "pages": str(largest),
            "needed": whole_millimetres(least).text(),
            "fitting": _fitting(least),
        }
        raise RefusedError(faults.SHEET_TOO_SMALL.at(span, **facts))
    return [
        lay(size, format, signature, job.gripper, number * step)
        for number, signature in enumerate(signatures)
    ]


def _fitting(least: Size) -> str:
    """The named sheets that would do, and the least size."""
    width, height = (round(side / PT_PER_MM) for side in whole_millimetres(least))
    return ", ".join([*least_names(least), f"{width}x{height}mm"])


def _mm(length: float) -> str:
    return f"{length / PT_PER_MM:.1f}"


def _labels(sheets: Sequence[Sheet], job: Job, name: str, date: str) -> dict[tuple[int, Side], str]:
    """Each side's label: the file's name and its day, the sheet, the side, the pages.

    In both languages, so that the bytes do not depend on that of messages.
    """
    word = "张 sheet" if job.binding == "saddle" else "帖 signature"
    texts = {}
    for number, sheet in enumerate(sheets):
        count = f"{number + 1}/{len(sheets)}"
        pages = page_list(sorted(page for page in sheet.signature if page is not None))
        for side in SIDES:
            parts = (name, date, f"第 {count} {word} {count}", _SIDES[side], pages)
            texts[number, side] = " · ".join(part for part in parts if part)
    return texts

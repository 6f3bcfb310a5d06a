"""Total ink of each page: plates rendered by PDFium, averaged over every square millimetre."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO

import pikepdf

from ...imaging import NO_CACHE, Cache
from ...model.diagnostics import Bilingual
from ...model.geometry import PT_PER_MM, Rect
from ...pdf import limits, reasons
from ...pdf.content.interpreter import Interpreter, Memory
from ...pdf.content.spaces import ALL, PROCESS
from ...pdf.conversion import Conversion
from ...pdf.rasters import reduced
from ...pdf.reading import identity
from ...pdf.shadings import Gradients
from ...pdf.sheets import Plates
from ..document import Document, Page, content_of
from ..findings import Finding, number
from ..rules import printing as rules
from ..rules import stored
from .kept import KeptInks
from .plates import PlateWriter
from .recorder import PlateRecorder
from .report import InkReport, PageInk

if TYPE_CHECKING:
    from PIL import Image

#: Pixels of a millimetre, at which plates are rendered.
PER_MM = 5

#: Largest page that is rendered (mm): beyond it the pixels become coarser.
_LARGEST = 1_500

#: Pages that are put on plates before they are rendered, and the pixels of their pictures (each
#: takes some 16 bytes on four plates): one page at least.
_AT_ONCE = 4
_PIXELS = 4_000_000

#: Plates of spots beside the four that are measured.
_SPOTS = 8


def measure_ink(
    document: Document, pages: Sequence[Page], cache: Cache = NO_CACHE
) -> tuple[InkReport, list[Finding]]:
    """The report of these pages, with findings of those over the limit or not to be measured.

    cache: keeps what was measured of pages within the limit, which are not measured again.
    """
    kept = KeptInks(document, cache)
    known = {page.number: ink for page in pages if (ink := kept.find(page))}
    maps: dict[int, bytes] = {}
    findings: list[Finding] = []
    others, heavy = _bearable([page for page in pages if page.number not in known])
    findings += [_failure(reasons.LOAD, page.number) for page in heavy]
    convert = document.memory.convert
    assert isinstance(convert, Conversion)
    gradients = Gradients(convert)
    for some in _batches(others):
        report, found = _measure_some(document, some, convert, gradients)
        known |= {ink.page: ink for ink in report.pages}
        maps |= report.heat_maps
        findings += found
        faulty = {finding.page for finding in found}
        for page in some:
            if page.number not in faulty:
                kept.keep(page, known[page.number])
    inks = tuple(known[page.number] for page in pages if page.number in known)
    return InkReport(inks, maps), findings


def _bearable(pages: Sequence[Page]) -> tuple[list[Page], list[Page]]:
    """The pages that a renderer is given, and those that would take it too long."""
    left = float(limits.LOAD)
    bearable, heavy = [], []
    for page in pages:
        load = page.trace.load
        if load <= min(left, limits.PAGE_LOAD):
            left -= load
            bearable.append(page)
        else:
            heavy.append(page)
    return bearable, heavy


def _batches(pages: Sequence[Page]) -> Iterator[list[Page]]:
    """The pages in their order, as many at once as memory bears."""
    some: list[Page] = []
    pixels = 0
    for page in pages:
        own = _pixels(page)
        if some and (len(some) == _AT_ONCE or pixels + own > _PIXELS):
            yield some
            some, pixels = [], 0
        some.append(page)
        pixels += own
    if some:
        yield some


def _pixels(page: Page) -> int:
    """How many pixels the pictures of a page have on its plates."""
    sizes = {
        (identity(picture.object), reduced(picture.pixels, picture.resolution))
        for picture in page.trace.pictures
    }
    return sum(width * height for _, (width, height) in sizes)


def _measure_some(
    document: Document, pages: Sequence[Page], convert: Conversion, gradients: Gradients
) -> tuple[InkReport, list[Finding]]:
    pdf = document.data.pdf()
    memory = Memory(convert, document.memory.hidden, document.memory.forms)
    writer = PlateWriter(pdf, memory, convert, gradients)
    shown: list[tuple[Page, tuple[str, ...], list[Plates]]] = []
    for page in pages:
        recorder, tilings = _recorded(pdf, page, memory)
        spots = sorted(recorder.plates - {*PROCESS, ALL, "None", ""} - set(_PROCESS_NAMES))
        names = (*PROCESS, *spots[:_SPOTS])
        groups = _groups(names, recorder.partial)
        too_many = _too_many(tilings)
        for group in groups:
            writer.add(page, recorder.sheet, group, bool(recorder.partial), too_many)
        shown.append((page, names, groups))
    return _measured(document, writer, shown)


_PROCESS_NAMES = ("Cyan", "Magenta", "Yellow", "Black")


def _recorded(
    pdf: pikepdf.Pdf, page: Page, memory: Memory
) -> tuple[PlateRecorder, Mapping[tuple[int, int], float]]:
    """A page for its plates, and what the tiles of its patterns paint."""
    thing = pdf.pages[page.number - 1].obj
    streams, resources, ctm, clip = content_of(thing, page)
    recorder = PlateRecorder(resources)
    trace = Interpreter(memory, recorder).page(streams, resources, ctm, clip)
    return recorder, trace.tilings


def _too_many(tilings: Mapping[tuple[int, int], float]) -> frozenset[tuple[int, int]]:
    """The patterns without which the others are within the bound."""
    left = float(limits.TILED)
    found = set()
    for pattern, amount in tilings.items():
        if amount <= left:
            left -= amount
        else:
            found.add(pattern)
    return frozenset(found)


def _groups(names: Sequence[str], partial: set[frozenset[str]]) -> list[Plates]:
    """Three plates a rendering; each alone where a paint touches some of the three only."""
    groups = [tuple(names[at : at + 3]) for at in range(0, len(names), 3)]
    mixed = [g for g in groups for touched in partial if 0 < len(touched & set(g)) < len(g)]
    singles = [(name,) for group in dict.fromkeys(mixed) for name in group]
    whole = [group for group in groups if group not in mixed]
    return [_three(group) for group in (*whole, *singles)]


def _three(names: Sequence[str]) -> Plates:
    """One to three plates, the last of them again for those that lack."""
    return names[0], names[min(1, len(names) - 1)], names[-1]


def _measured(
    document: Document, writer: PlateWriter, shown: list[tuple[Page, tuple[str, ...], list[Plates]]]
) -> tuple[InkReport, list[Finding]]:
    from .heat import heat_map

    limit = document.profile.total_ink
    renderings = _renderings(writer.save(), [page for page, _, groups in shown for _ in groups])
    pages, maps, findings = [], {}, []
    for page, names, groups in shown:
        bands = _bands([(group, next(renderings)) for group in groups])
        paper = _mean(bands)
        ink = _peak(page, bands, paper, names)
        pages.append(ink)
        if ink.total > limit + _SLACK:
            facts = {"value": number(round(ink.total)), "limit": number(limit)}
            findings.append(Finding(rules.TOTAL_INK, facts, page.number, ink.box, ink.total))
            maps[page.number] = heat_map(paper, len(names), limit)
    findings += [_failure(reason, page_number) for reason, page_number in writer.failures]
    return InkReport(tuple(pages), maps), findings


def _failure(reason: Bilingual, page: int) -> Finding:
    """That something is not on the plates: damage is an error, other things are to be known."""
    if reason is reasons.GARBLED:
        return Finding(stored.PICTURE_GARBLED, {}, page)
    if reason in _DAMAGES:
        return Finding(stored.PICTURE_DAMAGED, {"what": _DAMAGES[reason]}, page)
    return Finding(rules.NOT_MEASURED, {"reason": reason}, page)


#: Damage that only decoding brings to light.
_DAMAGES = {
    reasons.DAMAGED: Bilingual("解不开", "they cannot be decoded"),
    reasons.CUT_SHORT: Bilingual("还没完就断了", "they end too early"),
}

#: How far the measuring of 8-bit channels may be off (per cent).
_SLACK = 1.0


def _renderings(data: BinaryIO, pages: list[Page]) -> Iterator[Image.Image]:
    """Each page of plates as an RGB image."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        for index, page in enumerate(pages):
            bitmap = pdf[index].render(
                scale=_scale(page), draw_annots=False, may_draw_forms=False, rev_byteorder=True
            )
            yield bitmap.to_pil()


def _scale(page: Page) -> float:
    longest = max(page.bleed.width, page.bleed.height) / PT_PER_MM
    return PER_MM / PT_PER_MM * min(1.0, _LARGEST / longest)


def _bands(renderings: list[tuple[Plates, Image.Image]]) -> list[tuple[int, Image.Image]]:
    """Renderings, or single channels of them, each with the number of plates that it shows."""
    bands = []
    for plates, rendering in renderings:
        count = len(set(plates))
        if count == 3:
            bands.append((3, rendering))
        else:
            bands += [(1, rendering.getchannel(index)) for index in range(count)]
    return bands


def _mean(bands: list[tuple[int, Image.Image]]) -> Image.Image:
    """The mean of all plates (255: paper) over a square millimetre around each pixel."""
    from PIL import Image, ImageFilter

    mean: Image.Image | None = None
    seen = 0
    for count, band in bands:
        flat = band.convert("L", _THIRDS) if count == 3 else band
        seen += count
        mean = flat if mean is None else Image.blend(mean, flat, count / seen)
    assert mean is not None
    return mean.filter(ImageFilter.BoxBlur(_REACH))


#: R, G and B to their mean.
_THIRDS = (1 / 3, 1 / 3, 1 / 3, 0)

#: Pixels of a square millimetre on either side of its middle.
_REACH = (PER_MM - 1) // 2


def _peak(
    page: Page, bands: list[tuple[int, Image.Image]], paper: Image.Image, names: tuple[str, ...]
) -> PageInk:
    """Where the mean is lowest, and what the plates have there exactly."""
    from PIL import ImageStat

    x, y = _darkest(paper)
    square = (x - _REACH, y - _REACH, x + _REACH + 1, y + _REACH + 1)
    square = (max(square[0], 0), max(square[1], 0), *square[2:])
    square = (*square[:2], min(square[2], paper.width), min(square[3], paper.height))
    total = sum(
        255 - channel
        for count, band in bands
        for channel in ImageStat.Stat(band.crop(square)).mean[:count]
    )
    per_point = _scale(page)
    bleed = page.from_trim(page.bleed)
    box = Rect(*(edge / per_point for edge in square)).moved(bleed.x0, bleed.y0)
    return PageInk(page.number, total / 2.55, box, names)


def _darkest(paper: Image.Image) -> tuple[int, int]:
    """The first pixel that has the least value."""
    least = paper.getextrema()[0]
    assert isinstance(least, int)
    mask = paper.point([255 if value == least else 0 for value in range(256)])
    box = mask.getbbox()
    if box is None:
        return 0, 0
    row = mask.crop((box[0], box[1], box[2], box[1] + 1)).getbbox()
    return box[0] + (row[0] if row else 0), box[1]

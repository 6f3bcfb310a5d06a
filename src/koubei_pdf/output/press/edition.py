"""Book → PDF/X."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from ...fonts import FontShelf
from ...imaging import Target
from ...model.book import Book, Fill, GlyphRun, Item, Page, PlacedPicture
from ...model.content import Drawing
from ...model.style import Ink, Spot
from ..content import PageWriter, Tools
from ..document import Document, string
from ..inking import PressInking
from ..job import Job
from ..lettering import Fonts, Outlines
from ..metadata import info, read_facts, xmp
from ..navigation import page_labels
from ..pictures import Pictures
from ..rasters import Rasters
from .around import Around
from .intent import PDF_VERSIONS, output_intent, version_info, version_xmp
from .marks import press_sheet

#: Of JPEG; nothing that a press can show is lost.
_QUALITY = 92

#: Hexadecimal digits of the digest in the slug line: enough to tell two states of an issue apart.
_DIGEST = 12


def write_press(
    book: Book, shelf: FontShelf, job: Job, progress: Callable[[int], None] | None
) -> Iterator[bytes]:
    """The file's bytes, part by part."""
    press = job.press
    document = Document(PDF_VERSIONS[press.standard], {})
    target = Target(is_press=True, ppi=press.ppi, quality=_QUALITY, subsampling=0)
    tools = press_tools(document, book, shelf, job, target)
    sheet = press_sheet(book.boxes, press)
    writers = []
    for done, page in enumerate(book.pages, start=1):
        writers.append(PageWriter(tools, sheet))
        writers[-1].write(page)
        if progress is not None:
            progress(done)
    digest = _digest(document.digest, tools.lettering.fingerprint(), writers)
    around = Around(book, press, spots_of(book), shelf, digest)
    for writer, page in zip(writers, book.pages, strict=True):
        writer.write(Page(page.number, "", around.items(page)))
        document.add_page(sheet, document.add(writer.stream()), writer.xobjects)
    tools.finish()
    facts = read_facts(book.metadata)
    namespace, properties = version_xmp(press.standard)
    document.set_catalog(
        Lang=string("zh-CN"),
        Metadata=document.add(xmp(facts, namespace, properties)),
        OutputIntents=output_intent(document, press.condition),
        PageLabels=page_labels(book.pages),
    )
    return document.save({**info(facts), **version_info(press.standard)})


def press_tools(
    document: Document, book: Book, shelf: FontShelf, job: Job, target: Target
) -> Tools:
    """What pages in press colours are written with."""
    inking = PressInking(document, job.press)
    outlined = job.outline_text
    lettering = Outlines(document, shelf) if outlined else Fonts(document, shelf)
    rasters = Rasters(book, target, job.profiles, job.cache)
    return Tools(document, lettering, inking, Pictures(document, inking, rasters))


def _digest(streams: str, letters: str, writers: Sequence[PageWriter]) -> str:
    """A digest of all that pages hold so far."""
    digest = sha256(f"{streams}{letters}".encode())
    for writer in writers:
        digest.update(writer.content().encode())
    return digest.hexdigest()[:_DIGEST]


def spots_of(book: Book) -> list[Spot]:
    """The solid of each spot colour that is printed, by name."""
    spots: dict[str, Spot] = {}
    for ink in {ink for page in book.pages for item in page.items for ink in _inks(item)}:
        if isinstance(ink, Spot):
            spots[ink.name] = Spot(ink.name, 100, ink.alternate)
    return [spots[name] for name in sorted(spots)]


def _inks(item: Item) -> Iterator[Ink]:
    if isinstance(item, GlyphRun | Fill):
        yield item.ink
    elif isinstance(item, PlacedPicture) and isinstance(item.art, Drawing):
        for path in item.art.paths:
            for paint in (path.fill, path.stroke):
                if paint is not None:
                    yield item.section_ink if paint == "section" else paint

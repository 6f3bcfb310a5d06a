"""Book → a PDF to read on a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...fonts import FontShelf
from ...imaging import Target
from ...model.book import Book, Link
from ..content import PageWriter, Tools
from ..document import Document, Pdf, array, dictionary, string
from ..inking import ScreenInking
from ..job import Job
from ..lettering import Fonts
from ..metadata import info, read_facts, xmp
from ..navigation import outline, page_labels
from ..pictures import Pictures
from ..rasters import Rasters
from ..sheet import Sheet

_VERSION = (1, 7)

#: Sharp when a page fills a large screen, and small.
_TARGET = Target(is_press=False, ppi=150, quality=80, subsampling=2)


def write_screen(
    book: Book, shelf: FontShelf, job: Job, progress: Callable[[int], None] | None
) -> Iterator[bytes]:
    """The file's bytes, part by part."""
    places = {page.number: place for place, page in enumerate(book.pages, start=1)}
    document = Document(_VERSION, places)
    inking = ScreenInking(job.twins, job.profiles.seen)
    rasters = Rasters(book, _TARGET, job.profiles, job.cache)
    tools = Tools(document, Fonts(document, shelf), inking, Pictures(document, inking, rasters))
    sheet = Sheet(book.boxes.trim_box)
    for done, page in enumerate(book.pages, start=1):
        writer = PageWriter(tools, sheet)
        writer.write(page)
        entries = {}
        links = [_link(document, sheet, item) for item in page.items if isinstance(item, Link)]
        if links:
            entries["Annots"] = array(links)
        document.add_page(sheet, document.add(writer.stream()), writer.xobjects, **entries)
        if progress is not None:
            progress(done)
    tools.lettering.finish()
    facts = read_facts(book.metadata)
    document.set_catalog(
        Lang=string("zh-CN"),
        Metadata=document.add(xmp(facts)),
        PageLabels=page_labels(book.pages),
    )
    if book.bookmarks:
        marks = outline(document, book.bookmarks, sheet.height)
        document.set_catalog(Outlines=document.add(marks), PageMode="/UseOutlines")
    return document.save(info(facts))


def _link(document: Document, sheet: Sheet, link: Link) -> Pdf:
    """A link annotation without a border (ISO 32000-1, 12.5.6.5)."""
    return dictionary(
        Type="/Annot",
        Subtype="/Link",
        Rect=array(sheet.corners(link.rect)),
        Border=array([0, 0, 0]),
        Dest=document.view_of(link.page, sheet.height),
    )

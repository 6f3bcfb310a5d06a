"""Book → a PDF to read on a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...fonts import FontShelf
from ...imaging import Target
from ...model.book import Book, Link, Page
from ...model.diagnostics import Diagnostic
from ..content import PageWriter, Tools
from ..document import Document, Pdf, array, dictionary, string
from ..inking import ScreenInking
from ..job import Job
from ..left_over import inks_left
from ..lettering import Fonts
from ..metadata import info, read_facts, xmp
from ..navigation import outline, page_labels
from ..pictures import Pictures
from ..rasters import Rasters
from ..sheet import Sheet
from .structure import PageTags, Structure

_VERSION = (1, 7)

#: What a tagged file says of itself (ISO 14289-1, clause 5).
_UA = ('\n xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', {"pdfuaid:part": "1"})

#: Sharp when a page fills a large screen, and small.
_TARGET = Target(is_press=False, ppi=150, quality=80, subsampling=2)


def write_screen(
    book: Book,
    shelf: FontShelf,
    job: Job,
    progress: Callable[[int], None] | None,
    tell: Callable[[Diagnostic], None],
) -> Iterator[bytes]:
    """The file's bytes, part by part."""
    places = {page.number: place for place, page in enumerate(book.pages, start=1)}
    document = Document(_VERSION, places)
    inking = ScreenInking(document, job.twins, job.profiles)
    rasters = Rasters(book, _TARGET, job.profiles, job.cache)
    tools = Tools(document, Fonts(document, shelf), inking, Pictures(document, inking, rasters))
    sheet = Sheet(book.boxes.trim_box)
    structure = Structure(document, book)
    for done, page in enumerate(book.pages, start=1):
        tags = structure.page(page, document.page(page.number))
        writer = PageWriter(tools, sheet, tags)
        writer.write(page)
        entries: dict[str, Pdf] = {"StructParents": tags.number}
        links = _links(document, sheet, page, tags, structure)
        if links:
            # 14289-1, 7.18.3: the order of tabs is that of the structure.
            entries |= {"Annots": array(links), "Tabs": "/S"}
        entries |= tools.pictures.blending(writer.xobjects)
        document.add_page(sheet, document.add(writer.stream()), writer.xobjects, **entries)
        if progress is not None:
            progress(done)
    tools.finish()
    for fault in inks_left(book, tools.pictures.left):
        tell(fault)
    facts = read_facts(book.metadata)
    document.set_catalog(
        Lang=string("zh-CN"),
        Metadata=document.add(xmp(facts, *_UA)),
        PageLabels=page_labels(book.pages),
        MarkInfo=dictionary(Marked="true"),
        StructTreeRoot=structure.finish(),
        ViewerPreferences=dictionary(DisplayDocTitle="true"),
    )
    if book.bookmarks:
        marks = outline(document, book.bookmarks, sheet.height)
        document.set_catalog(Outlines=document.add(marks), PageMode="/UseOutlines")
    return document.save(info(facts))


def _links(
    document: Document, sheet: Sheet, page: Page, tags: PageTags, structure: Structure
) -> list[Pdf]:
    """The link annotations of a page, each part of the structure."""
    annotations = []
    for index, link in enumerate(item for item in page.items if isinstance(item, Link)):
        annotation = _link(document, sheet, link)
        structure.add_link(tags.link(index), annotation, document.page(page.number))
        annotations.append(document.add(annotation))
    return annotations


def _link(document: Document, sheet: Sheet, link: Link) -> Pdf:
    """A link annotation without a border (ISO 32000-1, 12.5.6.5), told by where it leads to."""
    target = link.target
    if isinstance(target, int):
        leads = {"Dest": document.view_of(target, sheet.height)}
    else:  # 12.6.4.7
        leads = {"A": dictionary(S="/URI", URI=string(target))}
    return dictionary(
        Contents=string(f"→ {target}"),
        Type="/Annot",
        Subtype="/Link",
        Rect=array(sheet.corners(link.rect)),
        Border=array([0, 0, 0]),
        **leads,
    )

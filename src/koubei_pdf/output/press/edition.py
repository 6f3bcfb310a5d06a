"""Book → PDF/X."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from ...fonts import FontShelf
from ...imaging import Target
from ...model.book import Book, Page
from ...model.diagnostics import Diagnostic
from ...model.style import WHITE, Spot
from ..content import PageWriter, Tools
from ..document import Document, string
from ..inking import PressInking
from ..job import Job
from ..left_over import fonts_left
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

#: Plates that a page may name as it names a spot colour's.
_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

#: Hexadecimal digits of the digest in the slug line: enough to tell two states of an issue apart.
_DIGEST = 12


def write_press(
    book: Book,
    shelf: FontShelf,
    job: Job,
    progress: Callable[[int], None] | None,
    tell: Callable[[Diagnostic], None],
) -> Iterator[bytes]:
    """The file's bytes, part by part."""
    press = job.press
    document = Document(PDF_VERSIONS[press.standard], {})
    inking = PressInking(document, press)
    target = Target(is_press=True, ppi=press.ppi, quality=_QUALITY, subsampling=0)
    tools = press_tools(document, inking, book, shelf, job, target)
    sheet = press_sheet(book.boxes, press)
    writers = []
    for done, page in enumerate(book.pages, start=1):
        writers.append(PageWriter(tools, sheet))
        writers[-1].write(page)
        if progress is not None:
            progress(done)
    digest = _digest(document.digest, tools.lettering.fingerprint(), writers)
    around = Around(book, press, _spots(inking), shelf, digest)
    # What is the same on all pages is written once.
    slug = PageWriter(tools, sheet)
    slug.write(Page(0, "", around.slug()))
    for writer, page in zip(writers, book.pages, strict=True):
        writer.write(Page(page.number, "", around.items(page)))
        writer.repeat(slug)
        group = tools.pictures.blending(writer.xobjects)
        document.add_page(sheet, document.add(writer.stream()), writer.xobjects, **group)
    tools.finish()
    for fault in fonts_left(book, tools.pictures.fonts_left):
        tell(fault)
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
    document: Document,
    inking: PressInking,
    book: Book,
    shelf: FontShelf,
    job: Job,
    target: Target,
) -> Tools:
    """What pages in press colours are written with."""
    outlined = job.outline_text
    lettering = Outlines(document, shelf) if outlined else Fonts(document, shelf)
    rasters = Rasters(book, target, job.profiles, job.cache)
    pictures = Pictures(document, inking, rasters, outline_text=outlined)
    return Tools(document, lettering, inking, pictures)


def _digest(streams: str, letters: str, writers: Sequence[PageWriter]) -> str:
    """A digest of all that pages hold so far."""
    digest = sha256(f"{streams}{letters}".encode())
    for writer in writers:
        digest.update(writer.content().encode())
    return digest.hexdigest()[:_DIGEST]


def _spots(inking: PressInking) -> list[Spot]:
    """The solids of all spot colours that pages print, by name; their spaces are made already."""
    return [Spot(plate, 100, WHITE) for plate in inking.plates if plate not in _PROCESS]

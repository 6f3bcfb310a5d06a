"""Book → a PDF to look at and correct."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...fonts import FontShelf
from ...imaging import Target
from ...model.book import Book, GlyphRun, Page
from ...model.diagnostics import Diagnostic, Span
from ..content import PageWriter, Tools
from ..document import Document, Pdf, Stream, array, dictionary, string
from ..inking import PressInking, state
from ..job import Job
from ..left_over import fonts_left
from ..metadata import info, read_facts, xmp
from ..navigation import page_labels
from ..operators import number, numbers, rectangle
from ..press.edition import press_tools
from ..press.intent import output_intent
from .overlays import Label, Layer, Line, layers
from .spreads import Leaf, Spread, spreads

#: Layers are of PDF 1.5 (ISO 32000-1, 8.11).
_VERSION = (1, 6)

#: Fine enough to judge pictures on a screen and on an office printer.
_PPI, _QUALITY = 150, 85


def write_proof(
    book: Book,
    shelf: FontShelf,
    job: Job,
    progress: Callable[[int], None] | None,
    tell: Callable[[Diagnostic], None],
) -> Iterator[bytes]:
    """The file's bytes, part by part."""
    document = Document(_VERSION, {})
    target = Target(is_press=True, ppi=_PPI, quality=_QUALITY, subsampling=0)
    tools = press_tools(document, PressInking(document, job.press), book, shelf, job, target)
    overlays = _Overlays(tools, shelf, layers(book.boxes, job.faults, shelf))
    shown = []
    done = 0
    for spread in spreads(book.pages, book.boxes):
        _write(spread, tools, overlays)
        shown.append(Page(spread.leaves[0].page.number, spread.label, ()))
        for _ in spread.leaves:
            done += 1
            if progress is not None:
                progress(done)
    tools.finish()
    for fault in fonts_left(book, tools.pictures.fonts_left):
        tell(fault)
    facts = read_facts(book.metadata)
    document.set_catalog(
        Lang=string("zh-CN"),
        Metadata=document.add(xmp(facts)),
        OutputIntents=output_intent(document, job.press.condition),
        PageLabels=page_labels(shown),
        OCProperties=overlays.properties(),
    )
    return document.save(info(facts))


def _write(spread: Spread, tools: Tools, overlays: _Overlays) -> None:
    """Add a spread to the file: its pages, then the layers over them."""
    document = tools.document
    contents: list[Pdf] = []
    xobjects: dict[str, Pdf] = {}
    for leaf in spread.leaves:
        writer = PageWriter(tools, leaf.sheet)
        writer.write(leaf.page)
        contents.append(document.add(_clipped(leaf, writer.content())))
        xobjects |= writer.xobjects
    contents.append(document.add(overlays.stream(spread)))
    group = tools.pictures.blending(xobjects)
    document.add_page(spread.sheet, array(contents), xobjects, **group)


def _clipped(leaf: Leaf, content: str) -> Stream:
    """A page's content, cut where the other page begins, the state as it was around it."""
    clip = rectangle(leaf.sheet.corners(leaf.seen))
    return Stream.deflated(f"q {clip} W n\n{content}\nQ".encode("ascii"))


class _Overlays:
    """The layers as optional content groups (8.11), drawn over each spread."""

    def __init__(
        self, tools: Tools, shelf: FontShelf, drawn: list[tuple[str, bool, Layer]]
    ) -> None:
        self._tools, self._shelf = tools, shelf
        self._layers = []
        for index, (name, is_on, layer) in enumerate(drawn, start=1):
            group = tools.document.add(dictionary(Type="/OCG", Name=string(name)))
            tools.document.share("Properties", f"L{index}", group)
            self._layers.append((f"L{index}", group, is_on, layer))

    def properties(self) -> Pdf:
        """The catalog's entry (8.11.4): all groups in order, some off at first."""
        groups = [group for _, group, _, _ in self._layers]
        off = [group for _, group, is_on, _ in self._layers if not is_on]
        default = dictionary(Name=string("Proof"), Order=array(groups), OFF=array(off))
        return dictionary(OCGs=array(groups), D=default)

    def stream(self, spread: Spread) -> Stream:
        """All layers over a spread."""
        hand = self._tools.lettering.hand()
        out = [state(False)]
        for name, _, _, layer in self._layers:
            out.append(f"/OC /{name} BDC")
            for leaf in spread.leaves:
                clip = rectangle(leaf.sheet.corners(leaf.seen))
                out.append(f"q {clip} W n")
                marks = list(layer(leaf.page))
                out += [self._line(mark, leaf) for mark in marks if isinstance(mark, Line)]
                out.append("Q")
                for mark in marks:
                    if isinstance(mark, Label):
                        out += self._label(mark, leaf, hand.write)
            out.append("EMC")
        return Stream.deflated("\n".join(out).encode("ascii"))

    def _line(self, line: Line, leaf: Leaf) -> str:
        left, bottom, right, top = leaf.sheet.corners(line.rect)
        ink = f"{self._tools.inking.stroke(line.ink)} {number(line.width)} w"
        if line.is_box:
            return f"{ink} {rectangle((left, bottom, right, top))} S"
        return f"{ink} {numbers(left, top)} m {numbers(right, bottom)} l S"

    def _label(
        self, label: Label, leaf: Leaf, write: Callable[[GlyphRun, float, float], str]
    ) -> Iterator[str]:
        left, _, _, top = leaf.sheet.corners(
            leaf.seen.moved(label.x - leaf.seen.x0, label.y - leaf.seen.y0)
        )
        for start, end, face in self._shelf.itemise(label.text, self._shelf.first_role):
            if face is None:
                continue
            text = label.text[start:end]
            shaped = face.shape(text, {"kern": False, "liga": False})
            glyphs, clusters = tuple(shaped.glyphs), tuple(shaped.clusters)
            run = GlyphRun(
                face.key, label.size, left, top, label.ink, glyphs, text, Span(""), "label",
                clusters=clusters,
            )  # fmt: skip
            yield self._tools.inking.fill(label.ink)
            yield write(run, left, top)
            left += sum(map(face.advance, glyphs)) * label.size

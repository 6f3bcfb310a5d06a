"""The flatplan on sheets of A3, as many spreads as they take → Book → PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from ..handoff.look import BLACK, GREY, MIST, RED, RULE, TEAL, TWINS, Style, Typesetter
from ..model.art import Outline
from ..model.book import Book, Fill, Item, Page, Shape
from ..model.content import Issue
from ..model.dates import iso_date
from ..model.diagnostics import Lang, Span
from ..model.geometry import TOLERANCE, PageBoxes, Rect, mm
from ..model.style import WHITE, Align, Cmyk, Ink
from ..output import Job, write_pdf
from . import telling
from .looks import Box, is_empty, is_laid_out, lines, waiting
from .plan import Entry, Flatplan, Side, Spread
from .thumbnails import scaled
from .words import MARKS

A3 = PageBoxes(mm(420), mm(297), 0)
MARGIN, HEAD, GAP, FOLIO, CAPTION = mm(9), 32.0, 18.0, 11.0, 57.0
#: Spreads that a sheet holds at least, if there are as many.
FULL = 12

_AMBER = Cmyk(6, 58, 100, 40)
_GROUND, _EDGE, _COPY = Cmyk(0, 0, 0, 14), Cmyk(0, 0, 0, 50), Cmyk(0, 0, 0, 20)
_NAME = Style("song-black", 21, 26, BLACK, "title")
_SUMMARY = Style("hei", 8.5, 13, GREY)
_LEGEND = Style("hei", 7, 10, GREY)
_TITLE = Style("hei-bold", 9, 12.5, BLACK, "heading")
_META = Style("hei", 6.5, 9, GREY)
_FOLIO = Style("hei-bold", 7.5, FOLIO)
_LABEL = Style("hei", 7, 9, GREY)
_TONES: dict[telling.Tone, Style] = {
    "good": Style("hei", 7, 9.5, TEAL),
    "wait": Style("hei", 7, 9.5, _AMBER),
    "bad": Style("hei-bold", 7, 9.5, RED),
}
_BAR_WIDTH, _BAR_HEIGHT, _SPACE = 46.0, 4.5, 6.0


class SpreadGrid(NamedTuple):
    """How spreads stand on a sheet; width, height: of a page."""

    columns: int
    rows: int
    width: float
    height: float

    def place(self, number: int) -> tuple[float, float]:
        """The corner of spread `number` of a sheet, from 0 (pt)."""
        row, column = divmod(number, self.columns)
        pitch = (A3.height - 2 * MARGIN - HEAD) / self.rows
        return MARGIN + column * (2 * self.width + GAP), MARGIN + HEAD + row * pitch


def flatplan_pdf(plan: Flatplan, setter: Typesetter, job: Job, lang: Lang) -> bytes:
    """The file; laid-out pages are in it as they are, so that it can be read at any size."""
    issue, boxes = plan.issue, plan.issue.house.boxes
    last = len(plan.spreads) + bool(plan.others)
    grid = grid_of(boxes, last)
    count = grid.columns * grid.rows
    pages: list[Page] = []
    for first in range(0, max(last, 1), count):
        sheet = _Sheet(plan, grid, setter, lang)
        sheet.head()
        for number, spread in enumerate(plan.spreads[first : first + count]):
            sheet.spread(spread, *grid.place(number))
        if plan.others and first + count >= last:
            sheet.others(*grid.place(last - 1 - first))
        pages.append(sheet.page(len(pages) + 1))
    title = f"{telling.heading(plan)} {telling.TITLE.text(lang)}"
    book = Book(A3, tuple(pages), (), _metadata(issue, title))
    twins = {**job.twins, **TWINS}
    return b"".join(write_pdf(book, setter.shelf, replace(job, edition="screen", twins=twins)))


def grid_of(boxes: PageBoxes, count: int) -> SpreadGrid:
    """The largest pages of which a sheet holds `count` spreads, or a dozen."""
    room, words = A3.height - 2 * MARGIN - HEAD, FOLIO + CAPTION
    for columns in range(2, FULL + 1):
        width = (A3.width - 2 * MARGIN - (columns - 1) * GAP) / columns / 2
        height = min(width * boxes.height / boxes.width, room - words)
        width = height * boxes.width / boxes.height
        rows = int((room + TOLERANCE) // (height + words))
        if rows * columns >= min(count, FULL):
            break
    return SpreadGrid(columns, rows, width, height)


def _metadata(issue: Issue, title: str) -> dict[str, str]:
    date, publisher = issue.fields.get("date"), issue.fields.get("publisher")
    return {
        "title": title,
        "author": publisher.text if publisher else "",
        "date": (iso_date(date.text) if date else None) or "",
    }


class _Sheet:
    """What comes together on a sheet: words in reading order, and pages, which are artifacts."""

    def __init__(self, plan: Flatplan, grid: SpreadGrid, setter: Typesetter, lang: Lang) -> None:
        self._plan, self._grid, self._setter, self._lang = plan, grid, setter, lang
        self._scale = grid.width / plan.issue.house.boxes.width
        self._words: list[Item] = []
        self._pictures: list[Item] = []

    def page(self, number: int) -> Page:
        items = (*self._words, *self._pictures)
        return Page(number, str(number), items, furniture=len(self._pictures))

    def head(self) -> None:
        """The issue, its figures, how to read the plan, and the colours of its sections."""
        plan, lang = self._plan, self._lang
        name = f"{telling.heading(plan)} {telling.TITLE.text(lang)}"
        x = MARGIN + self._line(name, _NAME, MARGIN, MARGIN - 6, A3.width / 3) + 3 * _SPACE
        right = A3.width - MARGIN
        self._line(telling.figures(plan, lang), _SUMMARY, x, MARGIN - 5, right - x)
        self._line(telling.LEGEND.text(lang), _LEGEND, x, MARGIN + 8, right - x)
        for section in reversed(tuple(plan.issue.sections.values())):
            text = f"{section.number} {section.name}".strip()
            width = self._setter.width(text, _SUMMARY)
            right -= width
            self._line(text, _SUMMARY, right, MARGIN - 5, width + 1)
            ink = plan.issue.house.colours[section.colour].ink
            self._fill(Rect(right - 15, MARGIN - 1, right - 4, MARGIN + 4), ink)
            right -= 28

    def spread(self, spread: Spread, x: float, y: float) -> None:
        """Two pages with their folios, and what is said of their entries below them."""
        width, height = self._grid.width, self._grid.height
        for side in spread.sides:
            is_left = side is spread.left
            at = x if is_left else x + width
            self._page(side, at, y)
            align: Align = "left" if is_left else "right"
            folio = self._setter.set(f"{side.number:02d}", _FOLIO, width, align)
            self._words += folio.moved(at, y + height)
        for entry in spread.entries:
            own = [side for side in spread.sides if side.entry is entry]
            at = x if own[0] is spread.left else x + width + _SPACE * (len(spread.entries) > 1)
            room = len(own) * width - _SPACE * (len(spread.entries) > 1 and at > x)
            is_first = entry.slot.first in (side.number for side in own)
            self._entry(entry, at, y + height + FOLIO, room, is_first=is_first)

    def others(self, x: float, y: float) -> None:
        """Faults of no entry, in the place of a spread; those beyond its foot are counted."""
        width, lang = 2 * self._grid.width, self._lang
        self._line(telling.OTHERS.text(lang), _TITLE, x, y, width)
        room = self._grid.height + FOLIO + CAPTION - 2 * _TITLE.leading
        y += _TITLE.leading
        for number, fault in enumerate(self._plan.others):
            said = telling.other(fault, lang)
            made = self._setter.set(said.text, _TONES[said.tone], width)
            room -= made.height
            if room < 0:
                rest = {"count": len(self._plan.others) - number}
                self._line(telling.MORE.text(lang, rest), _META, x, y, width)
                break
            self._words += made.moved(x, y)
            y += made.height

    def _page(self, side: Side, x: float, y: float) -> None:
        boxes, scale = self._plan.issue.house.boxes, self._scale
        if is_laid_out(side) and side.page is not None:
            self._pictures += scaled(side.page, boxes.trim_box, scale, x, y)
        elif is_empty(side):
            self._hatch(x, y)
        for box in waiting(side, boxes):
            self._box(box, x, y)
        width, height = self._grid.width, self._grid.height
        for edge in (
            Rect(x, y, x + width, y + 0.4),
            Rect(x, y + height - 0.4, x + width, y + height),
            Rect(x, y, x + 0.4, y + height),
            Rect(x + width - 0.4, y, x + width, y + height),
        ):
            self._pictures.append(Fill(edge, RULE, Span(""), "rule"))

    def _box(self, box: Box, x: float, y: float) -> None:
        """A frame that waits: a grey field, lines, or an outline, with what it is for."""
        boxes, scale = self._plan.issue.house.boxes, self._scale

        def placed(rect: Rect) -> Rect:
            x0, y0, x1, y1 = (edge * scale for edge in (rect.x0, rect.y0, rect.x1, rect.y1))
            return Rect(x0, y0, x1, y1).moved(x, y)

        rect = placed(box.rect)
        if box.look == "copy":
            bars = [Fill(placed(bar), _COPY, Span(""), "rule") for bar in lines(box, boxes)]
            self._pictures += bars
        elif box.look == "picture":
            self._pictures.append(Fill(rect, _GROUND, Span(""), "rule"))
        else:
            self._pictures.append(_outlined(rect))
        word = telling.label(box.frame, self._lang)
        if word and rect.height > _LABEL.size and rect.width > self._setter.width(word, _LABEL):
            middle = (rect.y0 + rect.y1 - _LABEL.leading) / 2
            made = self._setter.set(word, _LABEL, rect.width, "center")
            if box.look == "copy":
                half = self._setter.width(word, _LABEL) / 2 + _LABEL.size / 2
                centre = (rect.x0 + rect.x1) / 2
                patch = Rect(centre - half, middle, centre + half, middle + _LABEL.leading)
                self._pictures.append(Fill(patch, WHITE, Span(""), "rule"))
            self._pictures += made.moved(rect.x0, middle)

    def _hatch(self, x: float, y: float) -> None:
        """A page on which nothing will be: slanting lines, cut to it."""
        width, height = self._grid.width, self._grid.height
        coords: list[float] = []
        step = width / 12
        for number in range(1, int((width + height) / step) + 1):
            c = number * step
            right, left = min(width, c), max(0.0, c - height)
            coords += (x + right, y + c - right, x + left, y + c - left)
        outline = Outline("ml" * (len(coords) // 4), tuple(coords))
        self._pictures.append(Shape(outline, RULE, Span(""), "rule", 0.5))
        word = telling.EMPTY_PAGE.text(self._lang)
        made = self._setter.set(word, _TITLE, width, "center")
        self._pictures += made.moved(x, y + (height - _TITLE.leading) / 2)

    def _entry(self, entry: Entry, x: float, y: float, width: float, *, is_first: bool) -> None:
        lang, issue = self._lang, self._plan.issue
        section = entry.section
        ink = issue.house.colours[section.colour].ink if section else GREY
        self._fill(Rect(x, y, x + width, y + 3), ink)
        y += 4
        title = telling.title(entry, lang, is_first=is_first)
        self._line(title, _TITLE, x, y, width)
        y += _TITLE.leading
        if not is_first:
            return
        about = (telling.section_of(entry, lang), telling.meta(entry, lang))
        self._line(telling.COMMA.text(lang).join(filter(None, about)), _META, x, y, width)
        y += _META.leading
        words, pictures = telling.words(entry, lang), telling.pictures(entry, lang)
        if words is not None:
            self._bar(entry, ink, x, y + 2.5)
            at = x + _BAR_WIDTH + _SPACE
            self._line(words.text, _TONES[words.tone], at, y, x + width - at)
            y += 9.5
        if pictures is not None:
            marks = "".join(MARKS[picture.verdict] for picture in entry.wanted)
            self._line(f"{marks} {pictures.text}", _TONES[pictures.tone], x, y, width)
            y += 9.5
        fault = telling.faults(entry, lang)
        if fault is not None:
            self._line(fault.text, _TONES[fault.tone], x, y, width)

    def _bar(self, entry: Entry, ink: Ink, x: float, y: float) -> None:
        """Words wanted as a length in the section's colour, words there as a line across it."""
        slip, most = entry.slip, max(entry.slip.most_onward, entry.have)
        unit = _BAR_WIDTH / (1.08 * most)
        for first, last, shade in (
            (0, 1.08 * most, MIST),
            (slip.least_fitted or 0, slip.most_onward, ink.tint(30)),
            (slip.least or 0, slip.most, ink),
        ):
            rect = Rect(x + first * unit, y, x + last * unit, y + _BAR_HEIGHT)
            self._fill(rect, shade)
        if entry.have:
            at = x + entry.have * unit
            self._fill(Rect(at, y - 2, at + 1, y + _BAR_HEIGHT + 2), BLACK)

    def _line(self, text: str, style: Style, x: float, y: float, width: float) -> float:
        """A text in one line, cut with … where it is longer; gives its width."""
        setter = self._setter
        shown = text.replace("\n", " ")
        if setter.width(shown, style) > width:
            low, high = 0, len(shown)
            while high - low > 1:
                middle = (low + high) // 2
                if setter.width(f"{shown[:middle]}…", style) > width:
                    high = middle
                else:
                    low = middle
            shown = f"{shown[:low]}…"
        natural = setter.width(shown, style)
        self._words += setter.set(shown, style, natural + style.size).moved(x, y)
        return natural

    def _fill(self, rect: Rect, ink: Ink) -> None:
        self._words.append(Fill(rect, ink, Span(""), "rule"))


def _outlined(rect: Rect) -> Shape:
    corners = (rect.x0, rect.y0, rect.x1, rect.y0, rect.x1, rect.y1, rect.x0, rect.y1)
    return Shape(Outline("mlllh", corners), _EDGE, Span(""), "rule", 0.4)

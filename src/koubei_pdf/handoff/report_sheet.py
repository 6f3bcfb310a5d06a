"""The preflight report as pages of A4: a verdict first, then what a prepress clerk asks next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..checks.boxes import bleed_of
from ..checks.document import Page
from ..checks.findings import Group, number, page_list
from ..checks.judging import Judgement
from ..model.diagnostics import Bilingual, Lang, Severity
from ..model.geometry import PT_PER_MM
from ..model.press import PressProfile
from . import report_words as words
from .comparing import size_text
from .font_list import FontUse
from .look import (
    AMBER,
    BLACK,
    BLUE,
    BOLD,
    CELL,
    CELL_HEAD,
    EM,
    HEAD,
    LABEL,
    RED,
    ROW,
    RULE,
    SMALL,
    TEAL,
    TEXT,
    TITLE,
    WHITE,
    WIDTH,
    Style,
    Typesetter,
)
from .measured import Measured
from .papers import Part
from .pieces import Piece, beside, fill, rule, space, stack

_VERDICT = Style("song-black", 21, 25.5, WHITE, "heading")
_COUNTS = Style("hei", 9, 13, WHITE)
_CODE = Style("hei-bold", 8, 13, RED)
_WARNING = Style("hei-bold", 8, 13, AMBER)

_HALF = (WIDTH - 2 * EM) / 2
_CHART = 5 * ROW
#: Bars and pages' numbers are no wider than this (pt).
_WIDEST_BAR = 22.0
#: Where the cells of a page start in the table of pages, from its half of the width.
_CELLS = (0.0, 2.4 * EM, 9 * EM, 12 * EM, 17.4 * EM, 19.8 * EM)
_PAGE_STARTS = (*_CELLS, *(_HALF + 2 * EM + start for start in _CELLS))
_PAGE_HEADS = (words.PAGE, words.TRIM_MM, words.BLEED_MM, words.PLATES, words.INK, words.LEAST_PPI)
_NO_CELLS = [""] * len(_CELLS)
#: Places of a finding that are listed.
_MOST_PLACES = 6


class ReportSheet:
    """Draws a judgement in one language. judged: of a file that could be opened."""

    def __init__(
        self,
        judged: Judgement,
        file: Measured,
        press: PressProfile,
        fonts: tuple[FontUse, ...],
        setter: Typesetter,
        lang: Lang,
    ) -> None:
        assert judged.document is not None
        self._judged, self._document = judged, judged.document
        self._file, self._press, self._fonts = file, press, fonts
        self._setter, self._lang = setter, lang
        self._ink = {page.page: page for page in judged.ink.pages} if judged.ink else {}

    def parts(self) -> Iterator[Part]:
        """All parts of the report."""
        yield Part(self._verdict())
        yield Part(self._facts())
        yield self._findings()
        yield Part(self._chart())
        yield self._font_table()
        yield self._page_table()

    def head(self, page: int) -> Piece:
        """What heads the second page and later ones."""
        text = self._say(words.CONTINUED, file=self._file.name, page=page)
        line = self._setter.set(text, SMALL, WIDTH)
        return stack([line, rule(WIDTH, 0.5, RULE), space(ROW / 2)])

    def _say(self, text: Bilingual, **facts: object) -> str:
        return text.text(self._lang, facts or None)

    def _set(self, text: Bilingual, style: Style, width: float = WIDTH) -> Piece:
        return self._setter.set(self._say(text), style, width)

    def _verdict(self) -> Piece:
        """Whether the file can be printed, in the colour of the answer."""
        errors = self._judged.errors
        warnings = len(self._judged.groups) - errors
        ink = RED if errors else AMBER if warnings else TEAL
        text = words.UNFIT if errors else words.FIT_WARNED if warnings else words.FIT
        counts = self._say(words.COUNTS, errors=errors, warnings=warnings)
        verdict = self._set(text, _VERDICT, WIDTH * 0.6).padded(8.5, 8.5)
        told = self._setter.set(counts, _COUNTS, WIDTH * 0.36, "right").padded(16, 0)
        bar = beside([(1.5 * EM, verdict), (WIDTH * 0.64 - 1.5 * EM, told)]).on(ink, WIDTH)
        title = self._set(words.REPORT, TITLE)
        return stack([title, space(6), bar, space(ROW / 2)])

    def _facts(self) -> Piece:
        """The file in figures, in two columns."""
        file, press = self._file, self._press
        sizes = dict.fromkeys(size_text(*trim) for trim in file.trims)
        condition = press.condition.identifier or press.condition.info
        most = max(self._ink.values(), key=lambda page: page.total, default=None)
        whole = file.whole
        ppi = [picture.ppi for page in self._document.pages for picture in page.trace.pictures]
        left = [
            (words.FILE, f"{file.name}　{file.size / 1e6:.1f} MB"),
            (words.PAGES, str(file.pages)),
            (words.TRIM, f"{' / '.join(sizes)} mm"),
            (
                words.BLEED,
                self._limited(
                    number(file.bleed / PT_PER_MM), number(press.bleed / PT_PER_MM), "mm", "≥"
                ),
            ),
            (words.STANDARD, file.standard or self._say(words.NO_STANDARD)),
            (words.PRESS, f"{press.name}　{condition}"),
        ]
        ink = f"{most.total:.0f}" if most else "–"
        right = [
            (words.INKS, " ".join(whole.process)),
            (words.SPOTS, self._say(words.LIST).join(whole.spots) or self._say(words.NONE)),
            (words.TOTAL_INK, self._limited(ink, number(press.total_ink), "%", "≤")),
            (words.MOST_INK, self._say(words.ON_PAGE, page=most.page) if most else "–"),
            (
                words.PPI,
                self._limited(f"{min(ppi):.0f}", number(press.least_ppi), "ppi", "≥")
                if ppi
                else self._say(words.NO_PICTURES),
            ),
            (words.FONTS, self._embedded()),
        ]
        rows = [
            beside([(0, self._fact(*one)), (_HALF + 2 * EM, self._fact(*two))])
            for one, two in zip(left, right, strict=True)
        ]
        sha = self._setter.set(f"SHA-256 {file.sha256}", SMALL)
        return stack([*rows, sha.padded(4, ROW / 2)])

    def _limited(self, value: str, limit: str, unit: str, sign: str) -> str:
        """A value with the press's limit."""
        return f"{value} {unit}　{self._say(words.LIMIT)} {sign} {limit}"

    def _embedded(self) -> str:
        count = sum(font.is_embedded for font in self._fonts)
        return self._say(words.EMBEDDED, all=len(self._fonts), embedded=count)

    def _fact(self, label: Bilingual, value: str) -> Piece:
        indent = 6.5 * EM
        named = self._set(label, LABEL, indent)
        text = self._setter.set(value, TEXT, _HALF - indent)
        row = beside([(0, named), (indent, text)]).padded(2, 2)
        return stack([row, rule(_HALF, 0.35, RULE)])

    def _findings(self) -> Part:
        """Each finding with its pages, places and remedy; the errors first."""
        groups = sorted(self._judged.groups, key=lambda group: group.rule.severity.value)
        rows = [self._finding(group) for group in groups]
        rows = rows or [self._set(words.NOTHING, TEXT).padded(2, 2)]
        return Part(self._heading(words.FINDINGS), [*rows, space(ROW / 2)])

    def _heading(self, text: Bilingual) -> Piece:
        return stack([self._set(text, HEAD), rule(WIDTH, 0.75, BLACK), space(2)])

    def _finding(self, group: Group) -> Piece:
        is_error = group.rule.severity is Severity.ERROR
        kind = self._say(words.ERROR if is_error else words.WARNING)
        code = self._setter.set(
            f"{kind}\n{group.rule.code}", _CODE if is_error else _WARNING, 5 * EM
        )
        width = WIDTH - 5 * EM
        lines = [self._setter.set(group.message(self._lang), BOLD, width)]
        where = self._where(group)
        if where:
            lines.append(self._setter.set(where, TEXT, width))
        lines.append(
            self._setter.set(
                self._say(words.REMEDY) + group.help(self._lang, own=True), LABEL, width
            )
        )
        row = beside([(0, code), (5 * EM, stack(lines))]).padded(2, 4)
        return stack([row, rule(WIDTH, 0.35, RULE)])

    def _where(self, group: Group) -> str:
        """The pages, and the first places."""
        if not group.pages:
            return ""
        shown = "; ".join(f"{p.page}: {p.x}, {p.y}" for p in group.places[:_MOST_PLACES])
        rest = " …" if len(group.places) > _MOST_PLACES else ""
        places = self._say(words.PLACES, places=shown + rest) if shown else ""
        return self._say(words.ON_PAGES, pages=page_list(group.pages)) + places

    def _chart(self) -> Piece:
        """The greatest total ink of each page as a bar below the press's limit."""
        if not self._ink:
            return stack([self._heading(words.INK_CHART), self._set(words.NO_INK, TEXT)])
        limit = self._press.total_ink
        top = max(limit, *(page.total for page in self._ink.values())) * 1.2
        step = min(WIDTH / len(self._ink), _WIDEST_BAR)
        items = []
        for index, page in enumerate(self._ink.values()):
            height = page.total / top * _CHART
            ink = RED if page.total > limit + 1 else BLUE
            bar = fill(index * step + step * 0.22, _CHART - height, step * 0.56, height, ink)
            items.append(bar)
        at = _CHART - limit / top * _CHART
        width = step * len(self._ink)
        items += [fill(0, at, width, 0.6, RED), fill(0, _CHART, width, 0.6, BLACK)]
        label = self._setter.set(f"{limit:g} %", SMALL, WIDTH)
        labels = [(0.0, Piece(_CHART, tuple(items))), (0.0, label.padded(at - 11, 0))]
        chart = stack([beside(labels), self._axis(step)])
        return stack([self._heading(words.INK_CHART), chart, space(ROW / 2)])

    def _axis(self, step: float) -> Piece:
        """Numbers of pages below the bars, as many as there is room for."""
        every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if n * step >= 10)
        numbers = [n for n in self._ink if n == 1 or n % every == 0]
        placed = [
            ((n - 1) * step + step / 2 - EM, self._setter.set(str(n), SMALL, 2 * EM, "center"))
            for n in numbers
        ]
        return beside(placed).padded(2, 0)

    def _font_table(self) -> Part:
        starts = (0.0, 15 * EM, 22 * EM, 27.5 * EM)
        heads = (words.FONT, words.FONT_FORMAT, words.FONT_EMBEDDED, words.FONT_PAGES)
        rows = []
        for font in self._fonts:
            embedded = self._say(words.YES if font.is_embedded else words.NO)
            cells = [font.name, font.format, embedded, page_list(font.pages)]
            rows.append(self._row(starts, cells, CELL))
        names = self._row(starts, map(self._say, heads), CELL_HEAD)
        head = self._table_head(words.FONT_LIST, names)
        return Part(head, [*rows, space(ROW / 2)])

    def _table_head(self, title: Bilingual, names: Piece) -> Piece:
        return stack([self._heading(title), names])

    def _page_table(self) -> Part:
        """A row a spread: the left-hand page, the right-hand page."""
        pages = self._document.pages
        heads = [*map(self._say, _PAGE_HEADS)]
        names = self._row(_PAGE_STARTS, [*heads, *heads], CELL_HEAD)
        rows = []
        for first in range(0, len(pages) + 1, 2):  # page 1 is a right-hand page
            left = self._cells(pages[first - 1]) if first else _NO_CELLS
            right = self._cells(pages[first]) if first < len(pages) else _NO_CELLS
            rows.append(self._row(_PAGE_STARTS, [*left, *right], CELL))
        return Part(self._table_head(words.PAGE_LIST, names), rows)

    def _cells(self, page: Page) -> list[str]:
        ink = self._ink.get(page.number)
        ppi = [picture.ppi for picture in page.trace.pictures]
        return [
            str(page.number),
            size_text(page.width, page.height),
            number(bleed_of(page) / PT_PER_MM),
            " ".join(self._file.plates[page.number - 1]) or "–",
            f"{ink.total:.0f}" if ink else "–",
            f"{min(ppi):.0f}" if ppi else "–",
        ]

    def _row(self, starts: Sequence[float], cells: Iterable[str], style: Style) -> Piece:
        """Cells of a table, each on the width up to the next one."""
        ends = (*starts[1:], WIDTH)
        placed = [
            (start, self._setter.set(cell, style, end - start - 4))
            for start, end, cell in zip(starts, ends, cells, strict=True)
        ]
        return stack([beside(placed).padded(1, 1), rule(WIDTH, 0.3, RULE)])

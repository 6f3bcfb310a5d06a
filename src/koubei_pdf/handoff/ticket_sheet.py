"""The print ticket as a page of A4: what a shop pins to the job bag."""

from __future__ import annotations

from collections.abc import Sequence

from ..checks.findings import number, page_list
from ..model.content import Run
from ..model.diagnostics import Bilingual, Lang
from ..model.geometry import PT_PER_MM
from . import words
from .band import TICK, TICKED, Figure, band
from .comparing import size_text
from .look import (
    BLACK,
    BLUE,
    BOLD,
    EM,
    GREY,
    HEIGHT,
    LABEL,
    NAME,
    ROW,
    RULE,
    SMALL,
    TEAL,
    TEXT,
    TITLE,
    WIDTH,
    Style,
    Typesetter,
)
from .pieces import Piece, beside, fill, rule, space, stack
from .ticket import Ticket, TicketPart

_LABELS = 7 * EM
_HALF = (WIDTH - 2 * EM) / 2
_PAD = 5.0

#: Room above and below a row's text, and the height of a box to sign in (pt).
_ABOVE, _SIGNATURE = 5.5, 5 * ROW


class TicketSheet:
    """Draws a ticket in one language."""

    def __init__(self, made: Ticket, setter: Typesetter, lang: Lang) -> None:
        self._made, self._setter, self._lang = made, setter, lang
        self._order = made.issue.order

    def piece(self) -> Piece:
        """The whole ticket; the remarks take what the page has left."""
        above = stack([self._head(), self._parties(), self._figures(), self._parts(), self._rest()])
        below = stack([self._signatures(), self._foot()])
        room = HEIGHT - above.height - below.height
        return stack([above, self._remarks(room), below])

    def _say(self, text: Bilingual, **facts: object) -> str:
        return text.text(self._lang, facts or None)

    def _head(self) -> Piece:
        """The form's name, the issue's, and lines for the shop's number and date."""
        fields = self._made.issue.fields
        shown = (fields[key] for key in ("title", "subtitle", "number", "date") if key in fields)
        names = [self._setter.quoted(run, NAME) for run in shown]
        title = self._setter.set(self._say(words.TICKET), TITLE, WIDTH * 0.6)
        lines = stack(self._by_hand(label, 15 * EM) for label in (words.JOB, words.DRAWN_UP))
        issue = self._setter.set("　".join(" ".join(n.split()) for n in names), NAME)
        return stack(
            [
                beside([(0, title), (WIDTH - 15 * EM, lines)]),
                space(2),
                rule(WIDTH, 2.5, BLUE),
                issue.padded(ROW / 2, ROW / 4),
            ]
        )

    def _by_hand(self, label: Bilingual, width: float) -> Piece:
        """A label and a line to write on."""
        text = self._say(label)
        named = self._setter.set(text, LABEL, width)
        start = self._setter.width(text, LABEL) + _PAD
        line = Piece(ROW, (fill(start, ROW - 3, width - start, 0.5, GREY),))
        return beside([(0, named.padded(ROW - 13, 0)), (0, line)])

    def _parties(self) -> Piece:
        printer = self._order.printer if self._order else None
        both = ((words.CUSTOMER, self._made.customer), (words.PRINTER, printer))
        pieces = [
            self._entry(label, self._value(run, _HALF - 5 * EM), _HALF, 5 * EM)
            for label, run in both
        ]
        return beside([(0, pieces[0]), (_HALF + 2 * EM, pieces[1])]).padded(0, ROW / 2)

    def _value(self, run: Run | str | None, width: float, style: Style = TEXT) -> Piece:
        """A text, or room above the row's rule to write it by hand."""
        return space(style.leading) if run is None else self._setter.set(run, style, width)

    def _entry(self, label: Bilingual, value: Piece, width: float, indent: float) -> Piece:
        """A row of a form: its label, its value, a hairline below."""
        named = self._setter.set(self._say(label), LABEL, indent)
        row = beside([(0, named), (indent, value)]).padded(_ABOVE, _ABOVE)
        return stack([row, rule(width, 0.35, RULE)])

    def _figures(self) -> Piece:
        """The four figures that a job is known by."""
        made, order = self._made, self._order
        trim = size_text(*made.file.trims[0]).replace(" ", "")
        quantity = Figure(self._say(words.QUANTITY), "")
        if order is not None:
            copies = f"{order.quantity:,}"
            quantity = Figure(self._say(words.QUANTITY), copies, self._say(words.COPIES))
        binding = self._say(words.BINDINGS[made.binding])
        figures = (
            Figure(self._say(words.TRIM), trim, self._say(words.MM), True),
            Figure(self._say(words.PAGES), str(made.file.pages), self._say(words.PAGE_UNIT), True),
            quantity,
            Figure(self._say(words.BINDING), binding, is_held=order is not None),
        )
        return band(figures, self._setter).padded(0, ROW / 2)

    def _parts(self) -> Piece:
        """Cover and inside, side by side."""
        parts = self._made.parts
        width = (WIDTH - _LABELS) / len(parts)
        heads = [
            (_LABELS + i * width, self._set(words.PARTS[p.name], BOLD, width))
            for i, p in enumerate(parts)
        ]
        head = beside(heads).padded(_ABOVE, _ABOVE)
        rows = [rule(WIDTH, 1, BLACK), head, rule(WIDTH, 0.5, BLACK)]
        rows += [
            self._across(words.NUMBERS, [_numbers(part) for part in parts], width, True),
            self._across(words.PAPER, [self._paper(part) for part in parts], width),
            self._across(words.INKS, [part.inks for part in parts], width, True),
            self._across(words.PLATES, [self._plates(part) for part in parts], width, True),
            self._across(words.SPOTS, [self._spots(part) for part in parts], width, True),
            self._across(words.FINISHING, [self._finishing(part) for part in parts], width),
        ]
        return stack(rows).padded(0, ROW / 2)

    def _across(
        self,
        label: Bilingual,
        values: Sequence[Run | str | None],
        width: float,
        ticked: bool = False,
    ) -> Piece:
        placed = [
            (_LABELS + i * width, self._value(value, width - EM)) for i, value in enumerate(values)
        ]
        tick = self._setter.set(TICK if ticked else "", TICKED, 2 * EM)
        named = beside([(0, self._set(label, LABEL, _LABELS - EM)), (_LABELS - 1.4 * EM, tick)])
        row = beside([(0, named), *placed]).padded(_ABOVE, _ABOVE)
        return stack([row, rule(WIDTH, 0.35, RULE)])

    def _set(self, text: Bilingual, style: Style, width: float = WIDTH) -> Piece:
        return self._setter.set(self._say(text), style, width)

    def _paper(self, part: TicketPart) -> str | None:
        if part.ordered is None:
            return None
        paper = self._setter.quoted(part.ordered.paper, TEXT)
        return f"{part.ordered.weight:g} g/m² {paper}"

    def _plates(self, part: TicketPart) -> str:
        """The plates of each side, of both in one where they are the same."""
        plates = [side.process for side in part.sides if side.pages]
        texts = dict.fromkeys(" ".join(one) or "–" for one in plates)
        return " / ".join(texts if len(texts) == 1 else (" ".join(one) or "–" for one in plates))

    def _spots(self, part: TicketPart) -> str:
        return self._say(words.LIST).join(part.spots) or self._say(words.NONE)

    def _finishing(self, part: TicketPart) -> str | None:
        if part.ordered is None:
            return None
        names = [self._setter.quoted(run, TEXT) for run in part.ordered.finishing]
        return self._say(words.LIST).join(names) or self._say(words.NONE)

    def _rest(self) -> Piece:
        """What concerns the whole job: the file, delivery, remarks."""
        made, order = self._made, self._order
        press, file = made.issue.press, made.file
        delivery = order.delivery if order else None
        rows: list[tuple[Bilingual, Run | str | None, bool]] = []
        if made.spine is not None:
            spine = self._say(words.SPINE_IS, spine=number(made.spine / PT_PER_MM))
            rows.append((words.SPINE, spine, True))
        condition = press.condition.identifier or press.condition.info
        facts = {
            "bleed": number(file.bleed / PT_PER_MM),
            "standard": file.standard,
            "condition": condition,
            "press": press.name,
            "ink": number(press.total_ink),
        }
        name = file.name.removesuffix(".pdf")
        found = {
            "errors": made.errors,
            "warnings": made.warnings,
            "report": f"{name}-preflight.pdf",
        }
        rows += [
            (words.BLEED, self._say(words.BLEED_IS, **facts), True),
            (words.STANDARD, self._say(words.STANDARD_IS, **facts), True),
            (words.PREFLIGHT, self._say(words.PREFLIGHT_IS, **found), True),
            (words.DELIVERY_DATE, delivery.date if delivery else None, False),
            (words.DELIVERY_ADDRESS, delivery.address if delivery else None, False),
            (words.CONTACT, delivery.contact if delivery else None, False),
        ]
        pieces = [
            self._across(label, [value], WIDTH - _LABELS, tick) for label, value, tick in rows
        ]
        return stack(pieces)

    def _remarks(self, room: float) -> Piece:
        """Remarks, as high as there is room, with some of it to add to them by hand."""
        run = self._order.remarks if self._order else None
        text = self._value(run, WIDTH - _LABELS)
        row = beside([(0, self._set(words.REMARKS, LABEL)), (_LABELS, text)]).padded(_ABOVE, _ABOVE)
        left = room - row.height - 1
        return stack([row, space(max(left, 0)), rule(WIDTH, 1, BLACK)])

    def _signatures(self) -> Piece:
        boxes = [self._signature(who) for who in (words.SIGNED_CUSTOMER, words.SIGNED_PRINTER)]
        return beside([(0, boxes[0]), (_HALF + 2 * EM, boxes[1])]).padded(ROW / 2, ROW / 2)

    def _signature(self, who: Bilingual) -> Piece:
        """A box to sign in, with a line for the date."""
        edges = (
            fill(0, 0, _HALF, 0.5, GREY),
            fill(0, _SIGNATURE - 0.5, _HALF, 0.5, GREY),
            fill(0, 0, 0.5, _SIGNATURE, GREY),
            fill(_HALF - 0.5, 0, 0.5, _SIGNATURE, GREY),
        )
        name = self._set(who, BOLD, _HALF).padded(4.25, 0)
        date = self._by_hand(words.DATE, 10 * EM).padded(_SIGNATURE - ROW - 6, 0)
        return beside(
            [(0, Piece(_SIGNATURE, edges)), (2 * _PAD, name), (_HALF - 10 * EM - 2 * _PAD, date)]
        )

    def _foot(self) -> Piece:
        """What the ticks mean, and which file the ticket is of."""
        file = self._made.file
        facts = {"file": file.name, "bytes": f"{file.size:,}", "sha256": file.sha256}
        tick = self._setter.set(TICK, Style("hei-bold", 7, 10.2, TEAL), 20)
        return stack(
            [
                beside([(0, tick), (EM, self._set(words.TICKED, SMALL))]),
                self._setter.set(self._say(words.FILE_IS, **facts), SMALL),
            ]
        )


def _numbers(part: TicketPart) -> str:
    """How many pages, and which."""
    return f"{len(part.pages)} P　{page_list(part.pages)}"

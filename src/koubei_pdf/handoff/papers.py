"""Pieces on pages of A4 → Book → PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model.book import Book, Page
from ..model.content import Issue
from ..model.dates import iso_date
from ..output import Job, write_pdf
from .look import A4, HEIGHT, LEFT, TOP, TWINS, Typesetter
from .pieces import Drawn, Piece, space


class Part(NamedTuple):
    """What stands under a head: rows that may part over pages, where the head is repeated."""

    head: Piece
    rows: Sequence[Piece] = ()


def paged(parts: Iterable[Part], headed: Callable[[int], Piece]) -> list[tuple[Drawn, ...]]:
    """Parts down as many pages as they take; `headed` gives what heads page 2 and later ones.

    A head never stands without its first row. A row that is higher than a page stands on one of
    its own.
    """
    pages: list[list[Drawn]] = [[]]
    y = 0.0

    def put(piece: Piece) -> None:
        nonlocal y
        pages[-1] += piece.moved(LEFT, TOP + y)
        y += piece.height

    for part in parts:
        put_head = True
        for row in part.rows or (space(0),):
            wanted = row.height + (part.head.height if put_head else 0)
            if y > 0 and y + wanted > HEIGHT:
                pages.append([])
                y = 0.0
                put(headed(len(pages)))
                put_head = True
            if put_head:
                put(part.head)
                put_head = False
            put(row)
    return [tuple(page) for page in pages]


def paper(
    pages: Sequence[tuple[Drawn, ...]], title: str, issue: Issue, setter: Typesetter, job: Job
) -> bytes:
    """A PDF to read and to print in an office: the screen edition of these pages.

    job: that of the press file, whose colour profiles show inks on a screen.
    """
    date = issue.fields.get("date")
    publisher = issue.fields.get("publisher")
    metadata = {
        "title": title,
        "author": publisher.text if publisher else "",
        "date": (iso_date(date.text) if date else None) or "",
    }
    made = tuple(Page(n, str(n), items) for n, items in enumerate(pages, start=1))
    book = Book(A4, made, (), metadata)
    return b"".join(write_pdf(book, setter.shelf, replace(job, edition="screen", twins=TWINS)))

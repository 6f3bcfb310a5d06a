"""Stand-ins for what a story does not have yet: copy of a given length, texts, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...model.art import Drawing
from ...model.content import Article, Block, Picture, Run
from ...model.diagnostics import Span
from ...model.style import Frame, Layout
from ..options import Options
from ..template import ARTICLE_FIELDS

#: A Han character and a stop that every face has, and how many are a paragraph of usual length.
CHARACTER, STOP, PARAGRAPH = "国", "。", 120
_HEADING = CHARACTER * 4
_NOWHERE = Span("")
_FIELD = re.compile(r"\{\s*([a-z]+)(?:\.(\d+))?\s*\}")


class Share(NamedTuple):
    """The blocks of the copy that a chain of body frames takes, from 1; last None: all that follow.

    heading: that the first is a heading.
    """

    frame: str
    first: int = 1
    last: int | None = None
    heading: bool = False


def shares_of(layout: Layout) -> list[Share]:
    """The chains of a layout's body frames, in the order of the copy."""
    found: dict[tuple[int, int | None], Share] = {}
    for frame in layout.frames:
        if frame.kind == "body":
            share = _share(frame)
            found.setdefault((share.first, share.last), share)
    return sorted(found.values(), key=lambda share: share.first)


def _share(frame: Frame) -> Share:
    options = Options(frame.options)
    first = options.integer("from", 1)
    last = options.integer("to", 0) or None
    is_part = "from" in frame.options and (last is None or last > first)
    return Share(frame.name, first, last, is_part and bool(options.name("heading")))


def fields_of(layout: Layout) -> dict[str, list[Frame]]:
    """The fields that the text frames of a layout show, with the frames of each."""
    found: dict[str, list[Frame]] = {}
    for frame in layout.frames:
        text = Options(frame.options).text("text")
        for name, number in _FIELD.findall(text.text) if text else ():
            found.setdefault(f"{name}.{number}" if number else name, []).append(frame)
    return found


def with_copy(
    article: Article, shares: Sequence[Share], lengths: Mapping[str, int], stop: str = ""
) -> Article:
    """The article with copy of so many characters for each chain, by its first frame's name; its
    paragraphs end in `stop`, which may hang or be squeezed."""
    blocks: dict[int, Block] = {}
    for share in shares:
        found = _blocks(share, lengths.get(share.frame, 1), stop)
        blocks.update(enumerate(found, share.first))
    # What no chain takes is a fault of the layout, whose other frames can be measured all the same.
    every = range(1, max(blocks, default=0) + 1)
    return replace(article, blocks=tuple(blocks.get(n) or _paragraph(1) for n in every), notes=())


def _blocks(share: Share, length: int, stop: str) -> Iterator[Block]:
    if share.heading:
        yield Block("heading", (Run(_HEADING, _NOWHERE),), _NOWHERE, level=2)
    if share.last is None:
        yield from (_paragraph(count, stop) for count in _paragraphs(length))
        return
    count = share.last - share.first + 1 - share.heading
    for number in range(count):
        yield _paragraph(max(length // count + (number < length % count), 1), stop)


def _paragraphs(length: int) -> Iterator[int]:
    """Paragraphs of the usual length; what is left over is the last one."""
    while length > PARAGRAPH:
        yield PARAGRAPH
        length -= PARAGRAPH
    yield max(length, 1)


def _paragraph(length: int, stop: str = "") -> Block:
    text = CHARACTER * (length - len(stop)) + stop if length > len(stop) else CHARACTER * length
    return Block("paragraph", (Run(text, _NOWHERE),), _NOWHERE)


def completed(article: Article, layout: Layout, pictures: int) -> Article:
    """An unwritten article with all that its layout shows: each text a line, each picture.

    What its head has stays. pictures: how many the layout shows.
    """
    names = fields_of(layout)
    missing = {
        name: Run(CHARACTER * 2, _NOWHERE) for name in ("title", *names) if name in ARTICLE_FIELDS
    }
    signed = [Options(frame.options).text("sign") for frame in layout.frames]
    for sign in signed:
        found = _FIELD.findall(sign.text) if sign else ()
        missing |= {name: Run(CHARACTER * 2, _NOWHERE) for name, _ in found}
    byline = article.byline or ((missing["byline"],) if "byline" in missing else ())
    missing.pop("byline", None)
    quotes = sum(name.startswith("quotes.") for name in names)
    line = Run(CHARACTER * 2, _NOWHERE)
    return replace(
        article,
        fields={**missing, **article.fields},
        byline=byline,
        quotes=(*article.quotes, *[line] * (quotes - len(article.quotes))),
        pictures=(*article.pictures, *[_picture()] * (pictures - len(article.pictures))),
    )


def _picture() -> Picture:
    """A picture that is sharp at any size, with a caption of a line."""
    return Picture("", Drawing(3, 2, ()), _NOWHERE, Run(CHARACTER * 2, _NOWHERE), CHARACTER)

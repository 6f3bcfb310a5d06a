"""Text-showing operators of a glyph run (ISO 32000-1, 9.4.3).

Where codes alone would not copy as the manuscript, glyphs stand in a span with replacement
text (ActualText, 14.9.4): clusters of several glyphs; gaps that a reader would take for a
space between words, as the quarter em between Han and Latin or wide tracking; and overlaps
that it would take for a new line, as the halved space of punctuation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model.book import GlyphRun
from .codes import Codes
from .operators import marked, number

#: Readers guess a space from such a gap on: poppler 0.1, pdfium a little more (em, measured).
_WORD_GAP = 0.08

#: Even tracking they take for what it is up to here (em, measured).
_TRACKING = 0.15

#: Poppler breaks the line where a glyph steps back so far into the one before (em, measured).
_OVERLAP = 0.2

#: Glyphs first..last - 1.
_Span = tuple[int, int]


def show(run: GlyphRun, codes: Codes) -> str:
    """The Tj or TJ operators that show the run's glyphs."""
    texts = _texts(run)
    shown = list(map(codes.__getitem__, zip(run.glyphs, texts, strict=True)))
    spans = _shared(texts) if texts is not run.text else []
    if codes.is_by_glyph:
        says = map(codes.says, run.glyphs, texts)
        spans += [(index, index + 1) for index, is_said in enumerate(says) if not is_said]
    spans += _uneven(run, texts)
    if not spans:
        return _strings(run, shown, 0, len(shown))
    return " ".join(_spanned(run, shown, texts, _united(spans)))


def _texts(run: GlyphRun) -> Sequence[str]:
    """What each glyph says: the text of its cluster.

    A cluster of as many glyphs as characters gives each its own; of another cluster the
    first glyph says all and the others say nothing.
    """
    text, starts = run.text, run.clusters
    if starts is None:
        return text
    bounds = sorted(set(starts))
    if len(bounds) == len(text) == len(starts):
        return text
    texts: list[str] = []
    for start, end in pairwise([*bounds, len(text)]):
        part = text[start if texts else 0 : end]
        count = starts.count(start) if len(bounds) < len(starts) else 1
        texts += part if count == len(part) else [part] + [""] * (count - 1)
    return texts


def _shared(texts: Sequence[str]) -> list[_Span]:
    """Spans of glyphs that share one text: each "" belongs to the glyph before it."""
    return [(index - 1, index + 1) for index, text in enumerate(texts) if not text and index]


def _uneven(run: GlyphRun, texts: Sequence[str]) -> list[_Span]:
    """Glyphs set apart or together so that a reader would add a space or a line end."""
    if run.spacing > _TRACKING * run.size:
        return [(0, len(texts))]
    if not run.shifts:
        return []
    gap = _WORD_GAP * run.size - max(0.0, run.spacing)
    overlap = -_OVERLAP * run.size
    last = len(texts) - 1
    return [
        (index, index + 2)
        for index, shift in run.shifts
        if (shift >= gap or shift <= overlap)
        and 0 <= index < last
        and not (texts[index].endswith(" ") or texts[index + 1].startswith(" "))
    ]


def _united(spans: list[_Span]) -> list[_Span]:
    """The spans in order, those that overlap made one."""
    united: list[_Span] = []
    for first, last in sorted(spans):
        if united and first < united[-1][1]:
            united[-1] = (united[-1][0], max(last, united[-1][1]))
        else:
            united.append((first, last))
    return united


def _strings(run: GlyphRun, shown: list[str], first: int, last: int) -> str:
    """Show glyphs first..last - 1, with the shifts that follow them (9.4.3, table 109).

    A TJ number moves the next glyph left by so many thousandths of the size.
    """
    shifts = [
        (index, shift)
        for index, shift in run.shifts
        if first <= index < last or (index < 0 and not first)
    ]
    if not shifts:
        return f"<{''.join(shown[first:last])}>Tj"
    parts = []
    at = first
    for index, shift in shifts:
        if index >= at:
            parts.append(f"<{''.join(shown[at : index + 1])}>")
            at = index + 1
        elif parts:
            parts.append(" ")
        parts.append(number(-1000 * shift / run.size, 2))
    if at < last:
        parts.append(f"<{''.join(shown[at:last])}>")
    return f"[{''.join(parts)}]TJ"


def _spanned(
    run: GlyphRun, shown: list[str], texts: Sequence[str], spans: list[_Span]
) -> Iterator[str]:
    """Show all glyphs, with the text of each of `spans` as its replacement text."""
    at = 0
    for first, last in spans:
        if at < first:
            yield _strings(run, shown, at, first)
        actual = "".join(texts[first:last])
        yield marked("ActualText", actual, _strings(run, shown, first, last))
        at = last
    if at < len(shown):
        yield _strings(run, shown, at, len(shown))

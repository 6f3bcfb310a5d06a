"""Where the tokens of Markdown's blocks stand in the source."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.token import Token

from ..model.diagnostics import Span
from .markdown_inline import InlineText
from .text_files import SourceText


@dataclass(frozen=True, slots=True)
class TokenPlaces:
    """Places of tokens of the copy that begins at index `first` of the source's lines."""

    source: SourceText
    first: int

    def text_of(self, token: Token) -> InlineText:
        """The places of a token's lines in the source.

        What Markdown takes away stands before a line's text (quotation and list marks, blank),
        and for headings also after it, so that text is found from the end of its line.
        """
        lines = token.content.split("\n")
        top, bottom = token.map or [0, 0]
        found = self.source.lines[self.first + top : self.first + bottom]
        # Lines that hold only a list mark and ideographic spaces went with the blank around.
        while len(found) > len(lines) and not found[0].rstrip().endswith(lines[0].strip()):
            found, top = found[1:], top + 1
        pieces: list[str] = []
        places: list[Span] = []
        for number, (text, line) in enumerate(zip(lines, found, strict=False)):
            last = number == len(lines) - 1
            start = line.rfind(text.strip())
            piece = _spaced(text.strip() if last else line[start:])
            pieces.append(piece)
            row = self.first + top + number + 1
            places.append(Span(self.source.file, row, start + 1, len(piece)))
        starts = [0]
        for piece in pieces[:-1]:
            starts.append(starts[-1] + len(piece) + 1)
        return InlineText("\n".join(pieces), tuple(starts), tuple(places))

    def line_of(self, token: Token, last: bool = False) -> Span:
        """The whole first (or last) source line of a token."""
        top, bottom = token.map or [0, 1]
        number = self.first + (bottom - 1 if last else top)
        line = self.source.lines[number]
        start = len(line) - len(line.lstrip())
        return Span(self.source.file, number + 1, start + 1, len(line.strip()))


def _spaced(piece: str) -> str:
    """A line with spaces for its tabs; at its end these never force a line end, as spaces do."""
    text = piece.rstrip(" \t")
    blanks = piece[len(text) :]
    return text.replace("\t", " ") + ("" if "\t" in blanks else blanks)

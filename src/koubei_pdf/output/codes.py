"""The character codes (CIDs) of a face: which glyph each shows, and which text it stands for.

Copying and searching must give the manuscript back. So a code is not a glyph but a pair of
glyph and source text: —— drawn as one glyph copies as two characters, and one glyph that
serves two characters (人 and the Kangxi radical ⼈) has two codes.
"""

from __future__ import annotations

from ..fonts import Face, has_cff

_LAST_CODE = 0xFFFF


class Codes(dict[tuple[int, str], str]):
    """(glyph, text) → the code as four hex digits, given out in order of first use.

    `glyphs` and `texts` hold what each code shows and says, `cids` the code itself.
    """

    #: Whether each glyph has one code only (see `CffCodes`).
    is_by_glyph = False

    def __init__(self) -> None:
        super().__init__()
        self.cids: list[int] = []
        self.glyphs: list[int] = []
        self.texts: list[str] = []

    def __missing__(self, pair: tuple[int, str]) -> str:
        """Give the pair the next code; code 0 is .notdef, which is never shown."""
        glyph, text = pair
        if not glyph:
            raise ValueError(f"no glyph for {text!r}: the Book must not hold .notdef")
        code = self[pair] = self._add(len(self.cids) + 1, glyph, text)
        return code

    def _add(self, cid: int, glyph: int, text: str) -> str:
        if cid > _LAST_CODE:
            raise ValueError("more than 65,535 codes in one face")
        self.cids.append(cid)
        self.glyphs.append(glyph)
        self.texts.append(text)
        return f"{cid:04x}"

    def says(self, glyph: int, text: str) -> bool:
        """Whether the code of the pair copies as `text`."""
        return True


class CffCodes(Codes):
    """Codes of a face with CFF outlines: the code is the glyph's id.

    PDF maps CIDs to CFF glyphs by the font program alone (ISO 32000-1, 9.7.4.2: there is no
    CIDToGIDMap), so a glyph has one code and stands for the text that came first.
    """

    is_by_glyph = True

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[int, str] = {}

    def _add(self, cid: int, glyph: int, text: str) -> str:
        if glyph in self._said:
            return f"{glyph:04x}"
        self._said[glyph] = text
        return super()._add(glyph, glyph, text)

    def says(self, glyph: int, text: str) -> bool:
        return self._said[glyph] == text


def codes_for(face: Face) -> Codes:
    """An empty table of codes that suits the outlines of `face`."""
    return CffCodes() if has_cff(face) else Codes()

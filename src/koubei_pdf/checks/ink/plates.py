"""Recorded pages as a PDF whose channels are plates, for a renderer of RGB."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf

from ...model.diagnostics import Bilingual
from ...pdf import reasons
from ...pdf.content.interpreter import Memory
from ...pdf.content.spaces import Space
from ...pdf.content.trace import REUSED
from ...pdf.conversion import Conversion
from ...pdf.photographs import is_garbled
from ...pdf.rasters import inline_stream, planes
from ...pdf.reading import DAMAGE, UnreadableError, entries, entry, filters, identity
from ...pdf.shadings import Gradients
from ...pdf.sheets import Drawn, Plates, Setting, Sheet, channels
from ..document import Page


class PlateWriter:
    """Adds pages of plates to a PDF. failures: why something is not on the plates of a page."""

    def __init__(
        self, pdf: pikepdf.Pdf, memory: Memory, convert: Conversion, gradients: Gradients
    ) -> None:
        self._pdf, self._memory, self._convert = pdf, memory, convert
        self._gradients = gradients
        self._shadings: dict[tuple[bytes, Space, Plates], Any] = {}
        self._pages: list[Any] = []
        self._planes: dict[tuple[float, ...], Any] = {}
        self.failures: dict[tuple[Bilingual, int], None] = {}
        self._number = 0

    def add(
        self,
        page: Page,
        sheet: Sheet,
        plates: Plates,
        hides: bool,
        omitted: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """Add the page as it is on three plates.

        hides: whether paints may leave plates alone. omitted: patterns that are left out, by
        object; with REUSED the whole page, as what is within masks and glyphs is not rewritten.
        """
        self._number = page.number
        if REUSED in omitted:
            sheet = Sheet(None, sheet.resources)
            self.fail(UnreadableError("tiles", reasons.TILES))
        writing = _Writing(self, plates, hides or bool(omitted), omitted)
        content, resources = writing.written(sheet)
        bleed = page.bleed
        box = pikepdf.Array([bleed.x0, bleed.y0, bleed.x1, bleed.y1])
        fresh = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=box,
            Contents=self._pdf.make_stream(content),
            Resources=resources,
        )
        group = entry(page.object, "/Group")
        if group is not None:
            fresh["/Group"] = pikepdf.Dictionary(
                S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB
            )
        self._pages.append(self._pdf.make_indirect(fresh))

    def save(self) -> io.BytesIO:
        """The PDF of the added pages alone. Nothing can be added afterwards."""
        self._planes.clear()
        self._shadings.clear()
        count = len(self._pdf.pages)
        for page in self._pages:
            self._pdf.pages.append(pikepdf.Page(page))
        del self._pdf.pages[:count]
        for key in set(self._pdf.Root.keys()) - {"/Type", "/Pages", "/OCProperties"}:
            del self._pdf.Root[key]
        buffer = io.BytesIO()
        self._pdf.save(
            buffer, compress_streams=False, stream_decode_level=_NONE, fix_metadata_version=False
        )
        return buffer

    def fail(self, error: Exception) -> None:
        plain = error.plain if isinstance(error, UnreadableError) else reasons.COLOUR
        self.failures[plain, self._number] = None

    def space(self, name: Any, resources: Any) -> Space:
        return self._memory.spaces.of(name, resources)

    def is_as_it_was(self, thing: Any) -> bool:
        """Whether an XObject is shown as it is: a form that only fills a shape."""
        is_form = isinstance(thing, pikepdf.Stream) and entry(thing, "/Subtype") == "/Form"
        return is_form and self._memory.form(thing).shape is not None

    def picture(self, drawn: Drawn, plates: Plates) -> Any:
        """A picture whose channels show its ink on the plates. Raises UnreadableError."""
        from PIL import Image

        key = (*identity(drawn.object), *drawn.ppi) if drawn.object is not None else None
        inks = self._planes.get(key) if key is not None else None
        if inks is None:
            named = drawn.values.get("ColorSpace")
            space = None if named is None else self.space(named, drawn.resources)
            raw = drawn.object
            if raw is None:
                raw = inline_stream(self._pdf, drawn.values, drawn.data)
            inks = planes(drawn.values, raw, space, drawn.ppi, self._convert)
            if filters(raw) == ["/DCTDecode"] and is_garbled(raw):
                self.failures[reasons.GARBLED, self._number] = None
            if key is not None:
                self._planes[key] = inks
        size = next(iter(inks.values())).size
        blank = Image.new("L", size, 255)
        everywhere = inks.get("All")
        bands = []
        for plate in plates:
            ink = inks.get(plate, everywhere)
            bands.append(blank if ink is None else ink.point(_INVERSE))
        picture = self._pdf.make_stream(
            Image.merge("RGB", bands).tobytes(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=size[0],
            Height=size[1],
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceRGB,
        )
        for name in ("/SMask", "/Mask"):
            mask = entry(drawn.object, name)
            if isinstance(mask, pikepdf.Stream):
                picture[name] = mask
        return picture

    def shading(self, shading: Any, resources: Any, plates: Plates) -> Any:
        """A shading whose channels show its ink on the plates. Raises UnreadableError."""
        space = self.space(entry(shading, "/ColorSpace"), resources)
        key = (shading.unparse(), space, plates)
        if key not in self._shadings:
            made = self._gradients.on_plates(self._pdf, shading, space, plates)
            self._shadings[key] = self._pdf.make_indirect(made)
        return self._shadings[key]

    def stream(self, content: bytes, like: Any, resources: Any) -> Any:
        """A form or a pattern's cell as `like`, with other content."""
        made = self._pdf.make_stream(content)
        for key, value in entries(like):
            if key not in ("/Length", "/Filter", "/DecodeParms", "/Resources", "/OC"):
                made[key] = value
        if entry(made, "/Group") is not None:
            made["/Group"]["/CS"] = pikepdf.Name.DeviceRGB
        made["/Resources"] = resources
        return made


_NONE = pikepdf.StreamDecodeLevel.none
_INVERSE = [255 - value for value in range(256)]


class _Writing:
    """Writes the sheets of one page for three plates."""

    def __init__(
        self,
        writer: PlateWriter,
        plates: Plates,
        hides: bool,
        omitted: frozenset[tuple[int, int]],
    ) -> None:
        self._writer, self._plates, self._hides = writer, plates, hides
        self._omitted = omitted

    def written(self, sheet: Sheet) -> tuple[bytes, Any]:
        """The content of a sheet, and its resources."""
        names = _Names(sheet.resources, self._writer.is_as_it_was)
        parts: list[bytes] = []
        for part in sheet.parts:
            if isinstance(part, bytes):
                parts.append(part)
                continue
            try:
                parts.append(self._operators(part, names))
            except (UnreadableError, *DAMAGE) as error:
                self._writer.fail(error)
        return b"\n".join(parts), names.resources

    def _operators(self, part: Setting | Drawn, names: _Names) -> bytes:
        if isinstance(part, Setting):
            return self._set(part, names)
        return self._draw(part, names)

    def _set(self, setting: Setting, names: _Names) -> bytes:
        """Operators that set a colour, and hide it where it leaves these plates alone."""
        if setting.paint.pattern and identity(setting.pattern) in self._omitted:
            self._writer.fail(UnreadableError("tiles", reasons.TILES))
            # A plain colour as well: the pattern set before it would take its time unseen.
            plain = "0 G" if setting.stroke else "0 g"
            return f"{names.alpha(0.0, setting.stroke)} {plain}".encode("ascii")
        words: list[str] = []
        if self._hides:
            touches = setting.painted is None or setting.painted & set(self._plates)
            words.append(names.alpha(setting.alpha if touches else 0.0, setting.stroke))
        space, colour = ("CS", "SCN") if setting.stroke else ("cs", "scn")
        if setting.paint.pattern:
            name = names.add("/Pattern", self._pattern(setting))
            numbers = ""
            if setting.paint.space.base is not None:
                names.put("/ColorSpace", "/KpP", pikepdf.Array([PATTERN_NAME, RGB_NAME]))
                numbers = _numbers(channels(setting.paint.inks, self._plates)) + " "
                words.append(f"/KpP {space} {numbers}{name} {colour}")
            else:
                words.append(f"/Pattern {space} {name} {colour}")
        elif setting.paint.inks:
            operator = "RG" if setting.stroke else "rg"
            words.append(f"{_numbers(channels(setting.paint.inks, self._plates))} {operator}")
        return " ".join(words).encode("ascii") or b" "

    def _pattern(self, setting: Setting) -> Any:
        if entry(setting.pattern, "/PatternType") == 2:
            changed = pikepdf.Dictionary(setting.pattern)
            shading = entry(setting.pattern, "/Shading")
            changed["/Shading"] = self._writer.shading(shading, None, self._plates)
            return changed
        if setting.cell is None:
            raise UnreadableError("pattern", reasons.PATTERN)
        content, resources = self.written(setting.cell)
        return self._writer.stream(content, setting.pattern, resources)

    def _draw(self, drawn: Drawn, names: _Names) -> bytes:
        if drawn.kind == "shading":
            shading = self._writer.shading(drawn.object, drawn.resources, self._plates)
            return f"{names.add('/Shading', shading)} sh".encode()
        if drawn.kind == "form":
            assert drawn.sheet is not None
            content, resources = self.written(drawn.sheet)
            thing = self._writer.stream(content, drawn.object, resources)
        elif drawn.values.get("ImageMask"):
            if drawn.object is None:
                raise UnreadableError("inline mask", reasons.MASK)
            thing = drawn.object
        else:
            thing = self._writer.picture(drawn, self._plates)
        return f"{names.add(_XOBJECT, thing)} Do".encode()


class _Names:
    """A copy of resources to which things are added by new names, with the XObjects that stay.

    Others are not written: a page's pictures may have hundreds of megabytes.
    """

    def __init__(self, resources: Any, stays: Callable[[Any], bool]) -> None:
        self.resources = pikepdf.Dictionary()
        for key, value in entries(resources):
            self.resources[key] = value
        shown = {name: thing for name, thing in entries(entry(resources, _XOBJECT)) if stays(thing)}
        self.resources[_XOBJECT] = pikepdf.Dictionary(shown)
        self._own = {_XOBJECT}
        self._alphas: set[str] = set()
        self._count = 0

    def add(self, category: str, thing: Any) -> str:
        self._count += 1
        name = f"/Kp{self._count}"
        self.put(category, name, thing)
        return name

    def put(self, category: str, name: str, thing: Any) -> None:
        if category not in self._own:
            copy = pikepdf.Dictionary()
            for key, value in entries(entry(self.resources, category)):
                copy[key] = value
            self.resources[category] = copy
            self._own.add(category)
        self.resources[category][name] = thing

    def alpha(self, alpha: float, stroke: bool) -> str:
        """The operator that sets an alpha."""
        name = f"/Kp{'S' if stroke else 'F'}{round(alpha * 1000)}"
        if name not in self._alphas:
            self._alphas.add(name)
            state = pikepdf.Dictionary({"/CA" if stroke else "/ca": round(alpha, 3)})
            self.put("/ExtGState", name, state)
        return f"{name} gs"


#: The category of pictures and forms among resources.
_XOBJECT = "/XObject"
PATTERN_NAME, RGB_NAME = pikepdf.Name.Pattern, pikepdf.Name.DeviceRGB


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:.4f}" for value in values)

"""Placed pages in RGB: all that paints in press inks is turned, the rest stays as it is.

Text stays text, and lines stay lines. Objects are changed where they are, in a file that was
opened for it; what several pages share is turned once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf

from ...imaging import Profiles
from ...pdf import limits
from ...pdf.content.spaces import Space, Spaces
from ...pdf.rasters import inline_stream
from ...pdf.reading import UnreadableError, entries, entry, identity, read_stream
from ...pdf.shadings import recoloured
from .colours import Colours, stays
from .repainting import Repainting
from .samples import turn_picture

_RGB = pikepdf.Name.DeviceRGB


class Recolouring:
    """Turns what pages of one open file show. All raises UnreadableError where that fails:
    of meshes with colours in their data, say, or pictures of four inks and a spot."""

    def __init__(self, file: pikepdf.Pdf, profiles: Profiles) -> None:
        self._file = file
        self._colours = Colours(profiles)
        self._spaces = Spaces()
        self._turned: dict[tuple[int, int], Any] = {}

    def turn(self, form: Any, resources: Any = None, depth: int = 0) -> None:
        """Turn a form XObject, a pattern's cell or a glyph's procedure.

        resources: those that it goes by where it has none of its own.
        """
        if depth > limits.DEPTH:
            raise UnreadableError("forms within forms")
        own = entry(form, "/Resources")
        used = resources if own is None else own
        pictures: dict[str, Any] = {}
        content = self._content(read_stream(form), used, pictures)
        turned = self._resources(used, depth)
        for name, picture in pictures.items():
            if "/XObject" not in turned:
                turned["/XObject"] = pikepdf.Dictionary()
            turned["/XObject"][name] = picture
        form.write(content)
        form["/Resources"] = turned
        self._group(entry(form, "/Group"))

    def _content(self, data: bytes, resources: Any, pictures: dict[str, Any]) -> bytes:
        named: dict[str, Space] = {}

        def space_of(name: Any) -> Space:
            key = repr(name)
            if key not in named:
                named[key] = self._spaces.of(_object(name), resources)
            return named[key]

        def picture(values: Mapping[str, Any], raw: bytes) -> bytes:
            stream = inline_stream(self._file, values, raw)
            turn_picture(stream, values, space_of(values["ColorSpace"]), self._colours)
            name = f"/KpInline{len(pictures) + 1}"
            pictures[name] = self._file.make_indirect(stream)
            return name.encode("ascii")

        return Repainting(space_of, self._colours.rgb, picture).written(data)

    def _resources(self, resources: Any, depth: int) -> Any:
        """A copy of a resource dictionary (7.8.3) in which nothing is in press inks."""
        turned = pikepdf.Dictionary()
        for category, things in entries(resources):
            turned[category] = things
            if category == "/ColorSpace":
                turned[category] = self._named_spaces(things, resources)
            elif category in _TURNS and isinstance(things, pikepdf.Dictionary):
                turn = _TURNS[category]
                copy = pikepdf.Dictionary()
                for name, thing in entries(things):
                    copy[name] = self._once(turn, thing, resources, depth)
                turned[category] = copy
        return turned

    def _named_spaces(self, spaces: Any, resources: Any) -> Any:
        """The spaces that stay; patterns get their colours in RGB (8.7.3.3)."""
        kept = pikepdf.Dictionary()
        for name, thing in entries(spaces):
            try:
                space = self._spaces.of(thing, resources)
            except UnreadableError:
                continue  # content that names it raises
            if stays(space):
                kept[name] = thing
            elif space.family == "Pattern":
                kept[name] = pikepdf.Array([pikepdf.Name.Pattern, _RGB])
        return kept

    def _once(self, turn: Any, thing: Any, resources: Any, depth: int) -> Any:
        """What becomes of an object, which is turned when it is met first."""
        key = identity(thing)
        if not key[0]:
            return turn(self, thing, resources, depth + 1)
        if key not in self._turned:
            self._turned[key] = thing  # of an object within itself
            self._turned[key] = turn(self, thing, resources, depth + 1)
        return self._turned[key]

    def _xobject(self, thing: Any, resources: Any, depth: int) -> Any:
        if entry(thing, "/Subtype") == "/Form":
            self.turn(thing, resources, depth)
        elif entry(thing, "/Subtype") == "/Image" and not entry(thing, "/ImageMask"):
            named = entry(thing, "/ColorSpace")
            if named is None:  # of JPEG 2000, which says it itself
                return thing
            space = self._spaces.of(named, resources)
            if not stays(space):
                values = {key[1:]: value for key, value in entries(thing)}
                turn_picture(thing, values, space, self._colours)
        return thing

    def _pattern(self, thing: Any, resources: Any, depth: int) -> Any:
        if entry(thing, "/PatternType") == 1:
            self.turn(thing, resources, depth)
            return thing
        turned = pikepdf.Dictionary(thing)
        shading = entry(thing, "/Shading")
        turned["/Shading"] = self._once(Recolouring._shading, shading, resources, depth)
        return self._file.make_indirect(turned)

    def _shading(self, thing: Any, resources: Any, depth: int) -> Any:
        del depth
        space = self._spaces.of(entry(thing, "/ColorSpace"), resources)
        if stays(space):
            return thing
        made = recoloured(self._file, thing, lambda values: self._colours.rgb(space, values))
        return self._file.make_indirect(made)

    def _state(self, thing: Any, resources: Any, depth: int) -> Any:
        """Of a graphics state the group of its soft mask (11.6.5.3)."""
        mask = entry(thing, "/SMask")
        group = entry(mask, "/G")
        if isinstance(group, pikepdf.Stream):
            named = entry(entry(group, "/Group"), "/CS")
            ground = entry(mask, "/BC")
            if named is not None and ground is not None:
                space = self._spaces.of(named, resources)
                if not stays(space):
                    values = [float(value) for value in ground]
                    mask["/BC"] = pikepdf.Array(list(self._colours.rgb(space, values)))
            self._once(Recolouring._xobject, group, resources, depth)
        return thing

    def _font(self, thing: Any, resources: Any, depth: int) -> Any:
        """Of a Type 3 font the procedures of its glyphs (9.6.5)."""
        if entry(thing, "/Subtype") == "/Type3":
            own = entry(thing, "/Resources")
            used = resources if own is None else own
            for _, glyph in entries(entry(thing, "/CharProcs")):
                pictures: dict[str, Any] = {}
                glyph.write(self._content(read_stream(glyph), used, pictures))
                if pictures:
                    raise UnreadableError("picture in a glyph")
            thing["/Resources"] = self._resources(used, depth)
        return thing

    def _group(self, group: Any) -> None:
        """A transparency group blends in RGB (11.6.6)."""
        named = entry(group, "/CS")
        if named is not None and not stays(self._spaces.of(named, None)):
            group["/CS"] = _RGB


#: How the resources of a category are turned.
_TURNS = {
    "/XObject": Recolouring._xobject,
    "/Pattern": Recolouring._pattern,
    "/Shading": Recolouring._shading,
    "/ExtGState": Recolouring._state,
    "/Font": Recolouring._font,
}


def _object(value: Any) -> Any:
    """An operand as an object of a file: arrays describe the colours of inline pictures."""
    if isinstance(value, list):
        return pikepdf.Array([_object(item) for item in value])
    if isinstance(value, bytes):
        return pikepdf.String(value)
    if isinstance(value, float):
        return int(value)
    return pikepdf.Name(f"/{value}") if isinstance(value, str) else value

"""Pages as form XObjects (ISO 32000-1, 8.10) of another file, with all that belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from ..output.operators import numbers
from .drawing import upright
from .leaves import Leaf
from .places import Place


class Forms:
    """The pages of the file as form XObjects, each copied once, when it is first placed."""

    def __init__(self, source: pikepdf.Pdf, made: pikepdf.Pdf, leaves: Sequence[Leaf]) -> None:
        self._source = source
        self._made = made
        self._leaves = {leaf.number: leaf for leaf in leaves}
        self._forms: dict[int, pikepdf.Object] = {}

    def form(self, page: int) -> pikepdf.Object:
        """A page's content with its resources and transparency group, cut at its bleed."""
        if page not in self._forms:
            original = self._source.pages[page - 1].as_form_xobject(handle_transformations=False)
            form = self._made.copy_foreign(original)
            form.BBox = Array([round(edge, 4) for edge in self._leaves[page].bleed])
            if isinstance(form.get("/Group"), Dictionary):
                # 11.4.7: that a page's group is isolated goes without saying, not so a form's.
                form.Group.I = True
            self._forms[page] = form
        return self._forms[page]

    def group(self) -> Dictionary | None:
        """The sheets' own transparency group: in the blending space of the first page with one."""
        for page in self._source.pages:
            group = page.obj.get("/Group")
            space = group.get("/CS") if isinstance(group, Dictionary) else None
            if isinstance(space, Array):
                space = copied(space, self._source, self._made)
            if isinstance(space, Name | Array):
                return Dictionary(S=Name.Transparency, CS=space)
        return None

    def placed(self, place: Place, height: float) -> str:
        """The operators that show a page at its place on a sheet `height` pt high."""
        trim = place.trim
        centre = ((trim.x0 + trim.x1) / 2, height - (trim.y0 + trim.y1) / 2)
        matrix = self._leaves[place.page].onto(centre, is_turned=place.is_turned)
        clip = upright(place.clip, height)
        return f"q {clip} W n {numbers(*matrix, digits=5)} cm /P{place.page} Do Q"


def copied(value: pikepdf.Object, source: pikepdf.Pdf, made: pikepdf.Pdf) -> pikepdf.Object:
    """The same object in the new file, with what it refers to; objects met twice are one."""
    return made.copy_foreign(value if value.is_indirect else source.make_indirect(value))

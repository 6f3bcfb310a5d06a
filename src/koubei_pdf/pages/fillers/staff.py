"""staff: who made the issue, office by office: 主编, 编辑 … and the names, on a common axis.

Offices are spread to the width of the longest and names of two characters to that of three, so that
both stand in columns (as colophons 版权页 have them). Where a name has four characters the columns
are as wide for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from ...model.content import Post, Run
from ...model.geometry import TOLERANCE, Rect
from ...model.schema import Key
from ...model.style import ParagraphStyle
from ...text.display import is_short_han
from ...text.prepare import Prepared
from ...text.setting import justify, set_line
from ..context import Context, Filled, Filler, Place
from ..grid import EM_ASCENT
from ..names import NAME_WIDTH, name_width, solid, spread

OPTIONS = {
    "role_style": Key("style", required=True),
    "name_style": Key("style", required=True),
    "gap": Key("number", least=0, most=20),
    "name_gap": Key("number", least=0, most=20),
}


def fill(context: Context, places: list[Place]) -> Filled:
    """List the posts of the manifest in their order; a name's line begins below the one above."""
    filled = Filled()
    (place,) = places
    posts = context.issue.staff
    filled.shows.add("staff")
    if not posts:
        return filled
    role_style = context.style(place.options.name("role_style"))
    roles = [_prepared(context, solid(post.role), role_style, filled) for post in posts]
    role_width = max(role.widths[-1] for role in roles)
    axis = role_width * role_style.size + place.options.number("gap", 2) * place.grid.grid.em
    if not filled.leaves_room(place, "gap", axis):
        return filled
    setting = _Setting(context, place, role_width, axis, filled)
    y = place.rect.y0
    for post, role in zip(posts, roles, strict=True):
        y += setting.put(post, role, y)
    filled.stand(place, y - setting.leading + setting.name_style.size)
    return filled


def _prepared(context: Context, run: Run, style: ParagraphStyle, filled: Filled) -> Prepared:
    prepared, faults = context.prepare([run], style)
    filled.faults.extend(faults)
    return prepared


def _cell_width(posts: Sequence[Post]) -> float:
    """How wide (em) the columns of names are: as the longest name of Han characters alone."""
    names = (solid(name).text for post in posts for name in post.names)
    return max([NAME_WIDTH, *(float(len(name)) for name in names if is_short_han(name))])


class _Setting:
    """Sets posts in a frame: roles `role_width` em wide, names from `axis` pt on."""

    def __init__(
        self, context: Context, place: Place, role_width: float, axis: float, filled: Filled
    ) -> None:
        options = place.options
        self.role_style = context.style(options.name("role_style"))
        self.name_style = context.style(options.name("name_style"))
        self.leading = context.leading(self.name_style)
        self._context, self._place, self._filled = context, place, filled
        self._role_width, self._axis = role_width, axis
        self._gap = options.number("name_gap", 1) * place.grid.grid.em
        self._pitch = _cell_width(context.issue.staff) * self.name_style.size + self._gap

    def put(self, post: Post, role: Prepared, y: float) -> float:
        """Set a post with the head of its first name at y (pt); the height that it takes."""
        rect, style = self._place.rect, self.name_style
        # Office and names share the first baseline, whatever their sizes.
        baseline = y + EM_ASCENT * style.size
        self._line(role, self._role_width, self.role_style, rect.x0, baseline)
        lines = 0
        for lines, (x, prepared) in self._places(post.names):
            at = baseline + lines * self.leading
            self._line(prepared, name_width(prepared), style, x, at)
        height = lines * self.leading + style.size
        found = Rect(rect.x0, y, rect.x1, y + height)
        self._filled.texts.append((self._place.frame.name, self._place.page, found))
        return (lines + 1) * self.leading

    def _places(self, names: Sequence[Run]) -> Iterator[tuple[int, tuple[float, Prepared]]]:
        """(line, (x, name)): in cells; a name that is longer than a cell takes several."""
        left, width = self._place.rect.x0 + self._axis, self._place.rect.width - self._axis
        count = max(1, floor((width + self._gap + TOLERANCE) / self._pitch))
        line = cell = 0
        for name in names:
            prepared = _prepared(self._context, solid(name), self.name_style, self._filled)
            need = name_width(prepared) * self.name_style.size
            self._filled.check_width(self._place, name, need, width)
            cells = ceil((need + self._gap - TOLERANCE) / self._pitch)
            if cell and cell + cells > count:
                line, cell = line + 1, 0
            yield line, (left + cell * self._pitch, prepared)
            cell += cells

    def _line(
        self, prepared: Prepared, measure: float, style: ParagraphStyle, x: float, y: float
    ) -> None:
        line, ink = spread(prepared, measure), self._context.ink(style.colour)
        adjusted = justify(prepared, line)
        runs = set_line(prepared, line, adjusted, size=style.size, x=x, y=y, ink=ink, role="staff")
        self._filled.items.extend((self._place.page, run) for run in runs)


FILLER = Filler(OPTIONS, fill)

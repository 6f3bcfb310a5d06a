"""layouts/house.yaml: paper, grid, palette, fonts, styles and masters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model.content import Run
from ..model.diagnostics import Span
from ..model.geometry import TOLERANCE, PageBoxes, mm
from ..model.names import shown
from ..model.schema import Key, Schema
from ..model.style import BLACK, WHITE, Cmyk, Colour, FontRole, Frame, Grid, House, Spot
from .desk import Desk
from .faults import layouts as faults
from .findings import Findings
from .frames import read_frames
from .options import SECTION_COLOURS, Names
from .reader import Record, as_length, as_list_of, as_mapping, as_number, as_texts
from .spots import alike
from .styles import read_styles
from .typography import read_rules
from .yaml_nodes import Entry, ListNode, MapNode, Node

KEYS = ("paper", "grid", "typography", "colours", "fonts", "styles", "masters", "fit")

PAPER_KEYS = ("trim", "bleed", "spine_clearance")

_SIDE = Key("length", least=mm(10), most=mm(2000))
_SPINE = Key("length", least=0, most=mm(50))
_BLEED = Key("length", least=0, most=mm(50))
_MARGIN = Key("length", least=0, most=mm(1000))
_STEP = Key("length", least=1, most=500)
_COUNT = Key("integer", least=1, most=1000)
_INK = Key("number", least=0, most=100)

#: Known in every palette, which may define them otherwise.
_OWN_COLOURS = {"black": Colour(BLACK), "white": Colour(WHITE)}

_HEX = re.compile(r"#[0-9a-fA-F]{6}")

COLOUR_KEYS = ("cmyk", "rgb", "spot", "tint")
#: Names of spot colours that every RIP writes back alike (a PDF name holds any byte, 7.3.5).
_PLATE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._+-]{0,61}[A-Za-z0-9.+-])?")
#: What a Separation may be called (8.6.6.4) and yet no spot colour be.
_PROCESS_PLATES = ("all", "none", "cyan", "magenta", "yellow", "black")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The house style as far as it could be read, and what a layout needs of it.

    names: what may be referred to, faulty entries included; styles, fit: as written, for layouts
    that add to them. `house` holds stand-ins where faults were reported.
    """

    house: House
    names: Names
    styles: MapNode
    fit: MapNode | None = None

    @property
    def palette_is_whole(self) -> bool:
        """Whether every colour of the house style could be read."""
        known = self.names.colours
        return known is not None and all(name in self.house.colours for name in known)


_NO_HOUSE = House(PageBoxes(0, 0, 0), Grid(0, 0, 0, 0, 0, 0), {}, {}, {}, {})
NO_SHEET = Sheet(_NO_HOUSE, Names(), MapNode({}, Span("")))


def read_house(path: str, named_at: Span, kinds: Mapping[str, Schema], desk: Desk) -> Sheet:
    """The house style at `path`."""
    node = desk.mapping(path, named_at)
    if node is None:
        return NO_SHEET
    findings = desk.findings
    record = Record(node, KEYS, findings, required=("paper", "grid", "fonts", "styles"))
    paper = _paper(record, findings)
    boxes, grid = paper and _boxes(paper, findings), _grid(record, findings)
    if boxes and grid:
        _check_type_area(boxes, grid, record, findings)
    colours, fonts = record.mapping("colours"), record.mapping("fonts")
    masters = record.mapping("masters")
    styles = MapNode(record.mapping("styles"), node.span)
    palette = [*_OWN_COLOURS, *(name for name in colours if name not in _OWN_COLOURS)]
    names = Names(
        colours=None if "colours" in record.meant else palette,
        fonts=list(fonts) or None,
        styles=list(styles.entries) or None,
        masters=None if "masters" in record.meant else list(masters),
    )
    house = House(
        boxes=boxes or _NO_HOUSE.boxes,
        grid=grid or _NO_HOUSE.grid,
        colours=_OWN_COLOURS | _colours(colours, findings),
        fonts=_fonts(fonts, findings),
        styles=read_styles(styles, names, findings),
        masters=_masters(masters, kinds, names, findings),
        rules=read_rules(record, findings),
        spine_clearance=(paper and paper.length("spine_clearance", _SPINE)) or 0.0,
    )
    fit = record.get("fit")
    return Sheet(house, names, styles, None if fit is None else as_mapping(fit, "fit", findings))


def _paper(record: Record, findings: Findings) -> Record | None:
    node = record.get("paper")
    if node is None:
        return None
    return Record.of(node, "paper", PAPER_KEYS, findings, required=("trim", "bleed"))


def _boxes(paper: Record, findings: Findings) -> PageBoxes | None:
    """Trim size and bleed."""
    trim, bleed = paper.get("trim"), paper.length("bleed", _BLEED)
    sides = None if trim is None else as_list_of(trim, "trim", 2, findings)
    if sides is None or bleed is None:
        return None
    width, height = (as_length(side, "trim", findings, _SIDE) for side in sides)
    return PageBoxes(width, height, bleed) if width and height else None


def _grid(record: Record, findings: Findings) -> Grid | None:
    node = record.get("grid")
    keys = ("em", "row", "columns", "rows", "head", "inner")
    grid = node and Record.of(node, "grid", keys, findings, required=keys)
    if not grid:
        return None
    em, row = grid.length("em", _STEP), grid.length("row", _STEP)
    columns, rows = grid.integer("columns", _COUNT), grid.integer("rows", _COUNT)
    head, inner = grid.length("head", _MARGIN), grid.length("inner", _MARGIN)
    if em is None or row is None or columns is None or rows is None:
        return None
    return None if head is None or inner is None else Grid(em, row, columns, rows, head, inner)


def _check_type_area(boxes: PageBoxes, grid: Grid, record: Record, findings: Findings) -> None:
    """The type area and its margins must lie within the trim size."""
    width = grid.inner + grid.columns * grid.em
    height = grid.head + grid.rows * grid.row
    node = record.get("grid")
    if node and (width > boxes.width + TOLERANCE or height > boxes.height + TOLERANCE):
        area = f"{width / mm(1):.1f} × {height / mm(1):.1f}"
        paper = f"{boxes.width / mm(1):.1f} × {boxes.height / mm(1):.1f}"
        findings.add(faults.TYPE_AREA.at(node.span, area=area, paper=paper))


def _colours(entries: Mapping[str, Entry], findings: Findings) -> dict[str, Colour]:
    colours: dict[str, Colour] = {}
    plates: dict[str, Cmyk] = {}
    spelt: list[tuple[str, Span]] = []
    for name, entry in entries.items():
        if name in SECTION_COLOURS:
            findings.add(faults.RESERVED_COLOUR.at(entry.key.span, name=name))
        colour = _colour(entry.value, name, findings)
        if colour is None:
            continue
        colours[name] = colour
        ink = colour.ink
        if not isinstance(ink, Spot):
            continue
        spelt.append((ink.name, entry.key.span))
        if plates.setdefault(ink.name, ink.alternate) != ink.alternate:
            findings.add(faults.SPOT_CLASH.at(entry.key.span, plate=ink.name))
    for fault in alike((), spelt):
        findings.add(fault)
    return colours


def _colour(node: Node, name: str, findings: Findings) -> Colour | None:
    """A palette entry: [c, m, y, k], or that as `cmyk` with its `rgb` twin.

    With a `spot` it is the plate of that name, and `cmyk` stands for its solid.
    """
    if isinstance(node, ListNode):
        ink = _ink(node, name, findings)
        return None if ink is None else Colour(ink)
    record = Record.of(node, name, COLOUR_KEYS, findings, required=("cmyk",))
    if record is None:
        return None
    rgb, inks = record.text("rgb"), record.get("cmyk")
    if rgb is not None and not _HEX.fullmatch(rgb.text):
        findings.add(faults.BAD_HEX.at(rgb.span, found=shown(rgb.text)))
    ink = None if inks is None else _ink(inks, "cmyk", findings)
    spot, tint = record.text("spot"), record.number("tint", _INK)
    if ink is None or (spot is not None and not _is_plate(spot, findings)):
        return None
    twin = rgb.text.lower() if rgb else None
    if spot is None:
        return Colour(ink.tint(100 if tint is None else tint), twin)
    return Colour(Spot(spot.text, 100 if tint is None else tint, ink), twin)


def _is_plate(name: Run, findings: Findings) -> bool:
    """Whether a spot colour may have this name: platesetters know ASCII alone."""
    if name.text.lower() in _PROCESS_PLATES:
        findings.add(faults.PROCESS_PLATE.at(name.span, name=shown(name.text)))
        return False
    if not _PLATE.fullmatch(name.text):
        findings.add(faults.BAD_PLATE.at(name.span, name=shown(name.text)))
        return False
    return True


def _ink(node: Node, name: str, findings: Findings) -> Cmyk | None:
    items = as_list_of(node, name, 4, findings)
    if items is None:
        return None
    inks = [as_number(item, name, findings, _INK) for item in items]
    values = [ink for ink in inks if ink is not None]
    return Cmyk(*values) if len(values) == 4 else None


def _fonts(entries: Mapping[str, Entry], findings: Findings) -> dict[str, FontRole]:
    """Font roles: a file name, a list of them, or such for `han` and `latin`."""
    roles = {}
    for name, entry in entries.items():
        if not isinstance(entry.value, MapNode):
            runs = as_texts(entry.value, name, findings)
            roles[name] = _role(runs, runs)
            continue
        record = Record(entry.value, ("han", "latin"), findings, required=("han",))
        han = record.texts("han")
        roles[name] = _role(han, record.texts("latin") or han)
    return roles


def _role(han: Sequence[Run], latin: Sequence[Run]) -> FontRole:
    places = {run.text: run.span for run in reversed((*han, *latin))}
    return FontRole(tuple(run.text for run in han), tuple(run.text for run in latin), places)


def _masters(
    entries: Mapping[str, Entry], kinds: Mapping[str, Schema], names: Names, findings: Findings
) -> dict[str, tuple[Frame, ...]]:
    masters = {}
    for name, entry in entries.items():
        node = as_mapping(entry.value, name, findings)
        if node is not None:
            masters[name] = read_frames(node, kinds, names, findings, pages=None)
    return masters

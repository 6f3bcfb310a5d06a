"""layouts/press/NAME.yaml: what a press prints on, in which inks and how finely."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import astuple
from os.path import exists, isfile  # no name makes them raise, as those of Path do
from pathlib import Path
from typing import TypeVar, cast

from .. import shipped
from ..imaging import Profiles
from ..model.content import Run
from ..model.diagnostics import Span
from ..model.geometry import TOLERANCE, mm
from ..model.names import shown
from ..model.press import BINDINGS, STANDARDS, Binding, Condition, Least, PressProfile, Standard
from ..model.schema import Key
from ..model.style import Cmyk
from .desk import Desk
from .faults import press as faults
from .faults.files import UNREADABLE
from .faults.values import WRONG_COUNT
from .findings import Findings
from .missing import YAML, missing_file
from .reader import Record, as_choice, as_length, as_list, as_number
from .yaml_nodes import MapNode, Node, TextNode

T = TypeVar("T")

#: The folder of press profiles within that of the layouts.
FOLDER = "press"

#: The profile of an issue that names none.
DEFAULT = "sheetfed"

_PERCENT = Key("number", least=0, most=100)
_TOTAL = Key("number", least=100, most=400)
_PPI = Key("number", least=36, most=2400)
_PAGES = Key("integer", least=1, most=64)
_MARGIN = Key("length", least=0, most=mm(50))
_CALIPER = Key("length", least=mm(0.01), most=mm(2))
_SIZE = Key("length", least=0, most=72)
_TYPE = Key("length", least=0, most=mm(500))

#: The profile of pictures that carry none.
_SRGB = "sRGB.icc"

#: In place of the offset of marks, where the shop adds its own, and of a size that no text has.
_NONE = "none"

#: From which size type may be in rich black (pt) where a profile does not say.
_RICH_TEXT = 72.0
#: Of a later date than profiles that users have.
_MAY_LACK = ("rich-black-text",)
#: Every other key must be written: what a press can do is never guessed.
KEYS = (
    "standard",
    "condition",
    "total-ink",
    "rich-black",
    "large-black",
    "rich-black-text",
    "black-lines",
    "bleed",
    "safe",
    "marks",
    "binding",
    "page-multiple",
    "caliper",
    "line",
    "text",
    "least-tint",
    "ppi",
    "least-ppi",
)
CONDITION_KEYS = ("identifier", "registry", "info", "icc")

#: Bytes that an ICC profile has at least: its header (ICC.1, 7.2).
_HEADER = 128


def named_press(name: str, span: Span, layouts: str, desk: Desk) -> PressProfile | None:
    """The profile that an issue names: NAME of its own layouts or of the shipped ones, or a path.

    layouts: the issue's folder of layouts. None: its faults are reported.
    """
    if name.endswith(YAML):
        path = desk.path("", name, span)
        return None if path is None else read_press(desk, path, span)
    own = desk.path(layouts, f"{FOLDER}/{name}.yaml", span)
    if own is None:
        return None
    if exists(desk.root / own):
        return read_press(desk, own, span)
    ships = Desk(_shipped(), desk.findings)
    known = shipped_names()
    if name in known:
        return read_press(ships, f"{name}.yaml", span)
    desk.findings.unknown(faults.UNKNOWN_PRESS, span, name, known)
    return None


def profiles(press: PressProfile) -> Profiles:
    """The colour profiles by which pictures are made for a press."""
    condition = press.condition
    return Profiles(condition.icc, _shipped() / _SRGB, condition.info)


def shipped_names() -> list[str]:
    """The names of the profiles that ship with the program."""
    return sorted(path.stem for path in _shipped().glob("*.yaml"))


def _shipped() -> Path:
    """The folder of the profiles that ship with the program."""
    return shipped.folder("layouts") / FOLDER


def read_press(desk: Desk, path: str, named_at: Span) -> PressProfile | None:
    """The press profile at `path` (relative to the desk's root), or None with faults reported."""
    node = desk.mapping(path, named_at)
    return None if node is None else _Reading(desk, path, node).profile()


class _Reading:
    """One profile being read; `is_whole` falls where a value is missing or faulty and reported."""

    def __init__(self, desk: Desk, path: str, node: MapNode) -> None:
        self._desk, self._path = desk, path
        self._findings: Findings = desk.findings
        self._record = Record(
            node, KEYS, self._findings, required=[key for key in KEYS if key not in _MAY_LACK]
        )
        self._is_whole = True

    def profile(self) -> PressProfile | None:
        record, need = self._record, self._need
        profile = PressProfile(
            name=Path(self._path).stem,
            standard=cast(Standard, self._choice("standard", STANDARDS)),
            condition=self._condition(),
            total_ink=need(record.number("total-ink", _TOTAL), 0.0),
            bleed=self._margin("bleed"),
            safe=self._margin("safe"),
            marks=self._length_or_none("marks", _MARGIN),
            page_multiple=need(record.integer("page-multiple", _PAGES), 1),
            binding=cast(Binding, self._choice("binding", BINDINGS)),
            caliper=need(record.length("caliper", _CALIPER), 0.0),
            line=self._least("line"),
            text=self._least("text"),
            least_tint=need(record.number("least-tint", _PERCENT), 0.0),
            least_ppi=need(record.number("least-ppi", _PPI), 0.0),
            ppi=need(record.number("ppi", _PPI), 0.0),
            rich_black=self._rich_black(),
            large_black=self._margin("large-black"),
            rich_text=self._length_or_none("rich-black-text", _TYPE, _RICH_TEXT),
            black_lines=need(record.length("black-lines", _SIZE), 0.0),
            read_from=(str(self._desk.root.absolute()), self._path),
        )
        if self._is_whole:
            if profile.marks is not None:
                self._check_order("marks", profile.marks, "bleed", profile.bleed)
            self._check_order("ppi", profile.ppi, "least-ppi", profile.least_ppi)
            self._check_black(profile)
        return profile if self._is_whole else None

    def _need(self, value: T | None, stand_in: T) -> T:
        """The value, or a stand-in where there is none."""
        if value is None:
            self._is_whole = False
            return stand_in
        return value

    def _choice(self, name: str, choices: tuple[str, ...]) -> str:
        node = self._record.get(name)
        found = None if node is None else as_choice(node, name, self._findings, choices)
        return self._need(found, choices[0])

    def _margin(self, name: str) -> float:
        return self._need(self._record.length(name, _MARGIN), 0.0)

    def _length_or_none(self, name: str, key: Key, if_lacking: float | None = None) -> float | None:
        """A length, or `none`."""
        node = self._record.get(name)
        if node is None and if_lacking is not None:
            return if_lacking
        is_none = isinstance(node, TextNode) and node.text == _NONE
        return None if is_none else self._need(self._record.length(name, key), 0.0)

    def _check_order(self, name: str, value: float, other: str, least: float) -> None:
        node = self._record.get(name)
        if node is not None and value < least - TOLERANCE:
            self._findings.add(faults.WRONG_ORDER.at(node.span, key=name, other=other))
            self._is_whole = False

    def _check_black(self, profile: PressProfile) -> None:
        """Large blacks get the rich black, which must not be more than the press takes."""
        node = self._record.get("rich-black")
        inks = sum(astuple(profile.rich_black))
        if node is not None and inks > profile.total_ink + TOLERANCE:
            facts = {"inks": f"{inks:g}", "most": f"{profile.total_ink:g}"}
            self._findings.add(faults.TOO_RICH.at(node.span, **facts))
            self._is_whole = False

    def _least(self, name: str) -> Least:
        """Two lengths: in one ink, and reversed or in several inks."""
        return Least(
            *self._list(name, 2, lambda node: as_length(node, name, self._findings, _SIZE))
        )

    def _rich_black(self) -> Cmyk:
        name = "rich-black"
        inks = self._list(name, 4, lambda node: as_number(node, name, self._findings, _PERCENT))
        return Cmyk(*inks)

    def _list(self, name: str, count: int, read: Callable[[Node], float | None]) -> list[float]:
        """`count` values that `read` understands."""
        node = self._record.get(name)
        items = None if node is None else as_list(node, name, self._findings)
        if node is not None and items is not None and len(items) != count:
            found = len(items)
            self._findings.add(WRONG_COUNT.at(node.span, key=name, count=count, found=found))
            items = None
        values = [read(item) for item in items or ()]
        return [self._need(value, 0.0) for value in values or [None] * count]

    def _condition(self) -> Condition:
        node = self._record.get("condition")
        stand_in = Condition("", "", "", b"")
        record = node and Record.of(
            node, "condition", CONDITION_KEYS, self._findings, required=("identifier", "icc")
        )
        if not record:
            return self._need(None, stand_in)
        identifier = self._need(record.text("identifier"), Run("", record.span))
        registry, info = record.text("registry"), record.text("info")
        icc = self._need(record.text("icc"), Run("", record.span))
        return Condition(
            identifier.text,
            registry.text if registry else "",
            info.text if info else identifier.text,
            self._icc(icc) if icc.text else b"",
        )

    def _icc(self, named: Run) -> bytes:
        """The bytes of an ICC profile for CMYK output, found beside the file that names it."""
        folder = posixpath.dirname(self._path)
        path = self._desk.path(folder, named.text, named.span)
        if path is None:
            return self._need(None, b"")
        place = self._desk.root / path
        if not isfile(place):
            self._findings.add(missing_file(place, path, named.span, (".icc", ".icm")))
            return self._need(None, b"")
        try:
            data = place.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._findings.add(UNREADABLE.at(named.span, path=shown(path), reason=reason))
            return self._need(None, b"")
        if len(data) < _HEADER or data[12:20] != b"prtrCMYK" or data[36:40] != b"acsp":
            self._findings.add(faults.NOT_FOR_PRESS.at(named.span, path=shown(path)))
            return self._need(None, b"")
        return data

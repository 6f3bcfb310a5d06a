"""layouts/NAME.yaml → Layout: what it extends, its pages, masters, styles and frames."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Mapping
from dataclasses import replace
from os.path import isdir  # no name makes it raise, as Path.is_dir does for long ones

from .. import shipped
from ..model.content import Run
from ..model.diagnostics import Span
from ..model.fitting import Ladder
from ..model.names import shown
from ..model.schema import Key, Schema
from ..model.style import Frame, Layout, ParagraphStyle
from .desk import Desk
from .faults import layouts as faults
from .faults.files import UNREADABLE
from .faults.fitting import OTHER_PAGES, SAME_LAYOUT
from .faults.plan import ABSTRACT_LAYOUT, COPY_LAYOUT, UNKNOWN_LAYOUT
from .faults.values import WRONG_COUNT
from .fitting import read_ladder
from .frames import mirrored_frames, mirrored_page, read_frames
from .house import Sheet
from .merging import merge, without
from .options import Names, as_name
from .reader import Record, as_list, as_mapping
from .styles import read_styles
from .yaml_nodes import MapNode, Node, TextNode

KEYS = ("extends", "abstract", "pages", "mirror", "master", "masters", "styles", "frames", "fit")

#: The file of the house style, which is no layout, and the master that layouts have by default.
HOUSE = "house"
DEFAULT_MASTER = "story"

_PAGES = Key("integer", least=1, most=1000)


class LayoutFolder:
    """Reads layouts by name, each once; `layouts` are those without an error.

    folder: None where it could not be found, which was reported; no name is looked for then.
    """

    def __init__(
        self,
        desk: Desk,
        folder: str | None,
        named_at: Span,
        sheet: Sheet,
        kinds: Mapping[str, Schema],
    ) -> None:
        self.layouts: dict[str, Layout] = {}
        self._desk = desk
        self._folder = folder or ""
        self._sheet = sheet
        self._kinds = kinds
        self._tried: dict[str, Layout | None] = {}
        self._faulty: set[str] = set()
        self._in_cycle: set[str] = set()
        self._files: dict[str, MapNode | None] = {}
        self._others: dict[str, tuple[Run, ...]] = {}
        self._names = None if folder is None else _layout_names(desk, folder, named_at)

    @property
    def names(self) -> Collection[str]:
        """The layouts that lie in the folder."""
        return self._names or ()

    def get(self, name: Run) -> Layout | None:
        """The layout that the page plan names, as far as it could be read; faults are reported."""
        known = self._known(name)
        if known is None:
            return None
        self._try(known)
        self._try_others(known.text)
        if known.text != name.text:
            return None  # the one that is meant was read for its faults
        self._check_concrete(name)
        return self._tried[name.text]

    def read_others(self) -> None:
        """Read the layouts that no page uses for their faults."""
        for name in self._names or ():
            if name not in self._tried:
                self._try(Run(name, Span(self._path(name))))
                self._try_others(name)

    def _try(self, name: Run) -> None:
        """Read a layout, once."""
        if name.text in self._tried:
            return
        findings = self._desk.findings
        before = findings.losses
        node = self._whole(name)
        file = self._files.get(name.text)
        is_abstract = file is not None and Record(file, KEYS, findings).flag("abstract")
        # What is abstract need not be complete.
        is_read = node is not None and not (is_abstract and "pages" not in node.entries)
        layout = self._read(name.text, node) if node is not None and is_read else None
        self._tried[name.text] = layout
        if layout is not None and findings.losses == before:
            self.layouts[name.text] = layout

    def _try_others(self, name: str) -> None:
        """Read the layouts that may take the place of one, and check that they can."""
        findings = self._desk.findings
        layout = self._tried[name]
        for run in self._others.pop(name, ()):
            other = self._known(run)
            if other is None or layout is None:
                continue
            if other.text == name:
                findings.add(SAME_LAYOUT.at(run.span, layout=name))
                continue
            self._try(other)
            self._check_concrete(other)
            found = self._tried[other.text]
            if found is not None and found.pages != layout.pages:
                facts = {"other": other.text, "layout": name}
                fault = OTHER_PAGES.at(run.span, found=found.pages, wanted=layout.pages, **facts)
                findings.add(fault)

    def _check_concrete(self, name: Run) -> None:
        """A layout that pages are laid out by must not be abstract."""
        file = self._files.get(name.text)
        if file is not None and Record(file, KEYS, self._desk.findings).flag("abstract"):
            self._desk.findings.add(ABSTRACT_LAYOUT.at(name.span, layout=name.text))

    def _known(self, name: Run) -> Run | None:
        """The layout of that name, or else, with the fault reported, the one that is meant."""
        if self._names is None:
            return None
        if name.text in self._names:
            return name
        rule = UNKNOWN_LAYOUT
        if is_shipped(name.text):
            file = f"{shipped.folder('layouts').as_posix()}/{name.text}.yaml"
            findings, folder = self._desk.findings, f"{self._folder}/"
            rule = replace(rule, help=COPY_LAYOUT)
            findings.add(rule.at(name.span, name=name.text, file=file, folder=folder))
            return None
        near = self._desk.findings.unknown(rule, name.span, name.text, self._names)
        return None if near is None else Run(near, name.span)

    def _file(self, name: Run) -> MapNode | None:
        """The file of a layout, as it is written."""
        if name.text not in self._files:
            before = self._desk.findings.losses
            path = self._desk.path(self._folder, f"{name.text}.yaml", name.span)
            self._files[name.text] = None if path is None else self._desk.mapping(path, name.span)
            if self._desk.findings.losses > before:
                self._faulty.add(name.text)
        elif name.text in self._faulty:
            self._desk.findings.losses += 1
        return self._files[name.text]

    def _whole(self, name: Run) -> MapNode | None:
        """A layout with all that it extends, or None with the fault reported."""
        chain: list[str] = []
        nodes: list[MapNode] = []
        base: Run | None = name
        findings = self._desk.findings
        while base is not None:
            if base.text in chain:
                cycle = chain[chain.index(base.text) :]
                path = " → ".join([*cycle, base.text])
                findings.add(faults.EXTENDS_CYCLE.at(base.span, name=base.text, path=path))
                self._in_cycle.update(cycle)
            node = None if base.text in self._in_cycle else self._file(base)
            if node is None:
                return None
            chain.append(base.text)
            nodes.append(node)
            extends = Record(node, KEYS, findings).text("extends")
            if extends is not None and self._known(extends) is not extends:
                return None
            base = extends
        whole = without(nodes.pop(), ("extends", "abstract"))
        while nodes:
            whole = merge(whole, without(nodes.pop(), ("extends", "abstract")), findings)
        return whole

    def _read(self, name: str, node: MapNode) -> Layout | None:
        findings = self._desk.findings
        record = Record(node, KEYS, findings, required=("pages",))
        pages = self._pages(record)
        if pages is None:
            return None
        styles, names = self._styles(record)
        frames_node = record.get("frames")
        frames_map = frames_node and as_mapping(frames_node, "frames", findings)
        frames = read_frames(frames_map, self._kinds, names, findings, pages) if frames_map else ()
        masters = self._masters(record, pages)
        if record.flag("mirror"):
            frames = mirrored_frames(frames, self._kinds, pages, self._sheet.house.grid.columns)
            masters = tuple(masters[mirrored_page(page, pages) - 1] for page in range(1, pages + 1))
        span = Span(self._path(name), 1, 1)
        fit = self._ladder(name, record, frames)
        return Layout(name, span, pages, masters, styles, frames, fit)

    def _ladder(self, name: str, record: Record, frames: tuple[Frame, ...]) -> Ladder:
        """How far the layout may be moved: what the house says with what it says itself."""
        findings, house = self._desk.findings, self._sheet.fit
        node = record.get("fit")
        own = node and as_mapping(node, "fit", findings)
        whole = merge(house, own, findings) if house and own else own or house
        ladder, others = read_ladder(whole, frames, findings)
        # A layout that extends one which names it does not name itself.
        is_heir = any(run.span.file != self._path(name) for run in others if run.text == name)
        self._others[name] = tuple(run for run in others if run.text != name or not is_heir)
        names = tuple(other for other in ladder.layouts if other != name)
        return replace(ladder, layouts=names)

    def _path(self, name: str) -> str:
        return posixpath.join(self._folder, f"{name}.yaml")

    def _pages(self, record: Record) -> int | None:
        pages = record.integer("pages", _PAGES)
        if pages is not None and pages > 1 and pages % 2:
            node = record.get("pages")
            span = record.span if node is None else node.span
            self._desk.findings.add(faults.PAGE_COUNT.at(span, found=pages))
        return pages

    def _styles(self, record: Record) -> tuple[Mapping[str, ParagraphStyle], Names]:
        """The house's styles with those of the layout, and the names that frames may use."""
        findings, sheet = self._desk.findings, self._sheet
        node = record.get("styles")
        own = node and as_mapping(node, "styles", findings)
        if not own:
            return sheet.house.styles, sheet.names
        whole = merge(sheet.styles, own, findings)
        known = None if sheet.names.styles is None else list(whole.entries)
        names = replace(sheet.names, styles=known)
        return read_styles(whole, names, findings), names

    def _masters(self, record: Record, pages: int) -> tuple[str | None, ...]:
        """The master of each page."""
        findings = self._desk.findings
        listed, single = record.get("masters"), record.get("master")
        if listed is not None:
            items = as_list(listed, "masters", findings)
            if items is None:
                return (None,) * pages
            if len(items) != pages:
                fault = WRONG_COUNT.at(listed.span, key="masters", count=pages, found=len(items))
                findings.add(fault)
                return (None,) * pages
            return tuple(self._master(item, "masters") for item in items)
        if single is not None:
            return (self._master(single, "master"),) * pages
        has_default = DEFAULT_MASTER in self._sheet.house.masters
        return (DEFAULT_MASTER if has_default else None,) * pages

    def _master(self, node: Node, key: str) -> str | None:
        """The name of a master, or None for none."""
        if isinstance(node, TextNode) and (node.is_null or node.text == "none"):
            return None
        known = self._sheet.names.masters
        return as_name(node, key, self._desk.findings, known, faults.UNKNOWN_MASTER)


def is_shipped(name: str) -> bool:
    """Whether a layout of that name comes with the program."""
    return name != HOUSE and f"{name}.yaml" in os.listdir(shipped.folder("layouts"))


def _layout_names(desk: Desk, folder: str, named_at: Span) -> list[str] | None:
    """The layouts that lie in the folder, sorted; None if there is no such folder."""
    place = desk.root / folder
    if not isdir(place):
        return None
    try:
        files = os.listdir(place)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        desk.findings.add(UNREADABLE.at(named_at, path=shown(folder), reason=reason))
        return None
    names = (file.removesuffix(".yaml") for file in files if file.endswith(".yaml"))
    return sorted(name for name in names if name != HOUSE)

"""Colours: in press inks, spots defined alike, registration colour for marks alone (K1–K6)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from ..model.geometry import Rect
from ..model.names import plain_name
from ..pdf.content.spaces import ALL, Space
from ..pdf.content.state import Mark, overlap
from ..pdf.reading import UnreadableError, array_of, entry, read_stream
from .document import Document, Page
from .findings import Finding
from .marks import KINDS
from .rules import colours as rules

_INDEPENDENT = ("CalGray", "CalRGB", "Lab", "ICCBased")
_PROCESS = {"Cyan", "Magenta", "Yellow", "Black", ALL, "None"}


def check(document: Document) -> Iterator[Finding]:
    """The colour space of all that is painted, and how spots are defined."""
    profile = _intent_profile(document)
    for page in document.pages:
        seen: set[int] = set()
        for mark in page.trace.marks:
            yield from _check_mark(mark, page, document, profile)
            if id(mark.paint.space) not in seen:
                seen.add(id(mark.paint.space))
                yield from _check_space(mark.paint.space, page, document)
    yield from _check_spots(document)
    yield from _check_spot_names(document)


def _check_mark(
    mark: Mark, page: Page, document: Document, profile: bytes | None
) -> Iterator[Finding]:
    space = mark.paint.space
    if mark.kind == "image" and space.family == "Pattern" and not mark.mask:
        if mark.paint.pattern == "picture" and not _is_jpx(mark, page):
            yield Finding(rules.UNKNOWN_SPACE, {}, page.number, mark.box)
        return
    ground = space.ground
    facts = {"object": KINDS[mark.kind]}
    if ground.family == "DeviceRGB":
        yield Finding(rules.RGB, facts, page.number, mark.box)
    elif ground.family in _INDEPENDENT and document.standard == "X-1a":
        wanted = {"family": ground.family, "standard": "PDF/X-1a"}
        yield Finding(rules.INDEPENDENT, {**facts, **wanted}, page.number, mark.box)
    elif _is_profiled(ground):
        family = "Lab" if ground.family == "Lab" else "RGB"
        yield Finding(rules.PROFILED_RGB, {**facts, "family": family}, page.number, mark.box)
    elif ground.family == "ICCBased" and ground.channels == 4 and profile is not None:
        is_same = _digest(ground.object) == profile
        rule = rules.SAME_PROFILE if is_same else rules.OTHER_PROFILE
        yield Finding(rule, facts, page.number, mark.box)
    if ALL in ground.colorants and mark.paint.inks.get(ALL, 1.0) > 0 and _is_inside(mark, page):
        yield Finding(rules.REGISTRATION, facts, page.number, mark.box)


def _is_profiled(space: Space) -> bool:
    """Colours that a profile or a white point defines, in three components."""
    return space.family in ("CalRGB", "Lab") or (space.family == "ICCBased" and space.channels == 3)


def _is_jpx(mark: Mark, page: Page) -> bool:
    """Whether a picture may carry its colour space itself, as JPEG 2000 does."""
    for picture in page.trace.pictures:
        if picture.box is mark.box:
            return "JPXDecode" in str(picture.entries.get("Filter"))
    return False


def _is_inside(mark: Mark, page: Page) -> bool:
    """Whether any of a mark shows within the trim."""
    shown = overlap(mark.box, page.from_trim(page.trim))
    return shown is not None and (shown.width > 0.1 or shown.height > 0.1)


def _intent_profile(document: Document) -> bytes | None:
    """The digest of the output intent's profile."""
    for intent in array_of(entry(document.root, "/OutputIntents")):
        if entry(intent, "/S") == "/GTS_PDFX":
            return _digest(entry(intent, "/DestOutputProfile"))
    return None


def _digest(stream: Any) -> bytes | None:
    try:
        return hashlib.sha256(read_stream(stream)).digest()
    except UnreadableError:
        return None


def _check_space(space: Space, page: Page, document: Document) -> Iterator[Finding]:
    """What a space is built on, and the colorants that DeviceN must list."""
    if space.family in ("Indexed", "Separation", "DeviceN", "Pattern") and space.base:
        base = space.base
        is_press = base.family in ("DeviceCMYK", "DeviceGray", "Separation", "DeviceN")
        facts = {"what": space.family, "base": base.family}
        standard = f"PDF/{document.standard}"
        is_unfit = base.family == "DeviceRGB" or (not is_press and document.standard == "X-1a")
        if is_unfit and space.family in ("Separation", "DeviceN"):
            yield Finding(rules.ALTERNATE, {**facts, "standard": standard}, page.number)
        yield from _check_space(base, page, document)
    if space.family == "DeviceN" and document.standard == "X-4":
        attributes = array_of(space.object)[4:5]
        listed = entry(attributes[0], "/Colorants") if attributes else None
        for name in space.colorants:
            if name not in _PROCESS and entry(listed, f"/{name}") is None:
                yield Finding(rules.COLORANTS, {"name": name}, page.number)


def _check_spots(document: Document) -> Iterator[Finding]:
    """Every spot of the file has one alternate and one tint transform."""
    known: dict[str, bytes] = {}
    told: set[str] = set()
    for space in document.memory.spaces.all():
        items = array_of(space.object)
        if space.family != "Separation" or not space.colorants or len(items) < 4:
            continue
        name = space.colorants[0]
        if name in ("None", ALL):
            continue
        definition = repr(space.base).encode() + _definition(items[3])
        if known.setdefault(name, definition) != definition and name not in told:
            told.add(name)
            yield Finding(rules.SPOT_DIFFERS, {"name": name})


def _check_spot_names(document: Document) -> Iterator[Finding]:
    """Spots of names that people take for one."""
    alike: dict[str, dict[str, tuple[int, Rect]]] = {}
    for page in document.pages:
        for mark in page.trace.marks:
            for name in mark.paint.space.ground.colorants:
                if name not in _PROCESS:
                    first = (page.number, mark.box)
                    alike.setdefault(plain_name(name), {}).setdefault(name, first)
    for names in alike.values():
        usual, *others = sorted(names)
        for other in others:
            yield Finding(rules.SPOT_NAMES, {"name": usual, "other": other}, *names[other])


def _definition(thing: Any) -> bytes:
    """A tint transform as bytes that are equal for equal ones."""
    if isinstance(thing, pikepdf.Stream):
        try:
            return read_stream(thing)
        except UnreadableError:
            return b""
    return thing.unparse(resolved=True) if isinstance(thing, pikepdf.Object) else b""

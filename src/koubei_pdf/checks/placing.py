"""One page of a PDF judged for being placed on a page of ours."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from ..model.diagnostics import Bilingual
from ..model.press import PressProfile
from .data import Data
from .document import Document
from .findings import Finding, Group, grouped
from .judging import judge
from .rules.features import LAYER_SETUP

_HIDDEN = Bilingual("有隐藏的图层，置入后会印出来", "hidden ones would print where it is placed")

#: What is the placing page's affair: its boxes, and what stands near its trim.
_NOT_OURS = (*(f"X05{digit}" for digit in range(10)), "X137", "X138", "X140", "X141")

#: What stays of the file around: the layers, as they say which of them are off.
_KEPT = {"/Type", "/Pages", "/OCProperties"}

#: What is told in stronger words: once placed, hidden layers print.
_TOLD = ("X146",)


def judge_page(path: Path, page: int, profile: PressProfile) -> tuple[Group, ...]:
    """What is wrong with page `page` (from 1) of a readable PDF, apart from the file around it."""
    single = io.BytesIO()
    with Data(path).pdf() as file:  # a copy of the page in another file would hold its streams
        del file.pages[page:]
        del file.pages[: page - 1]
        _at_real_size(file.pages[0])
        for key in set(file.Root.keys()) - _KEPT:
            del file.Root[key]
        file.trailer["/Info"] = pikepdf.Dictionary()
        file.remove_unreferenced_resources()  # as placing does
        # Streams are placed as they are; packing large pictures anew takes memory, too.
        file.save(
            single, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
        )
    judged = judge(single.getvalue(), profile, ink=False)
    groups = [g for g in judged.groups if g.pages and g.rule.code not in _NOT_OURS + _TOLD]
    return (*groups, *grouped(_hidden_layers(judged.document)))


def _at_real_size(page: pikepdf.Page) -> None:
    """Write a page whose unit is not 1 pt (UserUnit, 14.11.2.1) as large as it is placed."""
    unit = float(page.obj.get("/UserUnit", 1))
    if unit == 1 or not 0 < unit < 1e6:
        return
    for name in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
        if name in page.obj:
            page.obj[name] = [unit * float(edge) for edge in page.obj[name]]
    page.contents_add(f"{unit:.6f} 0 0 {unit:.6f} 0 0 cm".encode(), prepend=True)
    del page.obj["/UserUnit"]


def _hidden_layers(document: Document | None) -> Iterator[Finding]:
    """What layers hide would print: whether they are on stands in the file that stays behind."""
    for page in document.pages if document is not None else ():
        if "painted" in page.trace.layers:
            yield Finding(LAYER_SETUP, {"what": _HIDDEN}, page.number)

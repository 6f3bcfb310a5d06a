"""A file is opened: within bounds, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pikepdf

from ..model.press import PressProfile
from . import limits
from .content.interpreter import Memory
from .conversion import Conversion
from .data import Data, stream
from .document import Document, hidden_layers, read_page
from .findings import Finding
from .metadata import claim_of
from .reading import DAMAGE, array_of, entry, identity, inflates_beyond
from .rules import files as rules

#: Streams that are unpacked when a file is opened, with their dictionary right before.
_STRUCTURE = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
_STREAM = re.compile(rb"stream\r?\n")


def open_document(
    data: Data, profile: PressProfile, numbers: Sequence[int] = ()
) -> tuple[Document | None, list[Finding]]:
    """The document of a file's bytes, or None with the findings that say why."""
    if _is_bomb(data):
        reason = f"> {limits.STREAM >> 20} MB"
        return None, [Finding(rules.TOO_LARGE, {"reason": reason})]
    try:
        pdf = pikepdf.open(stream(data), suppress_warnings=True, inherit_page_attributes=False)
    except pikepdf.PasswordError:
        return None, [Finding(rules.ENCRYPTED, {})]
    except (*DAMAGE, OSError) as error:
        return None, [Finding(rules.NOT_A_PDF, {"reason": _reason(error)})]
    try:
        return _read(data, pdf, profile, numbers)
    except DAMAGE as error:
        return None, [Finding(rules.NOT_A_PDF, {"reason": _reason(error)})]


def _read(
    data: Data, pdf: pikepdf.Pdf, profile: PressProfile, numbers: Sequence[int]
) -> tuple[Document | None, list[Finding]]:
    if pdf.is_encrypted:
        return None, [Finding(rules.ENCRYPTED, {})]
    inheriting = _without_box(pdf.Root)
    count = len(pdf.pages)
    if not count:
        return None, [Finding(rules.NO_PAGES, {})]
    findings = []
    if count > limits.PAGES:
        facts = {"pages": str(count), "limit": str(limits.PAGES)}
        findings.append(Finding(rules.TOO_MANY_PAGES, facts))
    memory = Memory(Conversion(profile.condition.icc), hidden_layers(pdf.Root))
    pages = [
        read_page(index + 1, pdf.pages[index].obj, memory)
        for index in range(min(count, limits.PAGES))
    ]
    claim, standard = claim_of(pdf)
    document = Document(
        data=data,
        pdf=pdf,
        profile=profile,
        claim=claim,
        standard=standard or profile.standard,
        pages=pages,
        all_pages=count,
        inheriting=inheriting,
        memory=memory,
        warnings=tuple(dict.fromkeys(_reason(w) for w in pdf.get_warnings())),
        numbers=numbers,
    )
    return document, findings


def _without_box(root: Any) -> frozenset[tuple[int, int]]:
    """The pages that have no MediaBox of their own, by object."""
    found: set[tuple[int, int]] = set()
    seen: set[tuple[int, int]] = set()
    nodes = [entry(root, "/Pages")]
    while nodes and len(seen) < limits.OBJECTS:
        node = nodes.pop()
        key = identity(node)
        if key in seen:
            continue
        seen.add(key)
        kids = array_of(entry(node, "/Kids"))
        nodes += kids
        if not kids and entry(node, "/MediaBox") is None:
            found.add(key)
    return frozenset(found)


def _is_bomb(data: Data) -> bool:
    """Whether an object or cross-reference stream, which opening unpacks, is too large."""
    for found in _STRUCTURE.finditer(data):
        start = _STREAM.search(data, found.end(), found.end() + 4096)
        if start is not None and inflates_beyond(data[start.end() :], limits.STREAM):
            return True
    return False


def _reason(error: Any) -> str:
    """What qpdf says, without the name of a file."""
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    text = re.sub(r"^<?(?:_io\.(?:BytesIO|BufferedReader)[^>]*|input|stream)[^:]*>?:?\s*", "", text)
    return text[:120]

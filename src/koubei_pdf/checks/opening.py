"""A file is opened: within bounds, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf

from ..model.diagnostics import Bilingual
from ..model.press import PressProfile
from ..pdf import limits
from ..pdf.content.interpreter import Memory
from ..pdf.conversion import Conversion
from ..pdf.reading import DAMAGE, array_of, entry, identity, inflates_beyond, too_large
from .data import Data
from .document import Document, hidden_layers, read_page
from .findings import Finding
from .metadata import claim_of
from .rules import files as rules

#: Streams that are unpacked when a file is opened, with their dictionary right before.
_STRUCTURE = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
_STREAM = re.compile(rb"stream\r?\n")
#: Bytes at the head of a file among which PDF's mark stands.
_HEAD = 1024
#: How far behind its type a stream begins at most.
_DICTIONARY = 4096


def open_document(
    data: Data, profile: PressProfile, numbers: Sequence[int] = ()
) -> tuple[Document | None, list[Finding]]:
    """The document of a file's bytes, or None with the findings that say why."""
    if _is_bomb(data):
        return None, [Finding(rules.TOO_LARGE, {"reason": too_large(limits.STREAM).plain})]
    try:
        pdf = data.pdf(inherit=False)
    except pikepdf.PasswordError:
        return None, [Finding(rules.ENCRYPTED, {})]
    except (*DAMAGE, OSError) as error:
        return None, [Finding(rules.NOT_A_PDF, {"reason": _unopened(error, data)})]
    try:
        return _read(data, pdf, profile, numbers)
    except DAMAGE as error:
        return None, [Finding(rules.NOT_A_PDF, {"reason": _unopened(error, data)})]


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
    memory = Memory(
        Conversion(profile.condition.icc, profile.condition.info), hidden_layers(pdf.Root)
    )
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
        warnings=tuple(dict.fromkeys(_reason(w, data) for w in pdf.get_warnings())),
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
    for end in data.ends(_STRUCTURE):
        start = _STREAM.search(data.part(end, _DICTIONARY))
        if start is None:
            continue
        # Deflated data are hardly longer than what they become.
        if inflates_beyond(data.part(end + start.end(), 2 * limits.STREAM), limits.STREAM):
            return True
    return False


def _unopened(error: Exception, data: Data) -> str | Bilingual:
    """Why a file cannot be opened, in plain words."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return _CUT_SHORT if b"%PDF-" in data.part(0, _HEAD) else _NO_PDF


_NO_PDF = Bilingual("它不是 PDF", "it is no PDF")
_CUT_SHORT = Bilingual("它残缺或损坏，找不到页面", "it is cut short or damaged; no pages are found")


def _reason(error: Any, data: Data) -> str:
    """What qpdf says, without the name of a file."""
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    if isinstance(data.source, Path):
        text = text.removeprefix(str(data.source)).lstrip(" :")
    text = re.sub(r"^<?(?:_io\.BytesIO[^>]*|input|stream)[^:]*>?:?\s*", "", text)
    return text[:120]

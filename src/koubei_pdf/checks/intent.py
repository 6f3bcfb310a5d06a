"""The output intent: which printing condition the inks are meant for (C1–C6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .document import Document
from .findings import Finding
from .reading import UnreadableError, array_of, entry, identity, read_stream
from .rules import metadata as rules


def check(document: Document) -> Iterator[Finding]:
    """One GTS_PDFX intent with its condition and an embedded profile for CMYK output."""
    intents = array_of(entry(document.root, "/OutputIntents"))
    ours = [intent for intent in intents if entry(intent, "/S") == "/GTS_PDFX"]
    if len(ours) != 1:
        yield Finding(rules.NO_INTENT, {"count": str(len(ours))})
        return
    intent = ours[0]
    yield from _check_condition(intent, document)
    yield from _check_profile(intent, document)
    profiles = [entry(other, "/DestOutputProfile") for other in intents]
    if len({identity(profile) for profile in profiles if profile is not None}) > 1:
        yield Finding(rules.TWO_PROFILES, {})


def _check_condition(intent: Any, document: Document) -> Iterator[Finding]:
    identifier = str(entry(intent, "/OutputConditionIdentifier") or "").strip()
    registry = str(entry(intent, "/RegistryName") or "").strip()
    info = str(entry(intent, "/Info") or "").strip()
    if not identifier:
        yield Finding(rules.NO_CONDITION, {})
    elif not registry and not info:
        yield Finding(rules.NO_REGISTRY, {})
    wanted = document.profile.condition.identifier
    if identifier and identifier != wanted:
        yield Finding(rules.OTHER_CONDITION, {"found": identifier[:40], "wanted": wanted})


def _check_profile(intent: Any, document: Document) -> Iterator[Finding]:
    stream = entry(intent, "/DestOutputProfile")
    is_named = str(entry(intent, "/RegistryName") or "").startswith("http://www.color.org")
    if stream is None:
        if document.standard == "X-4" or not is_named:
            yield Finding(rules.NO_PROFILE, {})
        return
    try:
        data = read_stream(stream)
    except UnreadableError as error:
        yield Finding(rules.BAD_PROFILE, {"reason": str(error)})
        return
    reason = _unfit(data, entry(stream, "/N"))
    if reason:
        yield Finding(rules.BAD_PROFILE, {"reason": reason})
    elif data[8] >= 4 and document.standard != "X-4":
        yield Finding(rules.NEW_PROFILE, {"standard": f"PDF/{document.standard}"})


def _unfit(data: bytes, channels: Any) -> str:
    """Why an ICC profile (ICC.1, 7.2) is none for CMYK output; "" where it is."""
    if len(data) < 132 or data[36:40] != b"acsp":
        return "acsp"
    if int.from_bytes(data[:4], "big") != len(data):
        return f"{int.from_bytes(data[:4], 'big')} ≠ {len(data)} B"
    if data[12:16] != b"prtr":
        return data[12:16].decode("latin-1")
    if data[16:20] != b"CMYK":
        return data[16:20].decode("latin-1").strip()
    if channels != 4:
        return f"/N {channels}"
    return ""

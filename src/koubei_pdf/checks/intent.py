"""The output intent: which printing condition the inks are meant for (C1–C6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model.diagnostics import Bilingual
from ..pdf.reading import UnreadableError, array_of, entry, identity, read_stream, text_of
from .characterisation import condition_of, condition_of_profile
from .document import Document
from .findings import Finding, number
from .rules import intent as rules


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
    identifier = text_of(entry(intent, "/OutputConditionIdentifier")).strip()
    registry = text_of(entry(intent, "/RegistryName")).strip()
    info = text_of(entry(intent, "/Info")).strip()
    if not identifier:
        yield Finding(rules.NO_CONDITION, {})
    elif not registry and not info:
        yield Finding(rules.NO_REGISTRY, {})
    wanted = document.profile.condition.identifier
    if identifier and identifier != wanted:
        yield Finding(rules.OTHER_CONDITION, {"found": identifier[:40], "wanted": wanted})


def _check_profile(intent: Any, document: Document) -> Iterator[Finding]:
    stream = entry(intent, "/DestOutputProfile")
    is_named = text_of(entry(intent, "/RegistryName")).startswith("http://www.color.org")
    if stream is None:
        if document.standard == "X-4" or not is_named:
            yield Finding(rules.NO_PROFILE, {})
        return
    try:
        data = read_stream(stream)
    except UnreadableError as error:
        yield Finding(rules.BAD_PROFILE, {"reason": error.plain})
        return
    reason = _unfit(data, entry(stream, "/N"))
    if reason:
        yield Finding(rules.BAD_PROFILE, {"reason": reason})
        return
    version = data[8]
    known, words = _VERSIONS["X-4" if document.standard == "X-4" else "X-1a"]
    if version not in known:
        said = {"standard": f"PDF/{document.standard}", "version": str(version)}
        yield Finding(rules.OTHER_VERSION, {**said, "known": words})
    if version not in _VERSIONS["X-4"][0]:
        return  # colour management does not read it
    yield from _check_names(text_of(entry(intent, "/OutputConditionIdentifier")), data, document)


def _check_names(identifier: str, profile: bytes, document: Document) -> Iterator[Finding]:
    """What the profile is of: by its own words, or where they say nothing by its colours."""
    named, embedded = condition_of(identifier), condition_of_profile(profile)
    if named and embedded:
        if named != embedded:
            facts = {"named": identifier.strip()[:40], "embedded": embedded}
            yield Finding(rules.NAMES_DIFFER, facts)
        return
    condition = document.profile.condition
    if identifier.strip() != condition.identifier or profile == condition.icc:
        return
    from .profile_colours import difference

    try:
        value = difference(profile, condition.icc)
    except (OSError, ValueError):
        yield Finding(rules.BAD_PROFILE, {"reason": _NOT_READ})
        return
    if value > _FAR:
        facts = {"named": condition.identifier, "value": number(round(value, 1))}
        yield Finding(rules.COLOURS_DIFFER, facts)


def _unfit(data: bytes, channels: Any) -> Bilingual | None:
    """Why an ICC profile (ICC.1, 7.2) is none for CMYK output; None where it is."""
    if len(data) < 132 or data[36:40] != b"acsp":
        return _NO_ICC
    if int.from_bytes(data[:4], "big") != len(data):
        return _NOT_WHOLE
    if data[12:16] != b"prtr":
        return _CLASSES.get(data[12:16], _OTHER_CLASS)
    if data[16:20] != b"CMYK":
        space = data[16:20].decode("ascii", "replace").strip()
        return Bilingual(f"它描述的是 {space}，不是 CMYK", f"it describes {space}, not CMYK")
    if channels != 4:
        if not isinstance(channels, int):
            return _NO_CHANNELS
        return Bilingual(
            f"通道数写成了 {channels}，应当是 4",
            f"its number of channels is given as {channels}, not 4",
        )
    return None


_NO_ICC = Bilingual("它不是 ICC 配置文件", "it is no ICC profile")
_NOT_WHOLE = Bilingual("它不完整，或多出了数据", "it is cut short, or has data too many")
_NO_CHANNELS = Bilingual("没有写明通道数", "its number of channels is not given")
_NOT_READ = Bilingual("颜色管理软件读不了它", "colour management cannot read it")
_CLASSES = {
    b"mntr": Bilingual("它是显示器的，不是印刷机的", "it is that of a monitor, not of a press"),
    b"scnr": Bilingual("它是扫描仪或相机的，不是印刷机的", "it is that of a scanner or camera"),
    b"link": Bilingual("它是设备链接，只能用来转换", "it is a device link"),
}
_OTHER_CLASS = Bilingual("它不是输出设备的配置文件", "it is not that of an output device")

#: Major versions of ICC profiles (ICC.1, 7.2.4) that a standard knows, and how they are called.
_VERSIONS = {
    "X-4": ((2, 4), Bilingual("第 2 版和第 4 版", "versions 2 and 4")),
    "X-1a": ((2,), Bilingual("第 2 版", "version 2")),
}

#: Profiles of one condition are nearer to each other than this (mean CIE 1976 difference).
_FAR = 4.0

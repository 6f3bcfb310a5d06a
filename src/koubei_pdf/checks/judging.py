"""A PDF is judged: every check on it, and what it holds page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..imaging import NO_CACHE, Cache
from ..model.diagnostics import Bilingual
from ..model.press import PressProfile
from ..pdf import limits
from ..pdf.reading import DAMAGE
from ..pdf.reasons import COLOUR
from .data import Data
from .document import Document, Page
from .findings import Finding, Group, grouped
from .ink.bounds import could_exceed
from .ink.measuring import measure_ink
from .ink.peaks import KnownPeaks
from .ink.report import InkReport
from .opening import open_document
from .registry import CHECKS, Check
from .rules import files as rules
from .rules import printing as ink_rules
from .rules import stored, structure


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found in a file, grouped; its document and inks where it could be opened."""

    groups: tuple[Group, ...]
    document: Document | None = None
    ink: InkReport | None = None

    @property
    def errors(self) -> int:
        return sum(group.rule.severity.value == "error" for group in self.groups)

    def closed(self) -> Judgement:
        """The same findings, without the file."""
        return Judgement(self.groups, None, self.ink)


def judge_file(
    path: Path,
    profile: PressProfile,
    *,
    ink: bool = True,
    only_doubtful: bool = False,
    numbers: Sequence[int] = (),
    cache: Cache = NO_CACHE,
) -> Judgement:
    """Judge the file at `path`, as `judge` does; what cannot be read is a finding."""
    try:
        size = path.stat().st_size
        if size > limits.FILE:
            facts = {"size": str(size >> 20), "limit": str(limits.FILE >> 20)}
            return Judgement(tuple(grouped([Finding(rules.FILE_TOO_LARGE, facts)])))
        path.open("rb").close()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Judgement(tuple(grouped([Finding(rules.NOT_A_PDF, {"reason": reason})])))
    return _judged(Data(path), profile, ink, only_doubtful, numbers, cache)


def judge(
    data: bytes,
    profile: PressProfile,
    *,
    ink: bool = True,
    only_doubtful: bool = False,
    numbers: Sequence[int] = (),
    cache: Cache = NO_CACHE,
) -> Judgement:
    """Judge a PDF by a press profile; never raises for what the file holds.

    ink: whether total ink is measured, which takes most of the time. only_doubtful: it is not
    measured on pages that cannot go over the limit; the findings are the same. numbers: those of
    the pages in the issue, where the file holds some of them only. cache: see `measure_ink`.
    """
    return _judged(Data(data), profile, ink, only_doubtful, numbers, cache)


def _judged(
    data: Data,
    profile: PressProfile,
    ink: bool,
    only_doubtful: bool,
    numbers: Sequence[int],
    cache: Cache,
) -> Judgement:
    document, findings = open_document(data, profile, numbers)
    if document is None:
        return Judgement(tuple(grouped(findings)))
    for check in CHECKS:
        findings.extend(_safely(check, document))
    measured = None
    if ink and not _is_too_much(document, findings):
        try:
            pages = _doubtful(document, cache) if only_doubtful else document.pages
            measured, found = measure_ink(document, pages, cache)
            findings.extend(_not_told(found, findings))
        except DAMAGE:
            findings.append(Finding(ink_rules.NOT_MEASURED, {"reason": COLOUR}))
    return Judgement(tuple(grouped(findings)), document, measured)


def _safely(check: Check, document: Document) -> Iterator[Finding]:
    """What a check finds; where it trips over damage, that is a finding."""
    try:
        yield from check(document)
    except DAMAGE:
        yield Finding(structure.REPAIRED, {"what": _WRONG})


_WRONG = Bilingual(
    "有的对象类型或内容不对", "some of its objects are of a wrong type or lack what they must hold"
)


def _not_told(found: list[Finding], told: list[Finding]) -> list[Finding]:
    """Without damaged pictures on pages of which damage is told already."""
    rules = (stored.PICTURE_DAMAGED, stored.PICTURE_CUT_SHORT, stored.PICTURE_GARBLED)
    pages = {finding.page for finding in told if finding.rule in rules}
    return [f for f in found if f.rule not in rules or f.page not in pages]


def _doubtful(document: Document, cache: Cache) -> list[Page]:
    """The pages whose ink must be measured to know that it is not too much."""
    limit = document.profile.total_ink
    known = KnownPeaks(cache)
    return [page for page in document.pages if could_exceed(page, limit, known)]


def _is_too_much(document: Document, findings: list[Finding]) -> bool:
    """Whether a bound was reached: such a file is not given to the renderer."""
    flaws = (flaw.kind for page in document.pages for flaw in page.trace.flaws)
    return any(kind in ("too-much", "depth") for kind in flaws) or any(
        finding.rule in (rules.TOO_LARGE, rules.TOO_MANY_PAGES) for finding in findings
    )
